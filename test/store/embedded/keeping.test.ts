import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Document } from 'mongodb';

import { newFolder, type Opened, openEngine, removeFolder } from './engine.ts';

interface Person {
  _id: number;
  city: string;
  age: number;
  tags: string[];
  open?: boolean;
  nick?: string;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes that are still held. */
function heldBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe('the embedded engine', () => {
  let opened: Opened;
  let time = new Date('2026-05-01T00:00:00Z');
  beforeEach(async () => {
    time = new Date('2026-05-01T00:00:00Z');
    opened = await openEngine(newFolder(), () => time);
  });
  afterEach(async () => {
    await opened.close();
    removeFolder(opened.folder);
  });

  describe('with a TTL index', () => {
    test('removes what has expired, and its index entries, and nothing else', async () => {
      const collection = opened.db.collection<{ _id: number; at: unknown }>('sessions');
      await collection.createIndex({ at: 1 }, { expireAfterSeconds: 3600 });
      await collection.insertMany([
        { _id: 1, at: new Date('2026-05-01T00:00:00Z') },
        { _id: 2, at: new Date('2026-05-01T00:30:00Z') },
        { _id: 3, at: 'no date' },
        { _id: 4, at: null },
      ]);
      expect(await opened.engine.sweep()).toBe(0);
      time = new Date('2026-05-01T01:15:00Z');
      expect(await opened.engine.sweep()).toBe(1);
      expect((await collection.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual([2, 3, 4]);
      time = new Date('2027-01-01T00:00:00Z');
      expect(await opened.engine.sweep()).toBe(1);
      expect(await collection.countDocuments({ at: { $lt: time } })).toBe(0);
    });

    test('removes more than one batch', async () => {
      const collection = opened.db.collection('sessions');
      await collection.createIndex({ at: 1 }, { expireAfterSeconds: 0 });
      await collection.insertMany(Array.from({ length: 1200 }, () => ({ at: new Date('2026-04-01T00:00:00Z') })));
      expect(await opened.engine.sweep()).toBe(1200);
      expect(await collection.estimatedDocumentCount()).toBe(0);
    });
  });

  describe('reading by an index', () => {
    const cost = async (filter: Document, sort: Document = {}, limit = 0) => {
      const { queryPlanner, executionStats } = await opened.db
        .collection('people')
        .find(filter)
        .sort(sort as never)
        .limit(limit)
        .explain();
      const { winningPlan } = queryPlanner as { winningPlan: { stage: string; indexName?: string } };
      return {
        plan: winningPlan.indexName ?? winningPlan.stage,
        read: executionStats.totalDocsExamined as number,
        found: executionStats.nReturned as number,
      };
    };

    beforeEach(async () => {
      const people = opened.db.collection<Person>('people');
      await people.createIndex({ city: 1, age: -1 }, { name: 'city-age' });
      await people.createIndex({ tags: 1 }, { name: 'tags' });
      await people.createIndex({ age: 1 }, { name: 'open-age', partialFilterExpression: { open: true } });
      await people.createIndex({ nick: 1 }, { name: 'nick', sparse: true });
      await people.insertMany(
        Array.from({ length: 1000 }, (_, n) => ({
          _id: n,
          city: `c${n % 10}`,
          age: n % 100,
          tags: [`t${n % 20}`, `u${n % 3}`],
          ...(n % 50 === 0 && { open: true, nick: `n${n}` }),
        })),
      );
    });

    test('reads only what an equality names', async () => {
      expect(await cost({ _id: 5 })).toEqual({ plan: 'IDHACK', read: 1, found: 1 });
      expect(await cost({ _id: { $in: [5, 7, 5000] } })).toEqual({ plan: 'IDHACK', read: 2, found: 2 });
      expect(await cost({ city: 'c3' })).toEqual({ plan: 'city-age', read: 100, found: 100 });
      expect(await cost({ tags: 't4' })).toEqual({ plan: 'tags', read: 50, found: 50 });
    });

    test('reads only what a range behind an equality covers, downwards too', async () => {
      expect(await cost({ city: 'c3', age: { $gte: 13, $lt: 33 } })).toEqual({ plan: 'city-age', read: 20, found: 20 });
      expect(await cost({ city: 'c3', age: { $gt: 13, $lte: 33 } })).toEqual({ plan: 'city-age', read: 20, found: 20 });
      expect(await cost({ city: { $in: ['c3', 'c4'] }, age: 13 })).toEqual({ plan: 'city-age', read: 10, found: 10 });
    });

    test('sorts by the index, both ways, and stops at the limit', async () => {
      expect(await cost({ city: 'c3' }, { age: -1 }, 5)).toEqual({ plan: 'city-age', read: 5, found: 5 });
      expect(await cost({ city: 'c3' }, { age: 1 }, 5)).toEqual({ plan: 'city-age', read: 5, found: 5 });
      expect(await cost({}, { _id: -1 }, 5)).toEqual({ plan: 'COLLSCAN', read: 5, found: 5 });
      const oldest = await opened.db.collection('people').find({ city: 'c3' }).sort({ age: 1 }).limit(2).toArray();
      expect(oldest.map(({ age }) => age)).toEqual([3, 3]);
    });

    test('uses a partial or a sparse index only where it knows every answer', async () => {
      expect(await cost({ open: true, age: { $gte: 0 } })).toMatchObject({ plan: 'open-age', read: 20, found: 20 });
      expect(await cost({ age: 13 })).toMatchObject({ plan: 'COLLSCAN', read: 1000, found: 10 });
      expect(await cost({ nick: 'n50' })).toMatchObject({ plan: 'nick', read: 1, found: 1 });
      expect(await cost({ nick: null })).toMatchObject({ plan: 'COLLSCAN', found: 980 });
    });
  });

  describe('with much to hold', () => {
    const filled = async (count: number) => {
      const collection = opened.db.collection<{ _id: number; k: number; text: string }>('much');
      for (let from = 0; from < count; from += 1000) {
        const part = Array.from({ length: 1000 }, (_, n) => ({ _id: from + n, k: n % 7, text: 'x'.repeat(2000) }));
        await collection.insertMany(part);
      }
      return collection;
    };

    test('reads and groups 40 MB without holding them', async () => {
      const collection = await filled(20_000);
      const before = heldBytes();
      let most = 0;
      let read = 0;
      for await (const _ of collection.find().batchSize(100)) {
        if (read++ % 2000 === 1999) most = Math.max(most, heldBytes() - before);
      }
      const groups = await collection.aggregate([{ $group: { _id: '$k', n: { $sum: 1 } } }]).toArray();
      expect(read).toBe(20_000);
      expect(groups).toHaveLength(7);
      expect(most).toBeLessThan(8 * 1024 * 1024);
    });

    test('sorts without an index keep to the limit asked for', async () => {
      const collection = await filled(3000);
      const top = await collection.find().sort({ k: -1, _id: 1 }).limit(3).toArray();
      expect(top.map(({ _id }) => _id)).toEqual([6, 13, 20]);
    });
  });
});
