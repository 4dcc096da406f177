import { describe, expect, test } from '@jest/globals';
import { Long } from 'bson';
import type { UpdateOptions } from 'mongodb';
import { type Doc, onEveryStore } from './targets.ts';

const UPDATES: [title: string, before: Doc, update: Doc | Doc[], after: Doc, options?: Doc][] = [
  ['$set', { a: 1 }, { $set: { a: 2, b: 'x' } }, { a: 2, b: 'x' }],
  ['$set through a path that is not there', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  ['$set behind the end of a list', { l: [1] }, { $set: { 'l.3': 4 } }, { l: [1, null, null, 4] }],
  ['$unset', { a: 1, b: { c: 1, d: 2 } }, { $unset: { a: '', 'b.c': '' } }, { b: { d: 2 } }],
  ['$unset of a list item, which leaves null', { l: [1, 2] }, { $unset: { 'l.0': '' } }, { l: [null, 2] }],
  ['$inc, also of what is missing', { a: 1 }, { $inc: { a: 2.5, b: -1 } }, { a: 3.5, b: -1 }],
  ['$mul, also of what is missing', { a: 3 }, { $mul: { a: 2, b: 5 } }, { a: 6, b: 0 }],
  ['$min and $max', { a: 5, b: 5 }, { $min: { a: 3, c: 1 }, $max: { b: 9 } }, { a: 3, b: 9, c: 1 }],
  ['$min and $max that change nothing', { a: 5, b: 5 }, { $min: { a: 7 }, $max: { b: 1 } }, { a: 5, b: 5 }],
  ['$rename', { a: 1, b: 2 }, { $rename: { a: 'c.d' } }, { b: 2, c: { d: 1 } }],
  ['$push', { l: [1] }, { $push: { l: 2, m: 'x' } }, { l: [1, 2], m: ['x'] }],
  ['$push with $each', { l: [1] }, { $push: { l: { $each: [2, 3] } } }, { l: [1, 2, 3] }],
  ['$push with $slice, of the last', { l: [1, 2] }, { $push: { l: { $each: [3, 4], $slice: -3 } } }, { l: [2, 3, 4] }],
  ['$push with $slice to a list that is not there', {}, { $push: { l: { $each: [1, 2], $slice: 1 } } }, { l: [1] }],
  [
    '$push with $sort by a field',
    { l: [{ n: 3 }] },
    { $push: { l: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
    { l: [{ n: 1 }, { n: 3 }] },
  ],
  ['$push with $position', { l: [1, 3] }, { $push: { l: { $each: [2], $position: 1 } } }, { l: [1, 2, 3] }],
  ['$push of a list as one item', { l: [] }, { $push: { l: [1, 2] } }, { l: [[1, 2]] }],
  ['$addToSet', { l: [1, 1] }, { $addToSet: { l: 2, m: 1 } }, { l: [1, 1, 2], m: [1] }],
  ['$addToSet of what is there', { l: [{ a: 1 }] }, { $addToSet: { l: { a: 1 } } }, { l: [{ a: 1 }] }],
  ['$addToSet with $each', { l: [1] }, { $addToSet: { l: { $each: [1, 2, 2] } } }, { l: [1, 2] }],
  ['$pull of a value', { l: [1, 2, 1] }, { $pull: { l: 1 } }, { l: [2] }],
  ['$pull by a condition', { l: [1, 5, 9] }, { $pull: { l: { $gte: 5 } } }, { l: [1] }],
  ['$pull of documents', { l: [{ a: 1, b: 2 }, { a: 2 }] }, { $pull: { l: { a: 1 } } }, { l: [{ a: 2 }] }],
  ['$pullAll', { l: [1, 2, 3] }, { $pullAll: { l: [1, 3] } }, { l: [2] }],
  ['$pop of the last and of the first', { l: [1, 2, 3], m: [1, 2] }, { $pop: { l: 1, m: -1 } }, { l: [1, 2], m: [2] }],
  ['the item the query found, by $', { l: [1, 5, 9] }, { $set: { 'l.$': 0 } }, { l: [1, 0, 9] }, { filter: { l: 5 } }],
  [
    'a field of the document the query found, by $',
    {
      l: [
        { k: 'a', n: 1 },
        { k: 'b', n: 1 },
      ],
    },
    { $inc: { 'l.$.n': 1 } },
    {
      l: [
        { k: 'a', n: 1 },
        { k: 'b', n: 2 },
      ],
    },
    { filter: { 'l.k': 'b' } },
  ],
  [
    'the item an $elemMatch found, by $',
    {
      l: [
        { k: 'a', n: 1 },
        { k: 'a', n: 2 },
      ],
    },
    { $set: { 'l.$.x': true } },
    {
      l: [
        { k: 'a', n: 1 },
        { k: 'a', n: 2, x: true },
      ],
    },
    { filter: { l: { $elemMatch: { k: 'a', n: 2 } } } },
  ],
  ['every item, by $[]', { l: [{ n: 1 }, { n: 2 }] }, { $inc: { 'l.$[].n': 10 } }, { l: [{ n: 11 }, { n: 12 }] }],
  [
    'items by an array filter',
    { l: [1, 5, 9] },
    { $set: { 'l.$[big]': 0 } },
    { l: [1, 0, 0] },
    { arrayFilters: [{ big: { $gte: 5 } }] },
  ],
  [
    'fields by an array filter',
    {
      l: [
        { k: 'a', n: 1 },
        { k: 'b', n: 1 },
      ],
    },
    { $set: { 'l.$[one].n': 7 } },
    {
      l: [
        { k: 'a', n: 1 },
        { k: 'b', n: 7 },
      ],
    },
    { arrayFilters: [{ 'one.k': 'b' }] },
  ],
  ['by a pipeline', { a: 2, b: 1 }, [{ $set: { sum: { $add: ['$a', '$b'] } } }, { $unset: 'b' }], { a: 2, sum: 3 }],
];

const REFUSED: [title: string, update: Doc][] = [
  ['$inc of a text', { $inc: { text: 1 } }],
  ['$inc by a text', { $inc: { n: 'x' } }],
  ['$push to a number', { $push: { n: 1 } }],
  ['$addToSet to a number', { $addToSet: { n: 1 } }],
  ['$set below a number', { $set: { 'n.x': 1 } }],
  ['a change of _id', { $set: { _id: 9 } }],
  ['two changes of one path', { $set: { n: 1 }, $inc: { n: 1 } }],
  ['changes of a path and of what is below it', { $set: { o: 1, 'o.p': 2 } }],
  ['an operator that does not exist', { $frobnicate: { n: 1 } }],
];

onEveryStore('updates', (target) => {
  describe('of one document', () => {
    test.each(UPDATES)('%s', async (_title, before, update, after, options = {}) => {
      const { filter = {}, ...others } = options;
      await target.collection.insertOne({ _id: 1, ...before });
      await target.collection.updateOne({ _id: 1, ...filter }, update, others as UpdateOptions);
      expect(await target.collection.findOne()).toEqual({ _id: 1, ...after });
    });

    test.each(REFUSED)('refuses %s and changes nothing', async (_title, update) => {
      const before = { _id: 1, n: 1, text: 'x', o: {} };
      await target.collection.insertOne(before);
      await expect(target.collection.updateOne({ _id: 1 }, update)).rejects.toThrow();
      expect(await target.collection.findOne()).toEqual(before);
    });

    test('tells what it matched and what it changed', async () => {
      await target.collection.insertOne({ _id: 1, a: 1 });
      const set = (filter: Doc, a: number) => target.collection.updateOne(filter, { $set: { a } });
      expect(await set({ _id: 1 }, 2)).toMatchObject({ matchedCount: 1, modifiedCount: 1 });
      expect(await set({ _id: 1 }, 2)).toMatchObject({ matchedCount: 1, modifiedCount: 0 });
      expect(await set({ _id: 2 }, 2)).toMatchObject({ matchedCount: 0, modifiedCount: 0 });
    });

    test('sets the current date', async () => {
      await target.collection.insertOne({ _id: 1 });
      await target.collection.updateOne({ _id: 1 }, { $currentDate: { at: true } });
      expect((await target.collection.findOne())?.at).toBeInstanceOf(Date);
    });

    test('replaces a whole document and keeps its id', async () => {
      await target.collection.insertOne({ _id: 1, a: 1 });
      await target.collection.replaceOne({ a: 1 }, { b: 2 });
      expect(await target.collection.findOne()).toEqual({ _id: 1, b: 2 });
    });

    test('leaves 64-bit integers what they are', async () => {
      const big = Long.fromString('9007199254740993');
      await target.collection.insertOne({ _id: 1, big, small: Long.fromNumber(1) });
      await target.collection.updateOne({ _id: 1 }, { $set: { a: 1 }, $inc: { big: 1 } });
      const found = await target.collection.findOne({}, { promoteLongs: false });
      expect(found?.big.toString()).toBe('9007199254740994');
      expect(found?.small).toMatchObject({ _bsontype: 'Long' });
    });
  });

  describe('of many documents', () => {
    test('change all that match, once', async () => {
      await target.collection.insertMany(Array.from({ length: 300 }, (_, n) => ({ _id: n, n })));
      await target.collection.createIndex({ n: 1 });
      const result = await target.collection.updateMany({ n: { $gte: 100 } }, { $inc: { n: 1000 } });
      expect(result.modifiedCount).toBe(200);
      expect(await target.collection.countDocuments({ n: { $gte: 1100 } })).toBe(200);
      expect(await target.collection.countDocuments({ n: { $gte: 1300 } })).toBe(0);
    });

    test('are deleted, one or all', async () => {
      await target.collection.insertMany([{ a: 1 }, { a: 1 }, { a: 1 }, { a: 2 }]);
      expect(await target.collection.deleteOne({ a: 1 })).toMatchObject({ deletedCount: 1 });
      expect(await target.collection.deleteMany({ a: 1 })).toMatchObject({ deletedCount: 2 });
      expect(await target.collection.countDocuments()).toBe(1);
    });

    test('are deleted by the thousand', async () => {
      await target.collection.insertMany(Array.from({ length: 1600 }, (_, n) => ({ n })));
      await target.collection.createIndex({ n: 1 });
      expect(await target.collection.deleteMany({ n: { $gte: 100 } })).toMatchObject({ deletedCount: 1500 });
      expect(await target.collection.countDocuments({ n: { $gte: 0 } })).toBe(100);
    });

    test('go in one bulk of every kind', async () => {
      const result = await target.collection.bulkWrite([
        { insertOne: { document: { _id: 1, n: 1 } } },
        { updateOne: { filter: { _id: 1 }, update: { $inc: { n: 1 } } } },
        { updateOne: { filter: { _id: 2 }, update: { $set: { n: 9 } }, upsert: true } },
        { deleteOne: { filter: { _id: 1 } } },
      ]);
      expect(result).toMatchObject({ insertedCount: 1, modifiedCount: 1, upsertedCount: 1, deletedCount: 1 });
      expect(await target.collection.find().toArray()).toEqual([{ _id: 2, n: 9 }]);
    });
  });

  describe('that insert', () => {
    test('take the equalities of the filter, and $setOnInsert', async () => {
      const upsert = () =>
        target.collection.updateOne(
          { _id: 1, 'a.b': 2, $and: [{ c: { $eq: 3 } }], d: { $gt: 4 } },
          { $set: { e: 5 }, $setOnInsert: { d: 6 } },
          { upsert: true },
        );
      expect(await upsert()).toMatchObject({ upsertedCount: 1, upsertedId: 1 });
      expect(await target.collection.findOne()).toEqual({ _id: 1, a: { b: 2 }, c: 3, d: 6, e: 5 });
      expect(await upsert()).toMatchObject({ upsertedCount: 0, matchedCount: 1 });
    });

    test('make an id where none is given', async () => {
      const { upsertedId } = await target.collection.updateOne({ a: 1 }, { $set: { b: 2 } }, { upsert: true });
      expect(await target.collection.findOne()).toEqual({ _id: upsertedId, a: 1, b: 2 });
    });

    test('put a replacement in', async () => {
      await target.collection.replaceOne({ _id: 7 }, { a: 1 }, { upsert: true });
      expect(await target.collection.findOne()).toEqual({ _id: 7, a: 1 });
    });
  });

  describe('that answer with the document', () => {
    test('as it was, or as it became', async () => {
      await target.collection.insertOne({ _id: 1, n: 1 });
      const inc = (returnDocument: 'before' | 'after') =>
        target.collection.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } }, { returnDocument });
      expect(await inc('before')).toEqual({ _id: 1, n: 1 });
      expect(await inc('after')).toEqual({ _id: 1, n: 3 });
    });

    test('take the first in an order, projected', async () => {
      await target.collection.insertMany([
        { _id: 1, n: 5, x: 1 },
        { _id: 2, n: 3, x: 1 },
      ]);
      const found = await target.collection.findOneAndUpdate(
        {},
        { $set: { seen: true } },
        { sort: { n: 1 }, projection: { n: 1 } },
      );
      expect(found).toEqual({ _id: 2, n: 3 });
    });

    test('answer null where there is none, and the new one on upsert', async () => {
      const set = (upsert: boolean) =>
        target.collection.findOneAndUpdate({ _id: 1 }, { $set: { a: 1 } }, { upsert, returnDocument: 'after' });
      expect(await set(false)).toBeNull();
      expect(await set(true)).toEqual({ _id: 1, a: 1 });
    });

    test('delete, or replace it', async () => {
      await target.collection.insertMany([{ _id: 1, a: 1 }, { _id: 2 }]);
      expect(await target.collection.findOneAndReplace({ _id: 1 }, { b: 1 })).toEqual({ _id: 1, a: 1 });
      expect(await target.collection.findOneAndDelete({ _id: 1 })).toEqual({ _id: 1, b: 1 });
      expect(await target.collection.countDocuments()).toBe(1);
    });
  });

  describe('at the same time', () => {
    test('count exactly', async () => {
      await target.collection.insertOne({ _id: 1, n: 0 });
      await Promise.all(Array.from({ length: 100 }, () => target.collection.updateOne({ _id: 1 }, { $inc: { n: 1 } })));
      expect(await target.collection.findOne()).toEqual({ _id: 1, n: 100 });
    });

    test('give each waiting job to one worker', async () => {
      await target.collection.insertMany(Array.from({ length: 40 }, (_, n) => ({ _id: n, state: 'waiting' })));
      const take = () =>
        target.collection.findOneAndUpdate({ state: 'waiting' }, { $set: { state: 'taken' } }, { sort: { _id: 1 } });
      const taken = await Promise.all(Array.from({ length: 60 }, take));
      const got = taken.filter((job) => job !== null).map((job) => job._id);
      expect(new Set(got).size).toBe(40);
      expect(got).toHaveLength(40);
    });

    test('insert a unique value once', async () => {
      await target.collection.createIndex({ key: 1 }, { unique: true });
      const results = await Promise.allSettled(
        Array.from({ length: 30 }, (_, n) => target.collection.insertOne({ _id: n, key: 'same' })),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 11000 });
      }
      expect(await target.collection.countDocuments({ key: 'same' })).toBe(1);
    });

    test('upsert one document of an id', async () => {
      const upsert = () => target.collection.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { upsert: true });
      await Promise.all(Array.from({ length: 30 }, () => upsert().catch(upsert)));
      expect(await target.collection.findOne()).toEqual({ _id: 1, n: 30 });
    });
  });
});
