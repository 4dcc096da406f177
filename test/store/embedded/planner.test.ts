import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deserialize, Long, ObjectId, serialize } from 'bson';
import fc from 'fast-check';
import type { Document } from 'mongodb';
import { compareBson, encodeField, encodeKey } from '../../../src/store/embedded/bson-key.ts';
import { newFolder, type Opened, openEngine, removeFolder } from './engine.ts';

const scalar = fc.oneof(
  fc.constantFrom(null, true, false, '', 'a', 'ab', 'a\u0000', '小', '小明', 0, -0, -1.5, 2, 1e300, -1e-300),
  fc.constantFrom(new Date(0), new Date(-1), new Date('2026-01-01'), new ObjectId('64b000000000000000000001')),
  { weight: 5, arbitrary: fc.integer({ min: -3, max: 3 }) },
  fc.constantFrom(Long.fromString('9007199254740993'), Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY),
);
const value = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 3, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ c: scalar }, { requiredKeys: [] }) },
);
const person = fc.record({ a: value, b: value, open: fc.boolean() }, { requiredKeys: [] });

const comparison = fc.oneof(
  scalar,
  fc.record({ $gte: scalar, $lt: scalar }, { requiredKeys: ['$gte'] }),
  fc.record({ $gt: scalar, $lte: scalar }, { requiredKeys: ['$lte'] }),
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $elemMatch: fc.record({ $eq: scalar }) }),
  fc.record({ $ne: scalar }),
  fc.record({ $exists: fc.boolean() }),
);
const conditions = fc.record(
  { a: comparison, b: comparison, 'a.c': comparison, open: fc.boolean() },
  { requiredKeys: [] },
);
const filter = fc.oneof(conditions, fc.record({ $and: fc.array(conditions, { minLength: 1, maxLength: 2 }) }));
const direction = fc.constantFrom(1, -1);
const sort = fc
  .constantFrom(['a'], ['b', 'a'], ['a', 'b'], ['a', '_id'], ['_id'])
  .chain((paths) =>
    fc
      .tuple(...paths.map(() => direction))
      .map((ways) => Object.fromEntries(paths.map((path, at) => [path, ways[at]]))),
  );

describe('keys of an index', () => {
  test('are in the order of their values, upwards and downwards, and never begin one another', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        const order = Math.sign(compareBson(one, other));
        expect(Math.sign(Buffer.compare(encodeKey(one), encodeKey(other)))).toBe(order);
        expect(Math.sign(Buffer.compare(encodeField(other, -1), encodeField(one, -1)))).toBe(order);
        if (order !== 0) expect(encodeKey(one).subarray(0, encodeKey(other).length)).not.toEqual(encodeKey(other));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a query', () => {
  let opened: Opened;
  let count = 0;
  beforeAll(async () => {
    opened = await openEngine(newFolder());
  });
  afterAll(async () => {
    await opened.close();
    removeFolder(opened.folder);
  });

  test('answers the same with indexes as without, in the same order', async () => {
    const run = async (people: object[], filters: Document[], order: Document) => {
      const documents = people.map((one, _id) => ({ _id, ...one }));
      const plain = opened.db.collection<Document>(`plain${count}`);
      const indexed = opened.db.collection<Document>(`indexed${count++}`);
      await indexed.createIndexes([
        { key: { a: 1 } },
        { key: { b: -1, a: 1 } },
        { key: { a: -1, _id: 1 } },
        { key: { 'a.c': 1 }, sparse: true },
        { key: { b: 1 }, partialFilterExpression: { open: true } },
      ]);
      const fitting = documents.filter(({ a, b }: Document) => !(Array.isArray(a) && Array.isArray(b)));
      fc.pre(fitting.length > 0);
      await plain.insertMany(fitting as never[]);
      await indexed.insertMany(fitting as never[]);
      for (const one of filters) {
        const expected = await plain.find(one).sort({ _id: 1 }).toArray();
        expect(await indexed.find(one).sort({ _id: 1 }).toArray()).toEqual(expected);
        // Ties may come in any order: what they are sorted by may not.
        const keys = async (collection: typeof plain) =>
          (
            await collection
              .find(one)
              .sort(order as never)
              .toArray()
          ).map(({ a, b }) => ({
            ...('a' in order && { a: sortValue(a, order.a) }),
            ...('b' in order && { b: sortValue(b, order.b) }),
          }));
        expect(await keys(indexed)).toEqual(await keys(plain));
      }
      await indexed.deleteMany({});
      expect(await indexed.countDocuments({ a: { $gte: '' } })).toBe(0);
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 1, maxLength: 25 }),
        fc.array(filter, { minLength: 1, maxLength: 8 }),
        sort,
        run,
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

/** What a value counts as in a sort: of a list, its least or greatest item. */
function sortValue(value: unknown, way: number): string {
  const items = Array.isArray(value) ? (value.length === 0 ? [undefined] : value) : [value];
  // Through bytes: the driver's values are of another copy of the bson package than ours.
  const keys = items.map((item) => encodeKey(deserialize(serialize({ item })).item).toString('hex')).sort();
  return (way === 1 ? keys[0] : keys.at(-1)) ?? '';
}
