import { fitSharpness, softmax } from '../models/calibration.ts';
import type { FeatureScheme } from '../models/features.ts';
import { trainNetwork } from '../models/network.ts';
import { quantize } from '../models/quantized.ts';
import { createRandom, shuffle } from '../models/random.ts';
import { trainSvm } from '../models/svm.ts';
import { fitVectorizer, type Vectorizer, vectorize } from '../models/vector.ts';
import { type IntentClassifier, type IntentExample, joinScores, labelsOf, opinionsOf } from './intent-classifier.ts';

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

/** Words 1-2 as stems, pairs of them, characters 2-5 for Latin script; runs of 1-3 for Chinese. */
export function intentScheme(bits: number): FeatureScheme {
  return { words: 2, characters: [2, 5], han: 3, pairs: 4, stems: true, bits, maxLength: 2_000 };
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
    held.push(...tried.map(({ text }, index) => ({ ...opinionsOf(text, model), label: labels[index] })));
  }
  const every = Math.ceil(examples.length / MOST_BACKGROUND);
  const background = examples.filter((_, index) => index % every === 0);
  return { ...trainUncalibrated(examples, names, options), ...calibrate(held), background };
}

/** What both models said of an example they had not seen. */
interface Held {
  margins: Float32Array;
  scores: Float32Array;
  label: number;
}

/** The weight of the SVM and the sharpness under which the held-out labels are likeliest. */
function calibrate(held: Held[]): { svmWeight: number; sharpness: number } {
  const labels = held.map(({ label }) => label);
  let best = { svmWeight: 5, sharpness: 0.6, loss: Number.POSITIVE_INFINITY };
  for (const svmWeight of held.length > 0 ? SVM_WEIGHTS : []) {
    const joint = held.map(({ scores, margins }) => joinScores(scores, margins, svmWeight));
    const sharpness = fitSharpness(joint, labels);
    const loss = joint.reduce((sum, row, index) => sum - Math.log(softmax(row, sharpness)[labels[index]] + 1e-12), 0);
    if (loss < best.loss) best = { svmWeight, sharpness, loss };
  }
  return { svmWeight: best.svmWeight, sharpness: best.sharpness };
}

const SVM_WEIGHTS = [2, 3, 5, 8, 12];
/** Kept for further intents to learn against; more would take longer and change little. */
const MOST_BACKGROUND = 2_500;

function trainUncalibrated(
  examples: IntentExample[],
  names: string[],
  { bits = 15, hidden = 64, epochs = 15, seed = 1, vectorizer: given }: TrainIntentOptions,
): Pick<IntentClassifier, 'names' | 'vectorizer' | 'linear' | 'network'> {
  const labels = labelsOf(examples, names);
  const texts = examples.map((example) => example.text);
  const vectorizer = given ?? fitVectorizer(texts, intentScheme(bits));
  const vectors = texts.map((text) => vectorize(text, vectorizer));
  const size = { classes: names.length, dimension: 2 ** vectorizer.scheme.bits, seed };
  const network = trainNetwork(vectors, labels, { ...size, hidden, epochs });
  return {
    names,
    vectorizer,
    linear: quantize(trainSvm(vectors, labels, size)),
    network: { input: quantize(network.input), output: network.output },
  };
}
