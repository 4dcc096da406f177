import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildIndex } from '../src/knowledge/index/build-index.ts';
import { loadPack } from '../src/knowledge/packs/load-pack.ts';
import { projectRoot } from '../src/paths.ts';
import { syntheticPack } from './retrieval-products.ts';
import { vectorFigures } from './retrieval-vectors.ts';

export interface BenchRetrievalOptions {
  /** Folder of public data; without it, or without `retrieval/icecat` in it, made-up products are used. */
  data?: string;
  /** Also 200,000 products and vectors: minutes. */
  large?: boolean;
}

interface Probe {
  openMs: number;
  heldMb: number;
  rssMb: number;
  p50: number;
  p99: number;
}

const run = promisify(execFile);
const SMALL = 20_000;
const LARGE = 200_000;

/** Time and memory of hybrid retrieval beside the libraries one would reach for, each in a process of its own, and the HNSW graph's recall. */
export async function benchRetrieval({ data, large = false }: BenchRetrievalOptions): Promise<void> {
  const icecat = data === undefined ? undefined : join(data, 'retrieval', 'icecat');
  const source = icecat && existsSync(join(icecat, 'products.jsonl')) ? icecat : `synthetic:${SMALL}`;
  await benchEngines(source, ['ours', 'minisearch', 'fuzzy', 'orama']);
  if (large) await benchEngines(`synthetic:${LARGE}`, ['ours']);
  for (const count of large ? [SMALL, LARGE] : [SMALL]) {
    const { buildSeconds, recall10, perSecond, exactMs, memoryStoreMs } = await vectorFigures(count);
    console.log(
      `HNSW ${count} x 128: built in ${buildSeconds.toFixed(1)} s, recall@10 ${recall10.toFixed(4)}, ${perSecond.toFixed(0)} searches/s; exact scan ${exactMs.toFixed(2)} ms` +
        (memoryStoreMs === undefined ? '' : `, LangChain MemoryVectorStore ${memoryStoreMs.toFixed(1)} ms a search`),
    );
  }
}

async function benchEngines(source: string, engines: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-retrieval-'));
  try {
    const pack = source.startsWith('synthetic:')
      ? syntheticPack(Number(source.slice(10)))
      : await loadPack(join(source, 'products.jsonl'));
    const started = performance.now();
    await buildIndex(pack, { folder });
    console.log(
      `${pack.products.length} products (${pack.id}): indexed in ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
    for (const engine of engines) {
      const { openMs, heldMb, rssMb, p50, p99 } = await probe(engine, source, folder);
      console.log(
        `  ${engine.padEnd(11)} ${engine === 'ours' ? 'opened' : 'built '} in ${openMs.toFixed(0).padStart(6)} ms, holds ${heldMb.toFixed(0).padStart(4)} MB (process ${rssMb.toFixed(0)} MB), query p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function probe(engine: string, source: string, folder: string): Promise<Probe> {
  const script = join(projectRoot, 'bench', 'retrieval-probe.ts');
  const { stdout } = await run(process.execPath, ['--expose-gc', '--import', 'tsx', script, engine, source, folder], {
    cwd: projectRoot,
  });
  return JSON.parse(stdout) as Probe;
}
