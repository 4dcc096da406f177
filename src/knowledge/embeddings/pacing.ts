import { setTimeout as delay } from 'node:timers/promises';
import { AppError, messageOf } from '../../errors.ts';

export interface Pacing {
  /** Requests are spread so that there are no more. Default: no limit. */
  requestsPerMinute?: number;
  /** Tries a request gets. Default 8: with the waits between, a server may be away for some minutes. */
  attempts?: number;
  /** Injected in tests. */
  sleep?: (ms: number) => Promise<unknown>;
  now?: () => number;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

/** Returns a wait for one's turn under the rate limit. */
export function createPacer({ requestsPerMinute, sleep = delay, now = Date.now }: Pacing): () => Promise<void> {
  let next = 0;
  return async () => {
    if (!requestsPerMinute) return;
    const at = Math.max(now(), next);
    next = at + 60_000 / requestsPerMinute;
    if (at > now()) await sleep(at - now());
  };
}

/** Runs a request until it succeeds; waits as long as the server asks (Retry-After), else twice as long each time. Throws EMBEDDING_FAILED. */
export async function retrying<T>({ attempts = 8, sleep = delay }: Pacing, request: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await request();
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (attempt >= attempts || !isPassing(error))
        throw new AppError('EMBEDDING_FAILED', `The embedding endpoint failed: ${messageOf(error)}`, {
          cause: error,
          details: { attempts: attempt },
        });
      await sleep(Math.min(LONGEST_WAIT_MS, retryAfterMs(error) ?? FIRST_WAIT_MS * 2 ** (attempt - 1)));
    }
  }
}

interface HttpError {
  status?: number;
  headers?: Headers | Record<string, string>;
}

/** Overload, server trouble and a lost connection pass; a wrong key or a bad request do not. */
function isPassing(error: unknown): boolean {
  const { status } = error as HttpError;
  return status === undefined || status === 408 || status === 409 || status === 429 || status >= 500;
}

function retryAfterMs(error: unknown): number | undefined {
  const { headers } = error as HttpError;
  const written = headers instanceof Headers ? headers.get('retry-after') : headers?.['retry-after'];
  if (!written) return undefined;
  const seconds = Number(written);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(written) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
