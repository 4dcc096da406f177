import { Long } from 'bson';
import { CommandFailure } from './failure.ts';
import type { Document } from './query.ts';
import { RawDocument } from './wire.ts';

/** Open cursors: what is left of a result, read as the client asks for it. */
export interface Cursors {
  /** The first batch, and a cursor when there is more. */
  open(namespace: string, documents: Iterator<Uint8Array>, options: { batchSize?: number; single?: boolean }): Document;
  next(id: unknown, batchSize?: number): Document;
  kill(ids: unknown[]): { killed: unknown[]; missing: unknown[] };
  /** Forgets cursors not asked for since `before`, as MongoDB does after 10 minutes. */
  expire(before: number): void;
}

const FIRST_BATCH = 101;
/** A batch stays below this unless one document alone is larger. */
const BATCH_BYTES = 16 * 1024 * 1024;

interface Open {
  namespace: string;
  documents: Iterator<Uint8Array>;
  /** Read ahead, so that a cursor that is at its end is known to be. */
  ahead: IteratorResult<Uint8Array>;
  usedAt: number;
}

export function createCursors(now: () => number): Cursors {
  const cursors = new Map<string, Open>();
  let lastId = 0;

  const batch = (cursor: Open, size: number): RawDocument[] => {
    const documents: RawDocument[] = [];
    let bytes = 0;
    while (!cursor.ahead.done && documents.length < size) {
      const raw = cursor.ahead.value;
      if (documents.length > 0 && bytes + raw.length > BATCH_BYTES) break;
      bytes += raw.length;
      documents.push(new RawDocument(raw));
      cursor.ahead = cursor.documents.next();
    }
    return documents;
  };

  return {
    open(namespace, documents, { batchSize = FIRST_BATCH, single = false }) {
      const cursor: Open = { namespace, documents, ahead: documents.next(), usedAt: now() };
      const firstBatch = batch(cursor, batchSize);
      if (cursor.ahead.done || single) return { cursor: { id: Long.ZERO, ns: namespace, firstBatch } };
      const id = String(++lastId);
      cursors.set(id, cursor);
      return { cursor: { id: Long.fromString(id), ns: namespace, firstBatch } };
    },

    next(id, batchSize = Number.POSITIVE_INFINITY) {
      const cursor = cursors.get(String(id));
      if (!cursor) throw new CommandFailure('CursorNotFound', `cursor id ${String(id)} not found`);
      cursor.usedAt = now();
      let nextBatch: RawDocument[];
      try {
        nextBatch = batch(cursor, batchSize);
      } catch (error) {
        cursors.delete(String(id));
        throw error;
      }
      if (cursor.ahead.done) cursors.delete(String(id));
      return {
        cursor: { id: cursor.ahead.done ? Long.ZERO : Long.fromString(String(id)), ns: cursor.namespace, nextBatch },
      };
    },

    kill(ids) {
      const killed = ids.filter((id) => cursors.delete(String(id)));
      return { killed, missing: ids.filter((id) => !killed.includes(id)) };
    },

    expire(before) {
      for (const [id, { usedAt }] of cursors) if (usedAt < before) cursors.delete(id);
    },
  };
}
