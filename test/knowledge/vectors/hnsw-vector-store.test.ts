import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Document } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { createRandom } from '../../../src/knowledge/embeddings/random.ts';
import { HnswVectorStore } from '../../../src/knowledge/vectors/hnsw-vector-store.ts';

const DIMENSION = 16;
const random = createRandom(3);
const someVector = () => Array.from({ length: DIMENSION }, () => random() - 0.5);
const embeddings: EmbeddingsInterface = {
  embedQuery: async (text) => Array.from({ length: DIMENSION }, (_, i) => (i === text.length % DIMENSION ? 1 : 0.01)),
  embedDocuments: async (texts) => Promise.all(texts.map((text) => embeddings.embedQuery(text))),
};
/** Small limits, so that the graph is used with few vectors. */
const GRAPH = { model: 'test', exactBelow: 50 };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vectors-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function filled(count: number): Promise<{ store: HnswVectorStore; vectors: number[][] }> {
  const store = new HnswVectorStore(embeddings, GRAPH);
  const vectors = Array.from({ length: count }, someVector);
  const documents = vectors.map(
    (_, at) => new Document({ id: `d${at}`, pageContent: `text ${at}`, metadata: { even: at % 2 === 0 } }),
  );
  await store.addVectors(vectors, documents);
  return { store, vectors };
}

const nearest = async (store: HnswVectorStore, vector: number[], k = 1, filter?: HnswVectorStore['FilterType']) =>
  (await store.similaritySearchVectorWithScore(vector, k, filter)).map(([document]) => document.id);

describe('a LangChain store', () => {
  test('documents are embedded, found by text, replaced and deleted', async () => {
    const store = new HnswVectorStore(embeddings, GRAPH);
    await store.addDocuments([new Document({ pageContent: 'abc' }), new Document({ pageContent: 'abcdef' })], {
      ids: ['3', '6'],
    });
    expect((await store.similaritySearch('xyz', 1))[0].pageContent).toBe('abc');
    await store.addDocuments([new Document({ pageContent: 'abcdefgh' })], { ids: ['3'] });
    expect(store.size).toBe(2);
    expect((await store.similaritySearch('12345678', 1))[0].id).toBe('3');
    await store.delete({ ids: ['3', 'unknown'] });
    expect((await store.similaritySearch('12345678', 5)).map(({ id }) => id)).toEqual(['6']);
  });

  test('the graph grows past its first size and finds what an exact scan finds', async () => {
    const { store, vectors } = await filled(60);
    await nearest(store, vectors[0]);
    const more = Array.from({ length: 600 }, someVector);
    await store.addVectors(
      more,
      more.map((_, at) => new Document({ pageContent: '', id: `m${at}` })),
    );
    for (const at of [0, 300, 599]) expect(await nearest(store, more[at])).toEqual([`m${at}`]);
  });

  test('a deleted vector is gone from the graph, and its id may come back', async () => {
    const { store, vectors } = await filled(80);
    expect(await nearest(store, vectors[7])).toEqual(['d7']);
    await store.delete({ ids: ['d7'] });
    expect(await nearest(store, vectors[7], 80)).not.toContain('d7');
    await store.addVectors([vectors[7]], [new Document({ id: 'd7', pageContent: 'again' })]);
    expect(await nearest(store, vectors[7])).toEqual(['d7']);
    await store.compact();
    expect(await nearest(store, vectors[7])).toEqual(['d7']);
    expect(store.table?.rows).toBe(80);
  });

  test('filters are hard, by ids or by a test, and one that throws harms nobody', async () => {
    const { store, vectors } = await filled(120);
    expect(await nearest(store, vectors[0], 3, new Set(['d1', 'd2']))).toHaveLength(2);
    const even = await nearest(store, vectors[1], 40, (document) => document.metadata.even === true);
    expect(even).toHaveLength(40);
    expect(even.every((id) => Number(id?.slice(1)) % 2 === 0)).toBe(true);
    await expect(
      nearest(store, vectors[0], 1, () => {
        throw new Error('broken filter');
      }),
    ).rejects.toThrow('broken filter');
    expect(await nearest(store, vectors[0])).toEqual(['d0']);
  });

  test('a vector of another length or with NaN is refused', async () => {
    const { store } = await filled(3);
    await expect(store.addVectors([[1, 2]], [new Document({ pageContent: '' })])).rejects.toThrow('2 numbers');
    await expect(
      store.addVectors([Array(DIMENSION).fill(Number.NaN)], [new Document({ pageContent: '' })]),
    ).rejects.toThrow('not finite');
    await expect(nearest(store, [1, 2])).rejects.toMatchObject({ code: 'EMBEDDING_FAILED' });
  });
});

describe('on disk', () => {
  const load = (options = {}) => HnswVectorStore.load(folder, embeddings, { ...GRAPH, ...options });

  test('a saved store comes back with its documents and finds the same', async () => {
    const { store, vectors } = await filled(200);
    await store.delete({ ids: ['d3'] });
    await store.save(folder);
    const again = await load();
    expect(again.size).toBe(199);
    expect(await nearest(again, vectors[5], 10)).toEqual(await nearest(store, vectors[5], 10));
    expect((await again.similaritySearchVectorWithScore(vectors[5], 1))[0][0]).toMatchObject({
      pageContent: 'text 5',
      metadata: { even: false },
    });
    await again.addVectors([vectors[3]], [new Document({ id: 'd3', pageContent: '' })]);
    expect(await nearest(again, vectors[3])).toEqual(['d3']);
  });

  test('saving over a save leaves one, and adding while saving waits for it', async () => {
    const { store, vectors } = await filled(100);
    const saved = store.save(folder);
    const added = store.addVectors([someVector()], [new Document({ id: 'new', pageContent: '' })]);
    await Promise.all([saved, added]);
    expect((await load()).size).toBe(100);
    await store.save(folder);
    expect((await load()).size).toBe(101);
    expect((await readdir(folder)).length).toBe(3);
    expect(vectors).toHaveLength(100);
  });

  test.each([
    ['cut short', async (path: string) => truncate(path, 100)],
    ['of other bytes', async (path: string) => writeFile(path, Buffer.alloc((await readFile(path)).length, 7))],
    ['gone', async (path: string) => rm(path)],
  ])('a file that is %s is noticed', async (_, damage) => {
    const { store } = await filled(100);
    await store.save(folder);
    for (const name of await readdir(folder)) {
      const before = await readFile(join(folder, name));
      await damage(join(folder, name));
      await expect(load()).rejects.toMatchObject({ code: 'INDEX_DAMAGED' });
      await writeFile(join(folder, name), before);
    }
    expect((await load()).size).toBe(100);
  });

  test('vectors of another model or dimension are not taken for ours', async () => {
    const { store } = await filled(10);
    await store.save(folder);
    await expect(load({ model: 'other' })).rejects.toMatchObject({ code: 'INDEX_DAMAGED' });
    await expect(load({ dimension: 8 })).rejects.toMatchObject({ code: 'INDEX_DAMAGED' });
  });

  test('an empty store can be saved', async () => {
    await new HnswVectorStore(embeddings, GRAPH).save(folder);
    expect((await load()).size).toBe(0);
  });
});

test('recall@10 against an exact scan is at least .99 at the default settings', async () => {
  const count = 4000;
  const centres = Array.from({ length: 40 }, someVector);
  const vectors = Array.from({ length: count }, (_, at) =>
    someVector().map((value, i) => value * 0.5 + centres[at % 40][i]),
  );
  const documents = vectors.map((_, at) => new Document({ id: String(at), pageContent: '' }));
  const graph = new HnswVectorStore(embeddings, { model: 'test', exactBelow: 100 });
  const exact = new HnswVectorStore(embeddings, { model: 'test', exactBelow: 1e9 });
  await graph.addVectors(vectors, documents);
  await exact.addVectors(vectors, documents);
  let same = 0;
  for (let query = 0; query < 100; query++) {
    const vector = someVector();
    const truth = new Set(await nearest(exact, vector, 10));
    same += (await nearest(graph, vector, 10)).filter((id) => truth.has(id)).length;
  }
  expect(same / 1000).toBeGreaterThanOrEqual(0.99);
});
