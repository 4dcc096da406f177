import type { Logger } from 'pino';
import { isAppError, messageOf } from '../../src/errors.ts';
import type { Call } from './api.ts';
import { ALLOWED_UPDATES } from './update.ts';

export interface PollOptions {
  call: Call;
  /** Resolves once the update is durably taken. */
  take(update: unknown): Promise<void>;
  logger: Logger;
  signal: AbortSignal;
  sleep(ms: number): Promise<void>;
}

const WAIT_SECONDS = 50;
/** A server that answers at once with nothing is not asked again at once. */
const IDLE_MS = 100;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** An update that can't be taken so often is left behind, so that those after it are answered. */
const MOST_FAILURES = 10;

/**
 * Long polling that confirms an update only when it is durably taken. Telegraf's own loop confirms a batch whatever became
 * of it and ends on the first error.
 */
export async function poll({ call, take, logger, signal, sleep }: PollOptions): Promise<void> {
  let offset = 0;
  let failures = 0;
  const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  const pause = (ms: number) => Promise.race([sleep(ms), aborted]);
  while (!signal.aborted) {
    try {
      const asked = { timeout: WAIT_SECONDS, offset, allowed_updates: ALLOWED_UPDATES };
      const within = AbortSignal.any([signal, AbortSignal.timeout((WAIT_SECONDS + 20) * 1000)]);
      const updates = (await call('getUpdates', asked, { signal: within })) as { update_id: number }[];
      const taken = await Promise.allSettled(updates.map((update) => take(update)));
      const first = taken.findIndex(({ status }) => status === 'rejected');
      if (first < 0) {
        failures = 0;
        if (updates.length > 0) offset = updates[updates.length - 1].update_id + 1;
        else await pause(IDLE_MS);
        continue;
      }
      offset = updates[first].update_id;
      failures += 1;
      const { reason } = taken[first] as PromiseRejectedResult;
      logger.error({ error: messageOf(reason), failures }, 'a Telegram update could not be stored');
      if (failures >= MOST_FAILURES) {
        offset += 1;
        failures = 0;
      }
      await pause(pauseAfter(failures));
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      logger.warn({ error: messageOf(error) }, 'Telegram could not be asked for updates');
      await pause(retryAfter(error) ?? pauseAfter(failures));
    }
  }
}

function pauseAfter(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, failures - 1));
}

function retryAfter(error: unknown): number | undefined {
  const wait = isAppError(error) ? error.details?.retryAfterMs : undefined;
  return typeof wait === 'number' ? wait : undefined;
}
