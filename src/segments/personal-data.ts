import type { Connection } from 'mongoose';
import type { PersonalData } from '../customers/privacy/personal-data.ts';

/** Segments name the conversations that are typical of them. Membership stands on the customer and goes with them. */
export function segmentData(connection: Connection): PersonalData {
  const segments = () => connection.collection<{ _id: string; typical: string[] }>('segments');
  const naming = (ids: readonly string[]) => ({ typical: { $in: [...ids] } });
  return {
    collection: 'segments',
    count: ({ conversationIds }) => segments().countDocuments(naming(conversationIds)),
    export: ({ conversationIds }) =>
      segments()
        .find(naming(conversationIds), { projection: { _id: 1, name: 1, description: 1 } })
        .toArray(),
    erase: async ({ conversationIds }) => {
      const result = await segments().updateMany(naming(conversationIds), {
        $pull: { typical: { $in: [...conversationIds] } },
      });
      return result.modifiedCount;
    },
  };
}
