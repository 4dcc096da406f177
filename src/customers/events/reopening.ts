import type { IntakeOptions } from './intake.ts';

type EventStore = IntakeOptions['store'] & { close(): Promise<void> };

/** Below the gigabyte that an import may take. */
const RELIEVED_FROM_BYTES = 450 * 2 ** 20;

/**
 * A store that is closed and opened again, between an intake's writes, once the process holds much memory: the embedded store's files
 * are mapped into it, and closing them is what gives it back.
 */
export async function openReopening(open: () => Promise<EventStore>, relievedFrom = RELIEVED_FROM_BYTES) {
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
    async relieve(): Promise<void> {
      if (process.memoryUsage.rss() < relievedFrom) return;
      await opened.close();
      opened = await open();
    },
    close: (): Promise<void> => opened.close(),
  };
}
