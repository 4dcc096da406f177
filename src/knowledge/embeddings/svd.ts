import { createRandom } from './random.ts';

/** A sparse matrix by rows: row i holds `values` at `columns` in offsets[i] .. offsets[i + 1]. */
export interface SparseMatrix {
  rows: number;
  columnCount: number;
  offsets: Uint32Array;
  columns: Uint32Array;
  values: Float32Array;
}

const OVERSAMPLING = 12;
const POWER_ITERATIONS = 2;
/** Directions weaker than this share of the strongest are noise of the arithmetic. */
const RANK_TOLERANCE = 1e-7;

/**
 * The right singular vectors of the `rank` largest singular values, as a columnCount x k matrix by rows (k <= rank), strongest
 * first, with the singular values. Randomised range finder with power iterations (Halko, Martinsson, Tropp 2011).
 */
export function rightSingularVectors(
  matrix: SparseMatrix,
  rank: number,
  seed = 7,
): { vectors: Float32Array; values: Float32Array } {
  const width = Math.min(rank + OVERSAMPLING, matrix.rows, matrix.columnCount);
  let right: Dense = { data: gaussian(matrix.columnCount * width, seed), rows: matrix.columnCount, width };
  for (let round = 0; round < POWER_ITERATIONS; round++)
    right = timesTransposed(matrix, orthonormal(times(matrix, right)));
  const projected = timesTransposed(matrix, orthonormal(times(matrix, right)));
  const { values, vectors } = symmetricEigen(gram(projected), projected.width);
  const order = [...values.keys()].sort((a, b) => values[b] - values[a]);
  const kept = order.filter((i) => values[i] > RANK_TOLERANCE * Math.max(values[order[0]], 0)).slice(0, rank);
  const turned = rotate(projected, vectors, kept, (i) => 1 / Math.sqrt(values[i]));
  return { vectors: turned.data, values: Float32Array.from(kept, (i) => Math.sqrt(values[i])) };
}

/** A dense matrix by rows. */
interface Dense {
  data: Float32Array;
  rows: number;
  width: number;
}

function gaussian(length: number, seed: number): Float32Array {
  const random = createRandom(seed);
  const values = new Float32Array(length);
  for (let i = 0; i < length; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(random() || 1e-12));
    const angle = 2 * Math.PI * random();
    values[i] = radius * Math.cos(angle);
    if (i + 1 < length) values[i + 1] = radius * Math.sin(angle);
  }
  return values;
}

function times(matrix: SparseMatrix, right: Dense): Dense {
  const { width } = right;
  const data = new Float32Array(matrix.rows * width);
  for (let row = 0; row < matrix.rows; row++) {
    const to = row * width;
    for (let at = matrix.offsets[row]; at < matrix.offsets[row + 1]; at++) {
      const from = matrix.columns[at] * width;
      const value = matrix.values[at];
      for (let i = 0; i < width; i++) data[to + i] += value * right.data[from + i];
    }
  }
  return { data, rows: matrix.rows, width };
}

function timesTransposed(matrix: SparseMatrix, left: Dense): Dense {
  const { width } = left;
  const data = new Float32Array(matrix.columnCount * width);
  for (let row = 0; row < matrix.rows; row++) {
    const from = row * width;
    for (let at = matrix.offsets[row]; at < matrix.offsets[row + 1]; at++) {
      const to = matrix.columns[at] * width;
      const value = matrix.values[at];
      for (let i = 0; i < width; i++) data[to + i] += value * left.data[from + i];
    }
  }
  return { data, rows: matrix.columnCount, width };
}

function gram({ data, rows, width }: Dense): Float64Array {
  const product = new Float64Array(width * width);
  for (let row = 0; row < rows; row++) {
    const at = row * width;
    for (let i = 0; i < width; i++) {
      const left = data[at + i];
      if (left === 0) continue;
      for (let j = i; j < width; j++) product[i * width + j] += left * data[at + j];
    }
  }
  for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) product[i * width + j] = product[j * width + i];
  return product;
}

/** Columns of `matrix` turned by the eigenvectors `kept`, each scaled. */
function rotate(matrix: Dense, vectors: Float64Array, kept: readonly number[], scaleOf: (i: number) => number): Dense {
  const { data, rows, width } = matrix;
  const turn = new Float32Array(width * kept.length);
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < kept.length; j++) turn[i * kept.length + j] = vectors[i * width + kept[j]] * scaleOf(kept[j]);
  }
  const turned = new Float32Array(rows * kept.length);
  for (let row = 0; row < rows; row++) {
    const to = row * kept.length;
    for (let i = 0; i < width; i++) {
      const value = data[row * width + i];
      if (value === 0) continue;
      const from = i * kept.length;
      for (let j = 0; j < kept.length; j++) turned[to + j] += value * turn[from + j];
    }
  }
  return { data: turned, rows, width: kept.length };
}

/** An orthonormal basis of the columns' span; columns that depend on others are dropped. */
function orthonormal(matrix: Dense): Dense {
  const { values, vectors } = symmetricEigen(gram(matrix), matrix.width);
  const largest = Math.max(...values);
  const kept = [...values.keys()].filter((i) => values[i] > RANK_TOLERANCE * largest);
  return rotate(matrix, vectors, kept, (i) => 1 / Math.sqrt(values[i]));
}

/** Eigenvalues and eigenvectors (as columns) of a symmetric matrix, by cyclic Jacobi rotations. */
export function symmetricEigen(matrix: Float64Array, size: number): { values: Float64Array; vectors: Float64Array } {
  const a = matrix.slice();
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  let norm = 0;
  for (const value of a) norm += value * value;
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) off += a[p * size + q] ** 2;
    if (off <= 1e-18 * norm) break;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotatePair(a, vectors, size, p, q);
  }
  return { values: Float64Array.from({ length: size }, (_, i) => a[i * size + i]), vectors };
}

function rotatePair(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q];
  if (Math.abs(apq) < 1e-300) return;
  const theta = (a[q * size + q] - a[p * size + p]) / (2 * apq);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < size; k++) {
    const akp = a[k * size + p];
    const akq = a[k * size + q];
    a[k * size + p] = c * akp - s * akq;
    a[k * size + q] = s * akp + c * akq;
  }
  for (let k = 0; k < size; k++) {
    const apk = a[p * size + k];
    const aqk = a[q * size + k];
    a[p * size + k] = c * apk - s * aqk;
    a[q * size + k] = s * apk + c * aqk;
    const vkp = vectors[k * size + p];
    const vkq = vectors[k * size + q];
    vectors[k * size + p] = c * vkp - s * vkq;
    vectors[k * size + q] = s * vkp + c * vkq;
  }
}
