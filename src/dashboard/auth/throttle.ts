import { AppError } from '../../errors.ts';
import type { AttemptRepository } from '../../store/users-attempts.ts';

/** Failures that cost nothing but themselves; an office behind one address mistypes more often than one person. */
const FREE = { account: 5, address: 20 };
const FIRST_WAIT_MS = 2_000;
/** An address may be a whole company's: slowed down, never locked out by one guesser. */
const LONGEST_WAIT_MS = { account: 15 * 60_000, address: 60_000 };
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

/** Makes guessing slow: each failure past the free ones doubles the wait, for the account and for the address. */
export function createThrottle({ attempts, now }: { attempts: AttemptRepository; now(): Date }) {
  const keysOf = (login: string, address: string) =>
    [
      [`account|${login}`, 'account'],
      [`address|${address}`, 'address'],
    ] as const;

  return {
    /** Throws RATE_LIMITED with `details.retryAfterMs` while waiting is due. */
    async check(login: string, address: string): Promise<void> {
      for (const [key, kind] of keysOf(login, address)) {
        const known = await attempts.get(key);
        if (!known || known.failures < FREE[kind]) continue;
        const wait = Math.min(LONGEST_WAIT_MS[kind], FIRST_WAIT_MS * 2 ** Math.min(20, known.failures - FREE[kind]));
        const retryAfterMs = known.lastAt.getTime() + wait - now().getTime();
        if (retryAfterMs > 0) {
          throw new AppError('RATE_LIMITED', 'Too many failed sign-ins', { details: { retryAfterMs } });
        }
      }
    },
    async failed(login: string, address: string): Promise<void> {
      await attempts.forgetOlderThan(new Date(now().getTime() - FORGOTTEN_AFTER_MS));
      for (const [key] of keysOf(login, address)) await attempts.fail(key, now());
    },
    /** The account's failures are forgotten; the address's are not, lest a thief's own account clear them. */
    succeeded: (login: string) => attempts.forget(`account|${login}`),
  };
}
