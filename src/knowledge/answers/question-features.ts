import type { SparseVector } from '../../understanding/models/vector.ts';
import { analyze } from '../lexical/analyzer.ts';
import { hasHan } from '../lexical/fold.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';

/** Hashed features of a text with their weights: words, pairs, characters and what the lexicon knows. */
export type QuestionFeatures = ReadonlyMap<number, number>;

const BITS = 15;
/** How many features there are. */
export const FEATURES = 2 ** BITS;
/** What the lexicon knows of a question counts more than one of its words. */
const CONCEPT_WEIGHT = 1.4;
const CHARACTER_WEIGHT = 0.5;

export function questionFeatures(text: string, lexicon: Lexicon): QuestionFeatures {
  const weights = new Map<number, number>();
  const put = (feature: string, weight: number) => {
    const id = hash(feature);
    weights.set(id, Math.max(weights.get(id) ?? 0, weight));
  };
  const tokens = analyze(text);
  const terms = tokens.map((token) => token.forms[0]);
  terms.forEach((term, at) => {
    put(term, 1);
    put(`${terms[at - 1] ?? '^'} ${term}`, 0.8);
    if (hasHan(term)) return;
    const padded = `^${term}$`;
    for (let from = 0; from + 4 <= padded.length; from++) put(`#${padded.slice(from, from + 4)}`, CHARACTER_WEIGHT);
  });
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
    for (let size = 1; size <= 3; size++)
      for (let from = 0; from + size <= run.length; from++)
        put(`#${run.slice(from, from + size)}`, size === 1 ? CHARACTER_WEIGHT : 0.8);
  }
  for (const group of lexicon.groupsIn(terms)) put(`@${group}`, CONCEPT_WEIGHT);
  return weights;
}

/** The unit vector of features, each weighted by its idf. */
export function featureVector(features: QuestionFeatures, idf: Float32Array): SparseVector {
  const ids = Int32Array.from(features.keys()).sort();
  const values = Float32Array.from(ids, (id) => features.get(id)! * idf[id]);
  const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { ids, values: values.map((value) => value / norm) };
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> BITS)) & (FEATURES - 1);
}
