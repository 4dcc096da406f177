import type { Evidence } from './evidence.ts';

/** A logistic model of the chance that the best passage answers; one weight a feature, in the order of `answerFeatures`. */
export interface AnswerCalibration {
  weights: readonly number[];
}

/** What is used where there is too little to calibrate on; fitted on the shipped packs. */
export const DEFAULT_CALIBRATION: AnswerCalibration = { weights: [-3.1, 1.45, 1.95, 0.45, 2, -2] };

/** The chance from which a passage is shown; it is learnt with as many unanswerable questions as answerable ones, which customers never ask. */
export const ANSWERS = 0.2;

export type AnswerFeatures = readonly [number, number, number, number, number, number];

/** Bias, evidence, lead over the next, coverage, the classifier's chance, and its chance that nothing answers. */
export function answerFeatures(
  { found, coverage, chance, score }: Evidence,
  next: Evidence | undefined,
  none: number,
): AnswerFeatures {
  return [1, found, Math.min(1, score - (next?.score ?? 0)), coverage, chance, none];
}

/** The chance that a passage with these features answers. */
export function answerChance({ weights }: AnswerCalibration, features: AnswerFeatures): number {
  const sum = features.reduce((total, feature, at) => total + feature * weights[at], 0);
  return 1 / (1 + Math.exp(-sum));
}

const ROUNDS = 400;
const RATE = 0.5;
/** Pull towards the default, so that few examples cannot turn a weight around. */
const PRIOR = 0.02;

/** Fits the model to examples (features, whether the passage answered); both outcomes count alike however many there are. */
export function fitAnswerCalibration(
  examples: readonly { features: AnswerFeatures; answers: boolean }[],
): AnswerCalibration {
  const right = examples.filter(({ answers }) => answers).length;
  if (right < 20 || examples.length - right < 20) return DEFAULT_CALIBRATION;
  const weights = [...DEFAULT_CALIBRATION.weights];
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight, at) => PRIOR * (DEFAULT_CALIBRATION.weights[at] - weight));
    for (const { features, answers } of examples) {
      const share = answers ? 0.5 / right : 0.5 / (examples.length - right);
      const error = (answers ? 1 : 0) - answerChance({ weights }, features);
      for (let at = 0; at < weights.length; at++) gradient[at] += share * error * features[at];
    }
    for (let at = 0; at < weights.length; at++) weights[at] += RATE * gradient[at];
  }
  return { weights: weights.map((weight) => Math.round(weight * 1000) / 1000) };
}
