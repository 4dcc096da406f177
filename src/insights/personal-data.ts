import type { Connection } from 'mongoose';
import type { PersonalData } from '../customers/privacy/personal-data.ts';

/** The figures of a day are sums; only the examples behind them name a customer's messages. */
export function insightData(connection: Connection): PersonalData {
  const days = () => connection.collection<{ _id: string; examples: { customerId: string }[] }>('daily_examples');
  const naming = (customerId: string) => ({ 'examples.customerId': { $eq: customerId } });
  return {
    collection: 'daily_examples',
    count: ({ customerId }) => days().countDocuments(naming(customerId)),
    export: async ({ customerId }) => {
      const found = await days()
        .find(naming(customerId), { projection: { examples: 1 } })
        .toArray();
      return found.map(({ _id, examples }) => ({
        _id,
        examples: examples.filter((one) => one.customerId === customerId),
      }));
    },
    erase: async ({ customerId }) =>
      (await days().updateMany(naming(customerId), { $pull: { examples: { customerId } } })).modifiedCount,
    async reassign(fromId, intoId) {
      for (const { _id, examples } of await days().find(naming(fromId)).toArray()) {
        const renamed = examples.map((one) => (one.customerId === fromId ? { ...one, customerId: intoId } : one));
        await days().updateOne({ _id }, { $set: { examples: renamed } });
      }
    },
  };
}
