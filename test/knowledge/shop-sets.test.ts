import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { topicsOf, wordingsOf } from '../../src/knowledge/answers/topics.ts';
import type { Pack } from '../../src/knowledge/pack.ts';
import { loadPack } from '../../src/knowledge/packs/load-pack.ts';

interface JudgedQuery {
  query: string;
  relevant: string[];
  nothing?: true;
}

interface JudgedQuestion {
  question: string;
  faq: string | null;
}

const here = new URL('.', import.meta.url);

async function readLines<T>(name: string): Promise<T[]> {
  const text = await readFile(new URL(name, here), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

describe.each(['en', 'zh'] as const)('the judged sets of the shop pack in %s', (language) => {
  let pack: Pack;
  beforeAll(async () => {
    pack = await loadPack(new URL('../../knowledge/shop', here).pathname);
  });

  test('judge queries by products the pack has, or say that nothing fits', async () => {
    const queries = await readLines<JudgedQuery>(`shop-queries.${language}.jsonl`);
    const ids = new Set(pack.products.map((product) => product.id));
    expect(queries.flatMap((query) => query.relevant).filter((id) => !ids.has(id))).toEqual([]);
    expect(queries.filter((query) => (query.relevant.length === 0) !== (query.nothing === true))).toEqual([]);
    expect(new Set(queries.map((query) => query.query)).size).toBe(queries.length);
    expect(queries.length).toBeGreaterThanOrEqual(150);
  });

  test('judge questions by FAQ entries the pack has, none of them copied from it', async () => {
    const questions = await readLines<JudgedQuestion>(`shop-faq.${language}.jsonl`);
    const ids = new Set(pack.faq.map((entry) => entry.id));
    const wordings = new Set(
      pack.faq.flatMap((entry) => [entry.question, ...entry.variants].map((each) => each[language])),
    );
    expect(questions.filter(({ faq }) => faq !== null && !ids.has(faq))).toEqual([]);
    expect(questions.filter(({ question }) => wordings.has(question))).toEqual([]);
    expect(questions.filter(({ faq }) => faq === null).length).toBeGreaterThanOrEqual(20);
    expect(questions.length).toBeGreaterThanOrEqual(170);
  });
});

const SETS = ['packs-faq', 'near-faq'].flatMap((set) => ['en', 'zh'].map((language) => [set, language]));

describe.each(SETS)('the questions of %s in %s', (set, language) => {
  test('are judged by entries of the packs, about half answered by none, and no shipped wording is one of them', async () => {
    const questions = await readLines<JudgedQuestion & { pack: string }>(`${set}.${language}.jsonl`);
    const known = new Set<string>();
    for (const name of new Set(questions.map(({ pack }) => pack))) {
      const pack = await loadPack(new URL(`../../knowledge/${name}`, here).pathname);
      for (const { id } of pack.faq) known.add(`${name} ${id}`);
    }
    expect(questions.filter(({ pack, faq }) => faq !== null && !known.has(`${pack} ${faq}`))).toEqual([]);
    expect(questions.filter(({ faq }) => faq === null).length / questions.length).toBeCloseTo(0.5, 1);
    const shipped = new Set(topicsOf('other').flatMap((topic) => wordingsOf(topic).map(({ heading }) => heading)));
    expect(questions.filter(({ question }) => shipped.has(question))).toEqual([]);
  });
});
