/** Gain of each judged document of one query. */
export type Judgements = ReadonlyMap<string, number>;

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0);
}

/** nDCG@10 of a ranking with linear gain; what was not judged gains nothing. NaN when nothing judged has a gain. */
export function ndcg10(ranking: readonly string[], judgements: Judgements): number {
  const ideal = [...judgements.values()].sort((a, b) => b - a).slice(0, 10);
  return discounted(ranking.slice(0, 10).map((id) => judgements.get(id) ?? 0)) / discounted(ideal);
}

/** nDCG@10 of the judged documents alone, in the ranking's order: unaffected by what nobody judged. */
export function judgedNdcg10(ranking: readonly string[], judgements: Judgements): number {
  return ndcg10(
    ranking.filter((id) => judgements.has(id)),
    judgements,
  );
}

/** The share of the documents with a gain that are among the first 100. */
export function recall100(ranking: readonly string[], judgements: Judgements): number {
  const wanted = [...judgements].filter(([, gain]) => gain > 0).map(([id]) => id);
  const found = new Set(ranking.slice(0, 100));
  return wanted.filter((id) => found.has(id)).length / wanted.length;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}
