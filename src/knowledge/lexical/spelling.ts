import type { LexicalIndex } from './lexical-index.ts';
import { documentFrequency } from './lexical-index.ts';

/** Finds the indexed term an unknown word was meant to be. */
export interface Speller {
  /** Best first; [] when nothing is near enough. Only words of letters are corrected, never numbers or model numbers. */
  suggest(word: string, limit?: number): SpellingCandidate[];
}

export interface SpellingCandidate {
  term: number;
  distance: number;
  /** Higher is likelier. */
  score: number;
}

const SHORTEST = 4;
const LETTERS = /^[a-z]+$/;

/** A speller over an index's vocabulary: a letter mask rules most words out, Damerau-Levenshtein (restricted) decides. */
export function createSpeller(index: LexicalIndex): Speller {
  const words: { term: number; word: string }[] = [];
  for (let term = 0; term < index.vocabulary.length; term++) {
    const word = index.vocabulary[term];
    if (word.length >= SHORTEST - 1 && LETTERS.test(word)) words.push({ term, word });
  }
  const masks = Uint32Array.from(words, ({ word }) => maskOf(word));
  const lengths = Uint8Array.from(words, ({ word }) => Math.min(word.length, 255));

  return {
    suggest(word, limit = 3) {
      if (word.length < SHORTEST || !LETTERS.test(word)) return [];
      const farthest = word.length >= 8 ? 2 : 1;
      const mask = maskOf(word);
      const found: SpellingCandidate[] = [];
      for (let at = 0; at < words.length; at++) {
        if (Math.abs(lengths[at] - word.length) > farthest || bits(masks[at] ^ mask) > 2 * farthest) continue;
        const distance = distanceOf(word, words[at].word, farthest);
        if (distance > farthest) continue;
        const frequency = documentFrequency(index, words[at].term);
        const sameStart = words[at].word[0] === word[0];
        if (!sameStart && (distance > 1 || word.length < 6)) continue;
        const score =
          Math.log(frequency + 1) -
          4 * distance -
          (sameStart ? 0 : 2) -
          (words[at].word.at(-1) === word.at(-1) ? 0 : 0.5);
        found.push({ term: words[at].term, distance, score });
      }
      return found.sort((a, b) => b.score - a.score).slice(0, limit);
    },
  };
}

function maskOf(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) - 97);
  return mask >>> 0;
}

function bits(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count++;
  return count;
}

/** Edits (insert, delete, replace, swap of neighbours) from a to b; more than `limit` is reported as `limit + 1`. */
export function distanceOf(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = new Array<number>(b.length + 1).fill(0);
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  let current = new Array<number>(b.length + 1).fill(0);
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [before, previous, current] = [previous, current, before];
  }
  return Math.min(previous[b.length], limit + 1);
}
