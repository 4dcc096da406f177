import type { Connection } from 'mongoose';
import { afterCursor, encodeCursor, type Page } from './page.ts';
import { defineModel, isDuplicate, type Marks, toRecord, toUpdate } from './records.ts';
import { createFind, createUpdate } from './together.ts';

/** `bot` answers; `waiting` for a person of the business; `human`: a person answers and the bot is silent. */
export type ConversationStatus = 'bot' | 'waiting' | 'human';

/** One room, thread or direct chat. `State` is what the dialogue remembers between turns: small JSON. */
export interface StoredConversation<State = unknown> {
  id: string;
  channel: string;
  customerId: string;
  /** Where replies go: opaque JSON of the channel. */
  address: unknown;
  language?: string;
  status: ConversationStatus;
  /** Absent before the first turn was saved. */
  state?: State;
  createdAt: Date;
  lastAt: Date;
  simulated?: true;
}

/** What a conversation is made of when it is first seen; `address` and `lastAt` are renewed at each turn. */
export type ConversationSeed = Pick<StoredConversation, 'id' | 'channel' | 'customerId' | 'address' | 'language'>;

export interface ConversationRepository<State> {
  /** The conversation, made on first sight; safe when called twice at once. */
  open(seed: ConversationSeed): Promise<StoredConversation<State>>;
  /**
   * `open` and a lease on it in one round trip: undefined while another owner's lease lasts. A lease that ran out may be
   * taken; the owner's own may be taken again.
   */
  acquire(
    seed: ConversationSeed,
    lease: { owner: string; ttlMs: number },
  ): Promise<StoredConversation<State> | undefined>;
  /** Prolongs a lease; false when it is no longer the owner's. */
  renew(id: string, lease: { owner: string; ttlMs: number }): Promise<boolean>;
  /** Writes `changes` and gives the lease back, at once; false, with nothing written, when it is no longer the owner's. */
  release(id: string, owner: string, changes?: ConversationChanges<State>): Promise<boolean>;
  /** Writes without a lease: for people and tools, not for turns. */
  save(id: string, changes: ConversationChanges<State>): Promise<void>;
  get(id: string): Promise<StoredConversation<State> | undefined>;
  /** Last spoken first. */
  find(
    filter: { status?: ConversationStatus; customerId?: string; channel?: string },
    page?: { limit?: number; cursor?: string },
  ): Promise<Page<StoredConversation<State>>>;
  count(filter?: { status?: ConversationStatus; customerId?: string; channel?: string }): Promise<number>;
  reassign(fromCustomerId: string, toCustomerId: string): Promise<number>;
  deleteByCustomer(customerId: string): Promise<number>;
  deleteOlderThan(date: Date): Promise<number>;
  createIndexes(): Promise<void>;
}

export type ConversationChanges<State> = Partial<
  Pick<StoredConversation<State>, 'customerId' | 'address' | 'language' | 'status' | 'state' | 'lastAt'>
>;

export function createConversationRepository<State>(
  connection: Connection,
  now: () => Date = () => new Date(),
  marks: Marks = {},
): ConversationRepository<State> {
  const model = defineModel(
    connection,
    'conversations',
    { channel: String, customerId: String, status: String, createdAt: Date, lastAt: Date },
    [[{ customerId: 1, lastAt: -1, _id: -1 }], [{ status: 1, lastAt: -1, _id: -1 }], [{ lastAt: -1, _id: -1 }]],
  );
  const read = (document: object): StoredConversation<State> => toRecord(document, ['lease']);
  const find = createFind(model);
  const update = createUpdate(model);
  const seeding = ({ id: _, address, language, ...fixed }: ConversationSeed, at: Date) => ({
    $set: { address, lastAt: at },
    $setOnInsert: { ...fixed, ...marks, ...(language !== undefined && { language }), status: 'bot', createdAt: at },
  });
  const until = (ttlMs: number): Date => new Date(now().getTime() + ttlMs);

  return {
    async open(seed) {
      const found = await model
        .findOneAndUpdate({ _id: seed.id }, seeding(seed, now()), { upsert: true, returnDocument: 'after' })
        .lean();
      return read(found!);
    },

    async acquire(seed, { owner, ttlMs }) {
      const at = now();
      const { $set, $setOnInsert } = seeding(seed, at);
      try {
        const found = await model
          .findOneAndUpdate(
            {
              _id: seed.id,
              $or: [{ lease: null }, { 'lease.until': { $lte: at } }, { 'lease.owner': owner }],
            },
            { $set: { ...$set, lease: { owner, until: until(ttlMs) } }, $setOnInsert },
            { upsert: true, returnDocument: 'after' },
          )
          .lean();
        return read(found!);
      } catch (error) {
        // The id exists but its lease is another's: the upsert then collides with it.
        if (isDuplicate(error)) return undefined;
        throw error;
      }
    },

    async renew(id, { owner, ttlMs }) {
      const result = await model.updateOne(
        { _id: id, 'lease.owner': owner },
        { $set: { 'lease.until': until(ttlMs) } },
      );
      return result.matchedCount > 0;
    },

    async release(id, owner, changes = {}) {
      const result = await model.updateOne(
        { _id: id, 'lease.owner': owner },
        toUpdate({ ...changes, lease: undefined }),
      );
      return result.matchedCount > 0;
    },

    save: update,

    async get(id) {
      const found = await find(id);
      return found && read(found);
    },

    async find(filter, { limit = 50, cursor } = {}) {
      const own = defined(filter);
      const query = cursor === undefined ? own : { $and: [own, afterCursor('lastAt', cursor)] };
      const found = await model
        .find(query)
        .sort({ lastAt: -1, _id: -1 })
        .limit(limit + 1)
        .lean();
      const items = found.slice(0, limit).map(read);
      const last = items.at(-1);
      return { items, ...(found.length > limit && last && { next: encodeCursor({ at: last.lastAt, id: last.id }) }) };
    },

    count: (filter = {}) => model.countDocuments(defined(filter)),

    async reassign(fromCustomerId, toCustomerId) {
      const result = await model.updateMany({ customerId: fromCustomerId }, { $set: { customerId: toCustomerId } });
      return result.modifiedCount;
    },

    async deleteByCustomer(customerId) {
      return (await model.deleteMany({ customerId })).deletedCount;
    },

    async deleteOlderThan(date) {
      return (await model.deleteMany({ lastAt: { $lt: date } })).deletedCount;
    },

    createIndexes: () => model.createIndexes(),
  };
}

function defined(filter: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
