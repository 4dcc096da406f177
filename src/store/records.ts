import type { Connection, IndexDefinition, IndexOptions, Model, PipelineStage, SchemaDefinition } from 'mongoose';
import mongoose from 'mongoose';
import { AppError, messageOf } from '../errors.ts';

/** A stored document: `id` of the record is `_id` in the database. */
export type Stored<T extends { id: string }> = Omit<T, 'id'> & { _id: string };

/**
 * A mongoose model whose documents are plain records: only the declared paths are cast, everything else is kept as it is.
 * Made on `connection`, never globally.
 */
export function defineModel(
  connection: Connection,
  collection: string,
  paths: SchemaDefinition,
  indexes: [IndexDefinition, IndexOptions?][],
): Model<{ _id: string }> {
  const schema = new mongoose.Schema<{ _id: string }>(
    { ...paths, _id: String },
    { collection, strict: false, versionKey: false, id: false, minimize: false, autoIndex: false, autoCreate: false },
  );
  for (const [keys, options] of indexes) schema.index(keys, options);
  return connection.model(collection, schema) as unknown as Model<{ _id: string }>;
}

/** Fields that a store adds to every record it makes. */
export interface Marks {
  /** Made up (the demo), never a real customer's. */
  simulated?: true;
}

export function marksOf({ simulated = false }: { simulated?: boolean }): Marks {
  return simulated ? { simulated: true } : {};
}

export function toStored<T extends { id: string }>({ id, ...rest }: T): Stored<T> {
  return { _id: id, ...rest };
}

/** The record of a lean document, without the store's own fields. */
export function toRecord<T extends { id: string }>(document: object, ownFields: readonly string[] = []): T {
  const { _id, ...rest } = document as { _id: string } & Record<string, unknown>;
  for (const field of ownFields) delete rest[field];
  return { id: _id, ...rest } as unknown as T;
}

/** `$set` of what is defined and `$unset` of what is given as undefined, so that a partial record can clear a field. */
export function toUpdate(changes: object): { $set?: Record<string, unknown>; $unset?: Record<string, ''> } {
  const set: Record<string, unknown> = {};
  const unset: Record<string, ''> = {};
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) unset[key] = '';
    else set[key] = value;
  }
  return {
    ...(Object.keys(set).length > 0 && { $set: set }),
    ...(Object.keys(unset).length > 0 && { $unset: unset }),
  };
}

/** The driver's own collection behind a model, for records that need no casting. */
export function rawCollection(model: Model<{ _id: string }>): mongoose.mongo.Collection<{ _id: string }> {
  return model.collection as unknown as mongoose.mongo.Collection<{ _id: string }>;
}

/** Whether the store refused a write because a unique value is taken: code 11000, on every engine. */
export function isDuplicate(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { code?: unknown }).code === 11000;
}

/** The places of an unordered bulk insert that were refused as taken; throws `error` again when it was about anything else. */
export function duplicatesOf(error: unknown): Set<number> {
  const failures = failuresOf(error);
  if (![...failures.values()].every(isDuplicate)) throw error;
  return new Set(failures.keys());
}

/** What failed in an unordered bulk write, by place; throws `error` again when it was about the whole. */
export function failuresOf(error: unknown): Map<number, Error> {
  const { writeErrors } = error as { writeErrors?: unknown };
  const failures: unknown[] = Array.isArray(writeErrors) ? writeErrors : writeErrors === undefined ? [] : [writeErrors];
  if (failures.length === 0) throw error;
  return new Map(
    failures.map((failure) => {
      const { index, code, errmsg } = failure as { index: number; code: number; errmsg?: string };
      return [index, Object.assign(new Error(errmsg, { cause: error }), { code })];
    }),
  );
}

/** Runs `attempt` again, once, when two writers raced for the same unique value: the second time it finds the winner's. */
export async function retryOnRace<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return attempt();
  }
}

/** Code by which the embedded engine refuses what it does not do, as MongoDB does (NotImplemented). */
const NOT_IMPLEMENTED = 238;

/** Runs a pipeline; throws STORE_UNSUPPORTED, naming it, on what the embedded engine does not do. */
export async function aggregate<R>(model: Model<{ _id: string }>, pipeline: PipelineStage[]): Promise<R[]> {
  try {
    return await model.aggregate<R>(pipeline);
  } catch (error) {
    if ((error as { code?: unknown }).code !== NOT_IMPLEMENTED) throw error;
    throw new AppError('STORE_UNSUPPORTED', messageOf(error), { cause: error });
  }
}
