import { expect, test } from '@jest/globals';
import { ORDERS } from './orders.ts';
import { type Doc, onEveryStore } from './targets.ts';

onEveryStore('stages over several collections', (target) => {
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
      .aggregate([{ $unionWith: { coll: other.collectionName, pipeline: [{ $match: { age: 30 } }] } }, { $count: 'n' }])
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
