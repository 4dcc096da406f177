import { findPack } from '../src/knowledge/packs/find-pack.ts';
import { loadPack } from '../src/knowledge/packs/load-pack.ts';
import { vocabularyOf } from '../src/knowledge/packs/vocabulary.ts';
import type { UnderstandingFigures } from './understanding.ts';
import { MESSAGES } from './understanding-messages.ts';

/** Run in a process of its own by `benchUnderstanding`: one JSON line of figures. */
const pack = await loadPack(findPack('shop'));
const vocabulary = vocabularyOf(pack);
const bare = settledMemory();

const started = performance.now();
const { createBuiltInUnderstander } = await import('../src/understanding/understander.ts');
const { understand } = createBuiltInUnderstander({ vocabulary, packIntents: pack.intents });
understand(MESSAGES[0]!);
understand(MESSAGES.at(-1)!);
const loadMs = performance.now() - started;

for (let round = 0; round < 30; round++) for (const message of MESSAGES) understand(message);
const memoryMb = (settledMemory() - bare) / 2 ** 20;

const times: number[] = [];
const measured = performance.now();
for (let round = 0; round < 100; round++)
  for (const message of MESSAGES) {
    const before = performance.now();
    understand(message);
    times.push(performance.now() - before);
  }
const seconds = (performance.now() - measured) / 1000;
times.sort((a, b) => a - b);

const figures: UnderstandingFigures = {
  products: vocabulary.products.length,
  messages: times.length,
  meanLength: Math.round(MESSAGES.reduce((sum, message) => sum + message.length, 0) / MESSAGES.length),
  p50Ms: at(0.5),
  p99Ms: at(0.99),
  perSecond: times.length / seconds,
  loadMs,
  memoryMb,
};
process.stdout.write(`${JSON.stringify(figures)}\n`);

function at(share: number): number {
  return times[Math.floor(times.length * share)]!;
}

/** Resident memory after two full collections: the second frees what the first finalised. */
function settledMemory(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().rss;
}
