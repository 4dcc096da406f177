import { fitSharpness } from '../models/calibration.ts';
import type { FeatureScheme } from '../models/features.ts';
import { trainNetwork } from '../models/network.ts';
import { quantize } from '../models/quantized.ts';
import { createRandom, shuffle } from '../models/random.ts';
import { trainSvm } from '../models/svm.ts';
import { fitVectorizer, vectorize } from '../models/vector.ts';
import { type IntentClassifier, type IntentExample, labelsOf, scoreIntent } from './intent-classifier.ts';

export interface TrainIntentOptions {
  /** Size of the table of features, in bits. */
  bits?: number;
  hidden?: number;
  /** Passes of the network over the examples. */
  epochs?: number;
  seed?: number;
  /** Parts of the cross-validation that calibrates. */
  folds?: number;
  /** How many of these parts are tried; fewer are faster. */
  foldsRun?: number;
}

/** Words 1-2 as stems, pairs of them, characters 2-5 for Latin script; runs of 1-3 for Chinese. */
function intentScheme(bits: number): FeatureScheme {
  return { words: 2, characters: [2, 5], han: 3, pairs: 4, stems: true, bits, maxLength: 2_000 };
}

/** Trains a classifier and calibrates it on folds it has not seen; the same examples in the same order give the same classifier. */
export function trainIntentClassifier(examples: IntentExample[], options: TrainIntentOptions = {}): IntentClassifier {
  const { seed = 1, folds = 4, foldsRun = folds } = options;
  const names = [...new Set(examples.map((example) => example.intent))].sort();
  const order = Int32Array.from(examples, (_, index) => index);
  shuffle(order, createRandom(seed));
  const scores: Float32Array[] = [];
  const labels: number[] = [];
  for (let fold = 0; fold < foldsRun; fold++) {
    const part = (held: boolean) =>
      Array.from(
        order.filter((_, place) => (place % folds === fold) === held),
        (index) => examples[index],
      );
    const model = trainUncalibrated(part(false), names, options);
    const held = part(true);
    scores.push(...held.map((example) => scoreIntent(example.text, model)));
    labels.push(...labelsOf(held, names));
  }
  const sharpness = scores.length > 0 ? fitSharpness(scores, labels) : DEFAULT_SHARPNESS;
  return { ...trainUncalibrated(examples, names, options), sharpness };
}

const DEFAULT_SHARPNESS = 0.6;

function trainUncalibrated(
  examples: IntentExample[],
  names: string[],
  { bits = 15, hidden = 64, epochs = 15, seed = 1 }: TrainIntentOptions,
): Omit<IntentClassifier, 'sharpness'> {
  const labels = labelsOf(examples, names);
  const vectorizer = fitVectorizer(
    examples.map((example) => example.text),
    intentScheme(bits),
  );
  const vectors = examples.map((example) => vectorize(example.text, vectorizer));
  const size = { classes: names.length, dimension: 2 ** bits, seed };
  const network = trainNetwork(vectors, labels, { ...size, hidden, epochs });
  return {
    names,
    vectorizer,
    linear: quantize(trainSvm(vectors, labels, size)),
    network: { input: quantize(network.input), output: network.output },
  };
}
