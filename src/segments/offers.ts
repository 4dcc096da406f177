import type { Product } from '../knowledge/pack.ts';
import { isReduced } from '../recommendation/ranking.ts';
import type { Strategy } from './segment.ts';

/** The best recommendations in the order a segment's strategy wants; ties keep their rank. */
export function inOfferOrder<T extends { product: Product }>(
  items: readonly T[],
  offers: Strategy['offers'] = 'none',
): T[] {
  switch (offers) {
    case 'reduced_first':
      return items.toSorted((a, b) => Number(isReduced(b.product)) - Number(isReduced(a.product)));
    case 'new_first':
      return items.toSorted((a, b) => (b.product.since ?? '').localeCompare(a.product.since ?? ''));
    case 'premium_first':
      return items.toSorted((a, b) => (b.product.price ?? 0) - (a.product.price ?? 0));
    case 'none':
      return [...items];
  }
}
