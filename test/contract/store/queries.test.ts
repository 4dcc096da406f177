import { describe, expect, test } from '@jest/globals';
import { Decimal128, Long, ObjectId, UUID } from 'bson';
import { type Doc, ids, onEveryStore } from './targets.ts';

const OBJECT_ID = new ObjectId('64b000000000000000000001');
const DAY = (day: number) => new Date(Date.UTC(2026, 0, day));

const PEOPLE: Doc[] = [
  { _id: 1, name: 'Ann', age: 30, tags: ['a', 'b'], at: DAY(1), home: { city: 'Paris', zip: '75' } },
  { _id: 2, name: 'bob', age: 41, tags: [], at: DAY(2), home: { city: 'Rome', zip: '00' }, vip: true },
  {
    _id: 3,
    name: '小明',
    age: null,
    tags: ['b', 'c'],
    at: DAY(3),
    orders: [
      { sku: 'x', n: 1 },
      { sku: 'y', n: 5 },
    ],
  },
  { _id: 4, name: 'Dan', tags: 'b', at: DAY(4), ref: OBJECT_ID, orders: [{ sku: 'x', n: 9 }] },
  { _id: 5, name: 'Eve', age: '30', at: null, scores: [3, 9, 12] },
];

const FILTERS: [title: string, filter: Doc, expected: number[]][] = [
  ['everything', {}, [1, 2, 3, 4, 5]],
  ['equality', { name: 'Ann' }, [1]],
  ['equality of a Chinese text', { name: '小明' }, [3]],
  ['equality through a path', { 'home.city': 'Rome' }, [2]],
  ['equality with an item of a list', { tags: 'b' }, [1, 3, 4]],
  ['equality with a whole list', { tags: ['a', 'b'] }, [1]],
  ['equality with an embedded document, in its order', { home: { city: 'Paris', zip: '75' } }, [1]],
  ['an embedded document in another order, which is another', { home: { zip: '75', city: 'Paris' } }, []],
  ['equality with null, which missing fields meet', { age: null }, [3, 4]],
  ['equality of an ObjectId', { ref: OBJECT_ID }, [4]],
  ['equality of a date', { at: DAY(2) }, [2]],
  ['a path into a list of documents', { 'orders.sku': 'y' }, [3]],
  ['a position in a list', { 'tags.0': 'b' }, [3]],
  ['a position and a path', { 'orders.1.n': 5 }, [3]],
  ['$eq', { age: { $eq: 41 } }, [2]],
  ['$ne, which missing fields meet', { age: { $ne: 30 } }, [2, 3, 4, 5]],
  ['$gt on numbers only', { age: { $gt: 29 } }, [1, 2]],
  ['$gte and $lt on dates', { at: { $gte: DAY(2), $lt: DAY(4) } }, [2, 3]],
  ['$lt on texts only', { age: { $lt: '9' } }, [5]],
  ['$lte on an item of a list', { scores: { $lte: 3 } }, [5]],
  ['two bounds met by two items of a list', { scores: { $gt: 10, $lt: 4 } }, [5]],
  ['$gte null, which means null', { age: { $gte: null } }, [3, 4]],
  ['$in', { age: { $in: [30, 41] } }, [1, 2]],
  ['$in with null', { age: { $in: [null, 41] } }, [2, 3, 4]],
  ['$in with a pattern', { name: { $in: [/^a/i, 'Eve'] } }, [1, 5]],
  ['$in with nothing', { age: { $in: [] } }, []],
  ['$nin', { age: { $nin: [30, null] } }, [2, 5]],
  ['$exists', { age: { $exists: true } }, [1, 2, 3, 5]],
  ['$exists: false through a path', { 'home.city': { $exists: false } }, [3, 4, 5]],
  ['$type', { age: { $type: 'string' } }, [5]],
  ['$type of one of several', { age: { $type: ['number', 'null'] } }, [1, 2, 3]],
  ['$and', { $and: [{ tags: 'b' }, { age: 30 }] }, [1]],
  ['$or', { $or: [{ vip: true }, { 'orders.n': { $gt: 8 } }] }, [2, 4]],
  ['$nor', { $nor: [{ tags: 'b' }, { vip: true }] }, [5]],
  ['$not', { age: { $not: { $gt: 35 } } }, [1, 3, 4, 5]],
  ['$not with a pattern', { name: { $not: /^[A-Z]/ } }, [2, 3]],
  ['$regex with options', { name: { $regex: '^B', $options: 'i' } }, [2]],
  ['a regular expression', { name: /明/ }, [3]],
  ['$all', { tags: { $all: ['b', 'c'] } }, [3]],
  ['$size', { tags: { $size: 2 } }, [1, 3]],
  ['$elemMatch on values', { scores: { $elemMatch: { $gt: 8, $lt: 10 } } }, [5]],
  ['$elemMatch on documents', { orders: { $elemMatch: { sku: 'x', n: { $gt: 5 } } } }, [4]],
  ['conditions on different items without $elemMatch', { 'orders.sku': 'x', 'orders.n': 5 }, [3]],
  ['$mod', { age: { $mod: [10, 1] } }, [2]],
  ['$expr', { $expr: { $gt: [{ $size: { $ifNull: ['$orders', []] } }, 1] } }, [3]],
];

const SHAPES: Doc[] = [
  { _id: 1, l: [] },
  { _id: 2, l: [null] },
  { _id: 3, l: [[1, 2], 3] },
  { _id: 4, l: [{ k: 1 }, { k: [2, 3] }] },
  { _id: 5, l: { k: 2 } },
  { _id: 6 },
  { _id: 7, l: 'text' },
  { _id: 8, l: [{ k: 1, n: 2 }, { n: 5 }] },
];

/** On documents whose shapes differ. */
const SHAPED: [filter: Doc, expected: number[]][] = [
  [{ l: [] }, [1]],
  [{ l: null }, [2, 6]],
  [{ l: { $exists: true } }, [1, 2, 3, 4, 5, 7, 8]],
  [{ l: [1, 2] }, [3]],
  [{ l: { $in: [3, 'text'] } }, [3, 7]],
  [{ 'l.k': 2 }, [4, 5]],
  [{ 'l.k': { $gte: 2 } }, [4, 5]],
  [{ 'l.k': [2, 3] }, [4]],
  [{ 'l.0.k': 1 }, [4, 8]],
  [{ 'l.k': { $exists: true } }, [4, 5, 8]],
  [{ 'l.n': 5 }, [8]],
  [{ 'l.k': 1, 'l.n': 5 }, [8]],
  [{ l: { $elemMatch: { k: 1, n: 2 } } }, [8]],
  [{ l: { $elemMatch: { k: 1, n: 5 } } }, []],
  [{ l: { $elemMatch: { n: null } } }, [4]],
  [{ l: { $size: 0 } }, [1]],
  [{ l: { $size: 1 } }, [2]],
  [{ l: { $type: 'array' } }, [1, 2, 3, 4, 8]],
  [{ l: { k: 2 } }, [5]],
  [{ l: { $ne: null } }, [1, 3, 4, 5, 7, 8]],
  [{ l: { $not: { $size: 0 } } }, [2, 3, 4, 5, 6, 7, 8]],
  [{ l: { $all: [[1, 2]] } }, [3]],
  [{ l: { $all: [{ $elemMatch: { k: 1 } }, { $elemMatch: { n: 5 } }] } }, [8]],
  [{ l: { $gt: 'a' } }, [7]],
  [{ l: { $regex: 'ex' } }, [7]],
];

onEveryStore('queries', (target) => {
  describe('filters', () => {
    test.each(FILTERS)('finds %s', async (_title, filter, expected) => {
      await target.collection.insertMany(PEOPLE);
      expect(ids(await target.collection.find(filter).sort({ _id: 1 }).toArray())).toEqual(expected);
    });

    test.each(FILTERS)('finds %s through an index as well', async (_title, filter, expected) => {
      await target.collection.insertMany(PEOPLE);
      for (const field of ['name', 'age', 'tags', 'at', 'home.city', 'orders.sku', 'scores', 'ref']) {
        await target.collection.createIndex({ [field]: 1 });
      }
      await target.collection.createIndex({ age: -1, name: 1 });
      expect(ids(await target.collection.find(filter).sort({ _id: 1 }).toArray())).toEqual(expected);
    });
  });

  describe('documents of different shapes', () => {
    test.each(SHAPED)('%j', async (filter, expected) => {
      await target.collection.insertMany(SHAPES);
      expect(ids(await target.collection.find(filter).sort({ _id: 1 }).toArray())).toEqual(expected);
      await target.collection.createIndex({ l: 1 });
      await target.collection.createIndex({ 'l.k': 1 });
      expect(ids(await target.collection.find(filter).sort({ _id: 1 }).toArray())).toEqual(expected);
    });
  });

  describe('values', () => {
    test('come back as they went in', async () => {
      const values = {
        _id: new UUID('00112233-4455-4677-8899-aabbccddeeff'),
        decimal: Decimal128.fromString('12.50'),
        long: Long.fromString('9007199254740993'),
        date: DAY(1),
        text: '你好\u0000!',
        list: [1, [2, { deep: null }]],
        binary: Buffer.from([1, 2, 3]),
        'dotted.name': true,
      };
      await target.collection.insertOne(values as Doc);
      const found = await target.collection.findOne({ _id: values._id }, { promoteLongs: false });
      expect(String(found?._id)).toBe(String(values._id));
      expect(found?.decimal.toString()).toBe('12.50');
      expect(found?.long.toString()).toBe('9007199254740993');
      expect(found?.date).toEqual(DAY(1));
      expect(found?.text).toBe('你好\u0000!');
      expect(found?.list).toEqual([1, [2, { deep: null }]]);
      expect([...found!.binary.buffer.subarray(0, 3)]).toEqual([1, 2, 3]);
      expect(found?.['dotted.name']).toBe(true);
    });

    test('sort in the order of their types', async () => {
      const values = [true, DAY(1), OBJECT_ID, 'a', 7, null, { a: 1 }];
      await target.collection.insertMany(values.map((value, _id) => ({ _id, value })));
      const sorted = await target.collection.find().sort({ value: 1 }).toArray();
      expect(ids(sorted)).toEqual([5, 4, 3, 6, 2, 0, 1]);
      await target.collection.createIndex({ value: 1 });
      expect(ids(await target.collection.find().sort({ value: 1 }).toArray())).toEqual([5, 4, 3, 6, 2, 0, 1]);
    });

    test('numbers compare across their types', async () => {
      await target.collection.insertMany([
        { _id: 1, n: Long.fromNumber(5) },
        { _id: 2, n: 5.5 },
        { _id: 3, n: -1 },
        { _id: 4, n: Decimal128.fromString('5') },
      ]);
      expect(
        ids(
          await target.collection
            .find({ n: { $gte: 5 } })
            .sort({ _id: 1 })
            .toArray(),
        ),
      ).toEqual([1, 2, 4]);
      expect(ids(await target.collection.find({ n: 5 }).sort({ _id: 1 }).toArray())).toEqual([1, 4]);
    });
  });

  describe('results', () => {
    test('are sorted by several fields, both ways', async () => {
      await target.collection.insertMany([
        { _id: 1, a: 1, b: 1 },
        { _id: 2, a: 1, b: 2 },
        { _id: 3, a: 2, b: 1 },
      ]);
      expect(ids(await target.collection.find().sort({ a: -1, b: 1 }).toArray())).toEqual([3, 1, 2]);
      await target.collection.createIndex({ a: 1, b: -1 });
      expect(ids(await target.collection.find().sort({ a: -1, b: 1 }).toArray())).toEqual([3, 1, 2]);
      expect(ids(await target.collection.find().sort({ a: 1, b: -1 }).toArray())).toEqual([2, 1, 3]);
      expect(ids(await target.collection.find({ a: 1 }).sort({ b: 1 }).toArray())).toEqual([1, 2]);
    });

    test('are skipped and limited after sorting', async () => {
      await target.collection.insertMany(Array.from({ length: 10 }, (_, n) => ({ _id: n, n: 10 - n })));
      expect(ids(await target.collection.find().sort({ n: 1 }).skip(2).limit(3).toArray())).toEqual([7, 6, 5]);
    });

    test('are projected by inclusion, exclusion, path and expression', async () => {
      await target.collection.insertOne({ _id: 1, a: 1, b: { c: 2, d: 3 }, list: [1, 2, 3] });
      const see = (projection: Doc) => target.collection.findOne({}, { projection });
      expect(await see({ a: 1 })).toEqual({ _id: 1, a: 1 });
      expect(await see({ a: 1, _id: 0 })).toEqual({ a: 1 });
      expect(await see({ 'b.c': 1 })).toEqual({ _id: 1, b: { c: 2 } });
      expect(await see({ b: 0, list: 0 })).toEqual({ _id: 1, a: 1 });
      expect(await see({ _id: 0, twice: { $multiply: ['$a', 2] } })).toEqual({ twice: 2 });
    });

    test('come in batches until the cursor is at its end', async () => {
      await target.collection.insertMany(Array.from({ length: 1050 }, (_, n) => ({ _id: n })));
      expect(ids(await target.collection.find().sort({ _id: 1 }).batchSize(100).toArray())).toHaveLength(1050);
    });

    test('stop when a cursor is closed', async () => {
      await target.collection.insertMany(Array.from({ length: 300 }, (_, n) => ({ _id: n })));
      const cursor = target.collection.find().batchSize(10);
      expect(await cursor.next()).toBeTruthy();
      const { id, namespace } = cursor;
      await cursor.close();
      const goOn = target.db.command({ getMore: id, collection: namespace.collection });
      await expect(goOn).rejects.toMatchObject({ code: 43 });
    });

    test('are counted, and told apart', async () => {
      await target.collection.insertMany(PEOPLE);
      expect(await target.collection.countDocuments({ tags: 'b' })).toBe(3);
      expect(await target.collection.estimatedDocumentCount()).toBe(5);
      expect((await target.collection.distinct('tags')).sort()).toEqual(['a', 'b', 'c']);
      expect(await target.collection.distinct('name', { age: 30 })).toEqual(['Ann']);
    });
  });
});
