import type { StoredEvent } from '../store/events.ts';
import type { Filters, SentimentLabel } from '../understanding/understanding.ts';
import { type Activity, addActivity } from './activity.ts';

/** Something the customer told us about themselves, with the turn it was said in. */
export interface StatedPreference {
  kind: 'like' | 'dislike';
  /** What it is about: a brand, category, colour or attribute of the pack, or free words. */
  about: 'brand' | 'category' | 'color' | 'attribute' | 'text';
  value: string;
  turnId: string;
  at: Date;
}

/** What is known of a customer, updated in constant time by every turn and event. Weights are decayed sums. */
export interface Profile {
  turns: number;
  /** Category id -> weight. */
  interests: Record<string, number>;
  /** Category id -> weight of what was returned, rated low or complained about. */
  dislikes?: Record<string, number>;
  /** Up to when interests and dislikes are faded. */
  fadedAt?: Date;
  preferences: StatedPreference[];
  /** Running mean of the limits and prices looked at, in the pack's currency. */
  price?: { mean: number; min: number; max: number; count: number };
  /** Exponential mean of sentiment scores, -1..1. */
  mood?: number;
  /** The same over a longer time: mood above it is a rising trend. */
  moodBase?: number;
  /** Times each intent was meant. */
  intents: Record<string, number>;
  /** Turns by language and by channel, and doings by hour of the day (UTC). */
  languages?: Record<string, number>;
  channels?: Record<string, number>;
  hours?: number[];
  /** How far the last import had come when its events were learnt from. */
  imported?: ImportMark;
  /** What they did in the shop: kept of every customer, used of those who agreed. */
  activity?: Activity;
}

/** A row of an import, under the import's name. */
export interface ImportMark {
  name: string;
  row: number;
}

/** What one turn tells about the customer. */
export interface Observation {
  intent: string;
  sentiment: { label: SentimentLabel; score: number };
  filters: Filters;
  /** Prices of the products shown or asked about. */
  prices: number[];
  /** Categories of the products shown or asked about. */
  categories: string[];
  preferences: StatedPreference[];
  at?: Date;
  channel?: string;
  language?: string;
}

/** What of a product an event tells about its customer. */
export interface ProductFacts {
  category: string;
  price: number | null;
}

/** Share of the old weight kept at each turn: an interest halves in about 14 turns without mention. */
const DECAY = 0.95;
/** Days after which a weight is halved, whatever was said meanwhile. */
const HALF_LIFE_DAYS = 60;
const DAY_MS = 86_400_000;
const MOOD_WEIGHT = 0.3;
const MOOD_BASE_WEIGHT = 0.05;
const PREFERENCES_KEPT = 50;
const INTERESTS_KEPT = 40;
const COUNTS_KEPT = 40;
const FORGOTTEN_BELOW = 0.01;

/** How much an event of a type says of the interest in its product's category; below 0 = dislike. */
const EVENT_WEIGHTS: Record<string, number> = {
  purchase: 3,
  cart: 1.5,
  view: 0.5,
  click: 0.7,
  campaign_click: 0.5,
  social: 0.5,
  return: -1.5,
};

export function emptyProfile(): Profile {
  return { turns: 0, interests: {}, preferences: [], intents: {} };
}

/** The profile after one more turn. Constant time: every list in it is bounded. */
export function updateProfile(profile: Profile, seen: Observation): Profile {
  const { sentiment, at } = seen;
  const faded = fadeTo(profile, at, DECAY);
  const negative = sentiment.label === 'negative';
  return {
    ...profile,
    ...faded,
    ...(negative
      ? { dislikes: add(faded.dislikes ?? {}, seen.categories, -sentiment.score) }
      : { interests: add(faded.interests, seen.categories, 1) }),
    turns: profile.turns + 1,
    preferences: addPreferences(profile.preferences, seen.preferences),
    price: seen.prices.reduce<Profile['price']>(addPrice, profile.price),
    mood: mix(profile.mood, sentiment.score, MOOD_WEIGHT),
    moodBase: mix(profile.moodBase, sentiment.score, MOOD_BASE_WEIGHT),
    intents: count(profile.intents, seen.intent),
    ...(seen.language && { languages: count(profile.languages, seen.language) }),
    ...(seen.channel && { channels: count(profile.channels, seen.channel) }),
    ...(at && { hours: addHour(profile.hours, at) }),
  };
}

/** The profile after an event; without consent (`personal` false) only the shop's own bookkeeping. Constant time. */
export function addEvent(
  profile: Profile,
  event: StoredEvent,
  product: ProductFacts | undefined,
  personal: boolean,
): Profile {
  const activity = addActivity(profile.activity, event);
  if (!personal) return { ...profile, activity };
  const { type, at, value } = event;
  const faded = fadeTo(profile, at);
  const categories = product && product.category !== '' ? [product.category] : [];
  // What is older than the profile comes in as faded as it would be by now.
  const age = Math.max(0, ((faded.fadedAt?.getTime() ?? 0) - at.getTime()) / DAY_MS);
  const rated = type === 'rating' || type === 'review';
  const said = rated ? ((value ?? 3) - 3) * 0.75 : (EVENT_WEIGHTS[type] ?? 0);
  const weight = said * 0.5 ** (age / HALF_LIFE_DAYS);
  const price = type === 'purchase' || type === 'cart' ? product?.price : undefined;
  return {
    ...profile,
    ...faded,
    ...(weight > 0 && { interests: add(faded.interests, categories, weight) }),
    ...(weight < 0 && { dislikes: add(faded.dislikes ?? {}, categories, -weight) }),
    ...(price !== undefined && price !== null && { price: addPrice(profile.price, price) }),
    hours: addHour(profile.hours, at),
    activity,
  };
}

/** The channel most used, the hour (UTC) most active; undefined while nothing tells. */
export function preferredChannel({ channels = {} }: Profile): string | undefined {
  return Object.entries(channels).sort(([, a], [, b]) => b - a)[0]?.[0];
}

export function preferredHour({ hours = [] }: Profile): number | undefined {
  const most = Math.max(0, ...hours);
  return most > 0 ? hours.indexOf(most) : undefined;
}

/** How mood moves, -2..2: above 0 it rises. */
export function moodTrend({ mood = 0, moodBase = 0 }: Profile): number {
  return mood - moodBase;
}

/** Interests and dislikes as they weigh at `at`; time never runs backwards. */
function fadeTo(
  { interests, dislikes, fadedAt }: Profile,
  at: Date | undefined,
  share = 1,
): Pick<Profile, 'interests' | 'dislikes' | 'fadedAt'> {
  const days = at && fadedAt ? Math.max(0, (at.getTime() - fadedAt.getTime()) / DAY_MS) : 0;
  const kept = share * 0.5 ** (days / HALF_LIFE_DAYS);
  const now = at && (!fadedAt || at > fadedAt) ? at : fadedAt;
  return {
    interests: scaled(interests, kept),
    ...(dislikes && { dislikes: scaled(dislikes, kept) }),
    ...(now && { fadedAt: now }),
  };
}

function scaled(weights: Record<string, number>, factor: number): Record<string, number> {
  if (factor === 1) return weights;
  const kept = Object.entries(weights).map(([key, weight]): [string, number] => [key, weight * factor]);
  return Object.fromEntries(kept.filter(([, weight]) => weight > FORGOTTEN_BELOW));
}

function add(weights: Record<string, number>, keys: readonly string[], weight: number): Record<string, number> {
  const sums = { ...weights };
  for (const key of keys) sums[key] = (sums[key] ?? 0) + weight;
  return largest(sums, INTERESTS_KEPT);
}

function count(counts: Record<string, number> = {}, key: string): Record<string, number> {
  return largest({ ...counts, [key]: (counts[key] ?? 0) + 1 }, COUNTS_KEPT);
}

function largest(weights: Record<string, number>, kept: number): Record<string, number> {
  const sorted = Object.entries(weights).sort(([, a], [, b]) => b - a);
  return Object.fromEntries(sorted.slice(0, kept));
}

function addHour(hours: number[] | undefined, at: Date): number[] {
  const counts = hours ? [...hours] : new Array<number>(24).fill(0);
  counts[at.getUTCHours()]++;
  return counts;
}

/** Newer statements replace older ones about the same thing: who liked red yesterday may hate it today. */
function addPreferences(old: StatedPreference[], added: StatedPreference[]): StatedPreference[] {
  // Of an attribute one value is preferred: "risk=R4" replaces "risk=R2".
  const subject = ({ about, value }: StatedPreference) =>
    about === 'attribute' ? value.split('=', 1)[0] : value.toLowerCase();
  const same = (a: StatedPreference, b: StatedPreference) => a.about === b.about && subject(a) === subject(b);
  return [...old.filter((one) => !added.some((other) => same(one, other))), ...added].slice(-PREFERENCES_KEPT);
}

function addPrice(range: Profile['price'], price: number): Profile['price'] {
  if (range === undefined) return { mean: price, min: price, max: price, count: 1 };
  const count = range.count + 1;
  return {
    mean: range.mean + (price - range.mean) / count,
    min: Math.min(range.min, price),
    max: Math.max(range.max, price),
    count,
  };
}

function mix(old: number | undefined, value: number, weight: number): number {
  return old === undefined ? value : old + weight * (value - old);
}
