import { expect, test } from '@jest/globals';
import { at, ORDERS } from './orders.ts';
import { type Doc, onEveryStore } from './targets.ts';

const branch = (condition: Doc, then: string) => ({ case: condition, then });

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
];

onEveryStore('aggregation', (target) => {
  test.each(PIPELINES)('%s', async (_title, pipeline, expected) => {
    await target.collection.insertMany(ORDERS);
    expect(await target.collection.aggregate(pipeline).toArray()).toEqual(expected);
  });

  test('results come in batches', async () => {
    await target.collection.insertMany(Array.from({ length: 500 }, (_, n) => ({ _id: n })));
    const cursor = target.collection.aggregate([{ $project: { twice: { $multiply: ['$_id', 2] } } }], {
      batchSize: 50,
    });
    expect(await cursor.toArray()).toHaveLength(500);
  });
});
