import type { Connection } from 'mongoose';
import { defineModel, rawCollection } from './records.ts';

/** Failures counted under one key since `since`. */
export interface StoredAttempts {
  failures: number;
  lastAt: Date;
}

export type AttemptRepository = ReturnType<typeof createAttemptRepository>;

/** Failed sign-ins by key (an account, an address), counted in the store so that all instances count together. */
export function createAttemptRepository(connection: Connection) {
  const model = defineModel(connection, 'sign_in_attempts', { lastAt: Date }, [[{ lastAt: 1 }]]);
  const attempts = rawCollection(model);
  return {
    async get(key: string): Promise<StoredAttempts | undefined> {
      const found = await attempts.findOne({ _id: { $eq: key } });
      return (found as unknown as StoredAttempts | null) ?? undefined;
    },
    async fail(key: string, at: Date): Promise<void> {
      await attempts.updateOne(
        { _id: { $eq: key } },
        { $inc: { failures: 1 }, $set: { lastAt: at } },
        { upsert: true },
      );
    },
    async forget(key: string): Promise<void> {
      await attempts.deleteOne({ _id: { $eq: key } });
    },
    async forgetOlderThan(date: Date): Promise<void> {
      await attempts.deleteMany({ lastAt: { $lt: date } });
    },
    createIndexes: () => model.createIndexes(),
  };
}
