import { type QuantizedLinear, scoreQuantized } from './quantized.ts';
import { createRandom, shuffle } from './random.ts';
import type { SparseVector } from './vector.ts';

export interface NetworkOptions {
  classes: number;
  /** One past the highest feature id. */
  dimension: number;
  hidden?: number;
  epochs?: number;
  rate?: number;
  /** Share of a text's features left out at each step, so that the network leans on no single one. */
  featureDropout?: number;
  seed?: number;
}

/** A network of one hidden layer: features -> ReLU -> classes. The first layer is laid out feature by feature, the second class by class. */
export interface Network {
  input: { classes: number; dimension: number; weights: Float32Array; bias: Float32Array };
  output: OutputLayer;
}

/** Weights of the second layer: `weights[class * hidden + unit]`. */
export interface OutputLayer {
  hidden: number;
  weights: Float32Array;
  bias: Float32Array;
}

/** A network with an 8-bit first layer. */
export interface QuantizedNetwork {
  input: QuantizedLinear;
  output: OutputLayer;
}

const HIDDEN_DROPOUT = 0.2;
const SMOOTHING = 0.05;
const INITIAL_SPREAD = 0.05;
/** Gradients smaller than this move nothing worth the time. */
const NEGLIGIBLE = 1e-3;

/**
 * Trains by stochastic gradient descent on the cross-entropy with smoothed labels; step sizes by Adagrad (Duchi et al., JMLR 2011), one
 * for each feature in the first layer and one for each weight in the second.
 */
export function trainNetwork(vectors: SparseVector[], labels: Int32Array, options: NetworkOptions): Network {
  const { classes, dimension, hidden = 128, epochs = 15, rate = 0.02, featureDropout = 0.5, seed = 1 } = options;
  const random = createRandom(seed);
  const spread = (size: number) => Float32Array.from({ length: size }, () => gaussian(random) * INITIAL_SPREAD);
  const input = { classes: hidden, dimension, weights: spread(dimension * hidden), bias: new Float32Array(hidden) };
  const output = { hidden, weights: spread(classes * hidden), bias: new Float32Array(classes) };
  const seen = {
    features: new Float32Array(dimension).fill(1e-6),
    inputBias: new Float32Array(hidden).fill(1e-6),
    output: new Float32Array(classes * hidden).fill(1e-6),
    outputBias: new Float32Array(classes).fill(1e-6),
  };
  const units = new Float32Array(hidden);
  const kept = new Float32Array(hidden);
  const back = new Float32Array(hidden);
  const scores = new Float32Array(classes);
  const order = Int32Array.from(vectors, (_, index) => index);
  const scale = 1 / (1 - featureDropout);

  for (let epoch = 0; epoch < epochs; epoch++) {
    const step = rate * (1 - (0.9 * epoch) / epochs);
    shuffle(order, random);
    for (const index of order) {
      const active = dropFeatures(vectors[index], featureDropout, random);
      units.set(input.bias);
      for (let i = 0; i < active.ids.length; i++) {
        const value = active.values[i] * scale;
        const row = active.ids[i] * hidden;
        for (let h = 0; h < hidden; h++) units[h] += value * input.weights[row + h];
      }
      for (let h = 0; h < hidden; h++) {
        kept[h] = units[h] > 0 && random() >= HIDDEN_DROPOUT ? 1 / (1 - HIDDEN_DROPOUT) : 0;
        units[h] *= kept[h];
      }
      probabilities(units, output, scores);
      back.fill(0);
      for (let k = 0; k < classes; k++) {
        const wanted = (k === labels[index] ? 1 - SMOOTHING : 0) + SMOOTHING / classes;
        const error = scores[k] - wanted;
        if (Math.abs(error) < NEGLIGIBLE) continue;
        seen.outputBias[k] += error * error;
        output.bias[k] -= (step * error) / Math.sqrt(seen.outputBias[k]);
        const row = k * hidden;
        for (let h = 0; h < hidden; h++) {
          back[h] += error * output.weights[row + h];
          const gradient = error * units[h];
          if (gradient === 0) continue;
          seen.output[row + h] += gradient * gradient;
          output.weights[row + h] -= (step * gradient) / Math.sqrt(seen.output[row + h]);
        }
      }
      let squares = 0;
      for (let h = 0; h < hidden; h++) {
        back[h] *= kept[h];
        if (back[h] === 0) continue;
        squares += back[h] * back[h];
        seen.inputBias[h] += back[h] * back[h];
        input.bias[h] -= (step * back[h]) / Math.sqrt(seen.inputBias[h]);
      }
      for (let i = 0; i < active.ids.length; i++) {
        const value = active.values[i] * scale;
        const id = active.ids[i];
        seen.features[id] += (value * value * squares) / hidden;
        const change = (step * value) / Math.sqrt(seen.features[id]);
        for (let h = 0; h < hidden; h++) input.weights[id * hidden + h] -= change * back[h];
      }
    }
  }
  return { input, output };
}

/** The score of every class; softmax of it gives probabilities. */
export function scoreNetwork(vector: SparseVector, network: QuantizedNetwork): Float32Array {
  return scoreOutput(hiddenUnits(vector, network), network.output);
}

/** The hidden layer's values. */
export function hiddenUnits(vector: SparseVector, network: QuantizedNetwork): Float32Array {
  const units = scoreQuantized(vector, network.input);
  for (let h = 0; h < units.length; h++) if (units[h] < 0) units[h] = 0;
  return units;
}

/** The score of every class from the hidden layer's values. */
export function scoreOutput(units: Float32Array, { hidden, weights, bias }: OutputLayer): Float32Array {
  const scores = bias.slice();
  for (let k = 0; k < scores.length; k++) {
    const row = k * hidden;
    for (let h = 0; h < hidden; h++) scores[k] += weights[row + h] * units[h];
  }
  return scores;
}

function probabilities(units: Float32Array, { hidden, weights, bias }: OutputLayer, into: Float32Array): void {
  let highest = -Infinity;
  for (let k = 0; k < into.length; k++) {
    let score = bias[k];
    const row = k * hidden;
    for (let h = 0; h < hidden; h++) score += weights[row + h] * units[h];
    into[k] = score;
    if (score > highest) highest = score;
  }
  let sum = 0;
  for (let k = 0; k < into.length; k++) {
    into[k] = Math.exp(into[k] - highest);
    sum += into[k];
  }
  for (let k = 0; k < into.length; k++) into[k] /= sum;
}

let keptIds = new Int32Array(1 << 10);
let keptValues = new Float32Array(1 << 10);

/** A random part of a vector; a view that the next call overwrites. */
function dropFeatures({ ids, values }: SparseVector, share: number, random: () => number): SparseVector {
  if (keptIds.length < ids.length) {
    keptIds = new Int32Array(ids.length * 2);
    keptValues = new Float32Array(ids.length * 2);
  }
  let count = 0;
  for (let i = 0; i < ids.length; i++) {
    if (random() < share) continue;
    keptIds[count] = ids[i];
    keptValues[count++] = values[i];
  }
  return { ids: keptIds.subarray(0, count), values: keptValues.subarray(0, count) };
}

/** About normal, of mean 0 and spread 1. */
function gaussian(random: () => number): number {
  return (random() + random() + random() + random() - 2) * Math.sqrt(3);
}
