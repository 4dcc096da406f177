import type { Connection } from 'mongoose';
import type { StoredEvent } from '../../store/events.ts';
import type { Store } from '../../store/store.ts';
import type { StoredTurn } from '../../store/turns.ts';
import type { KeyedLock } from '../keyed-lock.ts';
import type { PersonalData } from '../privacy/personal-data.ts';
import type { Profile } from '../profile.ts';
import { mergeProfiles } from './merge-profiles.ts';

export interface MergeParts {
  store: Pick<Store<StoredTurn, unknown, Profile, StoredEvent>, 'customers' | 'connection'>;
  /** Every place that holds personal data. */
  places: readonly PersonalData[];
  locked: KeyedLock;
  now(): Date;
}

interface Merged {
  _id: string;
  customerId: string;
  at: Date;
}

const mergesOf = (connection: Connection) => connection.collection<Merged>('merges');

/**
 * Makes one customer of two: `fromId`'s turns, conversations, events, identities and profile go to `intoId`. False when
 * either is gone, which an erase at the same time may cause: then nothing is brought back. A refusal of either counts.
 */
export async function mergeCustomers(
  parts: MergeParts,
  { intoId, fromId }: { intoId: string; fromId: string },
): Promise<boolean> {
  if (intoId === fromId) return false;
  const [first, second] = [intoId, fromId].sort();
  return parts.locked(first, () => parts.locked(second, () => merge(parts, intoId, fromId)));
}

/**
 * Gives what a turn under way wrote under an id that was merged meanwhile to who it is now; merges since `since`. Resolves with
 * how many merges were looked at.
 */
export async function settleMerges({ store, places }: MergeParts, since: Date): Promise<number> {
  const recent = await mergesOf(store.connection)
    .find({ at: { $gte: since } })
    .toArray();
  for (const { _id, customerId } of recent) {
    for (const place of places) await place.reassign?.(_id, customerId);
  }
  return recent.length;
}

/** Who a customer became by merging; the id itself while they were not merged. */
export async function customerNow(connection: Connection, customerId: string): Promise<string> {
  const merged = await mergesOf(connection).findOne({ _id: customerId });
  // A merge that was cut off before the record went did not happen.
  if (!merged || (await connection.collection<Merged>('customers').findOne({ _id: customerId }))) return customerId;
  return merged.customerId;
}

async function merge({ store, places, now }: MergeParts, intoId: string, fromId: string): Promise<boolean> {
  const { customers, connection } = store;
  const [into, from] = await Promise.all([customers.get(intoId), customers.get(fromId)]);
  if (!into || !from) return false;
  const reassign = () => Promise.all(places.map((place) => place.reassign?.(fromId, intoId)));
  await reassign();
  // Before the record goes: whoever asks for the old id from now on is led to the new one.
  await mergesOf(connection).replaceOne({ _id: fromId }, { customerId: intoId, at: now() }, { upsert: true });
  // Who deletes the record owns what follows: an erase or another merge may have been faster.
  if (!(await customers.delete(fromId))) return false;
  for (const identity of from.identities) await customers.link(intoId, identity);
  for (const [purpose, consent] of Object.entries(from.consent) as [
    keyof typeof from.consent,
    (typeof from.consent)['service'],
  ][]) {
    const own = into.consent[purpose];
    if (consent && (own === undefined || (own.granted && !consent.granted))) {
      await customers.setConsent(intoId, purpose, consent);
    }
  }
  await customers.save(intoId, { profile: mergeProfiles(into.profile, from.profile) });
  // What came in for the old record while it went.
  await reassign();
  return true;
}
