import { createHash } from 'node:crypto';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { AppError } from '../../errors.ts';
import type { VectorTable } from '../vectors/vector-table.ts';
import { BuiltInEmbeddings } from './built-in-embeddings.ts';
import { type EmbeddingChoice, modelNameOf } from './choice.ts';
import { type LsaModel, lsaVector, trainLsa } from './lsa.ts';

/** Vectors of an earlier index, by the hash of their text. */
export interface EarlierVectors {
  model: string;
  lsa: LsaModel | undefined;
  vectorOf(hash: string): Float32Array | undefined;
  /** The products' vectors with their graph, and the hash of the text in each row. */
  products: { table: VectorTable; hashOf(row: number): string };
}

export interface EmbedOptions {
  choice: EmbeddingChoice;
  /** Texts that only teach the built-in model: groups of words that mean the same. */
  lessons: readonly string[];
  earlier?: EarlierVectors | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface EmbeddedCollection {
  model: string;
  dimension: number;
  /** One vector a text, by rows. */
  matrix: Float32Array;
  hashes: string[];
  embeddings: EmbeddingsInterface;
  lsa: LsaModel | undefined;
  /** Whether the earlier vectors are in the same space. */
  sameSpace: boolean;
  /** How many texts were embedded now; the others' vectors were taken over. */
  embedded: number;
}

/** A text's identity for vectors: changed text, changed hash. */
export function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('base64').slice(0, 22);
}

/** While this share of the texts is known, new ones are read with the model already learnt. */
const KNOWN_ENOUGH = 0.9;
const BATCH = 256;

/** Embeds texts, only those whose vectors are not there already. Throws EMBEDDING_FAILED. */
export async function embedCollection(texts: readonly string[], options: EmbedOptions): Promise<EmbeddedCollection> {
  const hashes = texts.map(hashOf);
  const model = modelNameOf(options.choice);
  const earlier = options.earlier?.model === model ? options.earlier : undefined;
  if (options.choice.kind === 'built-in') return embedBuiltIn(texts, hashes, model, options, earlier);
  const { embeddings } = options.choice;
  const vectors: (ArrayLike<number> | undefined)[] = hashes.map((hash) => earlier?.vectorOf(hash));
  const missing = [...vectors.keys()].filter((at) => vectors[at] === undefined);
  for (let from = 0; from < missing.length; from += BATCH) {
    const batch = missing.slice(from, from + BATCH);
    const found = await embeddings.embedDocuments(batch.map((at) => texts[at]));
    batch.forEach((at, i) => {
      vectors[at] = found[i];
    });
    options.onProgress?.(Math.min(from + BATCH, missing.length), missing.length);
  }
  const dimension = vectors[0]?.length ?? 0;
  return {
    model,
    dimension,
    matrix: matrixOf(vectors, dimension),
    hashes,
    embeddings,
    lsa: undefined,
    sameSpace: earlier !== undefined,
    embedded: missing.length,
  };
}

function embedBuiltIn(
  texts: readonly string[],
  hashes: string[],
  model: string,
  { lessons, onProgress }: EmbedOptions,
  earlier: EarlierVectors | undefined,
): EmbeddedCollection {
  const known = earlier?.lsa ? hashes.filter((hash) => earlier.vectorOf(hash)).length : 0;
  const keep = earlier?.lsa !== undefined && known >= KNOWN_ENOUGH * texts.length;
  const lsa = keep ? earlier.lsa! : trainLsa([...texts, ...lessons]);
  const matrix = new Float32Array(texts.length * lsa.dimension);
  let embedded = 0;
  texts.forEach((text, at) => {
    const ready = keep ? earlier.vectorOf(hashes[at]) : undefined;
    if (!ready) embedded++;
    matrix.set(ready ?? lsaVector(lsa, text), at * lsa.dimension);
    if (at % 1000 === 0) onProgress?.(at, texts.length);
  });
  const embeddings = new BuiltInEmbeddings(lsa);
  return { model, dimension: lsa.dimension, matrix, hashes, embeddings, lsa, sameSpace: keep, embedded };
}

/** Unit vectors by rows, checked: what an endpoint returns is input from outside. */
function matrixOf(vectors: readonly (ArrayLike<number> | undefined)[], dimension: number): Float32Array {
  const matrix = new Float32Array(vectors.length * dimension);
  vectors.forEach((vector, row) => {
    if (!vector || vector.length !== dimension)
      throw new AppError(
        'EMBEDDING_FAILED',
        `A vector of ${vector?.length ?? 0} numbers where ${dimension} were expected`,
      );
    let norm = 0;
    for (let i = 0; i < dimension; i++) norm += vector[i] * vector[i];
    if (!Number.isFinite(norm)) throw new AppError('EMBEDDING_FAILED', 'A vector with a number that is not finite');
    const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
    for (let i = 0; i < dimension; i++) matrix[row * dimension + i] = vector[i] * scale;
  });
  return matrix;
}
