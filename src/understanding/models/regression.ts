import { createRandom, shuffle } from './random.ts';
import type { SparseVector } from './vector.ts';

export interface RegressionOptions {
  dimension: number;
  /** Higher fits the training data more closely. */
  cost?: number;
  epochs?: number;
  seed?: number;
  /** Weight of each example, 1 by default. */
  weights?: Float32Array;
}

/** A linear function of a vector: weights . x + bias. */
export interface LinearFunction {
  weights: Float32Array;
  bias: number;
}

/** Ridge regression by dual coordinate descent (Ho and Lin, JMLR 2012, with the squared loss). */
export function trainRegression(
  vectors: SparseVector[],
  targets: ArrayLike<number>,
  options: RegressionOptions,
): LinearFunction {
  const { dimension, cost = 1, epochs = 12, seed = 1 } = options;
  const random = createRandom(seed);
  const weights = new Float32Array(dimension);
  let bias = 0;
  const alphas = new Float32Array(vectors.length);
  const order = Int32Array.from(vectors, (_, index) => index);
  const squares = Float32Array.from(vectors, (vector) => vector.values.reduce((sum, value) => sum + value * value, 1));

  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const { ids, values } = vectors[index];
      let predicted = bias;
      for (let i = 0; i < ids.length; i++) predicted += weights[ids[i]] * values[i];
      const diagonal = 0.5 / (cost * (options.weights?.[index] ?? 1));
      const change = (targets[index] - predicted - alphas[index] * diagonal) / (squares[index] + diagonal);
      alphas[index] += change;
      bias += change;
      for (let i = 0; i < ids.length; i++) weights[ids[i]] += change * values[i];
    }
  }
  return { weights, bias };
}
