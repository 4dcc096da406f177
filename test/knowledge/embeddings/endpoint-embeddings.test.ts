import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  createEndpointEmbeddings,
  type EndpointOptions,
} from '../../../src/knowledge/embeddings/endpoint-embeddings.ts';

interface Call {
  input: string[];
}

let folder: string;
let calls: Call[];
let waits: number[];
/** Answers of the server, in order; afterwards it answers as it should. */
let script: ((call: Call) => Response)[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'embeddings-'));
  calls = [];
  waits = [];
  script = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const vectorOf = (text: string) => [text.length, 1, 0];
const answer = (vectors: unknown[]) =>
  new Response(
    JSON.stringify({
      object: 'list',
      model: 'm',
      data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })),
      usage: { prompt_tokens: 1, total_tokens: 1 },
    }),
    {
      headers: { 'content-type': 'application/json' },
    },
  );

const fakeFetch = (async (_url: unknown, init?: RequestInit) => {
  const { input } = JSON.parse(String(init?.body)) as { input: string | string[] };
  const call = { input: [input].flat() };
  calls.push(call);
  return script.shift()?.(call) ?? answer(call.input.map(vectorOf));
}) as typeof fetch;

const create = (options: Partial<EndpointOptions> = {}) =>
  createEndpointEmbeddings({
    baseUrl: 'http://127.0.0.1:9/v1',
    apiKey: 'secret-key',
    model: 'm',
    batchSize: 2,
    fetch: fakeFetch,
    sleep: async (ms) => {
      waits.push(ms);
    },
    ...options,
  });

describe('an OpenAI-compatible endpoint', () => {
  test('texts go in batches and come back in order', async () => {
    const embeddings = await create();
    expect(await embeddings.embedDocuments(['a', 'bb', 'ccc'])).toEqual([
      vectorOf('a'),
      vectorOf('bb'),
      vectorOf('ccc'),
    ]);
    expect(calls.map(({ input }) => input)).toEqual([['a', 'bb'], ['ccc']]);
  });

  test('429 is waited out as long as the server says, 500 longer each time', async () => {
    script = [
      () => new Response('{}', { status: 429, headers: { 'retry-after': '7' } }),
      () => new Response('{}', { status: 500 }),
      () => new Response('{}', { status: 500 }),
    ];
    const embeddings = await create();
    expect(await embeddings.embedDocuments(['a'])).toEqual([vectorOf('a')]);
    expect(waits).toEqual([7000, 1000, 2000]);
  });

  test('a wrong key is not tried again, and the error does not tell it', async () => {
    script = [() => new Response('{"error":{"message":"bad key"}}', { status: 401 })];
    const embeddings = await create();
    const failed = embeddings.embedDocuments(['a']);
    await expect(failed).rejects.toMatchObject({ code: 'EMBEDDING_FAILED' });
    await expect(failed).rejects.not.toThrow('secret-key');
    expect(calls).toHaveLength(1);
  });

  test('a server that stays away ends in an error after the attempts', async () => {
    script = Array.from({ length: 9 }, () => () => new Response('{}', { status: 503 }));
    const embeddings = await create({ attempts: 3 });
    await expect(embeddings.embedDocuments(['a'])).rejects.toMatchObject({
      code: 'EMBEDDING_FAILED',
      details: { attempts: 3 },
    });
  });

  test.each([
    ['not a number', [[null, 1, 0]]],
    ['of another length than before', [[1, 2]]],
    ['too few', []],
  ])('vectors that are %s are refused', async (_, vectors) => {
    const embeddings = await create({ attempts: 2 });
    await embeddings.embedDocuments(['first']);
    script = [() => answer(vectors), () => answer(vectors)];
    await expect(embeddings.embedDocuments(['a'])).rejects.toMatchObject({ code: 'EMBEDDING_FAILED' });
  });

  test('requests keep to the rate', async () => {
    const embeddings = await create({ requestsPerMinute: 60, batchSize: 1, now: () => 1000 });
    await embeddings.embedDocuments(['a', 'b', 'c']);
    expect(waits).toEqual([1000, 2000]);
  });

  test('a query is embedded once', async () => {
    const embeddings = await create();
    await embeddings.embedQuery('what');
    await embeddings.embedQuery('what');
    expect(calls).toHaveLength(1);
  });
});

describe('the disk cache', () => {
  test('an interrupted run keeps what it embedded', async () => {
    script = [(call) => answer(call.input.map(vectorOf)), () => new Response('{}', { status: 401 })];
    const first = await create({ cacheFolder: folder });
    await expect(first.embedDocuments(['a', 'bb', 'ccc'])).rejects.toMatchObject({ code: 'EMBEDDING_FAILED' });
    await first.close();
    const second = await create({ cacheFolder: folder });
    expect(await second.embedDocuments(['a', 'bb', 'ccc'])).toEqual([vectorOf('a'), vectorOf('bb'), vectorOf('ccc')]);
    expect(calls.at(-1)?.input).toEqual(['ccc']);
    await second.close();
  });

  test('a record cut short by a crash is dropped, the others stay', async () => {
    const first = await create({ cacheFolder: folder });
    await first.embedDocuments(['a']);
    await first.close();
    const [name] = await readdir(folder);
    await appendFile(join(folder, name), Buffer.alloc(9, 1));
    const second = await create({ cacheFolder: folder });
    await second.embedDocuments(['a', 'bb']);
    await second.close();
    const third = await create({ cacheFolder: folder });
    await third.embedDocuments(['a', 'bb']);
    await third.close();
    expect(calls.map(({ input }) => input)).toEqual([['a'], ['bb']]);
  });

  test('another model has another cache', async () => {
    for (const model of ['one', 'two']) {
      const embeddings = await create({ cacheFolder: folder, model });
      await embeddings.embedDocuments(['a']);
      await embeddings.close();
    }
    expect(calls).toHaveLength(2);
  });
});
