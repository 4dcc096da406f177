import type { Connection, PipelineStage } from 'mongoose';
import { type Window, withinWindow } from './page.ts';
import { aggregate, defineModel, duplicatesOf, type Marks, rawCollection, toRecord, toStored } from './records.ts';

/** Something a customer did. `id` makes it idempotent. */
export interface StoredEvent {
  id: string;
  customerId: string;
  type: string;
  productId?: string;
  at: Date;
  /** Money, rating or count, as the type has it. */
  value?: number;
  data?: Record<string, unknown>;
  simulated?: true;
}

export interface EventFilter extends Window {
  customerId?: string;
  type?: string | readonly string[];
  productId?: string;
}

export interface EventRepository<E extends StoredEvent> {
  /** Stores what is not stored yet, and says how many were new and how many were known. */
  insert(events: readonly E[]): Promise<{ inserted: number; duplicates: number }>;
  /** Stores what is not stored yet, and gives back just that. */
  insertNew(events: readonly E[]): Promise<E[]>;
  /** Newest first. */
  find(filter: EventFilter, options?: { limit?: number }): Promise<E[]>;
  /** Newest first, streamed: for as many as there are. */
  stream(filter: EventFilter): AsyncIterable<E>;
  count(filter: EventFilter): Promise<number>;
  aggregate<R>(pipeline: PipelineStage[]): Promise<R[]>;
  reassign(fromCustomerId: string, toCustomerId: string): Promise<number>;
  deleteByCustomer(customerId: string): Promise<number>;
  deleteOlderThan(date: Date): Promise<number>;
  createIndexes(): Promise<void>;
}

export function createEventRepository<E extends StoredEvent>(
  connection: Connection,
  marks: Marks = {},
): EventRepository<E> {
  const model = defineModel(
    connection,
    'events',
    { customerId: String, type: String, productId: String, at: Date, value: Number },
    [[{ customerId: 1, at: -1 }], [{ type: 1, at: -1 }], [{ at: -1 }]],
  );
  const read = (document: object): E => toRecord<E>(document);
  const conditions = ({ from, to, type, ...equal }: EventFilter): Record<string, unknown> => {
    const window = withinWindow({ from, to });
    return {
      ...Object.fromEntries(Object.entries(equal).filter(([, value]) => value !== undefined)),
      ...(type !== undefined && { type: typeof type === 'string' ? type : { $in: [...type] } }),
      ...(window && { at: window }),
    };
  };

  async function insertNew(events: readonly E[]): Promise<E[]> {
    if (events.length === 0) return [];
    try {
      await rawCollection(model).insertMany(
        events.map((event) => ({ ...toStored(event), ...marks })),
        { ordered: false, ignoreUndefined: true },
      );
      return [...events];
    } catch (error) {
      const known = duplicatesOf(error);
      return events.filter((_, at) => !known.has(at));
    }
  }

  return {
    async insert(events) {
      const inserted = (await insertNew(events)).length;
      return { inserted, duplicates: events.length - inserted };
    },

    insertNew,

    async find(filter, { limit = 1000 } = {}) {
      const found = await model.find(conditions(filter)).sort({ at: -1 }).limit(limit).lean();
      return found.map(read);
    },

    async *stream(filter) {
      for await (const document of model.find(conditions(filter)).sort({ at: -1 }).lean().cursor())
        yield read(document);
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
      return (await model.deleteMany({ at: { $lt: date } })).deletedCount;
    },

    createIndexes: () => model.createIndexes(),
  };
}
