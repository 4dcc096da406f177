import type { Connection, PipelineStage } from 'mongoose';
import { afterCursor, encodeCursor, type Page, type Window, withinWindow } from './page.ts';
import { aggregate, defineModel, isDuplicate, type Marks, toRecord, toStored } from './records.ts';
import { createFind, createInsert, createUpdate } from './together.ts';

/** What the repository itself reads of a turn; the rest is kept as it is. `id` is `channel|message id`, and so unique for both. */
export interface StoredTurn {
  id: string;
  conversationId: string;
  customerId: string;
  channel: string;
  status: string;
  receivedAt: Date;
  attempts: number;
  message: { id: string };
  simulated?: true;
}

/** Statuses of a turn that still owes its customer something. */
export const UNFINISHED: readonly string[] = ['claimed', 'answered'];

/** `new`: ours to answer. `done`: finished before. `pending`: seen, and not finished. */
export type Claim = 'new' | 'done' | 'pending';

export interface TurnFilter extends Window {
  conversationId?: string;
  customerId?: string;
  channel?: string;
  route?: string;
  intent?: string;
  sentiment?: string;
  status?: string;
}

export interface TurnRepository<T extends StoredTurn> {
  /** Stores a turn unless its (channel, message id) is known. One round trip for a new one. */
  claim(turn: T): Promise<Claim>;
  /** Takes the oldest turn left unfinished since before `olderThan` (or the one of that id); attempts + 1. Atomic. */
  takeOver(which: { olderThan: Date; id?: string }): Promise<T | undefined>;
  /** Writes the given top-level fields; undefined clears one. A finished `status` ends the claim. */
  save(id: string, changes: Partial<T>): Promise<void>;
  get(id: string): Promise<T | undefined>;
  findUnfinished(olderThan: Date, limit?: number): Promise<T[]>;
  /** The last turns of a conversation, oldest first. */
  recent(conversationId: string, limit: number): Promise<T[]>;
  /** Newest first. */
  find(filter: TurnFilter, page?: { limit?: number; cursor?: string }): Promise<Page<T>>;
  count(filter: TurnFilter): Promise<number>;
  /** For statistics; keep to the portable subset of MongoDB. Fields are the turn's own, `_id` its id. */
  aggregate<R>(pipeline: PipelineStage[]): Promise<R[]>;
  /** Gives every turn of one customer to another; returns how many. */
  reassign(fromCustomerId: string, toCustomerId: string): Promise<number>;
  deleteByCustomer(customerId: string): Promise<number>;
  deleteOlderThan(date: Date): Promise<number>;
  createIndexes(): Promise<void>;
}

/** `open` and `claimedAt` are the repository's own: they exist while a turn is unfinished, so their index stays small. */
const OWN_FIELDS = ['open', 'claimedAt'] as const;

export function createTurnRepository<T extends StoredTurn>(
  connection: Connection,
  now: () => Date = () => new Date(),
  marks: Marks = {},
): TurnRepository<T> {
  const model = defineModel(
    connection,
    'turns',
    { conversationId: String, customerId: String, channel: String, status: String, receivedAt: Date, claimedAt: Date },
    [
      [{ conversationId: 1, receivedAt: -1, _id: -1 }],
      [{ customerId: 1, receivedAt: -1, _id: -1 }],
      [{ receivedAt: -1, _id: -1 }],
      [{ claimedAt: 1 }, { partialFilterExpression: { open: true } }],
    ],
  );
  const read = (document: object): T => toRecord<T>(document, OWN_FIELDS);
  const find = createFind(model);
  const insert = createInsert(model);
  const update = createUpdate(model);
  const conditions = (filter: TurnFilter): Record<string, unknown> => {
    const { from, to, intent, sentiment, ...equal } = filter;
    const window = withinWindow({ from, to });
    return {
      ...Object.fromEntries(Object.entries(equal).filter(([, value]) => value !== undefined)),
      ...(intent !== undefined && { 'understanding.intent.name': intent }),
      ...(sentiment !== undefined && { 'understanding.sentiment.label': sentiment }),
      ...(window && { receivedAt: window }),
    };
  };

  return {
    async claim(turn) {
      const open = UNFINISHED.includes(turn.status);
      try {
        await insert({
          ...toStored(turn),
          ...marks,
          ...(open && { open: true, claimedAt: now() }),
        });
        return 'new';
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        const known = await model.findById(turn.id, { open: 1 }).lean<{ open?: boolean }>();
        return known?.open ? 'pending' : 'done';
      }
    },

    async takeOver({ olderThan, id }) {
      const taken = await model
        .findOneAndUpdate(
          { open: true, claimedAt: { $lt: olderThan }, ...(id !== undefined && { _id: id }) },
          { $inc: { attempts: 1 }, $set: { claimedAt: now() } },
          { sort: { claimedAt: 1 }, returnDocument: 'after' },
        )
        .lean();
      return taken ? read(taken) : undefined;
    },

    async save(id, changes) {
      const { id: _, ...fields } = changes;
      const closed = changes.status !== undefined && !UNFINISHED.includes(changes.status);
      await update(id, { ...fields, ...(closed && { open: undefined, claimedAt: undefined }) });
    },

    async get(id) {
      const found = await find(id);
      return found && read(found);
    },

    async findUnfinished(olderThan, limit = 100) {
      const found = await model
        .find({ open: true, claimedAt: { $lt: olderThan } })
        .sort({ claimedAt: 1 })
        .limit(limit)
        .lean();
      return found.map(read);
    },

    async recent(conversationId, limit) {
      const found = await model.find({ conversationId }).sort({ receivedAt: -1 }).limit(limit).lean();
      return found.map(read).reverse();
    },

    async find(filter, { limit = 50, cursor } = {}) {
      const own = conditions(filter);
      const query = cursor === undefined ? own : { $and: [own, afterCursor('receivedAt', cursor)] };
      const found = await model
        .find(query)
        .sort({ receivedAt: -1, _id: -1 })
        .limit(limit + 1)
        .lean();
      const items = found.slice(0, limit).map(read);
      const last = items.at(-1);
      return {
        items,
        ...(found.length > limit && last && { next: encodeCursor({ at: last.receivedAt, id: last.id }) }),
      };
    },

    count: (filter) => model.countDocuments(conditions(filter)),
    aggregate: <R>(pipeline: PipelineStage[]) => aggregate<R>(model, pipeline),

    async reassign(fromCustomerId, toCustomerId) {
      const result = await model.updateMany({ customerId: fromCustomerId }, { $set: { customerId: toCustomerId } });
      return result.modifiedCount;
    },

    async deleteByCustomer(customerId) {
      return (await model.deleteMany({ customerId })).deletedCount;
    },

    async deleteOlderThan(date) {
      return (await model.deleteMany({ receivedAt: { $lt: date } })).deletedCount;
    },

    createIndexes: () => model.createIndexes(),
  };
}
