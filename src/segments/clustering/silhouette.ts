import { createRandom, shuffle } from '../../understanding/models/random.ts';
import { type Matrix, rowOf, squaredDistance } from './matrix.ts';

/** Row numbers of a sample without repetition, in order; every row when there are no more. */
export function sampleRows(rows: number, size: number, seed: number): Int32Array {
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  if (rows <= size) return all;
  shuffle(all, createRandom(seed));
  return all.slice(0, size).sort();
}

/**
 * Mean silhouette (Rousseeuw 1987), -1..1: how much nearer rows are to their own cluster than to the next one. Counts
 * every pair of rows, so it wants a sample.
 */
export function silhouette(data: Matrix, labels: ArrayLike<number>, clusters: number): number {
  const sizes = new Int32Array(clusters);
  for (let row = 0; row < data.rows; row++) sizes[labels[row]!]!++;
  const sums = new Float64Array(data.rows * clusters);
  const rows = Array.from({ length: data.rows }, (_, row) => rowOf(data, row));
  for (let a = 0; a < data.rows; a++) {
    for (let b = a + 1; b < data.rows; b++) {
      const distance = Math.sqrt(squaredDistance(rows[a]!, rows[b]!));
      sums[a * clusters + labels[b]!]! += distance;
      sums[b * clusters + labels[a]!]! += distance;
    }
  }
  let total = 0;
  for (let row = 0; row < data.rows; row++) {
    const own = labels[row]!;
    if (sizes[own]! < 2) continue;
    const inside = sums[row * clusters + own]! / (sizes[own]! - 1);
    let outside = Number.POSITIVE_INFINITY;
    for (let other = 0; other < clusters; other++) {
      if (other !== own && sizes[other]! > 0)
        outside = Math.min(outside, sums[row * clusters + other]! / sizes[other]!);
    }
    if (outside < Number.POSITIVE_INFINITY) total += (outside - inside) / Math.max(inside, outside, 1e-12);
  }
  return data.rows === 0 ? 0 : total / data.rows;
}
