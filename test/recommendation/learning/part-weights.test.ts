import { describe, expect, test } from '@jest/globals';
import { evaluateLearning } from '../../../src/recommendation/evaluation/learning.ts';
import {
  fadeWeights,
  learnFrom,
  type PartWeights,
  shareOf,
} from '../../../src/recommendation/learning/part-weights.ts';

/** The third is rated best and dearest for its price; the two above it lead by relevance. */
const LIST = [
  { relevance: 0.54, rating: 0.06 },
  { relevance: 0.53, rating: 0.06 },
  { relevance: 0.5, rating: 0.12 },
  { relevance: 0.4, rating: 0.06 },
];

test('the ranking comes nearer to what simulated customers like, and one who clicks against it hardly moves it', () => {
  const [learnt, spoilt] = [...evaluateLearning([71])];
  expect(learnt.ours).toBeGreaterThan(learnt.baseline! + 5);
  expect(spoilt.ours).toBeGreaterThan(learnt.ours - 4);
});

describe('learning how much each part of a score counts', () => {
  test('what sets the chosen product apart from those passed over counts more, the rest less', () => {
    const learnt = learnFrom({}, LIST, 2, 1);
    expect(learnt.rating).toBeGreaterThan(0);
    expect(learnt.relevance).toBeLessThan(0);
  });

  test('a click on the first of a list says nothing against those that come after the next', () => {
    const same = learnFrom({}, LIST, 0, 1);
    const other = learnFrom({}, [...LIST.slice(0, 2), { relevance: 0, rating: 1 }, { relevance: 1, rating: 0 }], 0, 1);
    expect(other).toEqual(same);
    expect(learnFrom({}, [LIST[0]], 0, 1)).toEqual({});
  });

  test('however often it is repeated, no part counts less than half or more than twice as much', () => {
    let weights: PartWeights = {};
    for (let n = 0; n < 5000; n++) weights = learnFrom(weights, LIST, 2, 1);
    for (const weight of Object.values(weights)) expect(Math.abs(weight)).toBeLessThanOrEqual(Math.log(2) + 1e-12);
    expect(weights.rating).toBeGreaterThan(0.5);
  });

  test('all that one customer does within a month moves no more than two first lessons', () => {
    const first = learnFrom({}, LIST, 2, shareOf(0)).rating;
    let weights: PartWeights = {};
    for (let n = 0; n < 1000; n++) weights = learnFrom(weights, LIST, 2, shareOf(n));
    expect(weights.rating).toBeGreaterThan(first);
    expect(weights.rating).toBeLessThan(2 * first);
  });

  test('half of what was learnt is left after thirty days, and time never runs backwards', () => {
    const [day, later] = [new Date('2026-01-01'), new Date('2026-01-31')];
    expect(fadeWeights({ rating: 0.4 }, day, later).rating).toBeCloseTo(0.2);
    expect(fadeWeights({ rating: 0.4 }, later, day).rating).toBe(0.4);
  });
});
