import { createRandom } from '../../understanding/models/random.ts';
import { createMatrix, type Matrix, rowOf, squaredDistance } from './matrix.ts';

export interface Clustering {
  centroids: Matrix;
  /** Cluster of each row. */
  labels: Int32Array;
  /** Sum of squared distances to the own centroid. */
  inertia: number;
}

export interface KMeansOptions {
  clusters: number;
  seed: number;
  /** The best of so many starts is kept. */
  starts?: number;
  rounds?: number;
}

/** k-means from k-means++ starts (Arthur and Vassilvitskii 2007): the same seed gives the same clusters. */
export function kMeans(data: Matrix, { clusters, seed, starts = 8, rounds = 60 }: KMeansOptions): Clustering {
  const random = createRandom(seed);
  let best: Clustering | undefined;
  for (let start = 0; start < starts; start++) {
    const found = lloyd(data, spreadOut(data, clusters, random), rounds);
    if (best === undefined || found.inertia < best.inertia) best = found;
  }
  return best!;
}

/** Lloyd's rounds from given centroids, until no label changes. */
export function lloyd(data: Matrix, centroids: Matrix, rounds: number): Clustering {
  const labels = new Int32Array(data.rows).fill(-1);
  let inertia = 0;
  for (let round = 0; round < rounds; round++) {
    let changes = 0;
    inertia = 0;
    for (let row = 0; row < data.rows; row++) {
      const cluster = nearestTo(data, row, centroids);
      if (labels[row] !== cluster) changes++;
      labels[row] = cluster;
      inertia += apart(data, row, centroids, cluster, Number.POSITIVE_INFINITY);
    }
    if (changes === 0) break;
    recenter(data, labels, centroids);
  }
  return { centroids, labels, inertia };
}

/** Cluster of each row, by the nearest of the centroids. */
export function labelsOf(data: Matrix, centroids: Matrix): Int32Array {
  return Int32Array.from({ length: data.rows }, (_, row) => nearestTo(data, row, centroids));
}

function nearestTo(data: Matrix, row: number, centroids: Matrix): number {
  let cluster = 0;
  let distance = Number.POSITIVE_INFINITY;
  for (let at = 0; at < centroids.rows; at++) {
    const one = apart(data, row, centroids, at, distance);
    if (one < distance) {
      distance = one;
      cluster = at;
    }
  }
  return cluster;
}

/** The squared distance of two rows, or something past `enough`. In place: a view of each row would cost more than the sum. */
function apart(a: Matrix, rowA: number, b: Matrix, rowB: number, enough: number): number {
  const { columns, data } = a;
  const other = b.data;
  const from = rowA * columns;
  const to = rowB * columns;
  let sum = 0;
  for (let column = 0; column < columns && sum < enough; column++) {
    const gap = data[from + column]! - other[to + column]!;
    sum += gap * gap;
  }
  return sum;
}

/** The centroid a point is nearest to, and the squared distance. */
export function nearest(point: ArrayLike<number>, centroids: Matrix): { cluster: number; distance: number } {
  let cluster = 0;
  let distance = Number.POSITIVE_INFINITY;
  for (let at = 0; at < centroids.rows; at++) {
    const one = squaredDistance(point, rowOf(centroids, at));
    if (one < distance) {
      distance = one;
      cluster = at;
    }
  }
  return { cluster, distance };
}

function spreadOut(data: Matrix, clusters: number, random: () => number): Matrix {
  const centroids = createMatrix(clusters, data.columns);
  const distances = new Float64Array(data.rows).fill(Number.POSITIVE_INFINITY);
  let chosen = Math.floor(random() * data.rows);
  for (let at = 0; at < clusters; at++) {
    centroids.data.set(rowOf(data, chosen), at * data.columns);
    let total = 0;
    for (let row = 0; row < data.rows; row++) {
      distances[row] = Math.min(distances[row]!, apart(data, row, centroids, at, distances[row]!));
      total += distances[row]!;
    }
    let left = random() * total;
    chosen = distances.findIndex((distance) => {
      left -= distance;
      return left <= 0;
    });
    if (chosen < 0) chosen = data.rows - 1;
  }
  return centroids;
}

/** A cluster that lost every row keeps its centroid. */
function recenter(data: Matrix, labels: Int32Array, centroids: Matrix): void {
  const sums = new Float64Array(centroids.data.length);
  const counts = new Int32Array(centroids.rows);
  const { columns } = data;
  for (let row = 0; row < data.rows; row++) {
    const to = labels[row]!;
    counts[to]!++;
    for (let column = 0; column < columns; column++) {
      sums[to * columns + column]! += data.data[row * columns + column]!;
    }
  }
  for (let at = 0; at < sums.length; at++) {
    const count = counts[Math.floor(at / columns)]!;
    if (count > 0) centroids.data[at] = sums[at]! / count;
  }
}
