import type { Model, mongo } from 'mongoose';
import { gather } from './gather.ts';
import { failuresOf, rawCollection, toUpdate } from './records.ts';

type Change = { id: string; changes: object };
type RecordModel = Model<{ _id: string }>;

/** Finds one document by a field whose values are unique, or by one value of it where it is a list; those asked for at once together. */
export function createFind(model: RecordModel, field = '_id'): (value: string) => Promise<object | undefined> {
  return gather(async (values) => {
    const found = await rawCollection(model)
      .find({ [field]: { $in: [...new Set(values)] } } as object)
      .toArray();
    const byValue = new Map<unknown, object>();
    for (const document of found) {
      const held = (document as Record<string, unknown>)[field];
      for (const value of Array.isArray(held) ? held : [held]) byValue.set(value, document);
    }
    return values.map((value) => byValue.get(value));
  });
}

/**
 * Changes one record by id (see `toUpdate`), those of the same moment together. Past mongoose's casting: records are plain
 * JSON values and dates, as their types say, and casting a whole turn costs more than storing it.
 */
export function createUpdate(model: RecordModel): (id: string, changes: object) => Promise<void> {
  const update = gather(async (all: Change[]) => {
    const writes = all.map(({ id, changes }) => ({ updateOne: { filter: { _id: id }, update: toUpdate(changes) } }));
    return bulkWrite(model, writes);
  });
  return async (id, changes) => {
    if (Object.keys(changes).length > 0) await update({ id, changes });
  };
}

/** Stores one document, those of the same moment together; rejects with code 11000 when a unique value is taken. */
export function createInsert(model: RecordModel): (document: { _id: string }) => Promise<void> {
  return gather((documents) =>
    bulkWrite(
      model,
      documents.map((document) => ({ insertOne: { document } })),
    ),
  );
}

async function bulkWrite(
  model: RecordModel,
  writes: mongo.AnyBulkWriteOperation<{ _id: string }>[],
): Promise<(undefined | Error)[]> {
  try {
    await rawCollection(model).bulkWrite(writes, { ordered: false });
    return writes.map(() => undefined);
  } catch (error) {
    const failures = failuresOf(error);
    return writes.map((_, at) => failures.get(at));
  }
}
