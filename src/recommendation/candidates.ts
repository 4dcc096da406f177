import type { Retriever } from '../knowledge/retriever.ts';
import { boughtTogether } from './behaviour.ts';
import type { Deed } from './history.ts';
import type { NextBasket } from './models/next-basket.ts';

export interface CandidateSources {
  retriever: Pick<Retriever, 'nearest'>;
  /** Where the customer's interest points. */
  interest?: Float32Array;
  /** Newest first. */
  deeds: readonly Deed[];
  model?: NextBasket;
  /** Buyers of each product among customers of the same segment. */
  segmentBuyers?: ReadonlyMap<string, number>;
}

const NEAREST = 30;
const SEEDS = 5;
const TOGETHER_EACH = 6;
const POPULAR = 20;

/** Products worth looking at beside what the query finds: near the customer's interest, bought with theirs, popular where they belong. */
export async function proposed({
  retriever,
  interest,
  deeds,
  model,
  segmentBuyers,
}: CandidateSources): Promise<Set<string>> {
  const near = interest ? await retriever.nearest(interest, NEAREST) : [];
  const seeds = [...new Set(deeds.filter(({ type }) => type === 'purchase').map(({ productId }) => productId))];
  const together = model ? seeds.slice(0, SEEDS).flatMap((id) => boughtTogether(model, id, TOGETHER_EACH)) : [];
  const popular = [...(segmentBuyers ?? [])].sort(([, a], [, b]) => b - a).slice(0, POPULAR);
  return new Set([...near.map(({ product }) => product.id), ...together, ...popular.map(([id]) => id)]);
}
