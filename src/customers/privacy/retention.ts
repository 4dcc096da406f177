import type { Connection } from 'mongoose';
import type { Audit } from './audit.ts';
import type { Privacy } from './privacy.ts';

export interface RetentionOptions {
  store: {
    connection: Connection;
    turns: { deleteOlderThan(date: Date): Promise<number> };
    events: { deleteOlderThan(date: Date): Promise<number> };
    conversations: { deleteOlderThan(date: Date): Promise<number> };
  };
  /** What other rooms keep by time, by the name under which it is reported. */
  others?: Record<string, { deleteOlderThan(date: Date): Promise<number> }>;
  privacy: Pick<Privacy, 'erase'>;
  audit: Audit;
  /** Age at which data goes. */
  days: number;
  now?(): Date;
  logger?: { error(details: object, message: string): void };
}

const DAY_MS = 86_400_000;
const EVERY_MS = DAY_MS / 4;
const CUSTOMERS_AT_ONCE = 500;

/** Deletes what is older than `days`: turns, events and conversations by their time, customers not seen for so long whole. */
export function createRetention(options: RetentionOptions) {
  const { store, others = {}, privacy, audit, days, now = () => new Date(), logger } = options;
  let timer: NodeJS.Timeout | undefined;

  async function run(): Promise<Record<string, number>> {
    const before = new Date(now().getTime() - days * DAY_MS);
    const deleted: Record<string, number> = { customers: 0 };
    for (const name of ['turns', 'events', 'conversations'] as const) {
      deleted[name] = await store[name].deleteOlderThan(before);
    }
    for (const [name, room] of Object.entries(others)) deleted[name] = await room.deleteOlderThan(before);
    const customers = store.connection.collection<{ _id: string }>('customers');
    const events = store.connection.collection('events');
    for (let after = ''; ; ) {
      const found = await customers
        .find({ lastSeenAt: { $lt: before }, _id: { $gt: after } }, { projection: { _id: 1 } })
        .sort({ _id: 1 })
        .limit(CUSTOMERS_AT_ONCE)
        .toArray();
      for (const { _id } of found) {
        // Who still buys in the shop is a customer, though they have not written.
        if (await events.findOne({ customerId: { $eq: _id } }, { projection: { _id: 1 } })) continue;
        await privacy.erase(_id, 'system');
        deleted.customers!++;
      }
      if (found.length < CUSTOMERS_AT_ONCE) break;
      after = found.at(-1)!._id;
    }
    if (Object.values(deleted).some((count) => count > 0)) {
      await audit.record({ actor: 'system', action: 'retention', details: { before, deleted } });
    }
    return deleted;
  }

  return {
    /** Deletes now; resolves with how many of each. */
    run,
    /** Deletes every six hours until `stop`. */
    start() {
      const attempt = () => void run().catch((error) => logger?.error({ err: error }, 'old data could not be deleted'));
      timer = setInterval(attempt, EVERY_MS).unref();
    },
    stop: () => clearInterval(timer),
  };
}
