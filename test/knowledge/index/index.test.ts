import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { AppError } from '../../../src/errors.ts';
import type { EmbeddingChoice } from '../../../src/knowledge/embeddings/choice.ts';
import { buildIndex } from '../../../src/knowledge/index/build-index.ts';
import { openIndex, openLiveIndex, openRetriever } from '../../../src/knowledge/index/open-index.ts';
import type { Pack } from '../../../src/knowledge/pack.ts';
import { product, SMALL_SHOP } from '../small-pack.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'index-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The goods alone: questions take longer to learn. */
const GOODS: Pack = { ...SMALL_SHOP, faq: [] };
const withProduct = (id: string, name: string): Pack => ({
  ...GOODS,
  products: [...GOODS.products, product(id, { en: name })],
});
const version = async () => (await readFile(join(folder, 'current'), 'utf8')).trim();
const first = async (text: string) =>
  (await (await openRetriever(folder)).search({ text, language: 'en' })).hits[0]?.product.id;

/** Counts what it is asked to embed. */
function counting(model: string): Extract<EmbeddingChoice, { kind: 'external' }> & { texts: string[]; fail: boolean } {
  const choice = {
    kind: 'external' as const,
    model,
    texts: [] as string[],
    fail: false,
    embeddings: undefined as unknown as EmbeddingsInterface,
  };
  const vector = (text: string) => [text.length % 7, text.length % 5, 1];
  choice.embeddings = {
    embedQuery: async (text) => vector(text),
    async embedDocuments(texts) {
      if (choice.fail) throw new AppError('EMBEDDING_FAILED', 'away');
      choice.texts.push(...texts);
      return texts.map(vector);
    },
  };
  return choice;
}

describe('building and opening', () => {
  test('what was indexed is found, answered and handed out again', async () => {
    const report = await buildIndex(SMALL_SHOP, { folder, extras: { intents: Uint8Array.of(1, 2, 3) } });
    expect(report).toMatchObject({ unchanged: false, products: 7, passages: 3 });
    const { retriever, pack, extras } = await openIndex(folder);
    expect(
      (await retriever.search({ text: '耳机', language: 'zh', filters: { maxPrice: 100 } })).hits[0].product,
    ).toEqual(SMALL_SHOP.products[4]);
    expect((await retriever.answer('怎么退货', 'zh'))[0].id).toBe('returns');
    expect(pack.products).toEqual(SMALL_SHOP.products);
    expect(pack.faq).toEqual(SMALL_SHOP.faq);
    expect([...extras.intents]).toEqual([1, 2, 3]);
    expect(retriever.info).toMatchObject({ pack: 'small', products: 7, passages: 3, version: report.version });
  });

  test('an unchanged pack is not built again, unless asked', async () => {
    await buildIndex(GOODS, { folder });
    const before = await version();
    expect(await buildIndex(GOODS, { folder })).toMatchObject({ unchanged: true, embedded: 0 });
    expect(await version()).toBe(before);
    expect(await buildIndex(GOODS, { folder, force: true })).toMatchObject({ unchanged: false });
  });

  test('only what changed is embedded again, and deleted products vanish', async () => {
    const embedding = counting('m1');
    const { embedded } = await buildIndex(GOODS, { folder, embedding });
    expect(embedding.texts).toHaveLength(embedded);
    embedding.texts = [];
    const changed = {
      ...withProduct('new', 'Garden hose'),
      products: withProduct('new', 'Garden hose').products.slice(1),
    };
    expect(await buildIndex(changed, { folder, embedding })).toMatchObject({ embedded: 1 });
    expect(embedding.texts).toEqual([expect.stringContaining('Garden hose')]);
    const { retriever } = await openIndex(folder, { embedding });
    expect(retriever.product('nova')).toBeUndefined();
    expect((await retriever.search({ text: 'garden hose', language: 'en' })).hits[0].product.id).toBe('new');
  });

  test('another model embeds everything again and says which it replaced', async () => {
    await buildIndex(GOODS, { folder, embedding: counting('m1') });
    const embedding = counting('m2');
    const report = await buildIndex(GOODS, { folder, embedding });
    expect(report).toMatchObject({ replacedModel: 'm1', reused: 0 });
    await expect(openIndex(folder, { embedding: counting('m1') })).rejects.toMatchObject({ code: 'INDEX_DAMAGED' });
  });

  test('progress ends where it should', async () => {
    const stages = new Set<string>();
    await buildIndex(GOODS, {
      folder,
      onProgress: (stage, done, total) => stages.add(done === total ? `${stage} done` : stage),
    });
    expect([...stages]).toEqual(expect.arrayContaining(['words done', 'files done']));
  });
});

describe('when something goes wrong', () => {
  test('a run that fails leaves the old index serving and nothing half-written', async () => {
    const embedding = counting('m1');
    await buildIndex(GOODS, { folder, embedding });
    const before = await version();
    embedding.fail = true;
    await expect(buildIndex(withProduct('new', 'Garden hose'), { folder, embedding })).rejects.toMatchObject({
      code: 'EMBEDDING_FAILED',
    });
    expect(await version()).toBe(before);
    expect((await readdir(folder)).sort()).toEqual(['current', before].sort());
    expect(await first('headphones')).toBeDefined();
  });

  test('what a killed run left is cleared by the next', async () => {
    await mkdir(join(folder, 'v-dead-1.tmp'));
    await writeFile(join(folder, 'v-dead-1.tmp', 'words.bin'), 'half');
    await buildIndex(GOODS, { folder });
    expect((await readdir(folder)).sort()).toEqual(['current', await version()].sort());
  });

  test('a damaged, foreign or missing file is noticed, and the next run rebuilds', async () => {
    await buildIndex(GOODS, { folder });
    const whole = await version();
    for (const name of ['words.bin', 'products.jsonl', 'index.json', 'embedding.bin', 'manifest.json']) {
      const path = join(folder, whole, name);
      const content = await readFile(path);
      await truncate(path, Math.floor(content.length / 2));
      await expect(openIndex(folder)).rejects.toMatchObject({ code: 'INDEX_DAMAGED' });
      await writeFile(path, content);
    }
    await rm(join(folder, whole, 'words.bin'));
    expect(await buildIndex(GOODS, { folder })).toMatchObject({ unchanged: false });
    expect(await first('headphones')).toBeDefined();
    await writeFile(join(folder, 'current'), '../../etc');
    await expect(openIndex(folder)).rejects.toMatchObject({ code: 'INDEX_DAMAGED' });
  });

  test('there is no index yet', async () => {
    await expect(openRetriever(folder)).rejects.toMatchObject({ code: 'INDEX_DAMAGED' });
  });
});

describe('a live index', () => {
  test('no query fails while versions change under it', async () => {
    await buildIndex(GOODS, { folder });
    const live = await openLiveIndex(folder);
    let running = true;
    let asked = 0;
    const asking = (async () => {
      while (running) {
        expect((await live.retriever.search({ text: 'headphones', language: 'en' })).hits.length).toBeGreaterThan(0);
        asked++;
        await new Promise(setImmediate);
      }
    })();
    for (let round = 0; round < 3; round++) {
      await buildIndex(withProduct(`p${round}`, `Garden hose ${round}`), { folder });
      expect(await live.reload()).toBe(true);
      expect(live.retriever.product(`p${round}`)).toBeDefined();
    }
    expect(await live.reload()).toBe(false);
    running = false;
    await asking;
    expect(asked).toBeGreaterThan(3);
    live.close();
  });

  test('it follows the folder by itself', async () => {
    await buildIndex(GOODS, { folder });
    let told: () => void = () => {};
    const switched = new Promise<void>((resolve) => {
      told = resolve;
    });
    const live = await openLiveIndex(folder, { watch: true, onSwitch: told });
    await buildIndex(withProduct('new', 'Garden hose'), { folder });
    await switched;
    expect(live.retriever.product('new')).toBeDefined();
    live.close();
  });

  test('a damaged new version is refused and the old one serves on', async () => {
    await buildIndex(GOODS, { folder });
    const live = await openLiveIndex(folder);
    await buildIndex(withProduct('new', 'Garden hose'), { folder });
    await truncate(join(folder, await version(), 'words.bin'), 10);
    await expect(live.reload()).rejects.toMatchObject({ code: 'INDEX_DAMAGED' });
    expect((await live.retriever.search({ text: 'headphones', language: 'en' })).hits.length).toBeGreaterThan(0);
    live.close();
  });
});

test('queries are searched by words alone while the embedding server is away', async () => {
  const embedding = counting('m1');
  await buildIndex(GOODS, { folder, embedding });
  const errors: unknown[] = [];
  const broken: EmbeddingChoice = {
    ...embedding,
    embeddings: {
      ...embedding.embeddings,
      embedQuery: async () => Promise.reject(new AppError('EMBEDDING_FAILED', 'away')),
    },
  };
  const retriever = await openRetriever(folder, { embedding: broken, onEmbeddingError: (error) => errors.push(error) });
  expect((await retriever.search({ text: 'headphones', language: 'en' })).hits.length).toBeGreaterThan(0);
  expect(errors).toHaveLength(1);
});
