import { softmax } from '../models/calibration.ts';
import { type QuantizedNetwork, scoreNetwork } from '../models/network.ts';
import { type QuantizedLinear, scoreQuantized } from '../models/quantized.ts';
import { type Vectorizer, vectorize } from '../models/vector.ts';

/** One labelled utterance. */
export interface IntentExample {
  text: string;
  intent: string;
}

/**
 * A trained classifier of single utterances, one for both languages and code-mixed text: the mean opinion of a linear SVM and a small
 * network, which err in different places.
 */
export interface IntentClassifier {
  names: string[];
  vectorizer: Vectorizer;
  linear: QuantizedLinear;
  network: QuantizedNetwork;
  /** What the SVM's margins count beside the network's scores. */
  svmWeight: number;
  /** Calibrated probabilities are softmax((svmWeight * margins + scores) * sharpness). */
  sharpness: number;
  /** Some of the examples it learnt from, for further intents to learn against. */
  background: IntentExample[];
}

/** The joint score of every intent, in the order of `names`. */
export function scoreIntent(
  text: string,
  { vectorizer, linear, network, svmWeight }: Omit<IntentClassifier, 'sharpness' | 'background'>,
): Float32Array {
  const vector = vectorize(text, vectorizer);
  const margins = scoreQuantized(vector, linear);
  return scoreNetwork(vector, network).map((score, k) => score + svmWeight * margins[k]);
}

/** Calibrated probability of every intent, in the order of `names`. */
export function classifyIntent(text: string, classifier: IntentClassifier): Float64Array {
  return softmax(scoreIntent(text, classifier), classifier.sharpness);
}

/** Place of each example's intent in `names`; -1 when it is not there. */
export function labelsOf(examples: IntentExample[], names: string[]): Int32Array {
  const places = new Map(names.map((name, index) => [name, index]));
  return Int32Array.from(examples, (example) => places.get(example.intent) ?? -1);
}
