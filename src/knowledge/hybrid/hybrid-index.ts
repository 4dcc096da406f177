import { toUnitLength } from '../embeddings/lsa.ts';
import { documentFrequency, type LexicalIndex } from '../lexical/lexical-index.ts';
import { createQueryPlanner, type QueryPlan } from '../lexical/query-plan.ts';
import { createLexicalScorer } from '../lexical/scorer.ts';
import { createSpeller } from '../lexical/spelling.ts';
import { topK } from '../lexical/top-k.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { dotAt } from '../vectors/dot.ts';
import type { RowFilter, VectorTable } from '../vectors/vector-table.ts';
import type { FusionWeights } from './fusion-weights.ts';
import { createHeadNouns } from './head-noun.ts';

/** A document that may answer a query, with what each side gave, each 0..1. */
export interface Candidate {
  document: number;
  score: number;
  parts: {
    lexical: number;
    vector: number;
    coverage: number;
    asked: number;
    grams: number;
    feedback: number;
    head: number;
  };
}

export interface HybridQuery {
  text: string;
  /** Unit vector of the text; all zeros when the embedding knows none of it. */
  vector: Float32Array;
  /** How many candidates; the best are kept. */
  limit: number;
  filter?: RowFilter;
  /** Words the lexical side is to know nothing of (calibration). */
  unread?: ReadonlySet<string>;
}

export interface HybridResult {
  plan: QueryPlan;
  /** Best first. */
  candidates: Candidate[];
  /** Documents that pass the filter and match half of the query's content; valid until the next query. */
  matching: Uint32Array;
}

export interface HybridIndex {
  search(query: HybridQuery): HybridResult;
  plan(text: string): QueryPlan;
  /** How the words of a plan were read, as written in the collection. */
  reading(plan: QueryPlan): { word: string; as: string[]; weak: boolean }[];
  /** How much each main term tells about the query: idf of the word it stands for; 0 for any other term. */
  termWeights(plan: QueryPlan): (term: string) => number;
}

export interface HybridIndexOptions {
  lexical: LexicalIndex;
  lexicon: Lexicon;
  /** Its rows are document numbers. */
  vectors: VectorTable;
  weights: FusionWeights;
}

const MATCHING_COVERAGE = 0.5;
const SMALLEST_POOL = 300;
const FEEDBACK_DOCUMENTS = 150;
const VECTOR_CANDIDATES = 100;
const WEAK_WEIGHT = 0.4;

/** Lexical and vector search over one collection, fused by weighted scores. Synchronous; its working memory is allocated once. */
export function createHybridIndex({ lexical, lexicon, vectors, weights }: HybridIndexOptions): HybridIndex {
  const planner = createQueryPlanner(lexical, lexicon, createSpeller(lexical));
  const scorer = createLexicalScorer(lexical);
  const headNouns = createHeadNouns(lexical, lexicon.isTrait);
  const fused = new Float32Array(lexical.documents);
  const matched = new Uint32Array(lexical.documents);

  // Some hundreds of rows are read for a query: from the matrix itself, since a view of each costs more than its sum.
  const cosine = (vector: Float32Array, matrix: Float32Array, document: number): number =>
    Math.max(0, dotAt(vector, matrix, document * vectors.dimension));

  /** The weighted mean of the best lexical matches' vectors. */
  const centreOf = (best: readonly number[], matrix: Float32Array): Float32Array => {
    const centre = new Float32Array(vectors.dimension);
    for (const document of best) {
      const weight = fused[document];
      const at = document * vectors.dimension;
      for (let i = 0; i < centre.length; i++) centre[i] += weight * matrix[at + i];
    }
    return toUnitLength(centre);
  };

  return {
    plan: (text) => planner.plan(text),
    search({ text, vector, limit, filter, unread }) {
      const plan = planner.plan(text, unread);
      const scores = scorer.score(plan, text);
      const lexicalScore = (document: number) =>
        scores.bm25[document] +
        weights.coverage * scores.coverage[document] +
        weights.grams * scores.grams[document] * (1 - scores.coverage[document]);
      const allowed = filter ? scores.touched.filter((document) => filter.mask[document] === 1) : scores.touched;
      let count = 0;
      for (let at = 0; at < allowed.length; at++) {
        const document = allowed[at];
        fused[document] = lexicalScore(document);
        if (scores.coverage[document] >= MATCHING_COVERAGE) matched[count++] = document;
      }
      const best = topK(allowed, fused, Math.max(limit, SMALLEST_POOL));
      const { matrix } = vectors;
      const centre = weights.feedback > 0 ? centreOf(best.slice(0, FEEDBACK_DOCUMENTS), matrix) : undefined;
      const head = weights.head > 0 ? headNouns.score(plan) : () => 0;
      const known = vector.some((value) => value !== 0);
      const pool = new Set(best);
      if (known)
        for (const { row } of vectors.search(vector, Math.min(limit, VECTOR_CANDIDATES), filter)) pool.add(row);
      const found = new Map<number, Candidate>();
      for (const document of pool) {
        const parts = {
          lexical: scores.bm25[document],
          vector: known ? cosine(vector, matrix, document) : 0,
          coverage: scores.coverage[document],
          asked: scores.asked[document],
          grams: scores.grams[document],
          feedback: centre ? cosine(centre, matrix, document) : 0,
          head: head(document),
        };
        const score =
          lexicalScore(document) +
          weights.vector * parts.vector * (1 - parts.coverage) +
          weights.feedback * parts.feedback +
          weights.head * parts.head;
        fused[document] = score;
        found.set(document, { document, score, parts });
      }
      const candidates = topK([...pool], fused, limit).map((document) => found.get(document)!);
      return { plan, candidates, matching: matched.subarray(0, count) };
    },
    reading: ({ slots }) =>
      slots.map(({ surface, alternatives, weak }) => ({
        word: surface,
        as: [
          ...new Set(
            [...alternatives]
              .sort((a, b) => b.weight - a.weight)
              .map(({ terms }) => terms.map((term) => lexical.surfaces[term]).join(' ')),
          ),
        ],
        weak,
      })),
    termWeights(plan) {
      const told = new Map<string, number>();
      for (const { alternatives, weak } of plan.slots) {
        for (const { terms, weight } of alternatives) {
          for (const term of terms) {
            const idf = Math.log(1 + lexical.documents / (1 + documentFrequency(lexical, term)));
            const value = (weight * idf * (weak ? WEAK_WEIGHT : 1)) / terms.length;
            const word = lexical.vocabulary[term];
            told.set(word, Math.max(told.get(word) ?? 0, value));
          }
        }
      }
      return (term) => told.get(term) ?? 0;
    },
  };
}
