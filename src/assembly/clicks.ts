import type { Logger } from 'pino';
import { deedOf } from '../conversation/learning.ts';
import type { Turn } from '../conversation/turn-record.ts';
import type { EventIntake } from '../customers/events/intake.ts';

/** Stores what turns show that their customers did (products opened, campaigns followed), one after another. */
export function createClicks({ intake, logger }: { intake: EventIntake; logger: Logger }) {
  let storing: Promise<unknown> = Promise.resolve();
  return {
    note(turn: Turn): void {
      const deed = deedOf(turn);
      if (!deed) return;
      storing = storing
        .then(() => intake.take([deed]))
        .catch((error) => logger.error({ err: error }, 'what a turn shows of its customer was not stored'));
    },
    /** Resolves when all that was noted is stored. */
    stored: (): Promise<unknown> => storing,
  };
}
