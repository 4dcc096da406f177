import type { Connection } from 'mongoose';

/** Whose data is meant: the customer, and the conversations that are theirs. */
export interface Subject {
  customerId: string;
  conversationIds: readonly string[];
}

/** A place that holds personal data. Each room says its own, so that none is forgotten when data is exported or erased. */
export interface PersonalData {
  collection: string;
  count(subject: Subject): Promise<number>;
  /** Everything of the customer, as plain JSON. */
  export(subject: Subject): Promise<object[]>;
  /** Resolves with the number of records removed or cleared. */
  erase(subject: Subject): Promise<number>;
  /** Gives what is one customer's to another: they are one person. Absent = it stands on the customer's own record. */
  reassign?(fromId: string, intoId: string): Promise<unknown>;
}

/** A collection whose documents belong to one customer, by the field that names them. */
export function ownedBy(connection: Connection, collection: string, field: 'customerId' | '_id'): PersonalData {
  const documents = () => connection.collection<{ _id: string }>(collection);
  const of = ({ customerId }: Subject) => ({ [field]: { $eq: customerId } });
  return {
    collection,
    count: (subject) => documents().countDocuments(of(subject)),
    export: (subject) =>
      documents()
        .find(of(subject), { projection: { identityKeys: 0 } })
        .toArray(),
    erase: async (subject) => (await documents().deleteMany(of(subject))).deletedCount,
    ...(field === 'customerId' && {
      reassign: (fromId: string, intoId: string) =>
        documents().updateMany({ customerId: { $eq: fromId } } as object, { $set: { customerId: intoId } }),
    }),
  };
}

/** What the store's own rooms hold. The customer goes last: while they are there, an erase that broke off can be repeated. */
export function customerData(connection: Connection): PersonalData[] {
  return [
    ...['turns', 'conversations', 'events', 'consents', 'merges', 'outcomes', 'linkCodes', 'spending'].map((name) =>
      ownedBy(connection, name, 'customerId'),
    ),
    ownedBy(connection, 'customers', '_id'),
  ];
}
