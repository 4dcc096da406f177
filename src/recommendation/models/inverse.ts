/**
 * Inverts a symmetric positive definite matrix (row-major, n x n) by Cholesky in tiles of 4 x 4 dot products over
 * contiguous rows; about n^3 operations. `matrix` is overwritten. Throws RangeError when it is not positive definite.
 */
export function invert(matrix: Float64Array, n: number): Float64Array {
  factorize(matrix, n);
  const transposed = invertFactor(matrix, n);
  const inverse = matrix;
  const tile = new Float64Array(16);
  for (let i = 0; i < n; i += 4) {
    for (let j = 0; j <= i; j += 4) {
      dots(transposed, i, transposed, j, i, n, n, tile);
      for (let a = 0; a < 4 && i + a < n; a++) {
        for (let b = 0; b < 4 && j + b < n; b++) {
          inverse[(i + a) * n + j + b] = tile[a * 4 + b];
          inverse[(j + b) * n + i + a] = tile[a * 4 + b];
        }
      }
    }
  }
  return inverse;
}

/** The lower Cholesky factor, in place; what is above the diagonal is left as it is. */
function factorize(matrix: Float64Array, n: number): void {
  const tile = new Float64Array(16);
  for (let i = 0; i < n; i += 4) {
    for (let j = 0; j <= i; j += 4) {
      dots(matrix, i, matrix, j, 0, j, n, tile);
      for (let a = 0; a < 4 && i + a < n; a++) {
        const row = (i + a) * n;
        for (let b = 0; b < 4 && j + b <= i + a && j + b < n; b++) {
          const other = (j + b) * n;
          let sum = matrix[row + j + b] - tile[a * 4 + b];
          for (let k = j; k < j + b; k++) sum -= matrix[row + k] * matrix[other + k];
          if (i + a !== j + b) matrix[row + j + b] = sum / matrix[other + j + b];
          else if (sum > 0) matrix[row + j + b] = Math.sqrt(sum);
          else throw new RangeError('The matrix is not positive definite');
        }
      }
    }
  }
}

/** The transposed inverse of a lower factor: row j holds column j, zero before its diagonal. */
function invertFactor(factor: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  const tile = new Float64Array(16);
  for (let i = 0; i < n; i += 4) {
    for (let j = 0; j <= i; j += 4) {
      // Rows of `inverse` are zero before their diagonal, so a tile may start at its first column.
      dots(factor, i, inverse, j, j, i, n, tile);
      for (let a = 0; a < 4 && i + a < n; a++) {
        const row = (i + a) * n;
        for (let b = 0; b < 4 && j + b <= i + a; b++) {
          const column = (j + b) * n;
          let sum = i + a === j + b ? 1 : 0;
          sum -= tile[a * 4 + b];
          for (let k = Math.max(i, j + b); k < i + a; k++) sum -= factor[row + k] * inverse[column + k];
          inverse[column + i + a] = sum / factor[row + i + a];
        }
      }
    }
  }
  return inverse;
}

/** The 16 dot products of rows i..i+3 of `a` with rows j..j+3 of `b` over columns from..to; rows past the end count as the last. */
function dots(
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  from: number,
  to: number,
  n: number,
  out: Float64Array,
): void {
  const end = n - 1;
  const a0 = i * n;
  const a1 = Math.min(i + 1, end) * n;
  const a2 = Math.min(i + 2, end) * n;
  const a3 = Math.min(i + 3, end) * n;
  for (let half = 0; half < 4; half += 2) {
    const b0 = Math.min(j + half, end) * n;
    const b1 = Math.min(j + half + 1, end) * n;
    let s00 = 0;
    let s01 = 0;
    let s10 = 0;
    let s11 = 0;
    let s20 = 0;
    let s21 = 0;
    let s30 = 0;
    let s31 = 0;
    for (let k = from; k < to; k++) {
      const x = b[b0 + k];
      const y = b[b1 + k];
      const p = a[a0 + k];
      const q = a[a1 + k];
      const r = a[a2 + k];
      const s = a[a3 + k];
      s00 += p * x;
      s01 += p * y;
      s10 += q * x;
      s11 += q * y;
      s20 += r * x;
      s21 += r * y;
      s30 += s * x;
      s31 += s * y;
    }
    out[half] = s00;
    out[half + 1] = s01;
    out[4 + half] = s10;
    out[5 + half] = s11;
    out[8 + half] = s20;
    out[9 + half] = s21;
    out[12 + half] = s30;
    out[13 + half] = s31;
  }
}
