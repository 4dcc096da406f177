import { createRandom } from '../embeddings/random.ts';
import { analyze } from '../lexical/analyzer.ts';
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import { isStopWord, isWeakWord } from '../lexical/stop-words.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { VectorTable } from '../vectors/vector-table.ts';
import type { FusionWeights } from './fusion-weights.ts';
import { createHybridIndex } from './hybrid-index.ts';

export interface CalibrateVectorWeightOptions {
  /** The searched texts by document. */
  textOf: (document: number) => string;
  lexical: LexicalIndex;
  lexicon: Lexicon;
  vectors: VectorTable;
  weights: FusionWeights;
  embed: (texts: string[]) => Promise<ArrayLike<number>[]>;
}

const QUERIES = 120;
const WORDS = 4;
const GRID = [0, 0.1, 0.2, 0.4, 0.8];
/** A weight further from the default must earn this much more: a hundred queries prove little. */
const CAUTION = 0.01;
const DEPTH = 50;

interface Trial {
  document: number;
  text: string;
  unread: ReadonlySet<string>;
}

/**
 * How much this embedding deserves on this collection. Queries are made of words of a document, two of which the lexical side is
 * not told, as when a customer says it in other words; the weight that puts the document highest (mean reciprocal rank) is taken.
 */
export async function calibrateVectorWeight(options: CalibrateVectorWeightOptions): Promise<FusionWeights> {
  const { lexical, lexicon, vectors, weights } = options;
  const trials = trialsOf(lexical.documents, options.textOf);
  if (trials.length < 30) return weights;
  const embedded = await options.embed(trials.map(({ text }) => text));
  const qualities = GRID.map((vector) => {
    const index = createHybridIndex({ lexical, lexicon, vectors, weights: { ...weights, vector } });
    const ranks = trials.map(({ document, text, unread }, at) => {
      const { candidates } = index.search({ text, vector: Float32Array.from(embedded[at]), limit: DEPTH, unread });
      const place = candidates.findIndex((candidate) => candidate.document === document);
      return place < 0 ? 0 : 1 / (place + 1);
    });
    const steps = Math.abs(GRID.indexOf(vector) - GRID.indexOf(weights.vector));
    return ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length - CAUTION * steps;
  });
  return { ...weights, vector: GRID[qualities.indexOf(Math.max(...qualities))] };
}

function trialsOf(documents: number, textOf: (document: number) => string): Trial[] {
  const random = createRandom(29);
  const trials: Trial[] = [];
  for (let tries = 0; trials.length < QUERIES && tries < QUERIES * 4 && documents > 0; tries++) {
    const document = Math.floor(random() * documents);
    if (trials.some((trial) => trial.document === document)) continue;
    const words = [...new Set(analyze(textOf(document)).map(({ surface }) => surface))].filter(
      (word) => !isStopWord(word) && !isWeakWord(word) && !/\d/.test(word) && word.length > 1,
    );
    if (words.length < WORDS) continue;
    const chosen = Array.from({ length: WORDS }, () => words.splice(Math.floor(random() * words.length), 1)[0]);
    trials.push({ document, text: chosen.join(' '), unread: new Set(chosen.slice(0, WORDS / 2)) });
  }
  return trials;
}
