/** How much each part counts beside BM25F (1). What depends on the collection and the embedding is calibrated at indexing. */
export interface FusionWeights {
  /** Cosine of document and query, as far as words did not match. */
  vector: number;
  /** Cosine of document and the centre of the best lexical matches: what is like most of them is what was meant (Rocchio 1971). */
  feedback: number;
  /** Share of the query's content that the document has. */
  coverage: number;
  /** Character trigrams, as far as words did not match. */
  grams: number;
  /** Goods before their accessories. */
  head: number;
}

/** Product titles: words lead, vectors order what words leave alike. */
export const PRODUCT_WEIGHTS: FusionWeights = { vector: 0.2, feedback: 0.12, coverage: 0.3, grams: 0.3, head: 0.03 };

/** Questions and prose: vectors and coverage lead. */
export const PASSAGE_WEIGHTS: FusionWeights = { vector: 0.8, feedback: 0, coverage: 0.3, grams: 0.3, head: 0 };
