import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Decimal128 } from 'bson';
import type { Document } from 'mongodb';
import { newFolder, type Opened, openEngine, removeFolder } from './engine.ts';

const PIPELINES: [named: string, stage: Document][] = [
  ['$bucket', { $bucket: { groupBy: '$n', boundaries: [0, 1] } }],
  ['$bucketAuto', { $bucketAuto: { groupBy: '$n', buckets: 2 } }],
  ['$out', { $out: 'other' }],
  ['$graphLookup', { $graphLookup: {} }],
  ['$setWindowFields', { $setWindowFields: {} }],
  ['$changeStream', { $changeStream: {} }],
  ['$sample', { $sample: { size: 1 } }],
  ['$percentile', { $group: { _id: null, p: { $percentile: { input: '$n', p: [0.5], method: 'approximate' } } } }],
  ['$median', { $group: { _id: null, p: { $median: { input: '$n', method: 'approximate' } } } }],
  ['$stdDevPop', { $group: { _id: null, p: { $stdDevPop: '$n' } } }],
  ['$dateTrunc', { $project: { day: { $dateTrunc: { date: '$at', unit: 'day' } } } }],
  ['$function', { $project: { f: { $function: { body: 'x', args: [], lang: 'js' } } } }],
  ['$frobnicate', { $addFields: { x: { $cond: [true, { $frobnicate: 1 }, 2] } } }],
  ['$USER_ROLES', { $project: { x: '$$USER_ROLES' } }],
  ['$where', { $match: { $where: 'true' } }],
  ['$text', { $match: { $text: { $search: 'x' } } }],
  ['$near', { $match: { place: { $near: [0, 0] } } }],
  ['$jsonSchema', { $match: { $jsonSchema: {} } }],
  ['whenMatched', { $merge: { into: 'other', whenMatched: [{ $set: { a: 1 } }] } }],
  ['$merge on', { $merge: { into: 'other', on: 'name' } }],
];

describe('what the engine does not do', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openEngine(newFolder());
  });
  afterAll(async () => {
    await opened.close();
    removeFolder(opened.folder);
  });

  test.each(PIPELINES)('%s is refused by its name, even where there is nothing to read', async (named, stage) => {
    const refused = opened.db.collection('empty').aggregate([stage]).toArray();
    await expect(refused).rejects.toMatchObject({ code: 238, message: expect.stringContaining(named) });
  });

  test.each([
    ['the command mapReduce', { mapReduce: 'a' }, 59],
    ['collation', { find: 'a', collation: { locale: 'zh' } }, 238],
    ['tailable', { find: 'a', tailable: true }, 238],
    ['let', { aggregate: 'a', pipeline: [], cursor: {}, let: { x: 1 } }, 238],
    ['startTransaction', { insert: 'a', documents: [], startTransaction: true }, 238],
    ['validator', { create: 'a', validator: {} }, 238],
    ['the index type "text"', { createIndexes: 'a', indexes: [{ key: { t: 'text' }, name: 't' }] }, 238],
    ['collation of an index', { createIndexes: 'a', indexes: [{ key: { t: 1 }, name: 't', collation: {} }] }, 238],
    ['positional projections', { find: 'a', projection: { 'l.$': 1 } }, 238],
    ['the projection $slice', { find: 'a', projection: { l: { $slice: 1 } } }, 238],
  ])('%s is refused by its name', async (named, command, code) => {
    await expect(opened.db.command(command)).rejects.toMatchObject({ code, message: expect.stringContaining(named) });
  });

  test('sums over decimals are refused instead of passing over them', async () => {
    const collection = opened.db.collection('decimals');
    await collection.insertOne({ price: Decimal128.fromString('1.10') });
    const sum = collection.aggregate([{ $group: { _id: null, total: { $sum: '$price' } } }]).toArray();
    await expect(sum).rejects.toMatchObject({ code: 238 });
    const product = collection.aggregate([{ $project: { twice: { $multiply: ['$price', 2] } } }]).toArray();
    await expect(product).rejects.toMatchObject({ code: 238 });
  });

  test('a key too long for the files is refused, and a text that long outside an index is not', async () => {
    const collection = opened.db.collection<{ _id: string; text?: string }>('long');
    await expect(collection.insertOne({ _id: 'x'.repeat(3000) })).rejects.toMatchObject({ code: 17280 });
    await collection.insertOne({ _id: 'a', text: 'x'.repeat(3000) });
    await expect(collection.createIndex({ text: 1 })).rejects.toMatchObject({ code: 17280 });
    expect(await collection.countDocuments()).toBe(1);
  });

  test('bytes that are no message end their connection and nothing else', async () => {
    const path = decodeURIComponent(opened.engine.uri.split('//')[1]!.split('/')[0]!);
    const socket = connect(path);
    await new Promise<void>((resolve) => {
      socket.on('close', () => resolve());
      socket.on('error', () => {});
      socket.write(Buffer.alloc(64, 0xff));
    });
    expect(await opened.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  });
});
