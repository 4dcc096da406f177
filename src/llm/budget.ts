import type { LlmSettings } from '../config/config.ts';
import { modelFailed } from './failure.ts';
import { addUsage, NO_USAGE, tokensOf, type Usage } from './usage.ts';

/** Where the day's tokens are counted, over restarts and instances. `key` is a customer's id, or ALL. */
export interface Spending {
  tokens(day: string, key: string): Promise<number>;
  add(day: string, key: string, usage: Usage): Promise<void>;
}

/** The key everything is counted under. */
export const ALL = '*';

/** What one turn may still use, and what it has used. */
export interface Purse {
  readonly used: Usage;
  /** @throws AppError MODEL_FAILED of kind 'budget', naming the limit, when that many more tokens would break one. */
  admit(tokens: number): void;
  note(usage: Usage): void;
  /** Counts what was used over all, and under the customer unless they were erased. */
  close(erased?: boolean): Promise<void>;
}

export interface Budget {
  open(customerId: string): Promise<Purse>;
}

/** Holds turns, customers and days to their limits. Turns that run at once may each pass a day's limit by one turn. */
export function createBudget(options: { limits: LlmSettings['limits']; spending: Spending; now(): Date }): Budget {
  const { limits, spending, now } = options;
  return {
    async open(customerId) {
      const day = now().toISOString().slice(0, 10);
      const [all, customer] = await Promise.all([spending.tokens(day, ALL), spending.tokens(day, customerId)]);
      let used = NO_USAGE;
      return {
        get used() {
          return used;
        },
        admit(tokens) {
          const turn = tokensOf(used) + tokens;
          if (turn > limits.perTurn) throw over('a turn', limits.perTurn);
          if (customer + turn > limits.perCustomerDay) throw over('a customer a day', limits.perCustomerDay);
          if (all + turn > limits.perDay) throw over('a day', limits.perDay);
        },
        note(usage) {
          used = addUsage(used, usage);
        },
        async close(erased = false) {
          if (used.calls === 0) return;
          await Promise.all([spending.add(day, ALL, used), erased ? undefined : spending.add(day, customerId, used)]);
        },
      };
    },
  };
}

function over(limit: string, tokens: number) {
  return modelFailed('budget', `The budget of ${tokens} tokens for ${limit} is spent`, { limit });
}
