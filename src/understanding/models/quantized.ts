import type { LinearWeights } from './svm.ts';
import type { SparseVector } from './vector.ts';

/** A linear classifier with 8-bit weights: `weight = int8 * scale[class]`, laid out feature by feature. */
export interface QuantizedLinear {
  classes: number;
  weights: Int8Array;
  /** Size of one step, by class. */
  scales: Float32Array;
  bias: Float32Array;
}

/** Rounds weights to 8 bits, one scale a class. */
export function quantize(model: LinearWeights): QuantizedLinear {
  const { classes, weights, bias } = model;
  const scales = new Float32Array(classes);
  for (let i = 0; i < weights.length; i++) {
    const size = Math.abs(weights[i]);
    if (size > scales[i % classes]) scales[i % classes] = size;
  }
  for (let k = 0; k < classes; k++) scales[k] = scales[k] === 0 ? 1 : scales[k] / 127;
  const rounded = new Int8Array(weights.length);
  for (let i = 0; i < weights.length; i++) rounded[i] = Math.round(weights[i] / scales[i % classes]);
  return { classes, weights: rounded, scales, bias: bias.slice() };
}

/** The weights as floating point again, to be trained further. */
export function dequantize(model: QuantizedLinear): LinearWeights {
  const { classes, scales } = model;
  const weights = Float32Array.from(model.weights, (weight, i) => weight * scales[i % classes]);
  return { classes, dimension: weights.length / classes, weights, bias: model.bias.slice() };
}

/** The score of every class. */
export function scoreQuantized(vector: SparseVector, model: QuantizedLinear): Float32Array {
  const { classes, weights, scales, bias } = model;
  const scores = new Float32Array(classes);
  for (let i = 0; i < vector.ids.length; i++) {
    const value = vector.values[i];
    const row = vector.ids[i] * classes;
    for (let k = 0; k < classes; k++) scores[k] += value * weights[row + k];
  }
  for (let k = 0; k < classes; k++) scores[k] = scores[k] * scales[k] + bias[k];
  return scores;
}
