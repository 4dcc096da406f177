import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { loadConfig } from '../config/load-config.ts';
import { isAppError, messageOf } from '../errors.ts';
import { configuredEmbedding } from '../knowledge/embeddings/configured-embedding.ts';
import { buildIndex } from '../knowledge/index/build-index.ts';
import { type OpenIndex, openIndex } from '../knowledge/index/open-index.ts';
import { localize } from '../knowledge/pack.ts';
import { findPack } from '../knowledge/packs/find-pack.ts';
import { loadPack } from '../knowledge/packs/load-pack.ts';
import { packIdOf } from '../knowledge/packs/pack-id.ts';
import { vocabularyOf } from '../knowledge/packs/vocabulary.ts';
import { FIT, type SearchResult } from '../knowledge/retriever.ts';
import { readFilters } from '../understanding/filters/read-filters.ts';
import { compileVocabulary } from '../understanding/filters/vocabulary-index.ts';
import { cleanText } from '../understanding/text/clean.ts';
import type { Filters, ReplyLanguage } from '../understanding/understanding.ts';

interface SearchOptions {
  pack?: string;
  top: string;
  explain?: boolean;
  json?: boolean;
  understand?: boolean;
  queries?: string;
}

async function search(query: string, options: SearchOptions): Promise<void> {
  const limit = Number.parseInt(options.top, 10);
  if (!(limit > 0)) throw new Error('--top must be a number above 0');
  const index = await open(options.pack);
  const read = options.understand ? filterReader(index) : () => ({});
  const run = async (text: string, lenient: boolean) => {
    const clean = cleanText(text).text;
    const language: ReplyLanguage = /\p{Script=Han}/u.test(clean) ? 'zh' : 'en';
    const filters = read(clean);
    const started = performance.now();
    const result = await index.retriever.search({
      text: clean,
      filters,
      inferred: ['category'],
      language,
      limit,
      lenient,
    });
    return { result, filters, language, ms: performance.now() - started };
  };
  if (options.queries === undefined) {
    if (query === '') throw new Error('Give a query, or --queries FILE');
    const { result, filters, language, ms } = await run(query, false);
    if (options.json) console.log(JSON.stringify(lineOf(query, result, filters, ms, options.explain)));
    else print(result, { filters, language, ms, explain: options.explain ?? false });
    return;
  }
  for await (const { id, text } of queriesOf(options.queries)) {
    const { result, filters, ms, language } = await run(text, true);
    if (options.json)
      console.log(
        JSON.stringify({ ...(id === undefined ? {} : { id }), ...lineOf(text, result, filters, ms, options.explain) }),
      );
    else {
      console.log(`\n# ${text}`);
      print(result, { filters, language, ms, explain: options.explain ?? false });
    }
  }
}

async function open(name: string | undefined): Promise<OpenIndex> {
  const config = loadConfig();
  const path = findPack(name ?? config.pack);
  const folder = join(config.dataDir, 'index', packIdOf(path));
  const embedding = await configuredEmbedding(config.embedding, { dataDir: config.dataDir });
  const onEmbeddingError = (error: unknown) => console.error(`${messageOf(error)}: searched by words alone`);
  try {
    return await openIndex(folder, { embedding, onEmbeddingError });
  } catch (error) {
    if (!isAppError(error, 'INDEX_DAMAGED')) throw error;
    console.error(`${error.message}: building it`);
    await buildIndex(await loadPack(path), { folder, embedding });
    return openIndex(folder, { embedding, onEmbeddingError });
  }
}

function filterReader({ pack }: OpenIndex): (text: string) => Filters {
  const vocabulary = compileVocabulary(vocabularyOf(pack));
  return (text) => readFilters(text, vocabulary).filters;
}

async function* queriesOf(file: string): AsyncGenerator<{ id?: string | number; text: string }> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === '') continue;
    const read = line.trimStart().startsWith('{') ? parseLine(line) : { query: line };
    if (typeof read?.query === 'string') yield { text: read.query, ...(read.id === undefined ? {} : { id: read.id }) };
    else console.error(`${file}:${number}: no query`);
  }
}

function parseLine(line: string): { query?: unknown; id?: string | number } | undefined {
  try {
    return JSON.parse(line) as { query?: unknown; id?: string | number };
  } catch {
    return undefined;
  }
}

const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

/** What `--json` prints of a query; `fits` counts the hits that may be offered. */
function lineOf(
  query: string,
  { hits, near, total, corrections, reading }: SearchResult,
  filters: Filters,
  ms: number,
  explain = false,
) {
  return {
    query,
    fits: hits.filter((hit) => hit.parts.fit >= FIT).length,
    total,
    hits: hits.map(({ product, score, parts }) => ({
      id: product.id,
      score: rounded(score),
      ...(explain
        ? {
            title: localize(product.name, 'en'),
            parts: Object.fromEntries(Object.entries(parts).map(([part, value]) => [part, rounded(value)])),
          }
        : {}),
    })),
    near: near.map(({ product, violates }) => ({ id: product.id, violates })),
    corrections,
    ...(explain ? { reading } : {}),
    filters,
    ms: rounded(ms),
  };
}

interface PrintOptions {
  filters: Filters;
  language: ReplyLanguage;
  ms: number;
  explain: boolean;
}

function print(
  { hits, near, total, corrections, reading }: SearchResult,
  { filters, language, ms, explain }: PrintOptions,
): void {
  if (Object.keys(filters).length > 0) console.log(`filters: ${JSON.stringify(filters)}`);
  for (const { word, as, weak } of explain ? reading : [])
    console.log(`${word}${weak ? ' (weak)' : ''}: ${as.join(', ') || 'unknown'}`);
  for (const [written, read] of corrections) console.log(`${written} read as ${read}`);
  hits.forEach(({ product, score, parts }, at) => {
    const price = product.price === null ? '' : `  ${product.price} ${product.currency}`;
    console.log(
      `${String(at + 1).padStart(3)}  ${score.toFixed(3)}  ${product.id}  ${localize(product.name, language)}${price}`,
    );
    if (explain)
      console.log(
        `       ${Object.entries(parts)
          .map(([part, value]) => `${part} ${value.toFixed(2)}`)
          .join('  ')}`,
      );
  });
  if (hits.length === 0) console.log('Nothing fits.');
  for (const { product, violates } of near)
    console.log(`near: ${product.id}  ${localize(product.name, language)}  (outside: ${violates.join(', ')})`);
  console.log(`${total} match, ${ms.toFixed(1)} ms`);
}

await new Command('search')
  .description('Search a pack as the bot does. Builds the index first when there is none.')
  .argument('[query...]', 'what a customer types')
  .option(
    '--pack <name|folder|file>',
    'a pack in knowledge/, a folder, or one product file (default: the setting PACK)',
  )
  .option('--top <n>', 'how many products', '10')
  .option('--explain', 'what each side scored and why')
  .option('--understand', 'read filters (price, brand, colour ...) from the text, as the bot does')
  .option(
    '--queries <file>',
    'many queries: a query a line, or JSONL with `query` and maybe `id`; ranks also what does not fit',
  )
  .option('--json', 'one line of JSON a query')
  .action(async (words: string[], options: SearchOptions) => {
    try {
      await search(words.join(' '), options);
    } catch (error) {
      console.error(messageOf(error));
      process.exitCode = 1;
    }
  })
  .parseAsync();
