import { randomUUID } from 'node:crypto';
import type { Connection, PipelineStage } from 'mongoose';
import { afterCursor, encodeCursor, type Page } from './page.ts';
import { aggregate, defineModel, duplicatesOf, isDuplicate, type Marks, retryOnRace, toRecord } from './records.ts';
import { createFind, createUpdate } from './together.ts';

/** Who somebody is on one channel; the channel's user id, never a display name. */
export interface Identity {
  channel: string;
  userId: string;
}

export type ConsentPurpose = 'service' | 'personalisation' | 'marketing';

export interface StoredConsent {
  granted: boolean;
  at: Date;
  /** Where it was given: a turn id, 'dashboard', 'import'. */
  source: string;
}

/** A person across channels. */
export interface StoredCustomer<Profile = unknown> {
  id: string;
  identities: Identity[];
  displayName?: string;
  locale?: string;
  consent: Partial<Record<ConsentPurpose, StoredConsent>>;
  profile: Profile;
  createdAt: Date;
  updatedAt: Date;
  lastSeenAt: Date;
  simulated?: true;
}

export type CustomerChanges<Profile> = Partial<
  Pick<StoredCustomer<Profile>, 'displayName' | 'locale' | 'profile' | 'lastSeenAt'>
>;

export interface CustomerRepository<Profile> {
  /**
   * The customer behind an identity, made with `profile` on first sight; safe when called twice at once. A known customer
   * costs one read; `lastSeenAt` is renewed once a minute.
   */
  open(identity: Identity & { name?: string; locale?: string }, profile: Profile): Promise<StoredCustomer<Profile>>;
  /** The ids of the customers behind many identities, in order; unknown ones are made together, in few writes. */
  openMany(identities: readonly Identity[], profile: Profile): Promise<string[]>;
  get(id: string): Promise<StoredCustomer<Profile> | undefined>;
  /** Those of the ids that are there, in any order. */
  getMany(ids: readonly string[]): Promise<StoredCustomer<Profile>[]>;
  findByIdentity(identity: Identity): Promise<StoredCustomer<Profile> | undefined>;
  /** Last seen first. */
  find(page?: { limit?: number; cursor?: string }): Promise<Page<StoredCustomer<Profile>>>;
  /** Every customer, streamed. */
  all(): AsyncIterable<StoredCustomer<Profile>>;
  count(): Promise<number>;
  /** Writes the given fields; undefined clears one. */
  save(id: string, changes: CustomerChanges<Profile>): Promise<void>;
  /** Writes many profiles in one go; those of customers who are gone are passed over. */
  saveProfiles(profiles: ReadonlyMap<string, Profile>): Promise<void>;
  setConsent(id: string, purpose: ConsentPurpose, consent: StoredConsent): Promise<void>;
  /** Adds an identity; false when it is another customer's already, or the customer is gone. */
  link(id: string, identity: Identity): Promise<boolean>;
  /** Takes an identity away: its next message, or `open`, makes a new customer. */
  unlink(id: string, identity: Identity): Promise<void>;
  aggregate<R>(pipeline: PipelineStage[]): Promise<R[]>;
  delete(id: string): Promise<boolean>;
  createIndexes(): Promise<void>;
}

/** `identityKeys` mirrors `identities` as strings: one unique index then holds each identity to one customer. */
const OWN_FIELDS = ['identityKeys'] as const;
/** A write is a flush to the disk: not worth it for every message of a customer who is chatting. */
const SEEN_EVERY_MS = 60_000;

const keyOf = ({ channel, userId }: Identity): string => JSON.stringify([channel, userId]);

export function createCustomerRepository<Profile>(
  connection: Connection,
  now: () => Date = () => new Date(),
  marks: Marks = {},
): CustomerRepository<Profile> {
  const model = defineModel(
    connection,
    'customers',
    { identityKeys: [String], createdAt: Date, updatedAt: Date, lastSeenAt: Date },
    [[{ identityKeys: 1 }, { unique: true }], [{ lastSeenAt: -1, _id: -1 }]],
  );
  const read = (document: object): StoredCustomer<Profile> => toRecord(document, OWN_FIELDS);
  const find = createFind(model);
  const findByKey = createFind(model, 'identityKeys');
  const update = createUpdate(model);
  // $elemMatch, not equality: an upsert copies equalities into the new document, as a string where the list belongs.
  const byIdentity = (identity: Identity) => ({ identityKeys: { $elemMatch: { $eq: keyOf(identity) } } });

  return {
    async open({ channel, userId, name, locale }, profile) {
      const at = now();
      const identity = { channel, userId };
      const known = (await findByKey(keyOf(identity))) as StoredCustomer<Profile> | undefined;
      const isFresh = known && at.getTime() - known.lastSeenAt.getTime() < SEEN_EVERY_MS;
      if (isFresh && (name === undefined || name === known.displayName)) return read(known);
      const found = await retryOnRace(() =>
        model
          .findOneAndUpdate(
            byIdentity(identity),
            {
              $set: { lastSeenAt: at, ...(name !== undefined && { displayName: name }) },
              $setOnInsert: {
                _id: randomUUID(),
                identities: [identity],
                identityKeys: [keyOf(identity)],
                consent: {},
                profile,
                createdAt: at,
                updatedAt: at,
                ...marks,
                ...(locale !== undefined && { locale }),
              },
            },
            { upsert: true, returnDocument: 'after' },
          )
          .lean(),
      );
      return read(found!);
    },

    async openMany(identities, profile) {
      if (identities.length === 0) return [];
      const at = now();
      const documents = identities.map((identity) => ({
        _id: randomUUID(),
        identities: [identity],
        identityKeys: [keyOf(identity)],
        consent: {},
        profile,
        createdAt: at,
        updatedAt: at,
        lastSeenAt: at,
        ...marks,
      }));
      const known = new Set<number>();
      try {
        await model.insertMany(documents, { lean: true, ordered: false });
      } catch (error) {
        for (const place of duplicatesOf(error)) known.add(place);
      }
      return Promise.all(
        documents.map(async ({ _id, identityKeys: [key] }, place) => {
          if (!known.has(place)) return _id;
          const found = await model.findOne({ identityKeys: key }, { _id: 1 }).lean();
          // Erased between the two: made anew.
          return found?._id ?? (await this.open(identities[place], profile)).id;
        }),
      );
    },

    async get(id) {
      const found = await find(id);
      return found && read(found);
    },

    async getMany(ids) {
      return (await model.find({ _id: { $in: ids } }).lean()).map(read);
    },

    async findByIdentity(identity) {
      const found = await findByKey(keyOf(identity));
      return found && read(found);
    },

    async find({ limit = 50, cursor } = {}) {
      const found = await model
        .find(cursor === undefined ? {} : afterCursor('lastSeenAt', cursor))
        .sort({ lastSeenAt: -1, _id: -1 })
        .limit(limit + 1)
        .lean();
      const items = found.slice(0, limit).map(read);
      const last = items.at(-1);
      return {
        items,
        ...(found.length > limit && last && { next: encodeCursor({ at: last.lastSeenAt, id: last.id }) }),
      };
    },

    async *all() {
      for await (const document of model.find().sort({ _id: 1 }).lean().cursor()) yield read(document);
    },

    count: () => model.countDocuments(),

    async save(id, changes) {
      await update(id, { ...changes, updatedAt: now() });
    },

    async saveProfiles(profiles) {
      if (profiles.size === 0) return;
      const at = now();
      const updates = [...profiles].map(([_id, profile]) => ({
        updateOne: { filter: { _id }, update: { $set: { profile, updatedAt: at } } },
      }));
      await model.collection.bulkWrite(updates as never, { ordered: false });
    },

    async setConsent(id, purpose, consent) {
      await model.updateOne({ _id: id }, { $set: { [`consent.${purpose}`]: consent, updatedAt: now() } });
    },

    async link(id, { channel, userId }) {
      const identity = { channel, userId };
      const key = keyOf(identity);
      try {
        const result = await model.updateOne(
          { _id: id },
          { $addToSet: { identities: identity, identityKeys: key }, $set: { updatedAt: now() } },
        );
        return result.matchedCount > 0;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },

    async unlink(id, { channel, userId }) {
      const identity = { channel, userId };
      const update = { $pull: { identities: identity, identityKeys: keyOf(identity) }, $set: { updatedAt: now() } };
      await model.updateOne({ _id: id }, update);
    },

    aggregate: <R>(pipeline: PipelineStage[]) => aggregate<R>(model, pipeline),

    async delete(id) {
      return (await model.deleteOne({ _id: id })).deletedCount > 0;
    },

    createIndexes: () => model.createIndexes(),
  };
}
