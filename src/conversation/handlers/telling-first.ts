import type { Recommendation } from '../../recommendation/recommendation.ts';

/** Goods this much less to the point than the most fitting come after those that are not. */
const AS_RELEVANT = 0.88;
/** So many are ranked where the words tell, that those to the point are among them. */
export const RANKED_WHERE_TOLD = 12;

/**
 * Where words tell what is wanted ("a phone for my grandma"), what holds them goes before what is only rated or priced well. The
 * order among each is kept.
 */
export function tellingFirst(ranked: readonly Recommendation[]): Recommendation[] {
  const relevance = ({ parts }: Recommendation) => parts.relevance ?? 0;
  const least = AS_RELEVANT * Math.max(...ranked.map(relevance));
  return [...ranked.filter((one) => relevance(one) >= least), ...ranked.filter((one) => relevance(one) < least)];
}
