import { bracketOf, encodeKey, isPlain, tagOf } from './bson-key.ts';
import type { CollectionInfo, Index } from './catalog.ts';
import type { Document, Filter } from './query.ts';

/** Bounds of one field, as keys: some points, or everything from `start` to before `end`. */
interface Bounds {
  points?: Buffer[];
  start?: Buffer;
  end?: Buffer;
}

/** A piece of an index to read, in upward key order: `start` <= key < `end`. */
export interface Range {
  start: Buffer;
  end: Buffer;
}

export interface Plan {
  /** Absent = the documents themselves, which lie in the order of `_id`. */
  index?: Index;
  /** Absent = all of it. In order. */
  ranges?: Range[];
  reverse: boolean;
  /** Whether documents come out in the order asked for. */
  sorted: boolean;
  /** Every document found is one asked for: none has to be tested. */
  exact: boolean;
}

export type Sort = [path: string, direction: 1 | -1][];

const MAX_POINTS = 500;

/**
 * How to find what `filter` asks for: the index with most leading fields fixed, then a range, then the order asked for.
 * A plan may find too much, never too little: unless it is exact, every document found is still tested against the filter.
 */
export function planQuery(info: CollectionInfo, filter: Filter, sort: Sort = []): Plan {
  const conditions = collectConditions(filter);
  const idBounds = boundsOf(conditions.get('_id') ?? [], false);
  const reverse = sort.length > 0 && sort[0]![0] === '_id' && sort[0]![1] === -1;
  const idRanges = idBounds?.points?.map(pointRange) ?? (idBounds && [openRange(idBounds)]);
  const byId: Plan = {
    reverse,
    sorted: sort.length === 0 || sort[0]![0] === '_id',
    exact: isSimple(filter) && Object.keys(filter).every((path) => path === '_id' && idBounds !== undefined),
    ...(idRanges && { ranges: reverse ? idRanges.reverse() : idRanges }),
  };
  if (idBounds?.points) return byId;

  let best: { plan: Plan; score: number } = { plan: byId, score: (idBounds ? 5 : 0) + (byId.sorted ? 1 : 0) };
  for (const index of info.indexes) {
    if (!isUsable(index, conditions, filter)) continue;
    const candidate = planIndex(index, conditions, sort, filter);
    if (candidate.score > best.score) best = candidate;
  }
  return best.plan;
}

function planIndex(
  index: Index,
  conditions: Map<string, unknown[]>,
  sort: Sort,
  filter: Filter,
): { plan: Plan; score: number } {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let fixed = 0;
  let range: Bounds | undefined;
  for (const { path, direction } of index.fields) {
    const bounds = boundsOf(conditions.get(path) ?? [], index.multikey);
    if (bounds === undefined) break;
    if (bounds.points && prefixes.length * bounds.points.length <= MAX_POINTS) {
      const keys = bounds.points.map((point) => (direction === 1 ? point : inverted(point)));
      prefixes = prefixes.flatMap((prefix) => keys.map((key) => Buffer.concat([prefix, key])));
      fixed++;
      continue;
    }
    if (!bounds.points) range = direction === 1 ? bounds : turned(bounds);
    break;
  }
  const order = orderAfter(index, fixed, prefixes.length, sort);
  const ranges = prefixes
    .sort(Buffer.compare)
    .map((prefix): Range => (range ? within(prefix, range) : { start: prefix, end: next(prefix) }));
  const selective = fixed > 0 || range !== undefined;
  const read = new Set(index.fields.slice(0, fixed + (range ? 1 : 0)).map(({ path }) => path));
  return {
    plan: {
      index,
      reverse: order === -1,
      sorted: order !== undefined,
      exact: !index.multikey && isSimple(filter) && Object.keys(filter).every((path) => read.has(path)),
      ...(selective && { ranges: order === -1 ? ranges.reverse() : ranges }),
    },
    score: fixed * 10 + (range ? 5 : 0) + (sort.length > 0 && order !== undefined ? 3 : 0),
  };
}

/** Reading direction in which what follows the fixed fields is in the order asked for; undefined when neither is. */
function orderAfter(index: Index, fixed: number, prefixes: number, sort: Sort): 1 | -1 | undefined {
  if (sort.length === 0) return 1;
  if (index.multikey || prefixes > 1) return undefined;
  const fixedPaths = new Set(index.fields.slice(0, fixed).map(({ path }) => path));
  const wanted = sort.filter(([path]) => !fixedPaths.has(path));
  if (wanted.length === 0) return 1;
  const rest = index.fields.slice(fixed);
  if (wanted.length > rest.length) return undefined;
  const turns = wanted.map(([path, direction], at) => (rest[at]!.path === path ? rest[at]!.direction * direction : 0));
  if (turns.every((turn) => turn === 1)) return 1;
  return turns.every((turn) => turn === -1) ? -1 : undefined;
}

/** A partial or sparse index knows only some documents: it serves a filter that asks only for those. */
function isUsable(index: Index, conditions: Map<string, unknown[]>, filter: Filter): boolean {
  if (index.partial) {
    const implied = Object.entries(index.partial).every(([path, wanted]) => {
      const given = conditions.get(path) ?? [];
      if (isPlain(wanted)) {
        return Object.keys(wanted).join() === '$exists' && wanted.$exists === true && given.some(excludesMissing);
      }
      return given.some((condition) => {
        const value = isPlain(condition) && '$eq' in condition ? condition.$eq : condition;
        return isPoint(value) && Buffer.compare(encodeKey(value), encodeKey(wanted)) === 0;
      });
    });
    if (!implied) return false;
  }
  if (index.sparse) return index.fields.some(({ path }) => (conditions.get(path) ?? []).some(excludesMissing));
  return filter !== undefined;
}

function excludesMissing(condition: unknown): boolean {
  if (!isPlain(condition)) return condition !== null && isPoint(condition);
  return Object.entries(condition).some(
    ([operator, value]) =>
      (operator === '$exists' && value === true) ||
      (['$eq', '$gt', '$gte', '$lt', '$lte'].includes(operator) && value !== null && isPoint(value)),
  );
}

/** The conditions that every result must meet, by path. */
function collectConditions(filter: Filter, found = new Map<string, unknown[]>()): Map<string, unknown[]> {
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$and') for (const part of value as Filter[]) collectConditions(part, found);
    else if (!key.startsWith('$')) found.set(key, [...(found.get(key) ?? []), value]);
  }
  return found;
}

/** Only values that an index holds as they are; not lists (it holds their items) and not patterns. */
const isPoint = (value: unknown): boolean =>
  !Array.isArray(value) &&
  !(value instanceof RegExp) &&
  (!isPlain(value) || !hasOperator(value)) &&
  !Number.isNaN(value);

const hasOperator = (value: Document): boolean => Object.keys(value).some((key) => key.startsWith('$'));

/** Whether every condition is a value, some values or a plain range, which the bounds of an index say in full. */
export function isSimple(filter: Filter): boolean {
  return Object.entries(filter).every(([path, condition]) => !path.startsWith('$') && isSimpleCondition(condition));
}

function isSimpleCondition(condition: unknown): boolean {
  if (!isPlain(condition) || !hasOperator(condition)) return isPoint(condition);
  const operators = Object.entries(condition);
  const [operator, value] = operators[0]!;
  if (operators.length === 1 && operator === '$eq') return isPoint(value);
  if (operators.length === 1 && operator === '$in') {
    return Array.isArray(value) && value.length <= MAX_POINTS && value.every(isPoint);
  }
  return operators.every(([name, bound]) => /^\$[gl]te?$/.test(name) && isOrdered(bound));
}

const isOrdered = (value: unknown): boolean =>
  typeof value === 'string' || value instanceof Date || (typeof value === 'number' && !Number.isNaN(value));

function boundsOf(conditions: unknown[], multikey: boolean): Bounds | undefined {
  let start: Buffer | undefined;
  let end: Buffer | undefined;
  for (const condition of conditions) {
    if (!isPlain(condition) || !hasOperator(condition)) {
      if (isPoint(condition)) return { points: [encodeKey(condition)] };
      continue;
    }
    if ('$eq' in condition && isPoint(condition.$eq)) return { points: [encodeKey(condition.$eq)] };
    if (Array.isArray(condition.$in) && condition.$in.length <= MAX_POINTS && condition.$in.every(isPoint)) {
      return { points: distinct(condition.$in.map(encodeKey)) };
    }
    if (isPlain(condition.$elemMatch) && Object.keys(condition.$elemMatch).join() === '$eq') {
      if (isPoint(condition.$elemMatch.$eq)) return { points: [encodeKey(condition.$elemMatch.$eq)] };
    }
    for (const [operator, value] of Object.entries(condition)) {
      if (!/^\$[gl]te?$/.test(operator) || !isPoint(value) || tagOf(value) === NULL_TAG) continue;
      const bracket = bracketOf(value);
      const key = encodeKey(value);
      if (operator === '$gt') start = highest(start, next(key));
      if (operator === '$gte') start = highest(start, key);
      if (operator === '$lt') end = lowest(end, key);
      if (operator === '$lte') end = lowest(end, next(key));
      // With several values in one document, one may meet the lower bound and another the upper: keep only one bound.
      if (multikey && start && end) end = bracket.end;
      start ??= bracket.start;
      end ??= bracket.end;
    }
  }
  return start && end ? { start, end } : undefined;
}

const NULL_TAG = tagOf(null);
const highest = (a: Buffer | undefined, b: Buffer): Buffer => (a && Buffer.compare(a, b) > 0 ? a : b);
const lowest = (a: Buffer | undefined, b: Buffer): Buffer => (a && Buffer.compare(a, b) < 0 ? a : b);
const inverted = (key: Buffer): Buffer => Buffer.from(key.map((byte) => ~byte & 0xff));
const pointRange = (key: Buffer): Range => ({ start: key, end: next(key) });
const openRange = ({ start, end }: Bounds): Range => ({ start: start!, end: end! });

/** Bounds of a field that is kept downwards: both turned over, and so exchanged. */
function turned({ start, end }: Bounds): Bounds {
  return { start: next(inverted(end!)), end: next(inverted(start!)) };
}

const within = (prefix: Buffer, { start, end }: Bounds): Range => ({
  start: Buffer.concat([prefix, start!]),
  end: Buffer.concat([prefix, end!]),
});

/** The first key after every key that begins with this one: encoded values never begin with FF. */
function next(prefix: Buffer): Buffer {
  const end = Buffer.from(prefix);
  for (let at = end.length - 1; at >= 0; at--) {
    if (end[at] !== 0xff) {
      end[at]!++;
      return end.subarray(0, at + 1);
    }
  }
  return Buffer.alloc(16, 0xff);
}

function distinct(keys: Buffer[]): Buffer[] {
  const sorted = keys.sort(Buffer.compare);
  return sorted.filter((key, at) => at === 0 || Buffer.compare(key, sorted[at - 1]!) !== 0);
}
