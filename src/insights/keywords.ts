import type { Daily } from './figures/daily.ts';
import type { Figures } from './figures/figures.ts';
import type { Period } from './overview.ts';
import { beside } from './satisfaction.ts';

/** A keyword of a period, and how it does against the period before. */
export interface KeywordTrend {
  word: string;
  count: number;
  before: number;
  /** Signed log-likelihood ratio (Dunning 1993) of being more frequent than before; above 10.8 chance is below 0.1%. */
  rise: number;
}

export interface KeywordReport {
  most: KeywordTrend[];
  rising: KeywordTrend[];
}

const SHOWN = 25;
/** A word fewer people said tells nothing. */
const LEAST = 3;
const CLEAR_RISE = 6.6;

/** The words customers use most, and those that rise against the period before. */
export async function keywordsIn(daily: Daily, period: Period): Promise<KeywordReport> {
  const { now, before } = await beside(daily, period);
  return trendsOf(now, before);
}

export function trendsOf(
  now: Pick<Figures, 'keywords' | 'turns' | 'reviews'>,
  before: Pick<Figures, 'keywords' | 'turns' | 'reviews'>,
): KeywordReport {
  const texts = now.turns + now.reviews;
  const textsBefore = before.turns + before.reviews;
  const trends = [...now.keywords].map(([word, count]): KeywordTrend => {
    const was = before.keywords.get(word) ?? 0;
    return { word, count, before: was, rise: likelihoodRatio(count, texts, was, textsBefore) };
  });
  return {
    most: trends.toSorted((a, b) => b.count - a.count).slice(0, SHOWN),
    // Without a period before, everything would rise.
    rising: (textsBefore === 0 ? [] : trends)
      .filter(({ count, rise }) => count >= LEAST && rise >= CLEAR_RISE)
      .sort((a, b) => b.rise - a.rise)
      .slice(0, SHOWN),
  };
}

function likelihoodRatio(k: number, n: number, j: number, m: number): number {
  if (n === 0 || m === 0) return 0;
  const expected = (n * (k + j)) / (n + m);
  const other = (m * (k + j)) / (n + m);
  const ratio = 2 * (k * Math.log(k / expected) + (j > 0 ? j * Math.log(j / other) : 0));
  return k / n >= j / m ? ratio : -ratio;
}
