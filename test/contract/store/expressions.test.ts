import { expect, test } from '@jest/globals';
import { at, ORDERS } from './orders.ts';
import { type Doc, onEveryStore } from './targets.ts';

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

onEveryStore('expressions', (target) => {
  test.each(EXPRESSIONS)('%j', async (expression, expected) => {
    await target.collection.insertMany(ORDERS);
    const pipeline = [{ $match: { _id: 1 } }, { $project: { _id: 0, is: expression } }];
    expect(await target.collection.aggregate(pipeline).toArray()).toEqual([{ is: expected }]);
  });

  test.each(PROJECTIONS)('$project %j', async (projection, expected) => {
    await target.collection.insertOne(NESTED);
    expect(await target.collection.aggregate([{ $project: projection }]).toArray()).toEqual([expected]);
  });
});
