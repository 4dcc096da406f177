import type { StoredEvent } from '../../store/events.ts';
import type { Store } from '../../store/store.ts';
import type { StoredTurn } from '../../store/turns.ts';
import type { Activity } from '../activity.ts';
import type { KeyedLock } from '../keyed-lock.ts';
import type { Profile } from '../profile.ts';

export type MergeStore = Pick<
  Store<StoredTurn, unknown, Profile, StoredEvent>,
  'customers' | 'turns' | 'conversations' | 'events'
>;

/**
 * Makes one customer of two: `fromId`'s turns, conversations, events, identities and profile go to `intoId`. False when
 * either is gone, which an erase at the same time may cause: then nothing is brought back. A refusal of either counts.
 */
export async function mergeCustomers(
  store: MergeStore,
  locked: KeyedLock,
  { intoId, fromId }: { intoId: string; fromId: string },
): Promise<boolean> {
  if (intoId === fromId) return false;
  const [first, second] = [intoId, fromId].sort();
  return locked(first, () => locked(second, () => merge(store, intoId, fromId)));
}

async function merge(store: MergeStore, intoId: string, fromId: string): Promise<boolean> {
  const [into, from] = await Promise.all([store.customers.get(intoId), store.customers.get(fromId)]);
  if (!into || !from) return false;
  await reassign(store, fromId, intoId);
  // Who deletes the record owns what follows: an erase or another merge may have been faster.
  if (!(await store.customers.delete(fromId))) return false;
  for (const identity of from.identities) await store.customers.link(intoId, identity);
  for (const [purpose, consent] of Object.entries(from.consent) as [
    keyof typeof from.consent,
    (typeof from.consent)['service'],
  ][]) {
    const own = into.consent[purpose];
    if (consent && (own === undefined || (own.granted && !consent.granted))) {
      await store.customers.setConsent(intoId, purpose, consent);
    }
  }
  await store.customers.save(intoId, { profile: mergeProfiles(into.profile, from.profile) });
  // What came in for the old record while it went.
  await reassign(store, fromId, intoId);
  return true;
}

async function reassign({ turns, conversations, events }: MergeStore, fromId: string, intoId: string): Promise<void> {
  await Promise.all([turns, conversations, events].map((repository) => repository.reassign(fromId, intoId)));
}

function mergeProfiles(a: Profile, b: Profile): Profile {
  const turns = a.turns + b.turns;
  const mean = (x: number | undefined, y: number | undefined) =>
    x === undefined || y === undefined ? (x ?? y) : (x * a.turns + y * b.turns) / Math.max(1, turns);
  return {
    ...b,
    ...a,
    turns,
    interests: sum(a.interests, b.interests),
    dislikes: sum(a.dislikes, b.dislikes),
    preferences: [...a.preferences, ...b.preferences].sort((x, y) => x.at.getTime() - y.at.getTime()).slice(-50),
    mood: mean(a.mood, b.mood),
    moodBase: mean(a.moodBase, b.moodBase),
    intents: sum(a.intents, b.intents),
    languages: sum(a.languages, b.languages),
    channels: sum(a.channels, b.channels),
    hours: Array.from({ length: 24 }, (_, hour) => (a.hours?.[hour] ?? 0) + (b.hours?.[hour] ?? 0)),
    activity: a.activity && b.activity ? mergeActivity(a.activity, b.activity) : (a.activity ?? b.activity),
  };
}

function mergeActivity(a: Activity, b: Activity): Activity {
  const days = (name: 'firstBasket' | 'lastBasket') => [a[name], b[name]].filter((day) => day !== undefined).sort();
  return {
    firstAt: new Date(Math.min(a.firstAt.getTime(), b.firstAt.getTime())),
    lastAt: new Date(Math.max(a.lastAt.getTime(), b.lastAt.getTime())),
    baskets: a.baskets + b.baskets,
    firstBasket: days('firstBasket')[0],
    lastBasket: days('lastBasket').at(-1),
    spent: a.spent + b.spent,
    returned: a.returned + b.returned,
    events: sum(a.events, b.events),
  };
}

function sum(a: Record<string, number> = {}, b: Record<string, number> = {}): Record<string, number> {
  const total = { ...a };
  for (const [key, value] of Object.entries(b)) total[key] = (total[key] ?? 0) + value;
  return total;
}
