import type { Connection } from 'mongoose';
import { defineModel, rawCollection, retryOnRace } from './records.ts';

const DAYS_KEPT = 40;

interface SpentDocument {
  _id: string;
  day: string;
  customerId: string;
  tokens: number;
}

/** What language models used, by day and by customer (or all together): for budgets, over restarts and instances. */
export interface SpendingRepository {
  tokens(day: string, key: string): Promise<number>;
  add(
    day: string,
    key: string,
    usage: { calls: number; inputTokens: number; outputTokens: number; usd: number },
  ): Promise<void>;
  createIndexes(): Promise<void>;
}

export function createSpendingRepository(connection: Connection): SpendingRepository {
  const model = defineModel(connection, 'spending', { day: String, customerId: String }, [
    [{ customerId: 1 }],
    [{ at: 1 }, { expireAfterSeconds: DAYS_KEPT * 86_400 }],
  ]);
  const idOf = (day: string, key: string) => `${day}|${key}`;
  return {
    async tokens(day, key) {
      const found = await rawCollection(model).findOne({ _id: idOf(day, key) });
      return (found as SpentDocument | null)?.tokens ?? 0;
    },
    async add(day, key, { calls, inputTokens, outputTokens, usd }) {
      const tokens = inputTokens + outputTokens;
      await retryOnRace(() =>
        rawCollection(model).updateOne(
          { _id: idOf(day, key) },
          {
            $inc: { calls, inputTokens, outputTokens, tokens, usd },
            $setOnInsert: { day, customerId: key, at: new Date(`${day}T00:00:00Z`) },
          },
          { upsert: true },
        ),
      );
    },
    async createIndexes() {
      await model.createIndexes();
    },
  };
}
