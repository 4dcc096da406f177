import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { AppError } from '../../errors.ts';
import { defineModel, rawCollection, toStored } from '../../store/records.ts';
import type { Customers, Purpose } from '../customers.ts';
import { customerNow } from '../identity/merge.ts';
import { createKeyedLock, type KeyedLock } from '../keyed-lock.ts';
import type { Audit } from './audit.ts';
import type { PersonalData, Subject } from './personal-data.ts';

/** What an erase removed, and what a second count found: nothing, or the erase failed. */
export interface EraseReport {
  at: Date;
  removed: Record<string, number>;
  left: Record<string, number>;
}

export interface PrivacyOptions {
  connection: Connection;
  /** Every place that holds personal data, the customer last. */
  places: readonly PersonalData[];
  audit: Audit;
  /** The lock of whoever else writes customers: a merge and an erase at once go one after the other. */
  locked?: KeyedLock;
  now?(): Date;
}

/** Erasing again catches what a turn under way wrote meanwhile. */
const ERASE_ROUNDS = 3;

export type Privacy = ReturnType<typeof createPrivacy>;

/** What a customer may ask of their data: to see it, to have it gone, and that it was so. */
export function createPrivacy(options: PrivacyOptions) {
  const { connection, places, audit, locked = createKeyedLock(), now = () => new Date() } = options;
  const consentModel = defineModel(connection, 'consents', { customerId: String, at: Date }, [
    [{ customerId: 1, at: -1 }],
  ]);
  const consents = rawCollection(consentModel);

  async function subjectOf(customerId: string): Promise<Subject> {
    const found = connection
      .collection<{ _id: string }>('conversations')
      .find({ customerId: { $eq: customerId } }, { projection: { _id: 1 } });
    return { customerId, conversationIds: (await found.toArray()).map(({ _id }) => _id) };
  }

  async function counts(count: (place: PersonalData) => Promise<number>): Promise<Record<string, number>> {
    const found: Record<string, number> = {};
    for (const place of places) found[place.collection] = await count(place);
    return found;
  }

  async function eraseOne(customerId: string, actor: string): Promise<EraseReport> {
    const subject = await subjectOf(customerId);
    const removed: Record<string, number> = {};
    let left: Record<string, number> = {};
    for (let round = 0; round < ERASE_ROUNDS; round++) {
      const gone = await counts((place) => place.erase(subject));
      for (const [name, count] of Object.entries(gone)) removed[name] = (removed[name] ?? 0) + count;
      left = await counts((place) => place.count(subject));
      if (sum(left) === 0) break;
    }
    await audit.hide(customerId);
    await audit.record({ actor, action: 'erase', subject: audit.hashOf(customerId), details: { removed, left } });
    if (sum(left) > 0) {
      throw new AppError('STORE_UNAVAILABLE', 'Some personal data could not be erased', { details: { left } });
    }
    return { at: now(), removed, left };
  }

  return {
    createIndexes: async () => {
      await consentModel.createIndexes();
      await audit.createIndexes();
    },
    /** All that is held of a customer, by collection, as JSON; noted in the audit log, which is part of it. Throws NOT_FOUND. */
    async export(customerId: string, actor: string): Promise<Record<string, unknown>> {
      const customers = connection.collection<{ _id: string }>('customers');
      const known = await customers.findOne({ _id: customerId }, { projection: { _id: 1 } });
      if (!known) throw new AppError('NOT_FOUND', 'There is no such customer');
      const subject = await subjectOf(customerId);
      await audit.record({ actor, action: 'export', subject: customerId });
      const data: Record<string, unknown> = {};
      for (const place of places) data[place.collection] = await place.export(subject);
      return { exportedAt: now(), customerId, ...data, audit: await audit.find({ customerId }, 1000) };
    },
    /**
     * Removes a customer from every place and counts again. Throws STORE_UNAVAILABLE when something is left; the audit log
     * keeps that it was done, under a hash. Who was merged into another meanwhile is that other.
     */
    async erase(customerId: string, actor: string): Promise<EraseReport> {
      for (let id = customerId; ; ) {
        const report = await locked(id, async () => {
          const now = await customerNow(connection, id);
          return now === id ? eraseOne(id, actor) : now;
        });
        if (typeof report !== 'string') return report;
        id = report;
      }
    },
    /** Consents given and withdrawn, oldest first. */
    async consentHistory(customerId: string) {
      const found = await consents
        .find({ customerId: { $eq: customerId } } as object)
        .sort({ at: 1 })
        .toArray();
      return found as unknown as { purpose: Purpose; granted: boolean; at: Date; source: string }[];
    },
    async noteConsent(customerId: string, purpose: Purpose, granted: boolean, source: string): Promise<void> {
      await consents.insertOne(toStored({ id: randomUUID(), customerId, purpose, granted, source, at: now() }));
    },
  };
}

/** Customers whose every erase is proved and audited, and whose consents are kept as history. */
export function withPrivacy(customers: Customers, privacy: Privacy): Customers {
  return {
    ...customers,
    async setConsent(customerId, purpose, granted, source) {
      await customers.setConsent(customerId, purpose, granted, source);
      await privacy.noteConsent(customerId, purpose, granted, source);
    },
    erase: async (customerId) => sum((await privacy.erase(customerId, 'customer')).removed),
  };
}

const sum = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);
