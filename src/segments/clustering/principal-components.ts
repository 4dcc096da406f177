import { createMatrix, type Matrix, rowOf } from './matrix.ts';

/** Directions of most variance, most first; each of length 1. The scaled data's mean is 0 by construction. */
export interface Components {
  directions: number[][];
  /** Share of the variance each direction holds. */
  shares: number[];
}

const SWEEPS = 60;
const CONVERGED = 1e-10;

/** Principal components by Jacobi rotations of the covariance: exact, deterministic, and quick at some dozens of columns. */
export function principalComponents({ data, rows, columns }: Matrix): Components {
  const covariance = Array.from({ length: columns }, () => new Float64Array(columns));
  for (let row = 0; row < rows; row++) {
    const from = row * columns;
    for (let i = 0; i < columns; i++) {
      const value = data[from + i]!;
      if (value === 0) continue;
      const line = covariance[i]!;
      for (let j = i; j < columns; j++) line[j]! += value * data[from + j]!;
    }
  }
  for (let i = 0; i < columns; i++) {
    for (let j = i; j < columns; j++) {
      covariance[i]![j]! /= Math.max(1, rows);
      covariance[j]![i] = covariance[i]![j]!;
    }
  }
  const vectors = rotateToDiagonal(covariance);
  const values = covariance.map((line, at) => Math.max(0, line[at]!));
  const total = values.reduce((sum, value) => sum + value, 0) || 1;
  const order = values.map((_, at) => at).sort((a, b) => values[b]! - values[a]!);
  return {
    directions: order.map((at) => oriented(vectors.map((line) => line[at]!))),
    shares: order.map((at) => values[at]! / total),
  };
}

/** Signs are arbitrary: the largest entry is made positive, so that a map does not flip between runs. */
function oriented(direction: number[]): number[] {
  const largest = direction.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  return largest < 0 ? direction.map((value) => -value) : direction;
}

/** Cyclic Jacobi: makes `a` diagonal in place and returns the rotations' product, eigenvectors in columns. */
function rotateToDiagonal(a: Float64Array[]): Float64Array[] {
  const n = a.length;
  const v = Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => Number(i === j)));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off += a[p]![q]! ** 2;
    if (off < CONVERGED) break;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(a[p]![q]!) < 1e-14) continue;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        rotate(a, v, p, q, c, t * c);
      }
    }
  }
  return v;
}

function rotate(a: Float64Array[], v: Float64Array[], p: number, q: number, c: number, s: number): void {
  for (let k = 0; k < a.length; k++) {
    const [kp, kq] = [a[k]![p]!, a[k]![q]!];
    a[k]![p] = c * kp - s * kq;
    a[k]![q] = s * kp + c * kq;
  }
  for (let k = 0; k < a.length; k++) {
    const [pk, qk] = [a[p]![k]!, a[q]![k]!];
    a[p]![k] = c * pk - s * qk;
    a[q]![k] = s * pk + c * qk;
    const [vp, vq] = [v[k]![p]!, v[k]![q]!];
    v[k]![p] = c * vp - s * vq;
    v[k]![q] = s * vp + c * vq;
  }
}

/** How many first components hold `share` of the variance, at least 2 where there are as many. */
export function componentsHolding({ shares }: Components, share: number, most: number): number {
  let sum = 0;
  const needed = shares.findIndex((one) => {
    sum += one;
    return sum >= share;
  });
  return Math.min(shares.length, most, Math.max(2, needed < 0 ? most : needed + 1));
}

export function project(row: ArrayLike<number>, directions: readonly number[][]): Float32Array {
  return Float32Array.from(directions, (direction) => {
    let sum = 0;
    for (let at = 0; at < direction.length; at++) sum += row[at]! * direction[at]!;
    return sum;
  });
}

export function projectAll(matrix: Matrix, directions: readonly number[][]): Matrix {
  const projected = createMatrix(matrix.rows, directions.length);
  for (let row = 0; row < matrix.rows; row++) {
    projected.data.set(project(rowOf(matrix, row), directions), row * directions.length);
  }
  return projected;
}
