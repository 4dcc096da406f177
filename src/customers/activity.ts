import type { StoredEvent } from '../store/events.ts';

/** What a customer did in the shop, as running figures: recency, frequency, monetary value. */
export interface Activity {
  firstAt: Date;
  lastAt: Date;
  /** Days with a purchase, and the last such day (ISO). */
  baskets: number;
  lastBasket?: string;
  /** First purchase; with `lastBasket` and `baskets` the mean interval. */
  firstBasket?: string;
  /** Money spent less money returned, in the pack's currency. */
  spent: number;
  returned: number;
  events: Record<string, number>;
}

export const LIFECYCLE_STAGES = ['visitor', 'new', 'active', 'loyal', 'lapsing', 'lost'] as const;
export type LifecycleStage = (typeof LIFECYCLE_STAGES)[number];

const DAY_MS = 86_400_000;
const LOYAL_BASKETS = 5;
const RECENT_DAYS = 60;
const LOST_DAYS = 180;

/** The figures after one more event, in any order of time. Constant time. */
export function addActivity(old: Activity | undefined, { type, at, value }: StoredEvent): Activity {
  const activity: Activity = old
    ? { ...old, events: { ...old.events } }
    : { firstAt: at, lastAt: at, baskets: 0, spent: 0, returned: 0, events: {} };
  activity.events[type] = (activity.events[type] ?? 0) + 1;
  if (at < activity.firstAt) activity.firstAt = at;
  if (at > activity.lastAt) activity.lastAt = at;
  if (type === 'return') activity.returned += value ?? 0;
  if (type !== 'purchase') return activity;
  activity.spent += value ?? 0;
  const day = at.toISOString().slice(0, 10);
  // A basket that comes after later ones is counted unless it falls on a day that is known: the ends of the range.
  if (day !== activity.lastBasket && day !== activity.firstBasket) activity.baskets++;
  if (activity.firstBasket === undefined || day < activity.firstBasket) activity.firstBasket = day;
  if (activity.lastBasket === undefined || day > activity.lastBasket) activity.lastBasket = day;
  return activity;
}

/** Recency in days, frequency in baskets, monetary value; undefined for who never bought. */
export function rfmOf(
  activity: Activity | undefined,
  now: Date,
): { recencyDays: number; frequency: number; monetary: number } | undefined {
  if (activity?.lastBasket === undefined) return undefined;
  const age = (now.getTime() - Date.parse(activity.lastBasket)) / DAY_MS;
  return { recencyDays: Math.max(0, age), frequency: activity.baskets, monetary: activity.spent - activity.returned };
}

/** Where the customer stands: late is late by the customer's own interval between baskets. */
export function lifecycleStage(activity: Activity | undefined, now: Date): LifecycleStage {
  const rfm = rfmOf(activity, now);
  if (!activity || rfm === undefined) return 'visitor';
  const span = (Date.parse(activity.lastBasket!) - Date.parse(activity.firstBasket!)) / DAY_MS;
  const interval = rfm.frequency > 1 ? span / (rfm.frequency - 1) : 0;
  const patience = Math.max(RECENT_DAYS, 2 * interval);
  if (rfm.recencyDays > Math.max(LOST_DAYS, 2 * patience)) return 'lost';
  if (rfm.recencyDays > patience) return 'lapsing';
  if (rfm.frequency === 1) return 'new';
  return rfm.frequency >= LOYAL_BASKETS ? 'loyal' : 'active';
}
