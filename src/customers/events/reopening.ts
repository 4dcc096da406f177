import type { IntakeOptions } from './intake.ts';

type EventStore = IntakeOptions['store'] & { close(): Promise<void> };

/**
 * A store that can be closed and opened again under an intake: the embedded store's files are mapped into memory, and closing them is
 * what gives it back.
 */
export async function openReopening(open: () => Promise<EventStore>) {
  let opened = await open();
  return {
    store: {
      get events() {
        return opened.events;
      },
      get customers() {
        return opened.customers;
      },
    },
    async reopen(): Promise<void> {
      await opened.close();
      opened = await open();
    },
    close: (): Promise<void> => opened.close(),
  };
}
