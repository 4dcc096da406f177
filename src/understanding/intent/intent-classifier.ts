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
  /** Calibrated probabilities are softmax((SVM_SHARPNESS * SVM scores + network scores) * sharpness). */
  sharpness: number;
}

/** Brings the SVM's margins to the scale of the network's scores. */
export const SVM_SHARPNESS = 7;

/** The joint score of every intent, in the order of `names`. */
export function scoreIntent(text: string, classifier: Omit<IntentClassifier, 'sharpness'>): Float32Array {
  const vector = vectorize(text, classifier.vectorizer);
  const scores = scoreNetwork(vector, classifier.network);
  const margins = scoreQuantized(vector, classifier.linear);
  for (let k = 0; k < scores.length; k++) scores[k] += SVM_SHARPNESS * margins[k];
  return scores;
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
