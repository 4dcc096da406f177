import type { Candidate } from '../hybrid/hybrid-index.ts';
import { FIT } from '../retriever.ts';

export interface FitnessInput {
  /** Goods asked for that the shop has not. */
  missing: readonly string[];
  /** Where a category was asked for: the most of what names the goods that any of it has. */
  reachable?: number;
}

/** The share of the query's content from which a product is offered. */
const ENOUGH = 0.4;
/** Trigrams shared from which a title is the name that was meant, however it was spelt. */
const SAME_NAME = 0.75;

/** How well candidates meet a query, 0..1; FIT and more may be offered. */
export function fitness({ missing, reachable }: FitnessInput): (candidate: Candidate) => number {
  if (missing.length > 0) return () => 0;
  return ({ parts: { coverage, asked, grams } }) => {
    if (grams >= SAME_NAME) return 1;
    // Within a category what is said beside the goods' name only orders them: a phone "for my grandma" is a phone.
    const fits =
      reachable === undefined ? coverage >= ENOUGH : Math.max(coverage, asked) >= ENOUGH * Math.min(1, reachable);
    return fits ? FIT + (1 - FIT) * coverage : Math.min(0.99 * FIT, (FIT * coverage) / ENOUGH);
  };
}
