import { loadSentimentClassifier } from '../models/built-in.ts';
import { calibrationError } from '../models/calibration.ts';
import type { Datasets, SentimentRow } from '../models/datasets.ts';
import { loadUnseenFeelings } from '../sentiment/base-feelings.ts';
import { createSentimentModel, type SentimentModel } from '../sentiment/sentiment-model.ts';
import { accuracy, correlation, type EvaluationRow } from './evaluation-row.ts';
import { baselinesOf, CLEAR, type Scorer } from './sentiment-baselines.ts';

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
  yield* unseen(model, baselines);
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

/** Our own held-back texts, kind by kind: which side they take, and whether plain ones are told from them. */
async function* unseen(
  model: SentimentModel,
  baselines: Record<'en' | 'zh', Record<string, Scorer>>,
): AsyncGenerator<EvaluationRow> {
  for (const language of ['en', 'zh'] as const) {
    const texts = loadUnseenFeelings(language);
    for (const kind of new Set(texts.map((text) => text.kind))) {
      const name = `Our own ${language} texts, ${kind}`;
      const rows = texts.filter((text) => text.kind === kind);
      const polar = rows.filter(({ sentiment }) => sentiment !== 'neutral');
      const sign = (score: Scorer) =>
        accuracy(polar.map(({ text, sentiment }) => score(text) > 0 === (sentiment === 'positive')));
      const ours = sign((text) => model.read(text).score);
      for (const [baselineName, score] of Object.entries(baselines[language])) {
        yield { name: `${name}: positive or negative`, ours, baseline: sign(score), baselineName, unit: '%' };
      }
      const labels = accuracy(rows.map(({ text, sentiment }) => model.read(text).label === sentiment));
      yield { name: `${name}: label, neutral among them`, ours: labels, baselineName: '-', unit: '%' };
    }
  }
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
