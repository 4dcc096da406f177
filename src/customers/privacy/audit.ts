import { createHmac, randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { defineModel, type Marks, rawCollection, toRecord, toStored } from '../../store/records.ts';

/** What was done with somebody's data, by whom. */
export interface AuditEntry {
  id: string;
  at: Date;
  /** 'customer', 'system' (retention), or the login of a person of the business. */
  actor: string;
  action: 'view' | 'export' | 'erase' | 'retention' | 'change' | 'sign_in';
  /** The customer; a salted hash once they are erased. */
  subject?: string;
  /** Figures only, never the data itself. */
  details?: Record<string, unknown>;
}

export interface Audit {
  record(entry: Omit<AuditEntry, 'id' | 'at'>): Promise<void>;
  /** Newest first. A customer is found by id, before and after an erase. */
  find(filter?: { customerId?: string; action?: AuditEntry['action'] }, limit?: number): Promise<AuditEntry[]>;
  /** From now on the customer's entries hold their hash only; resolves with how many were changed. */
  hide(customerId: string): Promise<number>;
  /** A customer was merged into another: what was done with their data is the other's to see. */
  reassign(fromId: string, intoId: string): Promise<void>;
  hashOf(customerId: string): string;
  createIndexes(): Promise<void>;
}

/** The audit log: appended to, and never shortened by an erase. `salt` must stay the same for hashes to be found again. */
export function createAudit(
  connection: Connection,
  salt: string,
  now: () => Date = () => new Date(),
  marks: Marks = {},
): Audit {
  const model = defineModel(connection, 'audit', { at: Date }, [[{ subject: 1, at: -1 }], [{ at: -1 }]]);
  const entries = rawCollection(model);
  const hashOf = (customerId: string) => `erased:${createHmac('sha256', salt).update(customerId).digest('base64url')}`;
  return {
    async record(entry) {
      await entries.insertOne(toStored({ id: randomUUID(), at: now(), ...entry, ...marks }));
    },
    async find({ customerId, action } = {}, limit = 100) {
      const found = await entries
        .find({
          ...(customerId !== undefined && { subject: { $in: [customerId, hashOf(customerId)] } }),
          ...(action !== undefined && { action: { $eq: action } }),
        })
        .sort({ at: -1 })
        .limit(limit)
        .toArray();
      return found.map((one) => toRecord<AuditEntry>(one));
    },
    async hide(customerId) {
      const result = await entries.updateMany(
        { subject: { $eq: customerId } },
        { $set: { subject: hashOf(customerId) } },
      );
      return result.modifiedCount;
    },
    async reassign(fromId, intoId) {
      await entries.updateMany({ subject: { $eq: fromId } }, { $set: { subject: intoId } });
    },
    hashOf,
    createIndexes: () => model.createIndexes(),
  };
}
