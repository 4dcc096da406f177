import { invert } from './inverse.ts';

/** Chance = 1 / (1 + exp(-(weights . features + bias))). */
export interface Head {
  weights: number[];
  bias: number;
}

const ROUNDS = 12;

/** Logistic regression by iteratively reweighted least squares on scaled features. `rows` are of equal length. */
export function fitHead(rows: readonly number[][], labels: readonly number[], ridge = 1): Head {
  const width = rows[0].length;
  const means = Array.from({ length: width }, (_, f) => rows.reduce((sum, row) => sum + row[f], 0) / rows.length);
  const spreads = means.map(
    (mean, f) => Math.sqrt(rows.reduce((sum, row) => sum + (row[f] - mean) ** 2, 0) / rows.length) + 1e-9,
  );
  const size = width + 1;
  const weights = new Float64Array(size);
  const scaled = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    const curvature = new Float64Array(size * size);
    const gradient = Float64Array.from(weights, (weight) => -ridge * weight);
    for (let i = 0; i < size; i++) curvature[i * size + i] = ridge;
    for (const [at, row] of rows.entries()) {
      let sum = weights[width];
      for (let f = 0; f < width; f++) {
        scaled[f] = (row[f] - means[f]) / spreads[f];
        sum += weights[f] * scaled[f];
      }
      scaled[width] = 1;
      const chance = 1 / (1 + Math.exp(-sum));
      const slope = chance * (1 - chance);
      for (let i = 0; i < size; i++) {
        gradient[i] += (labels[at] - chance) * scaled[i];
        for (let j = 0; j < size; j++) curvature[i * size + j] += slope * scaled[i] * scaled[j];
      }
    }
    const inverse = invert(curvature, size);
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) weights[i] += inverse[i * size + j] * gradient[j];
  }
  const plain = Array.from({ length: width }, (_, f) => weights[f] / spreads[f]);
  return { weights: plain, bias: weights[width] - plain.reduce((sum, weight, f) => sum + weight * means[f], 0) };
}
