import type { VectorTable } from '../vectors/vector-table.ts';
import type { PassageUnit } from './passage-units.ts';

/** What cosines of one embedding mean on one pack. */
export interface VectorScale {
  /** Cosine of a question and the wordings of an entry it does not ask for. */
  unrelated: number;
  /** Cosine of two wordings of one entry. */
  related: number;
  /** How much the embedding counts, against the built-in one on the packs that the weights were learnt on (1). */
  trust: number;
}

/** Where there is too little to measure. */
export const DEFAULT_SCALE: VectorScale = { unrelated: 0.1, related: 0.7, trust: 1 };

const QUESTIONS = 300;
const FEWEST = 20;
/** How often the built-in embedding alone finds the entry of a wording by another one, on the packs the weights were learnt on. */
const USUAL = 0.62;
const TRUST = { least: 0.25, most: 3 };

/** Asks the pack's own wordings of each other: how close those of one entry lie, those of others, and how often the right entry is closest. */
export function measureVectors(units: readonly PassageUnit[], vectors: VectorTable): VectorScale {
  const asked = [...units.keys()].filter((row) => units[row].kind === 'faq');
  const step = Math.max(1, Math.floor(asked.length / QUESTIONS));
  let related = 0;
  let unrelated = 0;
  let found = 0;
  let count = 0;
  for (let at = 0; at < asked.length; at += step) {
    const query = vectors.vector(asked[at]);
    const closest = new Map<string, number>();
    for (const row of asked) {
      // Translations are no test: only one of them is ever asked.
      if (row === asked[at] || units[row].language !== units[asked[at]].language) continue;
      const { id } = units[row];
      closest.set(id, Math.max(closest.get(id) ?? -1, dot(query, vectors.vector(row))));
    }
    const { id } = units[asked[at]];
    const own = closest.get(id);
    closest.delete(id);
    if (own === undefined || closest.size === 0) continue;
    const others = [...closest.values()];
    related += own;
    unrelated += others.reduce((sum, cosine) => sum + cosine, 0) / others.length;
    if (own > Math.max(...others)) found++;
    count++;
  }
  if (count < FEWEST || related <= unrelated) return DEFAULT_SCALE;
  const odds = (share: number) => (share + 0.02) / (1.02 - share);
  return {
    unrelated: unrelated / count,
    related: related / count,
    trust: Math.min(TRUST.most, Math.max(TRUST.least, Math.sqrt(odds(found / count) / odds(USUAL)))),
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
