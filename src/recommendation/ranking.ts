import type { Profile } from '../customers/profile.ts';
import type { Product } from '../knowledge/pack.ts';
import type { ProductHit } from '../knowledge/retriever.ts';
import type { Filters } from '../understanding/understanding.ts';

/** How much each part may add to a score before anything is learnt. */
export const WEIGHTS = {
  relevance: 0.54,
  rating: 0.12,
  price: 0.16,
  interest: 0.08,
  brand: 0.07,
  reduced: 0.03,
  alike: 0.12,
} as const;

const NEUTRAL_RATING = 3.8;

export interface RankingContext {
  filters: Filters;
  /** Absent without consent. */
  profile?: Profile;
  /** The median price of what fits: where nothing is wished, neither the cheapest nor the dearest comes first. */
  typicalPrice?: number;
}

/** The parts of one product's score, each already weighted; their sum is the score. */
export function scoreParts(
  hit: ProductHit,
  { filters, profile, typicalPrice }: RankingContext,
): Record<string, number> {
  const { product } = hit;
  const parts: Record<string, number> = {
    relevance: WEIGHTS.relevance * clamp(hit.score),
    rating: WEIGHTS.rating * clamp(((product.rating ?? NEUTRAL_RATING) - 1) / 4),
    price: WEIGHTS.price * priceFit(product, { filters, profile, typicalPrice }),
  };
  if (isReduced(product)) parts.reduced = WEIGHTS.reduced;
  if (profile) {
    const interest = interestShare(profile, product.category);
    if (interest > 0) parts.interest = WEIGHTS.interest * interest;
    if (likesBrand(profile, product.brand)) parts.brand = WEIGHTS.brand;
  }
  return parts;
}

export function isReduced(product: Product): product is Product & { price: number; listPrice: number } {
  return product.price !== null && product.listPrice !== undefined && product.listPrice > product.price;
}

export function likesBrand(profile: Profile, brand: string): boolean {
  return profile.preferences.some(
    (one) => one.kind === 'like' && one.about === 'brand' && one.value.toLowerCase() === brand.toLowerCase(),
  );
}

/** The category's share of all interests, 0..1. */
export function interestShare(profile: Profile, category: string): number {
  const weight = profile.interests[category] ?? 0;
  if (weight === 0) return 0;
  return weight / Object.values(profile.interests).reduce((sum, value) => sum + value, 0);
}

/** 1 at the wished price, falling with the relative distance from it; 0.5 where nothing is known. */
function priceFit({ price }: Product, { filters, profile, typicalPrice }: RankingContext): number {
  if (price === null) return 0.5;
  const { aboutPrice, maxPrice } = filters;
  const limited = maxPrice === undefined ? undefined : Math.min(maxPrice * 0.8, typicalPrice ?? maxPrice);
  const wished = aboutPrice ?? limited ?? profile?.price?.mean ?? typicalPrice;
  if (wished === undefined || wished <= 0) return 0.5;
  return Math.exp(-Math.abs(Math.log(Math.max(price, 0.01) / wished)));
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
