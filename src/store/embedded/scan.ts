import { deserialize } from 'bson';
import { type CollectionInfo, numbered } from './catalog.ts';
import { documentKeyOf } from './entry.ts';
import type { Plan, Range } from './planner.ts';
import type { Document } from './query.ts';
import type { Storage, Table } from './storage.ts';

/** A document as it was found: its bytes as stored, and decoded (integers within 2^53 as numbers) when it is asked for. */
export interface Found {
  readonly raw: Buffer;
  readonly document: Document;
}

/** What a reading cost, for `explain` and tests. */
export interface ScanCount {
  keys: number;
  documents: number;
}

const CHUNK = 100;

/**
 * Walks a plan's documents. Reads a chunk at a time and goes on from the last key, so that no LMDB snapshot stays open
 * while a client thinks, and memory holds one chunk.
 */
export function* scan(
  { documents, entries }: Storage,
  info: CollectionInfo,
  { index, ranges, reverse }: Plan,
  count: ScanCount = { keys: 0, documents: 0 },
): Generator<Found> {
  const table = index ? entries : documents;
  const number = index ? index.id : info.id;
  const whole: Range = { start: Buffer.alloc(0), end: Buffer.alloc(16, 0xff) };
  const seen = index?.multikey ? new Set<string>() : undefined;
  for (const { start, end } of ranges ?? [whole]) {
    const bounds = { start: numbered(number, start), end: numbered(number, end) };
    for (const { key, value } of walk(table, bounds, reverse)) {
      count.keys++;
      const idKey = index && documentKeyOf(key, value);
      if (idKey && seen) {
        const id = idKey.toString('latin1');
        if (seen.has(id)) continue;
        seen.add(id);
      }
      const raw = idKey ? documents.get(numbered(info.id, idKey)) : value;
      // Between two chunks a document may go whose entry was read before.
      if (raw === undefined) continue;
      count.documents++;
      yield found(raw);
    }
  }
}

function* walk(table: Table, { start, end }: Range, reverse: boolean): Generator<{ key: Buffer; value: Buffer }> {
  let low = start;
  let high = end;
  let limit = 8;
  for (;;) {
    // LMDB's reverse walk takes its start, the upper bound, inclusively, and its end exclusively.
    const chunk = reverse
      ? [...table.getRange({ start: high, end: low, reverse: true, limit, exclusiveStart: true, inclusiveEnd: true })]
      : [...table.getRange({ start: low, end: high, limit })];
    yield* chunk;
    if (chunk.length < limit) return;
    const last = chunk.at(-1)!.key;
    if (reverse) high = last;
    else low = Buffer.concat([last, Buffer.from([0])]);
    limit = CHUNK;
  }
}

function found(raw: Buffer): Found {
  let document: Document | undefined;
  return {
    raw,
    get document() {
      document ??= decode(raw);
      return document;
    },
  };
}

export function decode(raw: Uint8Array): Document {
  return deserialize(raw) as Document;
}
