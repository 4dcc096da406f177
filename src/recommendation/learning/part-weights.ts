/** Logarithms of what each part of a score is multiplied with; absent = 0, which changes nothing. */
export type PartWeights = Record<string, number>;

/** The parts of one product's score as they were when it was shown: already multiplied. */
export type Parts = Record<string, number>;

/** No part counts less than half or more than twice as much as by default, whatever customers do. */
const BOUND = Math.log(2);
const STEP = 0.06;
/** Score differences are of this size; it sets how soon a right order is right enough. */
const TEMPERATURE = 0.1;
const HALF_LIFE_DAYS = 30;
const DAY_MS = 86_400_000;

/** What was learnt fades: after 30 days without a lesson half of it is left. */
export function fadeWeights(weights: PartWeights, from: Date, to: Date): PartWeights {
  const kept = 0.5 ** (Math.max(0, to.getTime() - from.getTime()) / DAY_MS / HALF_LIFE_DAYS);
  return Object.fromEntries(Object.entries(weights).map(([part, weight]) => [part, weight * kept]));
}

/**
 * One lesson: the chosen product should have stood before those above it, which were seen and passed over, and before the next
 * one ("skip above", Joachims 2002, which takes the place in the list out of the clicks). A pairwise logistic step of at most
 * `share` times a full one.
 */
export function learnFrom(weights: PartWeights, list: readonly Parts[], chosen: number, share: number): PartWeights {
  const passed = list.filter((_, place) => place < chosen || place === chosen + 1);
  const gradient: Record<string, number> = {};
  for (const other of passed) {
    const names = new Set([...Object.keys(list[chosen]), ...Object.keys(other)]);
    const apart = [...names].map((name) => [name, (list[chosen][name] ?? 0) - (other[name] ?? 0)] as const);
    const lead = apart.reduce((sum, [, difference]) => sum + difference, 0);
    const wrong = 1 / (1 + Math.exp(lead / TEMPERATURE));
    for (const [name, difference] of apart) {
      gradient[name] = (gradient[name] ?? 0) + (wrong * difference) / TEMPERATURE / passed.length;
    }
  }
  const length = Math.hypot(...Object.values(gradient));
  if (length === 0) return weights;
  const reach = (STEP * share) / Math.max(1, length);
  const learnt = { ...weights };
  for (const [name, slope] of Object.entries(gradient)) {
    learnt[name] = Math.min(BOUND, Math.max(-BOUND, (learnt[name] ?? 0) + reach * slope));
  }
  return learnt;
}

/** The share of a lesson that a customer's n-th outcome of the last month has: all of them together less than 1.65 first ones. */
export const shareOf = (earlierOutcomes: number): number => 1 / (earlierOutcomes + 1) ** 2;
