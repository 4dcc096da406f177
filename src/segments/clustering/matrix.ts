/** A table of figures, row after row. */
export interface Matrix {
  rows: number;
  columns: number;
  data: Float32Array;
}

export function createMatrix(rows: number, columns: number): Matrix {
  return { rows, columns, data: new Float32Array(rows * columns) };
}

/** The row itself, not a copy. */
export function rowOf({ data, columns }: Matrix, row: number): Float32Array {
  return data.subarray(row * columns, (row + 1) * columns);
}

export function toMatrix(rows: readonly ArrayLike<number>[]): Matrix {
  const matrix = createMatrix(rows.length, rows[0]?.length ?? 0);
  rows.forEach((row, index) => {
    matrix.data.set(row, index * matrix.columns);
  });
  return matrix;
}

export function squaredDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) {
    const gap = a[at]! - b[at]!;
    sum += gap * gap;
  }
  return sum;
}
