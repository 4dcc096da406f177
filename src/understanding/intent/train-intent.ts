import { fitSharpness } from '../models/calibration.ts';
import type { FeatureScheme } from '../models/features.ts';
import { trainNetwork } from '../models/network.ts';
import { quantize } from '../models/quantized.ts';
import { createRandom, shuffle } from '../models/random.ts';
import { trainSvm } from '../models/svm.ts';
import { fitVectorizer, type Vectorizer, vectorize } from '../models/vector.ts';
import { type IntentClassifier, type IntentExample, labelsOf, scoreIntent } from './intent-classifier.ts';

export interface TrainIntentOptions {
  /** Size of the table of features, in bits. */
  bits?: number;
  hidden?: number;
  /** Passes of the network over the examples. */
  epochs?: number;
  seed?: number;
  /** Document frequencies learnt elsewhere: few examples tell too little about which words are common. */
  vectorizer?: Vectorizer;
  /** Parts of the cross-validation that calibrates. */
  folds?: number;
  /** How many of these parts are tried; fewer are faster. */
  foldsRun?: number;
}

/** Words 1-2 as stems, pairs of them, characters 2-4 for Latin script; runs of 1-3 for Chinese; where the text starts and ends. */
export function intentScheme(bits: number): FeatureScheme {
  return { words: 2, characters: [2, 4], han: 3, pairs: 8, edges: true, stems: true, bits, maxLength: 2_000 };
}

/** Trains a classifier and calibrates it on folds it has not seen; the same examples in the same order give the same classifier. */
export function trainIntentClassifier(examples: IntentExample[], options: TrainIntentOptions = {}): IntentClassifier {
  const { seed = 1, folds = 4, foldsRun = folds } = options;
  const names = [...new Set(examples.map((example) => example.intent))].sort();
  const order = Int32Array.from(examples, (_, index) => index);
  shuffle(order, createRandom(seed));
  const held: Held[] = [];
  for (let fold = 0; fold < foldsRun; fold++) {
    const part = (inFold: boolean) =>
      Array.from(
        order.filter((_, place) => (place % folds === fold) === inFold),
        (index) => examples[index],
      );
    const model = trainUncalibrated(part(false), names, options);
    const tried = part(true);
    const labels = labelsOf(tried, names);
    held.push(...tried.map(({ text }, index) => ({ scores: scoreIntent(text, model), label: labels[index] })));
  }
  const every = Math.ceil(examples.length / MOST_BACKGROUND);
  const background = examples.filter((_, index) => index % every === 0);
  return { ...trainUncalibrated(examples, names, options), sharpness: sharpnessOf(held), background };
}

/** What the classifier said of an example it had not seen. */
interface Held {
  scores: Float32Array;
  label: number;
}

function sharpnessOf(held: Held[]): number {
  if (held.length === 0) return UNCALIBRATED_SHARPNESS;
  return fitSharpness(
    held.map(({ scores }) => scores),
    held.map(({ label }) => label),
  );
}

/** Right on held-out parts of five sets; the likeliest weight, fitted by set, is a lower one that names fewer intents right. */
const SVM_WEIGHT = 6;
const UNCALIBRATED_SHARPNESS = 0.6;
/** Kept for further intents to learn against; more would take longer and change little. */
const MOST_BACKGROUND = 2_500;

function trainUncalibrated(
  examples: IntentExample[],
  names: string[],
  { bits = 15, hidden = 64, epochs = 15, seed = 1, vectorizer: given }: TrainIntentOptions,
): Omit<IntentClassifier, 'sharpness' | 'background'> {
  const labels = labelsOf(examples, names);
  const texts = examples.map((example) => example.text);
  const vectorizer = given ?? fitVectorizer(texts, intentScheme(bits));
  const vectors = texts.map((text) => vectorize(text, vectorizer));
  const size = { classes: names.length, dimension: 2 ** vectorizer.scheme.bits, seed };
  const network = trainNetwork(vectors, labels, { ...size, hidden, epochs });
  return {
    names,
    vectorizer,
    svmWeight: SVM_WEIGHT,
    linear: quantize(trainSvm(vectors, labels, size)),
    network: { input: quantize(network.input), output: network.output },
  };
}
