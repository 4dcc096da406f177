import type { Recommendation } from './recommendation.ts';

/** Weight of relevance against novelty. */
const LAMBDA = 0.85;

/**
 * Maximal marginal relevance (Carbonell and Goldstein, 1998): picks `count` items, each the best of
 * score minus likeness to those already picked. Likeness: same brand, near price, same category.
 */
export function diversify(ranked: readonly Recommendation[], count: number): Recommendation[] {
  const rest = [...ranked];
  const picked: Recommendation[] = [];
  while (picked.length < count && rest.length > 0) {
    let best = 0;
    let bestValue = Number.NEGATIVE_INFINITY;
    rest.forEach((candidate, index) => {
      const nearest = picked.reduce((most, other) => Math.max(most, likeness(candidate, other)), 0);
      const value = LAMBDA * candidate.score - (1 - LAMBDA) * nearest;
      if (value > bestValue) {
        bestValue = value;
        best = index;
      }
    });
    picked.push(...rest.splice(best, 1));
  }
  return picked;
}

function likeness({ product: a }: Recommendation, { product: b }: Recommendation): number {
  const brand = a.brand !== '' && a.brand === b.brand ? 0.5 : 0;
  const category = a.category === b.category ? 0.2 : 0;
  if (a.price === null || b.price === null || a.price <= 0 || b.price <= 0) return brand + category;
  return brand + category + 0.2 * Math.exp(-3 * Math.abs(Math.log(a.price / b.price)));
}
