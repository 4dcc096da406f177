import { Document } from '@langchain/core/documents';
import { FakeEmbeddings } from '@langchain/core/utils/testing';
import { createRandom } from '../src/knowledge/embeddings/random.ts';
import { createVectorTable } from '../src/knowledge/vectors/vector-table.ts';
import { quantile } from './quantile.ts';

const DIMENSION = 128;
const QUERIES = 200;

export interface VectorFigures {
  count: number;
  buildSeconds: number;
  recall10: number;
  perSecond: number;
  exactMs: number;
  memoryStoreMs?: number;
}

/** The HNSW graph beside an exact scan and, where it can hold them, LangChain's in-memory store: vectors in clusters, as embeddings lie. */
export async function vectorFigures(count: number): Promise<VectorFigures> {
  const random = createRandom(17);
  const gaussian = () => Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random());
  const centres = Array.from({ length: 200 }, () => Array.from({ length: DIMENSION }, gaussian));
  const vector = () => {
    const centre = centres[Math.floor(random() * centres.length)];
    return unit(Float32Array.from(centre, (value) => value + 0.7 * gaussian()));
  };
  const matrix = new Float32Array(count * DIMENSION);
  for (let row = 0; row < count; row++) matrix.set(vector(), row * DIMENSION);
  const ids = Array.from({ length: count }, (_, row) => String(row));
  const graph = createVectorTable({ dimension: DIMENSION }, { ids, matrix });
  const exact = createVectorTable({ dimension: DIMENSION, exactBelow: Number.POSITIVE_INFINITY }, { ids, matrix });
  const built = performance.now();
  graph.prepare();
  const buildSeconds = (performance.now() - built) / 1000;
  const queries = Array.from({ length: QUERIES }, vector);
  const exactTimes: number[] = [];
  const truth = queries.map((query) => timed(exactTimes, () => new Set(exact.search(query, 10).map(({ row }) => row))));
  const times: number[] = [];
  let same = 0;
  queries.forEach((query, at) => {
    for (const { row } of timed(times, () => graph.search(query, 10))) if (truth[at].has(row)) same++;
  });
  return {
    count,
    buildSeconds,
    recall10: same / (10 * QUERIES),
    perSecond: 1000 / (times.reduce((sum, time) => sum + time, 0) / times.length),
    exactMs: quantile(exactTimes, 0.5),
    ...(count <= 50_000 ? { memoryStoreMs: await memoryStoreMs(matrix, count, queries.slice(0, 30)) } : {}),
  };
}

async function memoryStoreMs(matrix: Float32Array, count: number, queries: readonly Float32Array[]): Promise<number> {
  const { MemoryVectorStore } = await import('@langchain/classic/vectorstores/memory');
  const store = new MemoryVectorStore(new FakeEmbeddings());
  const rows = Array.from({ length: count }, (_, row) =>
    Array.from(matrix.subarray(row * DIMENSION, (row + 1) * DIMENSION)),
  );
  await store.addVectors(
    rows,
    rows.map(() => new Document({ pageContent: '' })),
  );
  const times: number[] = [];
  for (const query of queries) {
    const started = performance.now();
    await store.similaritySearchVectorWithScore(Array.from(query), 10);
    times.push(performance.now() - started);
  }
  return quantile(times, 0.5);
}

function timed<T>(times: number[], action: () => T): T {
  const started = performance.now();
  const result = action();
  times.push(performance.now() - started);
  return result;
}

function unit(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
}
