import { stem } from '../../understanding/text/stem.ts';
import type { LexicalIndex } from './lexical-index.ts';
import { documentFrequency } from './lexical-index.ts';

/** Finds the indexed term an unknown word was meant to be. */
export interface Speller {
  /** For a word as written, best first; [] when nothing is near enough. Only words of letters are corrected, never numbers or model numbers. */
  suggest(word: string, limit?: number): SpellingCandidate[];
}

export interface SpellingCandidate {
  term: number;
  distance: number;
  /** Higher is likelier. */
  score: number;
}

const SHORTEST = 4;
/** Shorter stems are near to too much: "cofe" to "core". */
const SHORTEST_STEM = 5;
const LETTERS = /^[a-z]+$/;

/** What an edit costs against frequency (a logarithm); a letter doubled or not, and two that changed places, are the commonest slips. */
const EDIT = 4;
const COMMON_SLIP = 1.5;
const LETTER_LEFT_OUT = 0.75;

/**
 * A speller over an index's vocabulary: a letter mask rules most words out, Damerau-Levenshtein (restricted) decides, of the words as
 * they are written and of their stems.
 */
export function createSpeller(index: LexicalIndex): Speller {
  const words: { term: number; word: string; stemmed: boolean }[] = [];
  const put = (term: number, word: string, stemmed: boolean) => {
    if (word.length >= SHORTEST - 1 && LETTERS.test(word)) words.push({ term, word, stemmed });
  };
  for (let term = 0; term < index.vocabulary.length; term++) {
    put(term, index.vocabulary[term], true);
    put(term, index.surfaces[term], false);
    if (index.surfaces[term].endsWith('s')) put(term, index.surfaces[term].slice(0, -1), false);
  }
  const masks = Uint32Array.from(words, ({ word }) => maskOf(word));
  const lengths = Uint8Array.from(words, ({ word }) => Math.min(word.length, 255));

  return {
    suggest(written, limit = 3) {
      if (written.length < SHORTEST || !LETTERS.test(written)) return [];
      const found = new Map<number, SpellingCandidate>();
      const compare = (word: string, asStem: boolean) => {
        const farthest = word.length >= 8 ? 2 : 1;
        const mask = maskOf(word);
        for (let at = 0; at < words.length; at++) {
          if (Math.abs(lengths[at] - word.length) > farthest || bits(masks[at] ^ mask) > 2 * farthest) continue;
          const { term, word: other, stemmed } = words[at];
          if (stemmed !== asStem) continue;
          const distance = distanceOf(word, other, farthest);
          if (distance > farthest) continue;
          const sameStart = other[0] === word[0];
          if (!sameStart && (distance > 1 || word.length < 6)) continue;
          const score =
            Math.log(documentFrequency(index, term) + 1) -
            EDIT * distance +
            (isCommonSlip(word, other) ? COMMON_SLIP : other.length > word.length ? LETTER_LEFT_OUT : 0) -
            (sameStart ? 0 : 2) -
            (other.at(-1) === word.at(-1) ? 0 : 0.5);
          if (score > (found.get(term)?.score ?? Number.NEGATIVE_INFINITY)) found.set(term, { term, distance, score });
        }
      };
      compare(written, false);
      const stemmed = stem(written);
      if (stemmed.length >= SHORTEST_STEM) compare(stemmed, true);
      return [...found.values()].sort((a, b) => b.score - a.score).slice(0, limit);
    },
  };
}

function isCommonSlip(a: string, b: string): boolean {
  return onceEach(a) === onceEach(b) || (a.length === b.length && [...a].sort().join('') === [...b].sort().join(''));
}

const onceEach = (word: string) => word.replace(/(.)\1/g, '$1');

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
