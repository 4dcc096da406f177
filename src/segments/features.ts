import type { Profile } from '../customers/profile.ts';

/** What one column of the feature table measures; `group` columns share one weight, so that many interests do not drown the rest. */
export interface Feature {
  id: string;
  group: 'value' | 'interest' | 'mood' | 'intent';
  /** Category or intent, where the feature is about one. */
  of?: string;
}

/** The columns of a run, chosen from its customers; kept with the model, so that one customer is placed the same way later. */
export interface FeatureSet {
  features: Feature[];
  /** Time the recencies are counted to, as epoch milliseconds. */
  at: number;
}

const VALUE: readonly Feature[] = [
  { id: 'recency', group: 'value' },
  { id: 'frequency', group: 'value' },
  { id: 'monetary', group: 'value' },
  { id: 'basket', group: 'value' },
  { id: 'price', group: 'value' },
  { id: 'turns', group: 'value' },
  { id: 'mood', group: 'mood' },
];
/** Categories and intents beyond these are too rare to part customers. */
const INTERESTS = 24;
const INTENTS = 10;
/** A category or intent few customers have makes no column. */
const LEAST_SHARE = 0.01;
const DAY_MS = 86_400_000;
/** Recency of who never bought: two years. */
const NEVER_DAYS = 730;

/** Counts which categories and intents the customers have, one profile at a time. */
export function createFeatureCount() {
  const interests = new Map<string, number>();
  const intents = new Map<string, number>();
  let customers = 0;
  return {
    add(profile: Profile): void {
      customers++;
      for (const id of Object.keys(profile.interests)) interests.set(id, (interests.get(id) ?? 0) + 1);
      for (const id of Object.keys(profile.intents)) intents.set(id, (intents.get(id) ?? 0) + 1);
    },
    features(at: Date): FeatureSet {
      const columns = (counts: Map<string, number>, group: 'interest' | 'intent', most: number): Feature[] =>
        [...counts]
          .filter(([, count]) => count >= LEAST_SHARE * customers)
          .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
          .slice(0, most)
          .map(([of]) => ({ id: `${group}:${of}`, group, of }));
      return {
        features: [...VALUE, ...columns(interests, 'interest', INTERESTS), ...columns(intents, 'intent', INTENTS)],
        at: at.getTime(),
      };
    },
  };
}

/** One customer's raw figures: shares for interests and intents, logarithms for counts, money and days. */
export function featuresOf(profile: Profile, { features, at }: FeatureSet): Float64Array {
  const { activity, interests, intents } = profile;
  const interested = sum(interests);
  const meant = sum(intents);
  const baskets = activity?.baskets ?? 0;
  const spent = Math.max(0, (activity?.spent ?? 0) - (activity?.returned ?? 0));
  const bought = activity?.lastBasket === undefined ? undefined : (at - Date.parse(activity.lastBasket)) / DAY_MS;
  const figures: Record<string, number> = {
    recency: Math.log1p(Math.min(NEVER_DAYS, Math.max(0, bought ?? NEVER_DAYS))),
    frequency: Math.log1p(baskets),
    monetary: Math.log1p(spent),
    basket: Math.log1p(baskets > 0 ? spent / baskets : 0),
    // Missing prices become the mean when columns are scaled.
    price: profile.price ? Math.log1p(Math.max(0, profile.price.mean)) : Number.NaN,
    turns: Math.log1p(profile.turns),
    mood: profile.mood ?? Number.NaN,
  };
  return Float64Array.from(features, ({ id, group, of }) => {
    if (group === 'interest') return interested > 0 ? (interests[of!] ?? 0) / interested : 0;
    if (group === 'intent') return meant > 0 ? (intents[of!] ?? 0) / meant : 0;
    return figures[id] ?? Number.NaN;
  });
}

function sum(weights: Record<string, number>): number {
  let total = 0;
  for (const key in weights) total += weights[key]!;
  return total;
}
