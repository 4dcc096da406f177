import { expect, test } from '@jest/globals';
import { dotAt } from '../../../src/knowledge/vectors/dot.ts';

test.each([1, 3, 4, 7, 128])('the inner product of %i numbers with a row of a matrix', (length) => {
  const vector = Float32Array.from({ length }, (_, i) => Math.sin(i + 1));
  const matrix = Float32Array.from({ length: length * 3 }, (_, i) => Math.cos(i));
  const expected = vector.reduce((sum, value, i) => sum + value * matrix[length + i], 0);
  expect(dotAt(vector, matrix, length)).toBeCloseTo(expected, 12);
});
