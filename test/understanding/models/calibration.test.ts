import { describe, expect, test } from '@jest/globals';
import {
  calibrationError,
  fitPlatt,
  fitSharpness,
  sigmoid,
  softmax,
} from '../../../src/understanding/models/calibration.ts';
import { createRandom, shuffle } from '../../../src/understanding/models/random.ts';

describe('calibration', () => {
  test('softmax sums to 1 and survives large scores', () => {
    const likely = softmax([1_000, 999, -1_000]);
    expect(likely.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1);
    expect(likely[0]).toBeCloseTo(0.731, 3);
  });

  test('finds the sharpness that scores were drawn with', () => {
    const random = createRandom(7);
    const scores = Array.from({ length: 4_000 }, () => [random() * 2, random() * 2, random() * 2]);
    const labels = scores.map((row) => {
      const [a, b] = softmax(row, 3);
      const draw = random();
      return draw < a ? 0 : draw < a + b ? 1 : 2;
    });
    expect(fitSharpness(scores, labels)).toBeCloseTo(3, 0);
  });

  test('finds the line of log-odds that labels were drawn with', () => {
    const random = createRandom(3);
    const scores = Array.from({ length: 4_000 }, () => random() * 4 - 2);
    const { a, b } = fitPlatt(
      scores,
      scores.map((score) => random() < sigmoid(2 * score - 0.5)),
    );
    expect(a).toBeCloseTo(2, 0);
    expect(b).toBeCloseTo(-0.5, 0);
  });

  test('stays finite on labels that a threshold separates', () => {
    const { a, b } = fitPlatt([-2, -1, 1, 2], [false, false, true, true]);
    expect(Number.isFinite(a) && Number.isFinite(b)).toBe(true);
    expect(sigmoid(a * 2 + b)).toBeGreaterThan(0.9);
  });

  test('the error is 0 where confidence equals accuracy and the gap where it does not', () => {
    expect(calibrationError([0.75, 0.75, 0.75, 0.75], [true, true, true, false])).toBeCloseTo(0);
    expect(calibrationError([1, 1], [true, false])).toBeCloseTo(0.5);
  });

  test('the same seed shuffles the same way', () => {
    const [first, second] = [Int32Array.of(1, 2, 3, 4, 5, 6), Int32Array.of(1, 2, 3, 4, 5, 6)];
    shuffle(first, createRandom(5));
    shuffle(second, createRandom(5));
    expect(first).toEqual(second);
    expect([...first].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
