import type { Profile } from '../customers/profile.ts';
import type { Product } from '../knowledge/pack.ts';
import type { Filters } from '../understanding/understanding.ts';
import { interestShare, isReduced, likesBrand } from './ranking.ts';
import type { Reason } from './recommendation.ts';

/** A rating worth mentioning. */
const GOOD_RATING = 4.3;
/** A share of interests worth mentioning. */
const CLEAR_INTEREST = 0.3;

/** Why this product, most telling first; each reason is a fact that entered the choice. */
export function reasonsFor(product: Product, context: ReasonContext): Reason[] {
  const { filters, profile, cheaperThan, terms, learnt = [] } = context;
  const reasons: Reason[] = [];
  if (cheaperThan !== undefined && product.price !== null && product.price < cheaperThan) {
    reasons.push({ kind: 'cheaper', than: cheaperThan - product.price });
  }
  for (const [attribute, wanted] of Object.entries(filters.attributes ?? {})) {
    const value = product.attributes[attribute];
    if (value !== undefined && wanted !== false && !Array.isArray(value))
      reasons.push({ kind: 'attribute', attribute, value });
  }
  if (terms.length > 0) reasons.push({ kind: 'matches_query', terms: terms.slice(0, 3) });
  if (profile && likesBrand(profile, product.brand)) reasons.push({ kind: 'brand_liked', brand: product.brand });
  if (isReduced(product)) {
    const { price, listPrice, currency } = product;
    reasons.push({ kind: 'reduced', price, listPrice, currency });
  }
  if (product.rating !== undefined && product.rating >= GOOD_RATING) {
    reasons.push({ kind: 'rated', rating: product.rating });
  }
  const limit = filters.maxPrice;
  if (limit !== undefined && product.price !== null && cheaperThan === undefined) {
    reasons.push({ kind: 'within_budget', price: product.price, currency: product.currency, limit });
  }
  if (profile && !filters.category && interestShare(profile, product.category) >= CLEAR_INTEREST) {
    reasons.push({ kind: 'interest', category: product.category });
  }
  reasons.push(...learnt);
  return reasons.length > 0 ? reasons : [{ kind: 'fits' }];
}

export interface ReasonContext {
  filters: Filters;
  profile?: Profile;
  /** Price the customer wanted to go below. */
  cheaperThan?: number;
  /** Words of the query that the product's texts hold. */
  terms: string[];
  /** Of purchases, the customer's and everybody's. */
  learnt?: Reason[];
}
