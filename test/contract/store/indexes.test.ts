import { describe, expect, test } from '@jest/globals';
import { type Doc, ids, onEveryStore } from './targets.ts';

onEveryStore('indexes', (target) => {
  const duplicate = (write: Promise<unknown>) => expect(write).rejects.toMatchObject({ code: 11000 });

  describe('unique', () => {
    test('hold _id', async () => {
      await target.collection.insertOne({ _id: 1 });
      await duplicate(target.collection.insertOne({ _id: 1 }));
    });

    test('hold several fields together', async () => {
      await target.collection.createIndex({ a: 1, 'b.c': 1 }, { unique: true });
      await target.collection.insertMany([
        { a: 1, b: { c: 1 } },
        { a: 1, b: { c: 2 } },
      ]);
      await duplicate(target.collection.insertOne({ a: 1, b: { c: 2 } }));
    });

    test('count missing as one value', async () => {
      await target.collection.createIndex({ a: 1 }, { unique: true });
      await target.collection.insertOne({ _id: 1 });
      await duplicate(target.collection.insertOne({ _id: 2 }));
    });

    test('leave the missing out when they are sparse', async () => {
      await target.collection.createIndex({ a: 1 }, { unique: true, sparse: true });
      await target.collection.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3, a: 1 }]);
      await duplicate(target.collection.insertOne({ a: 1 }));
      expect(ids(await target.collection.find().sort({ a: 1, _id: 1 }).toArray())).toEqual([1, 2, 3]);
    });

    test('hold each item of a list, over documents only', async () => {
      await target.collection.createIndex({ keys: 1 }, { unique: true });
      await target.collection.insertOne({ _id: 1, keys: ['a', 'b', 'a'] });
      await duplicate(target.collection.insertOne({ _id: 2, keys: ['c', 'b'] }));
      expect(await target.collection.countDocuments({ keys: 'c' })).toBe(0);
    });

    test('hold what an update would make', async () => {
      await target.collection.createIndex({ a: 1 }, { unique: true });
      await target.collection.insertMany([
        { _id: 1, a: 1 },
        { _id: 2, a: 2 },
      ]);
      await duplicate(target.collection.updateOne({ _id: 2 }, { $set: { a: 1 } }));
      await target.collection.updateOne({ _id: 2 }, { $set: { a: 3 } });
      await target.collection.insertOne({ _id: 3, a: 2 });
      expect(await target.collection.countDocuments()).toBe(3);
    });

    test('free a value when its document goes', async () => {
      await target.collection.createIndex({ a: 1 }, { unique: true });
      await target.collection.insertOne({ _id: 1, a: 1 });
      await target.collection.deleteOne({ _id: 1 });
      await target.collection.insertOne({ _id: 2, a: 1 });
      expect(ids(await target.collection.find({ a: 1 }).toArray())).toEqual([2]);
    });

    test('hold only what a partial filter names', async () => {
      await target.collection.createIndex({ a: 1 }, { unique: true, partialFilterExpression: { open: true } });
      await target.collection.insertMany([
        { _id: 1, a: 1 },
        { _id: 2, a: 1 },
        { _id: 3, a: 1, open: true },
      ]);
      await duplicate(target.collection.updateOne({ _id: 1 }, { $set: { open: true } }));
      await target.collection.updateOne({ _id: 3 }, { $unset: { open: '' } });
      await target.collection.updateOne({ _id: 1 }, { $set: { open: true } });
      expect(ids(await target.collection.find({ a: 1, open: true }).toArray())).toEqual([1]);
      expect(await target.collection.countDocuments({ a: 1 })).toBe(3);
    });

    test('are not made over values that are not', async () => {
      await target.collection.insertMany([{ a: 1 }, { a: 1 }]);
      await duplicate(target.collection.createIndex({ a: 1 }, { unique: true }));
      expect(await target.collection.indexes()).toHaveLength(1);
    });

    test('tell of every duplicate in an unordered insert, and of the first in an ordered one', async () => {
      await target.collection.insertOne({ _id: 2 });
      const documents: Doc[] = [{ _id: 1 }, { _id: 2 }, { _id: 3 }, { _id: 3 }];
      const unordered = target.collection.insertMany(documents, { ordered: false });
      await expect(unordered).rejects.toMatchObject({ code: 11000, writeErrors: [{ index: 1 }, { index: 3 }] });
      expect(await target.collection.countDocuments()).toBe(3);
      await duplicate(target.collection.insertMany([{ _id: 3 }, { _id: 4 }]));
      expect(await target.collection.countDocuments()).toBe(3);
    });
  });

  describe('administration', () => {
    test('lists, makes again and drops indexes', async () => {
      await target.collection.createIndex({ a: 1, b: -1 }, { unique: true });
      await target.collection.createIndex({ a: 1, b: -1 }, { unique: true });
      expect(await target.collection.indexes()).toMatchObject([
        { key: { _id: 1 }, name: '_id_' },
        { key: { a: 1, b: -1 }, name: 'a_1_b_-1', unique: true },
      ]);
      await target.collection.dropIndex('a_1_b_-1');
      await target.collection.insertMany([
        { a: 1, b: 1 },
        { a: 1, b: 1 },
      ]);
      expect(await target.collection.indexes()).toHaveLength(1);
      await expect(target.collection.dropIndex('none')).rejects.toMatchObject({ code: 27 });
    });

    test('refuses an index like another with other options', async () => {
      await target.collection.createIndex({ a: 1 });
      await expect(target.collection.createIndex({ a: 1 }, { unique: true })).rejects.toThrow();
    });

    test('lists and drops collections', async () => {
      await target.collection.insertOne({ a: 1 });
      const { collectionName } = target.collection;
      const names = async () => (await target.db.listCollections().toArray()).map(({ name }) => name);
      expect(await names()).toContain(collectionName);
      await target.collection.drop();
      expect(await names()).not.toContain(collectionName);
      expect(await target.collection.countDocuments()).toBe(0);
    });

    test('tells which index finds a document', async () => {
      await target.collection.insertMany(Array.from({ length: 200 }, (_, n) => ({ n, m: n % 10 })));
      await target.collection.createIndex({ m: 1, n: -1 });
      const { executionStats } = await target.collection
        .find({ m: 3, n: { $gt: 100 } })
        .sort({ n: -1 })
        .explain();
      expect(executionStats).toMatchObject({ nReturned: 10, totalDocsExamined: 10 });
    });
  });
});
