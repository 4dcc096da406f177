/** One measure beside one baseline, from the same run. */
export interface EvaluationRow {
  name: string;
  ours: number;
  /** Undefined when the baseline cannot run here or does not do this. */
  baseline?: number;
  baselineName: string;
  /** What we set out to reach; undefined for a measure without a target. */
  target?: number;
  unit: '%' | 'r' | 'ECE' | 'ms';
}

export interface EvaluationOptions {
  /** Folder of public data sets. */
  dataDir: string;
  /** Part of each set to measure on: 'dev', or 'test' for a folder of held-back parts. */
  split?: string;
  /** Leave out the slow baselines. */
  quick?: boolean;
}

/** Share of right answers, in percent. */
export function accuracy(right: boolean[]): number {
  return (100 * right.filter(Boolean).length) / Math.max(1, right.length);
}

/** Place of the highest number. */
export function highestOf(numbers: ArrayLike<number>, count = numbers.length): number {
  let best = 0;
  for (let k = 1; k < count; k++) if (numbers[k] > numbers[best]) best = k;
  return best;
}

/** Pearson's correlation. */
export function correlation(a: number[], b: number[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, squaresA, squaresB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    both += (a[i] - meanA) * (b[i] - meanB);
    squaresA += (a[i] - meanA) ** 2;
    squaresB += (b[i] - meanB) ** 2;
  }
  return both / Math.sqrt(squaresA * squaresB);
}
