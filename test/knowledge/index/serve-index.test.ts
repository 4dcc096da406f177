import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadConfig } from '../../../src/config/load-config.ts';
import { BUILT_IN_MODEL } from '../../../src/knowledge/embeddings/choice.ts';
import { configuredEmbedding } from '../../../src/knowledge/embeddings/configured-embedding.ts';
import { buildIndex } from '../../../src/knowledge/index/build-index.ts';
import type { LiveIndex } from '../../../src/knowledge/index/open-index.ts';
import { serveIndex } from '../../../src/knowledge/index/serve-index.ts';
import type { Pack } from '../../../src/knowledge/pack.ts';
import { type EmbeddingServer, startEmbeddingServer } from '../embeddings/embedding-server.ts';
import { product, SMALL_SHOP } from '../small-pack.ts';

let dataDir: string;
let folder: string;
let server: EmbeddingServer;
let troubles: string[];
let models: (string | undefined)[];
let open: LiveIndex | undefined;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'serve-'));
  folder = join(dataDir, 'index');
  server = await startEmbeddingServer();
  troubles = [];
  models = [];
});
afterEach(async () => {
  open?.close();
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
});

const GOODS: Pack = { ...SMALL_SHOP, faq: [] };
const MORE: Pack = { ...GOODS, products: [...GOODS.products, product('hose', { en: 'Garden hose' })] };

const settings = (environment: Record<string, string> = {}) =>
  loadConfig({ EMBEDDING_MODEL: 'small', EMBEDDING_BASE_URL: server.url, ...environment }, '/no/env/file').embedding;

async function serve(pack: Pack, embedding: ReturnType<typeof settings>): Promise<LiveIndex> {
  open?.close();
  open = await serveIndex(pack, {
    folder,
    embedding: await configuredEmbedding(embedding, { dataDir, attempts: 1 }),
    onSwitch: () => undefined,
    onTrouble: (message) => troubles.push(message),
    onModel: ({ replacedModel }) => models.push(replacedModel),
  });
  return open;
}

const modelOf = ({ current }: LiveIndex) => current.parts.info.embedding.model;
const found = async ({ retriever }: LiveIndex, text: string) =>
  (await retriever.search({ text, language: 'en' })).hits[0]?.product.id;

describe('the settings', () => {
  test('fall back to the address and key of the language model', () => {
    const llm = { LLM_MODEL: 'big', LLM_BASE_URL: 'http://127.0.0.1:1/v1/', OPENAI_API_KEY: 'a-key' };
    expect(loadConfig({ EMBEDDING_MODEL: 'small', ...llm }, '/no/env/file').embedding).toEqual({
      model: 'small',
      baseUrl: 'http://127.0.0.1:1/v1',
      apiKey: 'a-key',
    });
    expect(settings({ LLM_BASE_URL: 'http://127.0.0.1:1/v1', LLM_MODEL: 'big' })?.baseUrl).toBe(server.url);
    expect(loadConfig({ EMBEDDING_MODEL: 'small', OPENAI_API_KEY: 'a-key' }, '/no/env/file').embedding).toEqual({
      model: 'small',
      apiKey: 'a-key',
    });
    expect(() => loadConfig({ EMBEDDING_MODEL: 'small' }, '/no/env/file')).toThrow('OPENAI_API_KEY: missing');
    expect(() => loadConfig({ EMBEDDING_BASE_URL: server.url }, '/no/env/file')).toThrow('EMBEDDING_MODEL: missing');
  });
});

describe('an index served with an embedding endpoint', () => {
  test('texts and queries are embedded there, with the model and key of the settings', async () => {
    const live = await serve(GOODS, settings({ OPENAI_API_KEY: 'a-key' }));
    expect(live.current.parts.info.embedding).toEqual({ model: 'small', dimension: 12 });
    expect(await found(live, 'headphones')).toBeDefined();
    expect(server.texts).toContain('headphones');
    expect([...server.models]).toEqual(['small']);
    expect([...server.keys]).toEqual(['Bearer a-key']);
    expect(troubles).toEqual([]);
  });

  test('another model embeds everything anew and is said; going back to the built-in one as well', async () => {
    await serve(GOODS, undefined);
    await serve(GOODS, settings());
    const before = server.texts.length;
    const live = await serve(GOODS, settings({ EMBEDDING_MODEL: 'large' }));
    expect(modelOf(live)).toBe('large');
    expect(server.texts.length).toBeGreaterThanOrEqual(before + GOODS.products.length);
    expect(modelOf(await serve(GOODS, undefined))).toBe(BUILT_IN_MODEL);
    expect(models).toEqual([BUILT_IN_MODEL, 'small', 'large']);
  });

  test('while it is away at the start, the index that is there serves on', async () => {
    await serve(GOODS, settings());
    server.ill = { status: 503 };
    const live = await serve(MORE, settings());
    expect(troubles).toEqual([expect.stringContaining('could not be embedded')]);
    expect(live.current.pack.products).toHaveLength(GOODS.products.length);
    expect(await found(live, 'headphones')).toBeDefined();
    server.ill = undefined;
    await buildIndex(MORE, { folder, embedding: await configuredEmbedding(settings(), { dataDir }) });
    await live.reload();
    expect(await found(live, 'garden hose')).toBe('hose');
  });

  test('and the index of another model serves where that is all there is, until the endpoint is back', async () => {
    await serve(GOODS, undefined);
    server.ill = { status: 503 };
    const live = await serve(GOODS, settings());
    expect(modelOf(live)).toBe(BUILT_IN_MODEL);
    expect(await found(live, 'headphones')).toBeDefined();
    server.ill = undefined;
    await buildIndex(MORE, { folder, embedding: await configuredEmbedding(settings(), { dataDir }) });
    await live.reload();
    expect(modelOf(live)).toBe('small');
    server.texts = [];
    expect(await found(live, 'garden hose')).toBe('hose');
    expect(server.texts).toEqual(['garden hose']);
  });

  test('with no index at all the built-in embedding takes its place', async () => {
    server.ill = { status: 401 };
    const live = await serve(GOODS, settings());
    expect(modelOf(live)).toBe(BUILT_IN_MODEL);
    expect(await found(live, 'headphones')).toBeDefined();
  });

  test.each([
    ['numbers that are not finite', { vector: [null, 1] }],
    ['the wrong dimension', { vector: [1, 2, 3] }],
    ['an error', { status: 500 }],
  ])('a query answered with %s is searched by words, and the server left alone for a while', async (_, ill) => {
    const live = await serve(GOODS, settings());
    server.ill = ill;
    expect(await found(live, 'headphones')).toBeDefined();
    const asked = server.texts.length;
    expect(await found(live, 'wireless headphones')).toBeDefined();
    expect(server.texts).toHaveLength(asked);
    expect(troubles).toEqual([expect.stringContaining('searched by words alone')]);
  });
});
