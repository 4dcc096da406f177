import { loadSentimentClassifier } from '../models/built-in.ts';
import { calibrationError } from '../models/calibration.ts';
import type { Datasets, SentimentRow } from '../models/datasets.ts';
import { scoreVector, trainSvm } from '../models/svm.ts';
import { fitVectorizer, vectorize } from '../models/vector.ts';
import { createSentimentModel } from '../sentiment/sentiment-model.ts';
import { accuracy, correlation, type EvaluationRow } from './evaluation-row.ts';
import { optional } from './intent-baselines.ts';

type Scorer = (text: string) => number;

/** Valences nearer to 0 than this have no clear sign. */
const CLEAR = 0.5;
const TARGETS: [RegExp, number][] = [
  [/^zh-.*(?:waimai|deliver|takeaway)/, 86],
  [/^zh-.*jd/, 88],
  [/^zh-.*shop/, 91.5],
];

/** The rows about sentiment: every set of the folder that has this part, by the shipped model. */
export async function* evaluateSentiment(data: Datasets, split: string): AsyncGenerator<EvaluationRow> {
  const model = createSentimentModel({ classifier: loadSentimentClassifier() });
  const sets = data.sets('sentiment', split).map((set) => ({ set, rows: data.sentiment(set, split) }));
  const baselines = { en: await baselinesOf('en', data), zh: await baselinesOf('zh', data) };
  const means = new Map<string, { ours: number[]; theirs: number[] }>();
  const confidences: number[] = [];
  const correct: boolean[] = [];

  for (const { set, rows } of sets) {
    const polar = rows.filter(({ sentiment }) => sentiment === 'positive' || sentiment === 'negative');
    if (polar.length === 0) continue;
    const readings = polar.map(({ text }) => model.read(text));
    readings.forEach((reading, index) => {
      confidences.push(reading.confidence);
      correct.push(reading.label === polar[index].sentiment);
    });
    const ours = accuracy(readings.map(({ score }, index) => score > 0 === (polar[index].sentiment === 'positive')));
    const language = set.startsWith('zh') ? 'zh' : 'en';
    const target = TARGETS.find(([pattern]) => pattern.test(set))?.[1];
    for (const [baselineName, score] of Object.entries(baselines[language])) {
      const baseline = accuracy(polar.map(({ text, sentiment }) => score(text) > 0 === (sentiment === 'positive')));
      yield { name: `${set}: positive or negative`, ours, baseline, baselineName, target, unit: '%' };
      if (language === 'en') collect(means, baselineName, ours, baseline);
    }
  }
  for (const [baselineName, { ours, theirs }] of means) {
    yield {
      name: 'English reviews, mean of the sets',
      ours: mean(ours),
      baseline: mean(theirs),
      baselineName,
      target: 85,
      unit: '%',
    };
  }
  yield* graded(sets, (text) => model.read(text).score, baselines.en);
  if (correct.length === 0) return;
  yield {
    name: 'Sentiment confidence',
    ours: calibrationError(confidences, correct),
    baselineName: '-',
    target: 0.04,
    unit: 'ECE',
  };
}

/** Sentences with a mean human valence: every such set by itself, and their mean. */
async function* graded(
  sets: { set: string; rows: SentimentRow[] }[],
  ours: Scorer,
  baselines: Record<string, Scorer>,
): AsyncGenerator<EvaluationRow> {
  const scored = sets
    .map(({ set, rows }) => ({ set, rows: rows.filter(({ valence }) => valence !== undefined) }))
    .filter(({ rows }) => rows.length > 0);
  if (scored.length === 0) return;
  const figures = (rows: SentimentRow[], score: Scorer) => {
    const scores = rows.map(({ text }) => score(text));
    const valences = rows.map(({ valence }) => valence ?? 0);
    const clear = valences.flatMap((valence, index) => (Math.abs(valence) > CLEAR ? [index] : []));
    return {
      r: correlation(scores, valences),
      sign: accuracy(clear.map((index) => scores[index] > 0 === valences[index] > 0)),
    };
  };
  for (const [baselineName, score] of Object.entries(baselines)) {
    const parts = scored.map(({ set, rows }) => ({ set, ours: figures(rows, ours), theirs: figures(rows, score) }));
    const all = [
      ...parts,
      {
        set: 'Graded sentences, mean of the sets',
        ours: { r: mean(parts.map((part) => part.ours.r)), sign: mean(parts.map((part) => part.ours.sign)) },
        theirs: { r: mean(parts.map((part) => part.theirs.r)), sign: mean(parts.map((part) => part.theirs.sign)) },
      },
    ];
    for (const part of all) {
      yield {
        name: `${part.set}: correlation`,
        ours: part.ours.r,
        baseline: part.theirs.r,
        baselineName,
        target: 0.75,
        unit: 'r',
      };
      yield {
        name: `${part.set}: sign`,
        ours: part.ours.sign,
        baseline: part.theirs.sign,
        baselineName,
        target: 88,
        unit: '%',
      };
    }
  }
}

async function baselinesOf(language: 'en' | 'zh', data: Datasets): Promise<Record<string, Scorer>> {
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
function plainSvm(language: 'en' | 'zh', data: Datasets): Scorer | undefined {
  const rows = data
    .sets('sentiment', 'train')
    .filter((set) => set.startsWith(`${language}-`))
    .flatMap((set) => data.sentiment(set, 'train'))
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

function collect(
  means: Map<string, { ours: number[]; theirs: number[] }>,
  name: string,
  ours: number,
  theirs: number,
): void {
  const entry = means.get(name) ?? { ours: [], theirs: [] };
  entry.ours.push(ours);
  entry.theirs.push(theirs);
  means.set(name, entry);
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
