import type { Logger } from 'pino';
import type { Visits } from '../conversation/visits/visits.ts';

/** Between two tendings. */
const TENDED_EVERY_MS = 10 * 60_000;

export interface UpkeepOptions {
  /** Each has a rhythm of its own. */
  running: readonly { start(): void; stop(): unknown }[];
  /** What is done now and then, by its name in the log. */
  tended: Record<string, () => Promise<unknown>>;
  visits: Pick<Visits, 'catchUp'>;
  logger: Logger;
}

/** What goes on beside the turns. `stop` resolves when none of it is under way. */
export function startUpkeep({ running, tended, visits, logger }: UpkeepOptions): { stop(): Promise<void> } {
  for (const one of running) one.start();
  const tending = setInterval(() => {
    for (const [part, tend] of Object.entries(tended)) {
      tend().catch((error: unknown) => logger.error({ err: error, part }, 'what is tended now and then failed'));
    }
  }, TENDED_EVERY_MS).unref();
  const catchingUp = visits
    .catchUp()
    .catch((error) => logger.error({ err: error }, 'turns of before could not be made searchable'));
  return {
    async stop() {
      clearInterval(tending);
      for (const one of running) await one.stop();
      await catchingUp;
    },
  };
}
