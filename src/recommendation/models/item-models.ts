import { invert } from './inverse.ts';
import { historyOf, type Purchases, summarize } from './purchases.ts';

/** A product's neighbours: dense weights `weights[from * size + to]` over the products the model knows. */
export interface ItemWeights {
  size: number;
  weights: Float32Array;
}

/** How a purchase's weight falls with its age: never below `floor`, by e every `days` above it. */
interface Fading {
  floor: number;
  days: number;
}

export const TRAINING_FADE: Fading = { floor: 0.4, days: 90 };
export const INPUT_FADE: Fading = { floor: 0.3, days: 90 };

export const fade = ({ floor, days }: Fading, age: number): number => floor + (1 - floor) * Math.exp(-age / days);

/** Rows of the customer-product matrix, one a customer: [item, value] pairs. */
export type Rows = { items: Int32Array; values: Float64Array }[];

/** Faded purchases; a customer who bought much counts less for each. */
export function trainingRows(purchases: Purchases, now: number): Rows {
  return customersOf(purchases).map((customer) => {
    const { bought } = summarize(historyOf(purchases, customer), now);
    const faded = bought.map(({ last }) => fade(TRAINING_FADE, last));
    const norm =
      Math.max(
        1,
        faded.reduce((sum, value) => sum + value, 0),
      ) ** 0.25;
    return {
      items: Int32Array.from(bought, ({ item }) => item),
      values: Float64Array.from(faded, (value) => (2 * value) / norm),
    };
  });
}

/** 1 for whatever was ever bought. */
export function binaryRows(purchases: Purchases): Rows {
  return customersOf(purchases).map((customer) => {
    const items = Int32Array.from(new Set(historyOf(purchases, customer).items));
    return { items, values: new Float64Array(items.length).fill(1) };
  });
}

/** EASE (Steck, "Embarrassingly shallow autoencoders", WWW 2019): B = -P / diag(P), P = (X'X + ridge I)^-1. */
export function fitEase(rows: Rows, size: number, ridge: number): ItemWeights {
  const matrix = gram(rows, size);
  for (let i = 0; i < size; i++) matrix[i * size + i] += ridge;
  const inverse = invert(matrix, size);
  const weights = new Float32Array(size * size);
  for (let j = 0; j < size; j++) {
    const diagonal = inverse[j * size + j];
    for (let i = 0; i < size; i++) if (i !== j) weights[i * size + j] = -inverse[i * size + j] / diagonal;
  }
  return { size, weights };
}

/** Item-kNN: cosine of who bought both, over the `neighbours` nearest of each product. */
export function fitKnn(rows: Rows, size: number, neighbours = 50): ItemWeights {
  const matrix = gram(rows, size);
  const norms = Float64Array.from({ length: size }, (_, i) => Math.sqrt(matrix[i * size + i]) || 1);
  return nearest(size, neighbours, (i, j) => matrix[i * size + j] / (norms[i] * norms[j]));
}

/** Bought together: lift over chance, shrunk where only few bought both. */
export function fitTogether(rows: Rows, size: number, neighbours = 100): ItemWeights {
  const matrix = gram(rows, size);
  const support = Float64Array.from({ length: size }, (_, i) => Math.max(1, matrix[i * size + i]));
  return nearest(size, neighbours, (i, j) => {
    const both = matrix[i * size + j];
    return ((both / support[i] / support[j]) * both) / (both + 20);
  });
}

function nearest(size: number, neighbours: number, value: (i: number, j: number) => number): ItemWeights {
  const weights = new Float32Array(size * size);
  const column = new Float32Array(size);
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) column[i] = i === j ? 0 : value(i, j);
    const least = size > neighbours ? column.slice().sort()[size - neighbours] : 0;
    for (let i = 0; i < size; i++) if (column[i] > 0 && column[i] >= least) weights[i * size + j] = column[i];
  }
  return { size, weights };
}

/** Adds `weight` times the product's row to `scores`. */
export function addRow({ size, weights }: ItemWeights, item: number, weight: number, scores: Float32Array): void {
  const row = item * size;
  for (let j = 0; j < size; j++) scores[j] += weight * weights[row + j];
}

function gram(rows: Rows, size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (const { items, values } of rows) {
    for (let a = 0; a < items.length; a++) {
      const row = items[a] * size;
      for (let b = 0; b < items.length; b++) matrix[row + items[b]] += values[a] * values[b];
    }
  }
  return matrix;
}

function customersOf({ start }: Purchases): number[] {
  return Array.from({ length: start.length - 1 }, (_, customer) => customer);
}
