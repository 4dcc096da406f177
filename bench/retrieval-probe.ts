import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Engine,
  fuzzyMiniSearchEngine,
  miniSearchEngine,
  oramaEngine,
  rowsOf,
} from '../src/knowledge/evaluation/engines.ts';
import { openIndex } from '../src/knowledge/index/open-index.ts';
import { loadPack } from '../src/knowledge/packs/load-pack.ts';
import { quantile } from './quantile.ts';
import { syntheticPack, syntheticQueries } from './retrieval-products.ts';

/** What one engine costs in a process of its own: `node --expose-gc retrieval-probe.ts ENGINE SOURCE [INDEX]`. Prints one JSON. */
const [engineName, source, indexFolder] = process.argv.slice(2);
const ROUNDS = 8;

const memoryMb = () => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
};

async function open(): Promise<{ engine: Engine; openMs: number; heldMb: number }> {
  if (engineName === 'ours') {
    const before = memoryMb();
    const started = performance.now();
    const { retriever } = await openIndex(indexFolder);
    const openMs = performance.now() - started;
    const engine: Engine = {
      name: 'ours',
      search: async (text, limit) =>
        (await retriever.search({ text, language: 'en', limit })).hits.map(({ product }) => product.id),
    };
    await engine.search('wireless mouse', 10);
    return { engine, openMs, heldMb: memoryMb() - before };
  }
  const rows = rowsOf(
    source.startsWith('synthetic:')
      ? syntheticPack(Number(source.slice(10)))
      : await loadPack(join(source, 'products.jsonl')),
  );
  const before = memoryMb();
  const started = performance.now();
  const engine =
    engineName === 'minisearch'
      ? await miniSearchEngine(rows)
      : engineName === 'fuzzy'
        ? await fuzzyMiniSearchEngine(rows)
        : await oramaEngine(rows);
  return { engine, openMs: performance.now() - started, heldMb: memoryMb() - before };
}

function queries(): string[] {
  const file = join(source, 'queries-dev.jsonl');
  if (!existsSync(file)) return syntheticQueries(60);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { query: string }).query);
}

const { engine, openMs, heldMb } = await open();
const texts = queries();
for (const text of texts) await engine.search(text, 10);
const times: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  for (const text of texts) {
    const started = performance.now();
    await engine.search(text, 10);
    times.push(performance.now() - started);
  }
}
console.log(
  JSON.stringify({ openMs, heldMb, rssMb: memoryMb(), p50: quantile(times, 0.5), p99: quantile(times, 0.99) }),
);
