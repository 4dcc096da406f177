/** How much each side counts beside BM25F (1), and what fits at all: calibrated when an index is built. */
export interface FusionWeights {
  vector: number;
  coverage: number;
  grams: number;
}

/** Where calibration starts and what a collection too small to calibrate on uses. */
export const DEFAULT_WEIGHTS: FusionWeights = { vector: 0.2, coverage: 0.3, grams: 0.2 };
