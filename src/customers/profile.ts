import type { Filters, SentimentLabel } from '../understanding/understanding.ts';

/** Something the customer told us about themselves, with the turn it was said in. */
export interface StatedPreference {
  kind: 'like' | 'dislike';
  /** What it is about: a brand, category, colour or attribute of the pack, or free words. */
  about: 'brand' | 'category' | 'color' | 'attribute' | 'text';
  value: string;
  turnId: string;
  at: Date;
}

/** What is known of a customer, updated in constant time by every turn. Weights are decayed sums. */
export interface Profile {
  turns: number;
  /** Category id -> weight. */
  interests: Record<string, number>;
  preferences: StatedPreference[];
  /** Running mean of the limits and prices looked at, in the pack's currency. */
  price?: { mean: number; min: number; max: number; count: number };
  /** Exponential mean of sentiment scores, -1..1. */
  mood?: number;
  /** Times each intent was meant. */
  intents: Record<string, number>;
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
}

/** Share of the old weight kept at each turn: an interest halves in about 14 turns without mention. */
const DECAY = 0.95;
const MOOD_WEIGHT = 0.3;
const PREFERENCES_KEPT = 50;
const INTERESTS_KEPT = 40;
const FORGOTTEN_BELOW = 0.01;

export function emptyProfile(): Profile {
  return { turns: 0, interests: {}, preferences: [], intents: {} };
}

/** The profile after one more turn. Constant time: every list in it is bounded. */
export function updateProfile(profile: Profile, seen: Observation): Profile {
  const interests: Record<string, number> = {};
  for (const [category, weight] of Object.entries(profile.interests)) {
    if (weight * DECAY > FORGOTTEN_BELOW) interests[category] = weight * DECAY;
  }
  for (const category of seen.categories) interests[category] = (interests[category] ?? 0) + 1;
  const kept = Object.entries(interests)
    .sort(([, a], [, b]) => b - a)
    .slice(0, INTERESTS_KEPT);

  return {
    turns: profile.turns + 1,
    interests: Object.fromEntries(kept),
    preferences: addPreferences(profile.preferences, seen.preferences),
    price: seen.prices.reduce<Profile['price']>(addPrice, profile.price),
    mood: profile.mood === undefined ? seen.sentiment.score : mix(profile.mood, seen.sentiment.score, MOOD_WEIGHT),
    intents: { ...profile.intents, [seen.intent]: (profile.intents[seen.intent] ?? 0) + 1 },
  };
}

/** Newer statements replace older ones about the same thing: who liked red yesterday may hate it today. */
function addPreferences(old: StatedPreference[], added: StatedPreference[]): StatedPreference[] {
  const same = (a: StatedPreference, b: StatedPreference) => a.about === b.about && a.value === b.value;
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

function mix(old: number, value: number, weight: number): number {
  return old + weight * (value - old);
}
