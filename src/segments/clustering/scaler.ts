import type { Feature } from '../features.ts';
import { createMatrix, type Matrix, rowOf } from './matrix.ts';

/** Means and deviations of the columns, and what each is multiplied by after standardizing. */
export interface Scaler {
  means: number[];
  deviations: number[];
  weights: number[];
}

/** Standardized figures are cut here: one customer of a thousand orders must not make a cluster alone. */
const MOST = 4;

/**
 * Standardizes columns and weighs groups by the root of their size: interests as a whole count about as much as the rest.
 * NaN stands for unknown and is left out of the means.
 */
export function fitScaler(raw: Matrix, features: readonly Feature[]): Scaler {
  const means: number[] = [];
  const deviations: number[] = [];
  for (let column = 0; column < raw.columns; column++) {
    let count = 0;
    let mean = 0;
    let squares = 0;
    for (let row = 0; row < raw.rows; row++) {
      const value = raw.data[row * raw.columns + column]!;
      if (Number.isNaN(value)) continue;
      count++;
      const gap = value - mean;
      mean += gap / count;
      squares += gap * (value - mean);
    }
    means.push(mean);
    deviations.push(count > 1 ? Math.sqrt(squares / count) : 0);
  }
  const sizes: Partial<Record<Feature['group'], number>> = {};
  for (const { group } of features) sizes[group] = (sizes[group] ?? 0) + 1;
  const weights = features.map(({ group }) =>
    group === 'value' || group === 'mood' ? 1 : (sizes[group] ?? 1) ** -0.25,
  );
  return { means, deviations, weights };
}

/** One row, standardized and weighted; unknown becomes the mean. */
export function scaleRow(raw: ArrayLike<number>, { means, deviations, weights }: Scaler): Float32Array {
  return Float32Array.from(raw, (value, at) => standardized(value, means[at]!, deviations[at]!) * weights[at]!);
}

/** How many deviations a value is from the mean; 0 where it or the deviation is unknown. */
export function standardized(value: number, mean: number, deviation: number): number {
  if (Number.isNaN(value) || deviation < 1e-9) return 0;
  return Math.max(-MOST, Math.min(MOST, (value - mean) / deviation));
}

export function scaleAll(raw: Matrix, scaler: Scaler): Matrix {
  const scaled = createMatrix(raw.rows, raw.columns);
  for (let row = 0; row < raw.rows; row++) scaled.data.set(scaleRow(rowOf(raw, row), scaler), row * raw.columns);
  return scaled;
}
