import { describe, expect, test } from '@jest/globals';
import { scoreNetwork, trainNetwork } from '../../../src/understanding/models/network.ts';
import { quantize, scoreQuantized } from '../../../src/understanding/models/quantized.ts';
import { trainRegression } from '../../../src/understanding/models/regression.ts';
import { scoreVector, trainSvm } from '../../../src/understanding/models/svm.ts';
import type { SparseVector } from '../../../src/understanding/models/vector.ts';

const vector = (...values: number[]): SparseVector => ({
  ids: Int32Array.from(values, (_, index) => index),
  values: Float32Array.from(values),
});
const POINTS = [
  vector(1, 0, 0),
  vector(0.9, 0.1, 0),
  vector(0, 1, 0),
  vector(0.1, 0.9, 0),
  vector(0, 0, 1),
  vector(0, 0.1, 0.9),
];
const LABELS = Int32Array.of(0, 0, 1, 1, 2, 2);
const best = (scores: ArrayLike<number>) => Array.from(scores).indexOf(Math.max(...Array.from(scores)));

describe('the SVM', () => {
  const options = { classes: 3, dimension: 3, cost: 10, epochs: 100 };
  const model = trainSvm(POINTS, LABELS, options);
  const score = (point: SparseVector, trained = model) => {
    const scores = new Float32Array(trained.classes);
    scoreVector(point, trained, scores);
    return scores;
  };

  test('separates what can be separated', () => {
    expect(POINTS.map((point) => best(score(point)))).toEqual([...LABELS]);
  });

  test('finds the known solution of two points', () => {
    // min w²/2 + b²/2 + C Σ max(0, 1 - y(wx + b))² at x = ±1: b = 0 and w = 4C / (1 + 4C).
    const pair = trainSvm([vector(1), vector(-1)], Int32Array.of(0, 1), {
      classes: 1,
      dimension: 1,
      cost: 1,
      epochs: 500,
    });
    expect(pair.weights[0]).toBeCloseTo(0.8, 2);
    expect(pair.bias[0]).toBeCloseTo(0, 2);
  });

  test('gives the same weights for the same seed', () => {
    expect(trainSvm(POINTS, LABELS, options)).toEqual(model);
  });

  test('learns a further class and keeps what the others know', () => {
    const added = [vector(0.5, 0.5, 0.5), vector(0.6, 0.5, 0.6)];
    const wide = trainSvm([...added, ...POINTS], Int32Array.of(3, 3, ...LABELS), {
      ...options,
      classes: 4,
      initial: model,
      learnt: Int32Array.of(0, 0, 3, 3, 3, 3, 3, 3),
    });
    expect(POINTS.map((point) => best(score(point, wide)))).toEqual([...LABELS]);
    expect(added.map((point) => best(score(point, wide)))).toEqual([3, 3]);
  });

  test('loses next to nothing in 8 bits', () => {
    const rounded = quantize(model);
    for (const point of POINTS) {
      const [exact, close] = [score(point), scoreQuantized(point, rounded)];
      for (const [k, value] of exact.entries()) expect(close[k]).toBeCloseTo(value, 1);
    }
  });
});

describe('the network', () => {
  // Exclusive or: no linear model can do it.
  const points = [vector(1, 0, 1), vector(0, 1, 1), vector(1, 1, 1), vector(0, 0, 1)];
  const labels = Int32Array.of(1, 1, 0, 0);
  const options = { classes: 2, dimension: 3, hidden: 16, epochs: 600, rate: 0.1, featureDropout: 0 };
  const network = trainNetwork(points, labels, options);

  test('learns what is not linear', () => {
    const quantized = { input: quantize(network.input), output: network.output };
    expect(points.map((point) => best(scoreNetwork(point, quantized)))).toEqual([...labels]);
  });

  test('gives the same weights for the same seed, and others for another', () => {
    expect(trainNetwork(points, labels, options)).toEqual(network);
    expect(trainNetwork(points, labels, { ...options, seed: 2 })).not.toEqual(network);
  });
});

describe('the regression', () => {
  test('finds a line through its points', () => {
    const { weights, bias } = trainRegression([vector(0), vector(1), vector(2)], [1, 3, 5], {
      dimension: 1,
      cost: 10_000,
      epochs: 500,
    });
    expect(weights[0]).toBeCloseTo(2, 1);
    expect(bias).toBeCloseTo(1, 1);
  });

  test('leans to the examples of more weight', () => {
    const options = { dimension: 1, epochs: 200 };
    const light = trainRegression([vector(0), vector(0)], [0, 1], { ...options, weights: Float32Array.of(1, 1) });
    const heavy = trainRegression([vector(0), vector(0)], [0, 1], { ...options, weights: Float32Array.of(1, 10) });
    expect(heavy.bias).toBeGreaterThan(light.bias + 0.2);
  });
});
