import type { Candidate, HybridResult } from '../hybrid/hybrid-index.ts';
import { FIT } from '../retriever.ts';

export interface FitnessInput {
  result: HybridResult;
  /** Goods asked for that the shop has not. */
  missing: readonly string[];
  /** A category is among the limits, so that the candidates are of the kind asked for. */
  category: boolean;
}

/** The share of the query's content from which a product is offered. */
const ENOUGH = 0.45;
/** Trigrams shared from which a title is the name that was meant, however it was spelt. */
const SAME_NAME = 0.75;

/** How well candidates meet a query, 0..1; FIT and more may be offered. */
export function fitness({ result, missing, category }: FitnessInput): (candidate: Candidate) => number {
  if (missing.length > 0) return () => 0;
  const best = Math.max(...result.candidates.map(({ parts }) => parts.coverage), 0);
  return ({ parts: { coverage, grams } }) => {
    if (grams >= SAME_NAME) return 1;
    // Within a category only what some of its goods have can be missed by others.
    const wanted = category ? Math.min(ENOUGH, best * ENOUGH) : ENOUGH;
    return coverage >= wanted ? FIT + (1 - FIT) * coverage : (FIT * coverage) / ENOUGH;
  };
}
