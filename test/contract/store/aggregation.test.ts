import { describe, expect, test } from '@jest/globals';
import { type Doc, onEveryStore } from './targets.ts';

const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 0, day, hour));

const branch = (condition: Doc, then: string) => ({ case: condition, then });

const ORDERS: Doc[] = [
  { _id: 1, who: 'ann', sum: 10, at: at(1, 9), items: ['a', 'b'], mood: 'glad', rate: 4 },
  { _id: 2, who: 'bob', sum: 25, at: at(1, 23), items: ['b'], mood: 'angry' },
  { _id: 3, who: 'ann', sum: 5, at: at(2, 1), items: [], mood: 'glad', rate: 2 },
  { _id: 4, who: '小明', sum: 40, at: at(3, 12), items: ['c', 'a', 'a'], mood: null, rate: 5 },
  { _id: 5, who: 'bob', sum: 0, at: at(3, 13) },
];

/** On the first order. */
const EXPRESSIONS: [expression: Doc, expected: unknown][] = [
  [{ $add: ['$sum', 1, 2] }, 13],
  [{ $add: ['$at', 3_600_000] }, at(1, 10)],
  [{ $add: ['$missing', 1] }, null],
  [{ $multiply: ['$sum', '$rate'] }, 40],
  [{ $divide: [7, 2] }, 3.5],
  [{ $trunc: [-2.7] }, -2],
  [{ $ceil: 2.1 }, 3],
  [{ $pow: [2, 10] }, 1024],
  [{ $sqrt: 49 }, 7],
  [{ $concatArrays: ['$items', ['z']] }, ['a', 'b', 'z']],
  [{ $indexOfArray: ['$items', 'b'] }, 1],
  [{ $indexOfArray: ['$items', 'q'] }, -1],
  [{ $range: [0, 6, 2] }, [0, 2, 4]],
  [{ $slice: ['$items', -1] }, ['b']],
  [{ $slice: [[1, 2, 3, 4], 1, 2] }, [2, 3]],
  [{ $reverseArray: '$items' }, ['b', 'a']],
  [{ $arrayElemAt: ['$items', -1] }, 'b'],
  [{ $isArray: ['$items'] }, true],
  [{ $first: '$items' }, 'a'],
  [{ $setIsSubset: [['a'], '$items'] }, true],
  [{ $size: { $setUnion: ['$items', ['b', 'c']] } }, 3],
  [{ $setIntersection: ['$items', ['b', 'c']] }, ['b']],
  [{ $setDifference: ['$items', ['b']] }, ['a']],
  [{ $mergeObjects: [{ a: 1, b: 1 }, null, { b: 2 }] }, { a: 1, b: 2 }],
  [{ $getField: 'who' }, 'ann'],
  [{ $toLower: 'ÀB' }, 'Àb'],
  [{ $toUpper: ['$who'] }, 'ANN'],
  [{ $toLower: '$missing' }, ''],
  [{ $last: '$items' }, 'b'],
  [{ $round: 2.567 }, 3],
  [{ $round: [2.567, 1] }, 2.6],
  [{ $round: 2.5 }, 2],
  [{ $mod: [-7, 3] }, -1],
  [{ $abs: ['$missing'] }, null],
  [{ $size: ['$items'] }, 2],
  [{ $reduce: { input: [1, 2], initialValue: 10, in: { $add: ['$$value', '$$this'] } } }, 13],
  [{ $map: { input: '$missing', as: 'x', in: 1 } }, null],
  [{ $filter: { input: [1, 5, 9], cond: { $gt: ['$$this', 4] } } }, [5, 9]],
  [{ $split: ['a-b-c', '-'] }, ['a', 'b', 'c']],
  [{ $trim: { input: '  x ' } }, 'x'],
  [{ $trim: { input: 'xxaxx', chars: 'x' } }, 'a'],
  [{ $substrCP: ['你好吗', 1, 2] }, '好吗'],
  [{ $regexMatch: { input: '$who', regex: '^A', options: 'i' } }, true],
  [{ $replaceAll: { input: 'a.b.c', find: '.', replacement: '-' } }, 'a-b-c'],
  [{ $concat: ['a', null] }, null],
  [{ $type: '$items' }, 'array'],
  [{ $type: '$missing' }, 'missing'],
  [{ $isNumber: '$sum' }, true],
  [{ $toString: '$sum' }, '10'],
  [{ $toDouble: '2.5' }, 2.5],
  [{ $toBool: 0 }, false],
  [{ $toDate: 0 }, new Date(0)],
  [{ $cmp: ['$sum', 3] }, 1],
  [{ $or: [null, 0, '$missing'] }, false],
  [{ $and: [] }, true],
  [{ $not: [0] }, true],
  [{ $cond: ['', 'yes', 'no'] }, 'yes'],
  [{ $ifNull: ['$missing', null, 'x'] }, 'x'],
  [{ $dayOfYear: '$at' }, 1],
  [{ $isoDayOfWeek: '$at' }, 4],
  [{ $minute: '$at' }, 0],
  [{ $dateToString: { date: '$missing', format: '%Y', onNull: 'never' } }, 'never'],
  [{ $dateToString: { date: '$at', format: '%G-W%V' } }, '2026-W01'],
  [{ $avg: [1, 2, 'x'] }, 1.5],
  [{ $min: [3, null, 1] }, 1],
  [{ $sum: '$items' }, 0],
  [{ $in: ['a', '$items'] }, true],
];

const NESTED: Doc = { _id: 1, o: { a: 1, b: { c: 2, d: 3 } }, list: [{ k: 'x', n: 1 }, { k: 'y' }, 7], t: null };

/** On the document above. */
const PROJECTIONS: [projection: Doc, expected: Doc][] = [
  [{ 'o.b.c': 1 }, { _id: 1, o: { b: { c: 2 } } }],
  [{ o: { b: { d: 1 } }, _id: 0 }, { o: { b: { d: 3 } } }],
  [{ 'list.k': 1, _id: 0 }, { list: [{ k: 'x' }, { k: 'y' }] }],
  [{ 'list.n': 1, _id: 0 }, { list: [{ n: 1 }, {}] }],
  [
    { 'list.k': 0, o: 0 },
    { _id: 1, list: [{ n: 1 }, {}, 7], t: null },
  ],
  [
    { 'o.b': 0, list: 0 },
    { _id: 1, o: { a: 1 }, t: null },
  ],
  [{ _id: 0 }, { o: NESTED.o, list: NESTED.list, t: null }],
  [{ missing: 1 }, { _id: 1 }],
  [{ t: 1, _id: 0 }, { t: null }],
  [{ 'x.y': '$o.a', _id: 0 }, { x: { y: 1 } }],
  [{ x: { y: '$o.a' }, _id: 0 }, { x: { y: 1 } }],
  [{ x: '$missing', y: '$$REMOVE', z: { $literal: 1 }, _id: 0 }, { z: 1 }],
  [{ x: ['$o.a', '$missing'], _id: 0 }, { x: [1, null] }],
  [{ x: '$list.k', _id: 0 }, { x: ['x', 'y'] }],
  [
    { root: '$$ROOT.o.a', _id: '$o.b.c' },
    { root: 1, _id: 2 },
  ],
];

const PIPELINES: [title: string, pipeline: Doc[], expected: Doc[]][] = [
  [
    '$match, $sort, $skip and $limit',
    [{ $match: { sum: { $gt: 4 } } }, { $sort: { sum: -1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } }],
    [{ _id: 2 }, { _id: 1 }],
  ],
  [
    '$limit before $match',
    [{ $sort: { _id: 1 } }, { $limit: 2 }, { $match: { who: 'bob' } }, { $project: { _id: 1 } }],
    [{ _id: 2 }],
  ],
  ['$count', [{ $match: { who: 'ann' } }, { $count: 'n' }], [{ n: 2 }]],
  ['$count of nothing, which gives nothing', [{ $match: { who: 'zoe' } }, { $count: 'n' }], []],
  [
    '$group with $sum, $avg, $min, $max and $count',
    [
      {
        $group: {
          _id: '$who',
          n: { $count: {} },
          ones: { $sum: 1 },
          total: { $sum: '$sum' },
          mean: { $avg: '$rate' },
          least: { $min: '$sum' },
          last: { $max: '$at' },
        },
      },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: 'ann', n: 2, ones: 2, total: 15, mean: 3, least: 5, last: at(2, 1) },
      { _id: 'bob', n: 2, ones: 2, total: 25, mean: null, least: 0, last: at(3, 13) },
      { _id: '小明', n: 1, ones: 1, total: 40, mean: 5, least: 40, last: at(3, 12) },
    ],
  ],
  [
    '$group with $first, $last and $push, in order',
    [
      { $sort: { sum: 1 } },
      {
        $group: {
          _id: null,
          first: { $first: '$who' },
          last: { $last: '$who' },
          sums: { $push: '$sum' },
          rates: { $push: '$rate' },
        },
      },
    ],
    [{ _id: null, first: 'bob', last: '小明', sums: [0, 5, 10, 25, 40], rates: [2, 4, 5] }],
  ],
  [
    '$group by several fields',
    [
      { $match: { _id: { $lte: 2 } } },
      { $group: { _id: { who: '$who', mood: '$mood' } } },
      { $sort: { '_id.who': 1 } },
    ],
    [{ _id: { who: 'ann', mood: 'glad' } }, { _id: { who: 'bob', mood: 'angry' } }],
  ],
  [
    '$group of null and missing together',
    [{ $group: { _id: '$mood', n: { $sum: 1 } } }, { $sort: { n: 1, _id: -1 } }],
    [
      { _id: 'angry', n: 1 },
      { _id: 'glad', n: 2 },
      { _id: null, n: 2 },
    ],
  ],
  [
    '$addToSet',
    [
      { $unwind: '$items' },
      { $group: { _id: null, set: { $addToSet: '$items' } } },
      { $unwind: '$set' },
      { $sort: { set: 1 } },
      { $project: { _id: 0 } },
    ],
    [{ set: 'a' }, { set: 'b' }, { set: 'c' }],
  ],
  [
    '$sum of a condition',
    [{ $group: { _id: null, angry: { $sum: { $cond: [{ $eq: ['$mood', 'angry'] }, 1, 0] } } } }],
    [{ _id: null, angry: 1 }],
  ],
  [
    '$project of inclusions and expressions',
    [
      { $match: { _id: 1 } },
      { $project: { _id: 0, who: 1, twice: { $multiply: ['$sum', 2] }, n: { $size: '$items' } } },
    ],
    [{ who: 'ann', twice: 20, n: 2 }],
  ],
  ['$project of exclusions', [{ $match: { _id: 5 } }, { $project: { at: 0 } }], [{ _id: 5, who: 'bob', sum: 0 }]],
  [
    '$addFields into an embedded document',
    [
      { $match: { _id: 5 } },
      { $addFields: { o: { a: 1 } } },
      { $addFields: { o: { b: 2 }, 'o.c': '$sum' } },
      { $project: { o: 1 } },
    ],
    [{ _id: 5, o: { a: 1, b: 2, c: 0 } }],
  ],
  [
    '$set and $unset',
    [{ $match: { _id: 5 } }, { $set: { x: '$sum', who: '$missing' } }, { $unset: ['at', 'sum'] }],
    [{ _id: 5, x: 0 }],
  ],
  [
    '$unwind',
    [{ $match: { _id: { $gte: 3 } } }, { $unwind: '$items' }, { $project: { items: 1 } }],
    [
      { _id: 4, items: 'c' },
      { _id: 4, items: 'a' },
      { _id: 4, items: 'a' },
    ],
  ],
  [
    '$unwind that keeps the empty, with an index',
    [
      { $match: { _id: { $in: [2, 3, 5] } } },
      { $unwind: { path: '$items', preserveNullAndEmptyArrays: true, includeArrayIndex: 'at' } },
      { $project: { items: 1, at: 1 } },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: 2, items: 'b', at: 0 },
      { _id: 3, at: null },
      { _id: 5, at: null },
    ],
  ],
  [
    '$sortByCount',
    [{ $match: { _id: { $ne: 4 } } }, { $unwind: '$items' }, { $sortByCount: '$items' }],
    [
      { _id: 'b', count: 2 },
      { _id: 'a', count: 1 },
    ],
  ],
  [
    '$replaceRoot',
    [{ $match: { _id: 1 } }, { $replaceRoot: { newRoot: { who: '$who', first: { $arrayElemAt: ['$items', 0] } } } }],
    [{ who: 'ann', first: 'a' }],
  ],
  [
    '$replaceWith',
    [{ $match: { _id: 2 } }, { $replaceWith: { $mergeObjects: [{ a: 1 }, { b: '$sum' }] } }],
    [{ a: 1, b: 25 }],
  ],
  [
    '$facet',
    [
      { $match: { sum: { $gt: 0 } } },
      { $facet: { n: [{ $count: 'n' }], top: [{ $sort: { sum: -1 } }, { $limit: 1 }, { $project: { who: 1 } }] } },
    ],
    [{ n: [{ n: 4 }], top: [{ _id: 4, who: '小明' }] }],
  ],
  [
    '$switch, in place of $bucket',
    [
      {
        $group: {
          _id: {
            $switch: {
              branches: [branch({ $lt: ['$sum', 10] }, 'small'), branch({ $lt: ['$sum', 30] }, 'middle')],
              default: 'large',
            },
          },
          n: { $sum: 1 },
        },
      },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: 'large', n: 1 },
      { _id: 'middle', n: 2 },
      { _id: 'small', n: 2 },
    ],
  ],
  [
    '$dateToString by day',
    [
      { $group: { _id: { $dateToString: { date: '$at', format: '%Y-%m-%d' } }, n: { $sum: 1 } } },
      { $sort: { _id: 1 } },
    ],
    [
      { _id: '2026-01-01', n: 2 },
      { _id: '2026-01-02', n: 1 },
      { _id: '2026-01-03', n: 2 },
    ],
  ],
  [
    '$dateToString in a time zone',
    [
      { $match: { _id: 2 } },
      { $project: { day: { $dateToString: { date: '$at', format: '%Y-%m-%d %H', timezone: '+08:00' } } } },
    ],
    [{ _id: 2, day: '2026-01-02 07' }],
  ],
  [
    'parts of a date',
    [
      { $match: { _id: 1 } },
      {
        $project: {
          y: { $year: '$at' },
          m: { $month: '$at' },
          d: { $dayOfMonth: '$at' },
          w: { $dayOfWeek: '$at' },
          h: { $hour: '$at' },
        },
      },
    ],
    [{ _id: 1, y: 2026, m: 1, d: 1, w: 5, h: 9 }],
  ],
  [
    'the time between dates',
    [{ $match: { _id: 3 } }, { $project: { hours: { $divide: [{ $subtract: ['$at', at(1)] }, 3_600_000] } } }],
    [{ _id: 3, hours: 25 }],
  ],
  [
    'comparisons in expressions, where missing is least',
    [{ $sort: { _id: 1 } }, { $project: { low: { $lt: ['$rate', 3] }, none: { $eq: ['$mood', null] } } }],
    [
      { _id: 1, low: false, none: false },
      { _id: 2, low: true, none: false },
      { _id: 3, low: true, none: false },
      { _id: 4, low: false, none: true },
      { _id: 5, low: true, none: false },
    ],
  ],
  [
    '$cond, $ifNull, $and and $not',
    [
      { $match: { _id: 5 } },
      {
        $project: {
          mood: { $ifNull: ['$mood', 'calm'] },
          free: { $cond: [{ $and: [{ $lte: ['$sum', 0] }, { $not: ['$rate'] }] }, 'yes', 'no'] },
        },
      },
    ],
    [{ _id: 5, mood: 'calm', free: 'yes' }],
  ],
  [
    '$map, $filter, $reduce and $in',
    [
      { $match: { _id: 4 } },
      {
        $project: {
          up: { $map: { input: '$items', as: 'one', in: { $toUpper: '$$one' } } },
          as: { $filter: { input: '$items', as: 'one', cond: { $eq: ['$$one', 'a'] } } },
          all: { $reduce: { input: '$items', initialValue: '', in: { $concat: ['$$value', '$$this'] } } },
          has: { $in: ['c', '$items'] },
        },
      },
    ],
    [{ _id: 4, up: ['C', 'A', 'A'], as: ['a', 'a'], all: 'caa', has: true }],
  ],
  [
    '$max and $sum over a list',
    [{ $match: { _id: 1 } }, { $project: { most: { $max: ['$sum', '$rate', 7] }, all: { $sum: ['$sum', '$rate'] } } }],
    [{ _id: 1, most: 10, all: 14 }],
  ],
  [
    'texts',
    [
      { $match: { _id: 4 } },
      {
        $project: {
          n: { $strLenCP: '$who' },
          first: { $substrCP: ['$who', 0, 1] },
          joined: { $concat: ['$who', '-', { $toString: '$sum' }] },
        },
      },
    ],
    [{ _id: 4, n: 2, first: '小', joined: '小明-40' }],
  ],
  [
    '$objectToArray',
    [{ $match: { _id: 1 } }, { $project: { pairs: { $objectToArray: { a: '$sum' } } } }],
    [{ _id: 1, pairs: [{ k: 'a', v: 10 }] }],
  ],
  [
    '$literal and $let',
    [
      { $match: { _id: 1 } },
      {
        $project: {
          price: { $literal: '$5' },
          net: { $let: { vars: { tax: 2 }, in: { $subtract: ['$sum', '$$tax'] } } },
        },
      },
    ],
    [{ _id: 1, price: '$5', net: 8 }],
  ],
  [
    '$round, $floor, $abs and $mod',
    [
      { $match: { _id: 2 } },
      {
        $project: {
          r: { $round: [{ $divide: ['$sum', 3] }, 2] },
          f: { $floor: 2.7 },
          a: { $abs: -3 },
          m: { $mod: ['$sum', 10] },
        },
      },
    ],
    [{ _id: 2, r: 8.33, f: 2, a: 3, m: 5 }],
  ],
  ...EXPRESSIONS.map(([expression, expected]): [string, Doc[], Doc[]] => [
    `the expression ${JSON.stringify(expression)}`,
    [{ $match: { _id: 1 } }, { $project: { _id: 0, is: expression } }],
    [{ is: expected }],
  ]),
];

onEveryStore('aggregation', (target) => {
  test.each(PIPELINES)('%s', async (_title, pipeline, expected) => {
    await target.collection.insertMany(ORDERS);
    expect(await target.collection.aggregate(pipeline).toArray()).toEqual(expected);
  });

  test.each(PROJECTIONS)('$project %j', async (projection, expected) => {
    await target.collection.insertOne(NESTED);
    expect(await target.collection.aggregate([{ $project: projection }]).toArray()).toEqual([expected]);
  });

  describe('over several collections', () => {
    const people = async () => {
      await target.collection.insertMany(ORDERS);
      const other = target.db.collection<Doc>(`${target.collection.collectionName}_people`);
      await other.insertMany([
        { _id: 'ann', age: 30 },
        { _id: 'bob', age: 40 },
      ]);
      return other;
    };

    test('$lookup joins on a field', async () => {
      const other = await people();
      const joined = await target.collection
        .aggregate([
          { $match: { _id: { $gte: 3 } } },
          { $lookup: { from: other.collectionName, localField: 'who', foreignField: '_id', as: 'person' } },
          { $project: { person: 1 } },
          { $sort: { _id: 1 } },
        ])
        .toArray();
      expect(joined).toEqual([
        { _id: 3, person: [{ _id: 'ann', age: 30 }] },
        { _id: 4, person: [] },
        { _id: 5, person: [{ _id: 'bob', age: 40 }] },
      ]);
    });

    test('$lookup runs a pipeline with variables', async () => {
      const other = await people();
      const joined = await other
        .aggregate([
          {
            $lookup: {
              from: target.collection.collectionName,
              let: { name: '$_id' },
              pipeline: [
                { $match: { $expr: { $and: [{ $eq: ['$who', '$$name'] }, { $gt: ['$sum', 5] }] } } },
                { $project: { sum: 1 } },
              ],
              as: 'orders',
            },
          },
          { $sort: { _id: 1 } },
        ])
        .toArray();
      expect(joined).toEqual([
        { _id: 'ann', age: 30, orders: [{ _id: 1, sum: 10 }] },
        { _id: 'bob', age: 40, orders: [{ _id: 2, sum: 25 }] },
      ]);
    });

    test('$unionWith reads one after the other', async () => {
      const other = await people();
      const all = await target.collection
        .aggregate([
          { $unionWith: { coll: other.collectionName, pipeline: [{ $match: { age: 30 } }] } },
          { $count: 'n' },
        ])
        .toArray();
      expect(all).toEqual([{ n: 6 }]);
    });

    test('$merge writes new and changed documents', async () => {
      const other = await people();
      await target.collection
        .aggregate([
          { $group: { _id: '$who', total: { $sum: '$sum' } } },
          { $merge: { into: other.collectionName, on: '_id', whenMatched: 'merge', whenNotMatched: 'insert' } },
        ])
        .toArray();
      expect(await other.find().sort({ _id: 1 }).toArray()).toEqual([
        { _id: 'ann', age: 30, total: 15 },
        { _id: 'bob', age: 40, total: 25 },
        { _id: '小明', total: 40 },
      ]);
    });
  });

  test('results come in batches', async () => {
    await target.collection.insertMany(Array.from({ length: 500 }, (_, n) => ({ _id: n })));
    const cursor = target.collection.aggregate([{ $project: { twice: { $multiply: ['$_id', 2] } } }], {
      batchSize: 50,
    });
    expect(await cursor.toArray()).toHaveLength(500);
  });
});
