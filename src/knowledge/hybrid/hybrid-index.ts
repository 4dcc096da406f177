import { documentFrequency, type LexicalIndex } from '../lexical/lexical-index.ts';
import { createQueryPlanner, type QueryPlan } from '../lexical/query-plan.ts';
import { createLexicalScorer } from '../lexical/scorer.ts';
import { createSpeller } from '../lexical/spelling.ts';
import { topK } from '../lexical/top-k.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { RowFilter, VectorTable } from '../vectors/vector-table.ts';
import type { FusionWeights } from './fusion-weights.ts';

/** A document that may answer a query, with what each side gave. */
export interface Candidate {
  document: number;
  score: number;
  parts: { lexical: number; vector: number; coverage: number; grams: number };
}

export interface HybridQuery {
  text: string;
  /** Unit vector of the text; all zeros when the embedding knows none of it. */
  vector: Float32Array;
  /** How many candidates; the best are kept. */
  limit: number;
  filter?: RowFilter;
}

export interface HybridResult {
  plan: QueryPlan;
  /** Best first. */
  candidates: Candidate[];
  /** Documents that pass the filter and match half of the query's content. */
  matching: number[];
}

export interface HybridIndex {
  search(query: HybridQuery): HybridResult;
  plan(text: string): QueryPlan;
  /** How much each main term tells about the query: idf of the word it stands for; 0 for any other term. */
  termWeights(plan: QueryPlan): (term: string) => number;
}

const MATCHING_COVERAGE = 0.5;

export interface HybridIndexOptions {
  lexical: LexicalIndex;
  lexicon: Lexicon;
  /** Its rows are document numbers. */
  vectors: VectorTable;
  weights: FusionWeights;
}

/** Lexical and vector search over one collection, fused by weighted scores. */
export function createHybridIndex({ lexical, lexicon, vectors, weights }: HybridIndexOptions): HybridIndex {
  const planner = createQueryPlanner(lexical, lexicon, createSpeller(lexical));
  const scorer = createLexicalScorer(lexical);
  const fused = new Float32Array(lexical.documents);

  const cosine = (vector: Float32Array, document: number): number => {
    const row = vectors.vector(document);
    let sum = 0;
    for (let i = 0; i < vector.length; i++) sum += vector[i] * row[i];
    return Math.max(0, sum);
  };

  return {
    plan: planner.plan,
    termWeights(plan) {
      const weights = new Map<string, number>();
      for (const { alternatives, weak } of plan.slots) {
        for (const { terms, weight } of alternatives) {
          for (const term of terms) {
            const idf = Math.log(1 + lexical.documents / (1 + documentFrequency(lexical, term)));
            const value = (weight * idf * (weak ? 0.25 : 1)) / terms.length;
            const word = lexical.vocabulary[term];
            weights.set(word, Math.max(weights.get(word) ?? 0, value));
          }
        }
      }
      return (term) => weights.get(term) ?? 0;
    },
    search({ text, vector, limit, filter }) {
      const plan = planner.plan(text);
      const scores = scorer.score(plan, text);
      const lexicalScore = (document: number) =>
        scores.bm25[document] + weights.coverage * scores.coverage[document] + weights.grams * scores.grams[document];
      const allowed = filter ? scores.touched.filter((document) => filter.mask[document] === 1) : scores.touched;
      const matching: number[] = [];
      for (const document of allowed) {
        fused[document] = lexicalScore(document);
        if (scores.coverage[document] >= MATCHING_COVERAGE) matching.push(document);
      }
      const pool = new Set(topK(allowed, fused, Math.max(limit * 2, 200)));
      const known = vector.some((value) => value !== 0);
      if (known) for (const { row } of vectors.search(vector, Math.max(limit, 100), filter)) pool.add(row);
      const documents = [...pool];
      const parts = new Map<number, Candidate['parts']>();
      for (const document of documents) {
        const similarity = known ? cosine(vector, document) : 0;
        fused[document] = lexicalScore(document) + weights.vector * similarity;
        parts.set(document, {
          lexical: scores.bm25[document],
          vector: similarity,
          coverage: scores.coverage[document],
          grams: scores.grams[document],
        });
      }
      const candidates = topK(documents, fused, limit).map((document) => ({
        document,
        score: fused[document],
        parts: parts.get(document)!,
      }));
      return { plan, candidates, matching };
    },
  };
}
