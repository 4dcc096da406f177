import type { Identity, StoredConsent, StoredCustomer } from '../../store/customers.ts';
import type { StoredEvent } from '../../store/events.ts';
import type { StoredTurn } from '../../store/turns.ts';
import { emptyProfile, type Observation, type ProductFacts, type Profile } from '../profile.ts';
import type { MergeParts } from './merge.ts';
import { rebuildProfile } from './rebuild-profile.ts';

export interface SplitParts extends MergeParts {
  product(id: string): ProductFacts | undefined;
  /** What a stored turn tells of its customer, its stated preferences aside. */
  observationOf(turn: StoredTurn): Observation | undefined;
}

/**
 * Parts one identity from a customer again, with all that was said and done under it, also since they were merged. Both
 * profiles and consents are made anew from each one's own history. Resolves with the new customer's id; undefined when the
 * identity is not theirs, or their only one.
 */
export async function splitCustomer(
  parts: SplitParts,
  { customerId, identity }: { customerId: string; identity: Identity },
): Promise<string | undefined> {
  return parts.locked(customerId, () => split(parts, customerId, identity));
}

async function split(parts: SplitParts, customerId: string, identity: Identity): Promise<string | undefined> {
  const { store } = parts;
  const whole = await store.customers.get(customerId);
  const isTheirs = whole?.identities.some(
    ({ channel, userId }) => channel === identity.channel && userId === identity.userId,
  );
  if (!whole || !isTheirs || whole.identities.length < 2) return undefined;
  await store.customers.unlink(customerId, identity);
  const { id: newId } = await store.customers.open(identity, emptyProfile());
  const movedTurns = await moveHistory(parts, { fromId: customerId, toId: newId, identity });
  await restoreConsents(parts, whole, { newId, movedTurns });
  for (const id of [customerId, newId]) await restoreProfile(parts, id, whole.profile);
  return newId;
}

const MOVED_OTHERWISE: ReadonlySet<string> = new Set([
  'turns',
  'conversations',
  'events',
  'consents',
  'customers',
  'merges',
]);

/** Resolves with the ids of the turns that went along. */
async function moveHistory(
  { store: { connection }, places }: SplitParts,
  { fromId, toId, identity: { channel, userId } }: { fromId: string; toId: string; identity: Identity },
): Promise<Set<string>> {
  const documents = (name: string) => connection.collection<{ _id: string }>(name);
  const toNew = { $set: { customerId: toId } };
  const mine = { customerId: { $eq: fromId }, channel: { $eq: channel }, 'message.author.id': { $eq: userId } };
  const turns = await documents('turns')
    .find(mine, { projection: { conversationId: 1 } })
    .toArray();
  const turnIds = turns.map(({ _id }) => _id);
  const conversations = [...new Set(turns.map((turn) => (turn as unknown as StoredTurn).conversationId))];
  await documents('turns').updateMany(mine, toNew);
  await documents('conversations').updateMany({ _id: { $in: conversations }, customerId: fromId } as object, toNew);
  await documents('events').updateMany({ customerId: fromId, 'data.by': `${channel}|${userId}` } as object, toNew);
  // Whatever else a room keeps of a customer names the turn or the conversation it comes from.
  const fromThem = { $or: [{ turnId: { $in: turnIds } }, { conversationId: { $in: conversations } }] };
  for (const { collection } of places.filter(({ collection }) => !MOVED_OTHERWISE.has(collection))) {
    await documents(collection).updateMany({ customerId: fromId, ...fromThem } as object, toNew);
  }
  await documents('consents').updateMany({ customerId: fromId, source: { $in: turnIds } } as object, toNew);
  return new Set(turnIds);
}

interface ConsentRow extends StoredConsent {
  purpose: keyof StoredCustomer['consent'];
}

/** What each of the two said last counts for them; what was said elsewhere stays where it was. */
async function restoreConsents(
  { store: { connection, customers } }: SplitParts,
  whole: StoredCustomer<Profile>,
  { newId, movedTurns }: { newId: string; movedTurns: ReadonlySet<string> },
): Promise<void> {
  for (const id of [whole.id, newId]) {
    const rows = await connection
      .collection<{ _id: string }>('consents')
      .find({ customerId: { $eq: id } } as object)
      .sort({ at: 1 })
      .toArray();
    const last = new Map((rows as unknown as ConsentRow[]).map((row) => [row.purpose, row]));
    for (const { purpose, granted, at, source } of last.values()) {
      await customers.setConsent(id, purpose, { granted, at, source });
    }
    const lost = Object.entries(whole.consent).filter(
      ([purpose, consent]) =>
        id === whole.id && movedTurns.has(consent.source) && !last.has(purpose as ConsentRow['purpose']),
    );
    if (lost.length > 0) {
      const unset = Object.fromEntries(lost.map(([purpose]) => [`consent.${purpose}`, '']));
      await connection.collection<{ _id: string }>('customers').updateOne({ _id: id }, { $unset: unset as never });
    }
  }
}

async function restoreProfile(
  { store: { customers, connection }, product, observationOf }: SplitParts,
  id: string,
  { preferences }: Profile,
): Promise<void> {
  const customer = await customers.get(id);
  if (!customer) return;
  const ofCustomer = (collection: string, at: string) =>
    connection
      .collection<{ _id: string }>(collection)
      .find({ customerId: { $eq: id } } as object)
      .sort({ [at]: 1 })
      .toArray();
  const turns = (await ofCustomer('turns', 'receivedAt')).map(({ _id, ...rest }) => ({ ...rest, id: _id }));
  const events = (await ofCustomer('events', 'at')).map(({ _id, ...rest }) => ({ ...rest, id: _id }));
  const own = new Set(turns.map((turn) => turn.id));
  const profile = rebuildProfile({
    observations: (turns as unknown as StoredTurn[]).map(observationOf).filter((one) => one !== undefined),
    events: events as unknown as StoredEvent[],
    preferences: preferences.filter(({ turnId }) => own.has(turnId)),
    personal: customer.consent.personalisation?.granted === true,
    product,
  });
  await customers.save(id, { profile });
}
