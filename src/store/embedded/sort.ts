import { calculateObjectSize } from 'bson';
import { encodeKey, invert } from './bson-key.ts';
import { CommandFailure } from './failure.ts';
import { indexedAt } from './paths.ts';
import type { Sort } from './planner.ts';
import type { Document } from './query.ts';

/** What a sort without an index may hold in memory; MongoDB's own limit without disk use. */
const MAX_SORT_BYTES = 100 * 1024 * 1024;

/** Throws on anything but 1 and -1 for a field. */
export function parseSort(spec: Document): Sort {
  return Object.entries(spec).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) throw new CommandFailure('BadValue', `$sort of ${path} must be 1 or -1`);
    return [path, direction];
  });
}

/**
 * Sorts by the order of BSON values, stably. With `limit` only about twice as many are held; without, up to 100 MB,
 * then it throws.
 */
export function sortDocuments<T>(
  items: Iterable<T>,
  sort: Sort,
  documentOf: (item: T) => Document,
  limit = Number.POSITIVE_INFINITY,
): T[] {
  let held: { key: Buffer; item: T }[] = [];
  let bytes = 0;
  const order = () => held.sort((a, b) => Buffer.compare(a.key, b.key));
  for (const item of items) {
    const document = documentOf(item);
    held.push({ key: sortKey(document, sort), item });
    if (held.length >= limit * 2 + 100) held = order().slice(0, limit);
    if (limit === Number.POSITIVE_INFINITY) bytes += calculateObjectSize(document);
    if (bytes > MAX_SORT_BYTES) {
      throw new CommandFailure(
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        `Sort exceeded memory limit of ${MAX_SORT_BYTES} bytes: add an index or a limit`,
      );
    }
  }
  return order()
    .slice(0, limit)
    .map(({ item }) => item);
}

/** A list counts by its least item upwards and by its greatest downwards. */
function sortKey(document: Document, sort: Sort): Buffer {
  const parts = sort.map(([path, direction]) => {
    const keys = indexedAt(document, path).values.map(encodeKey);
    const key = keys.reduce((best, other) => (Buffer.compare(other, best) * direction < 0 ? other : best));
    return direction === 1 ? key : invert(key);
  });
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}
