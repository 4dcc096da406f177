import { createRandom, shuffle } from './random.ts';
import type { SparseVector } from './vector.ts';

export interface SvmOptions {
  classes: number;
  /** One past the highest feature id. */
  dimension: number;
  /** Cost of an error; higher fits the training data more closely. */
  cost?: number;
  epochs?: number;
  seed?: number;
  /** Weight of each example, 1 by default. */
  weights?: Float32Array;
  /** A trained model to go on from: its examples' part in the solution is kept as it is. */
  initial?: LinearWeights;
  /** By example, how many of the first classes do not learn from it (they have before). */
  learnt?: Int32Array;
}

/** Weights laid out feature by feature (`weights[id * classes + class]`), with one bias a class. */
export interface LinearWeights {
  classes: number;
  dimension: number;
  weights: Float32Array;
  bias: Float32Array;
}

/**
 * L2-regularised squared-hinge SVM, one class against the rest, by dual coordinate descent (Hsieh et al., ICML 2008). All classes
 * walk the examples in step, so a feature's weights for every class are read from one stretch of memory.
 */
export function trainSvm(vectors: SparseVector[], labels: Int32Array, options: SvmOptions): LinearWeights {
  const { classes, dimension, cost = 1, epochs = 20, seed = 1 } = options;
  const random = createRandom(seed);
  const model = widen(options.initial, classes, dimension);
  const alphas = new Float32Array(vectors.length * classes);
  const order = Int32Array.from(vectors, (_, index) => index);
  const scores = new Float32Array(classes);
  const changes = new Float32Array(classes);
  const squares = Float32Array.from(vectors, (vector) => vector.values.reduce((sum, value) => sum + value * value, 1));

  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let largest = 0;
    for (const index of order) {
      const vector = vectors[index];
      const from = options.learnt?.[index] ?? 0;
      scoreVector(vector, model, scores, from);
      const diagonal = 0.5 / (cost * (options.weights?.[index] ?? 1));
      let changed = false;
      changes.fill(0);
      for (let k = from; k < classes; k++) {
        const sign = labels[index] === k ? 1 : -1;
        const at = index * classes + k;
        const alpha = alphas[at];
        const gradient = sign * scores[k] - 1 + alpha * diagonal;
        if (alpha === 0 && gradient >= 0) continue;
        const next = Math.max(alpha - gradient / (squares[index] + diagonal), 0);
        alphas[at] = next;
        changes[k] = (next - alpha) * sign;
        changed = true;
        largest = Math.max(largest, Math.abs(gradient));
      }
      if (changed) addVector(vector, changes, model);
    }
    if (largest < 0.01) break;
  }
  return model;
}

/** Empty weights, or `initial` with columns for further classes. */
function widen(initial: LinearWeights | undefined, classes: number, dimension: number): LinearWeights {
  const model = { classes, dimension, weights: new Float32Array(classes * dimension), bias: new Float32Array(classes) };
  if (!initial) return model;
  model.bias.set(initial.bias);
  for (let id = 0; id < dimension; id++) {
    const row = initial.weights.subarray(id * initial.classes, (id + 1) * initial.classes);
    model.weights.set(row, id * classes);
  }
  return model;
}

/** Writes the score of every class, or of those from a place on, into `scores`. */
export function scoreVector(vector: SparseVector, model: LinearWeights, scores: Float32Array, from = 0): void {
  const { classes, weights } = model;
  scores.set(model.bias);
  for (let i = 0; i < vector.ids.length; i++) {
    const value = vector.values[i];
    const row = vector.ids[i] * classes;
    for (let k = from; k < classes; k++) scores[k] += value * weights[row + k];
  }
}

function addVector(vector: SparseVector, changes: Float32Array, model: LinearWeights): void {
  const { classes, weights, bias } = model;
  const active: number[] = [];
  for (let k = 0; k < classes; k++) if (changes[k] !== 0) active.push(k);
  for (const k of active) bias[k] += changes[k];
  for (let i = 0; i < vector.ids.length; i++) {
    const value = vector.values[i];
    const row = vector.ids[i] * classes;
    for (const k of active) weights[row + k] += value * changes[k];
  }
}
