import { loadBaseExamples } from '../intent/base-examples.ts';
import { type IntentExample, scoreIntent } from '../intent/intent-classifier.ts';
import { createIntentModel, UNSURE } from '../intent/intent-model.ts';
import { intentScheme, type TrainIntentOptions, trainIntentClassifier } from '../intent/train-intent.ts';
import { loadIntentClassifier } from '../models/built-in.ts';
import { calibrationError, softmax } from '../models/calibration.ts';
import type { Datasets, IntentRow } from '../models/datasets.ts';
import { fitVectorizer } from '../models/vector.ts';
import { accuracy, type EvaluationRow, highestOf } from './evaluation-row.ts';
import { intentBaselines, trainPlainSvm } from './intent-baselines.ts';

/** For a set of its own: a larger table than the shipped model's, and a sharpness from one held-out part. */
const SETTINGS = { bits: 17, folds: 5, foldsRun: 1 };
const OUT_OF_SCOPE = 'out_of_scope';
const FEW = 10;
const IN_SCOPE_FLOOR = 92;

const SETS: { set: string; title: string; target: number }[] = [
  { set: 'banking77', title: 'BANKING77', target: 92.5 },
  { set: 'hwu64', title: 'HWU64', target: 89.5 },
  { set: 'massive_en', title: 'MASSIVE en', target: 86.5 },
  { set: 'clinc150', title: 'CLINC150 in scope, none rejected', target: 94 },
];

/** The rows about intents, set by set. */
export async function* evaluateIntents(data: Datasets, split: string, quick: boolean): AsyncGenerator<EvaluationRow> {
  for (const { set, title, target } of SETS) {
    const train = labelled(data.intent(set, 'train'));
    const held = labelled(data.intent(set, split));
    if (train.length === 0 || held.length === 0) continue;
    const { right, error } = measure(train, held);
    yield* besideBaselines({ name: `${title} accuracy`, ours: accuracy(right), target, unit: '%' }, train, held, quick);
    if (set === 'banking77') {
      yield { name: `${title} confidence`, ours: error, baselineName: '-', target: 0.04, unit: 'ECE' };
      const few = firstOfEach(train, FEW);
      const row = {
        name: `${title}, ${FEW} examples an intent`,
        ours: accuracy(measure(few, held, fewSettings(data, few)).right),
        unit: '%',
      } as const;
      yield* besideBaselines(row, few, held, quick, { aboveSvm: 4 });
    }
  }
  yield* outOfScope(data, split);
  yield* baseIntents(quick);
}

/** Trains on one part, answers for the other. */
function measure(
  train: IntentExample[],
  held: IntentExample[],
  settings: TrainIntentOptions = SETTINGS,
): { right: boolean[]; error: number } {
  const model = trainIntentClassifier(train, settings);
  const right: boolean[] = [];
  const confidences: number[] = [];
  for (const { text, intent } of held) {
    const scores = scoreIntent(text, model);
    const best = highestOf(scores);
    right.push(model.names[best] === intent);
    confidences.push(softmax(scores, model.sharpness)[best]);
  }
  return { right, error: calibrationError(confidences, right) };
}

/** Few examples: more passes, and which words are common is learnt from the texts of the other sets. */
function fewSettings(data: Datasets, few: IntentExample[]): TrainIntentOptions {
  const others = SETS.filter(({ set }) => set !== 'banking77').flatMap(({ set }) => data.intent(set, 'train'));
  const texts = [...others, ...few].map(({ text }) => text);
  return { ...SETTINGS, epochs: 60, vectorizer: fitVectorizer(texts, intentScheme(SETTINGS.bits)) };
}

async function* besideBaselines(
  row: Pick<EvaluationRow, 'name' | 'ours' | 'target' | 'unit'>,
  train: IntentExample[],
  held: IntentExample[],
  quick: boolean,
  {
    aboveSvm,
    language = 'en',
  }: {
    /** The target is the plain SVM's figure and so much more. */
    aboveSvm?: number;
    language?: 'en' | 'zh';
  } = {},
): AsyncGenerator<EvaluationRow> {
  let { target } = row;
  for (const [baselineName, learn] of Object.entries(intentBaselines(quick))) {
    const answer = await learn(train, language);
    const right: boolean[] = [];
    if (answer) for (const { text, intent } of held) right.push((await answer(text)) === intent);
    const baseline = answer && accuracy(right);
    if (aboveSvm !== undefined && target === undefined && baseline !== undefined) target = baseline + aboveSvm;
    yield { ...row, target, baseline, baselineName };
  }
}

/** Recall of out-of-scope texts where as much is rejected as leaves the in-scope accuracy at its floor. */
async function* outOfScope(data: Datasets, split: string): AsyncGenerator<EvaluationRow> {
  const train = labelled(data.intent('clinc150', 'train'));
  const held = labelled(data.intent('clinc150', split));
  const outside = data.intent('clinc150', `oos-${split}`).map(({ text }) => text);
  const seenOutside = data.intent('clinc150', 'oos-train').map(({ text }) => ({ text, intent: OUT_OF_SCOPE }));
  if (train.length === 0 || held.length === 0 || outside.length === 0) return;
  const examples = [...train, ...seenOutside];
  const model = trainIntentClassifier(examples, { ...SETTINGS, folds: 0, foldsRun: 0 });
  const plain = trainPlainSvm(examples);
  const ours = rejectionRecall(held, outside, model.names, (text) => scoreIntent(text, model));
  const baseline = rejectionRecall(held, outside, plain.names, plain.score);
  const name = `CLINC150 out-of-scope recall, in-scope accuracy >= ${IN_SCOPE_FLOOR}`;
  yield { name, ours, baseline, baselineName: 'plain linear SVM', target: 80, unit: '%' };
}

/** A text is rejected where its best class leads the out-of-scope class by less than a threshold. */
function rejectionRecall(
  held: IntentExample[],
  outside: string[],
  names: string[],
  score: (text: string) => Float32Array,
): number {
  const outsidePlace = names.indexOf(OUT_OF_SCOPE);
  const read = (text: string) => {
    const scores = score(text).slice();
    const outsideScore = scores[outsidePlace];
    scores[outsidePlace] = Number.NEGATIVE_INFINITY;
    const best = highestOf(scores);
    return { name: names[best], margin: scores[best] - outsideScore };
  };
  const margins = held
    .map(({ text, intent }) => ({ intent, ...read(text) }))
    .filter(({ name, intent }) => name === intent)
    .map(({ margin }) => margin)
    .sort((a, b) => b - a);
  const threshold = margins[Math.ceil((IN_SCOPE_FLOOR / 100) * held.length) - 1] ?? Number.NEGATIVE_INFINITY;
  return accuracy(outside.map((text) => read(text).margin < threshold));
}

/** The shipped model on our own held-back utterances; abstaining counts as wrong. */
async function* baseIntents(quick: boolean): AsyncGenerator<EvaluationRow> {
  const model = createIntentModel({ classifier: loadIntentClassifier() });
  const confidences: number[] = [];
  const correct: boolean[] = [];
  for (const [language, title] of [
    ['en', 'English'],
    ['zh', 'Chinese'],
  ] as const) {
    const held = loadBaseExamples('test', [language]);
    const readings = held.map(({ text }) => model.read(text).intent);
    const right = held.map(({ intent }, index) => readings[index].name === intent);
    readings.forEach((reading, index) => {
      if (reading.name === UNSURE) return;
      confidences.push(reading.confidence);
      correct.push(right[index]);
    });
    const row = { name: `Base intents, ${title} utterances`, ours: accuracy(right), target: 92, unit: '%' } as const;
    yield* besideBaselines(row, loadBaseExamples('train', [language]), held, quick, { language });
  }
  yield {
    name: 'Base intents, confidence',
    ours: calibrationError(confidences, correct),
    baselineName: '-',
    target: 0.04,
    unit: 'ECE',
  };
}

function labelled(rows: IntentRow[]): IntentExample[] {
  return rows.flatMap(({ text, intent }) => (intent === null ? [] : [{ text, intent }]));
}

function firstOfEach(examples: IntentExample[], count: number): IntentExample[] {
  const seen = new Map<string, number>();
  return examples.filter(({ intent }) => {
    seen.set(intent, (seen.get(intent) ?? 0) + 1);
    return seen.get(intent)! <= count;
  });
}
