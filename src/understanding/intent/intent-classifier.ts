import { fitSharpness, softmax } from '../models/calibration.ts';
import type { FeatureScheme } from '../models/features.ts';
import { type QuantizedLinear, quantize, scoreQuantized } from '../models/quantized.ts';
import { createRandom, shuffle } from '../models/random.ts';
import { type LinearWeights, scoreVector, trainSvm } from '../models/svm.ts';
import { fitVectorizer, type SparseVector, type Vectorizer, vectorize } from '../models/vector.ts';

/** One labelled utterance. */
export interface IntentExample {
  text: string;
  intent: string;
}

/** A trained classifier of single utterances: one linear model for both languages and for code-mixed text. */
export interface IntentClassifier {
  names: string[];
  vectorizer: Vectorizer;
  linear: QuantizedLinear;
  /** Turns margins into calibrated probabilities: softmax(score * sharpness). */
  sharpness: number;
}

export interface TrainIntentOptions {
  bits?: number;
  cost?: number;
  epochs?: number;
  seed?: number;
  /** Parts of the cross-validation that calibrates; 0 leaves `sharpness` at its default. */
  folds?: number;
}

const DEFAULT_SHARPNESS = 5;

/** Words 1-2 and characters 2-5 for Latin script, runs of 1-3 for Chinese. */
export function intentScheme(bits: number): FeatureScheme {
  return { words: 2, characters: [2, 5], han: 3, bits, maxLength: 2_000 };
}

/** Trains a classifier; the same examples, in the same order, give the same classifier. */
export function trainIntentClassifier(examples: IntentExample[], options: TrainIntentOptions = {}): IntentClassifier {
  const { bits = 16, cost = 1, epochs = 20, seed = 1, folds = 5 } = options;
  const names = [...new Set(examples.map((example) => example.intent))].sort();
  const labels = labelsOf(examples, names);
  const vectorizer = fitVectorizer(
    examples.map((example) => example.text),
    intentScheme(bits),
  );
  const vectors = examples.map((example) => vectorize(example.text, vectorizer));
  const svm = { classes: names.length, dimension: 2 ** bits, cost, epochs, seed };
  const linear = quantize(trainSvm(vectors, labels, svm));
  const sharpness = folds > 1 ? crossValidate(vectors, labels, svm, folds) : DEFAULT_SHARPNESS;
  return { names, vectorizer, linear, sharpness };
}

/** Calibrated probability of every intent, in the order of `names`. */
export function classifyIntent(text: string, classifier: IntentClassifier): Float64Array {
  const scores = scoreQuantized(vectorize(text, classifier.vectorizer), classifier.linear);
  return softmax(scores, classifier.sharpness);
}

export function labelsOf(examples: IntentExample[], names: string[]): Int32Array {
  const places = new Map(names.map((name, index) => [name, index]));
  return Int32Array.from(examples, (example) => places.get(example.intent) ?? -1);
}

/** Scores every example by a model that has not seen it, and finds the sharpness that fits these scores. */
function crossValidate(
  vectors: SparseVector[],
  labels: Int32Array,
  svm: Parameters<typeof trainSvm>[2],
  folds: number,
): number {
  const order = Int32Array.from(vectors, (_, index) => index);
  shuffle(order, createRandom(svm.seed ?? 1));
  const held: Float32Array[] = new Array(vectors.length);
  for (let fold = 0; fold < folds; fold++) {
    const training = order.filter((_, place) => place % folds !== fold);
    const model: LinearWeights = trainSvm(
      Array.from(training, (index) => vectors[index]),
      training.map((index) => labels[index]),
      svm,
    );
    for (let place = fold; place < order.length; place += folds) {
      held[order[place]] = new Float32Array(svm.classes);
      scoreVector(vectors[order[place]], model, held[order[place]]);
    }
  }
  return fitSharpness(held, labels);
}
