import type { Datasets } from '../models/datasets.ts';
import { scoreVector, trainSvm } from '../models/svm.ts';
import { fitVectorizer, vectorize } from '../models/vector.ts';
import { optional } from './intent-baselines.ts';

/** The sentiment of a text; above 0 is positive. */
export type Scorer = (text: string) => number;

/** Valences nearer to 0 than this have no clear sign. */
export const CLEAR = 0.5;

/** What ours is measured beside, by name. */
export async function baselinesOf(language: 'en' | 'zh', data: Datasets): Promise<Record<string, Scorer>> {
  const scorers: Record<string, Scorer> = {};
  const svm = plainSvm(language, data);
  if (svm) scorers['plain linear SVM'] = svm;
  const vader = language === 'en' ? await optional('vader-sentiment') : undefined;
  if (vader) {
    const { SentimentIntensityAnalyzer } = (vader.default ?? vader) as {
      SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } };
    };
    scorers['vader-sentiment'] = (text) => SentimentIntensityAnalyzer.polarity_scores(text).compound;
  }
  return scorers;
}

/** A plain linear SVM over the same training parts, as positive or negative. */
export function plainSvm(
  language: 'en' | 'zh',
  data: Datasets,
  isLeftOut: (set: string, text: string) => boolean = () => false,
): Scorer | undefined {
  const rows = data
    .sets('sentiment', 'train')
    .filter((set) => set.startsWith(`${language}-`))
    .flatMap((set) => data.sentiment(set, 'train').filter(({ text }) => !isLeftOut(set, text)))
    .flatMap(({ text, sentiment, valence = sentiment === 'positive' ? 1 : -1 }) =>
      Math.abs(valence) > CLEAR ? [{ text, positive: valence > 0 }] : [],
    );
  if (rows.length === 0) return undefined;
  const scheme = {
    words: 2,
    characters: (language === 'zh' ? [0, 0] : [2, 5]) as [number, number],
    han: 3,
    pairs: 0,
    stems: false,
    bits: 20,
    maxLength: 20_000,
  };
  const vectorizer = fitVectorizer(
    rows.map(({ text }) => text),
    scheme,
  );
  const model = trainSvm(
    rows.map(({ text }) => vectorize(text, vectorizer)),
    Int32Array.from(rows, ({ positive }) => (positive ? 0 : 1)),
    { classes: 1, dimension: 2 ** scheme.bits, epochs: 12 },
  );
  const score = new Float32Array(1);
  return (text) => {
    scoreVector(vectorize(text, vectorizer), model, score);
    return score[0];
  };
}
