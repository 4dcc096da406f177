import { fold, hasHan } from './fold.ts';
import { createGrowingArray } from './growing.ts';

/** Which documents' titles hold a character trigram: documents of keys[i] are postings[offsets[i] .. offsets[i + 1]]. */
export interface GramPostings {
  /** Hashes of the trigrams, ascending. */
  keys: Uint32Array;
  offsets: Uint32Array;
  postings: Uint32Array;
  /** Number of distinct trigrams of each title. */
  sizes: Uint16Array;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Hashes of the trigrams of a text's words, each word padded at both ends; Chinese has none (its characters are terms). */
export function gramsOf(text: string): Set<number> {
  const grams = new Set<number>();
  for (const [word] of fold(text).matchAll(WORD)) {
    if (hasHan(word)) continue;
    const padded = ` ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) {
      grams.add(
        ((padded.charCodeAt(at) * 0x9e3779b1) ^
          (padded.charCodeAt(at + 1) * 0x85ebca6b) ^
          (padded.charCodeAt(at + 2) * 0xc2b2ae35)) >>>
          0,
      );
    }
  }
  return grams;
}

/** The trigram postings of titles. */
export function buildGrams(titles: readonly string[]): GramPostings {
  const ids = new Map<number, number>();
  const pairs = createGrowingArray(1 << 14);
  const sizes = new Uint16Array(titles.length);
  const counts = createGrowingArray();
  for (let title = 0; title < titles.length; title++) {
    const grams = gramsOf(titles[title]);
    sizes[title] = Math.min(grams.size, 0xffff);
    counts.push(grams.size);
    for (const gram of grams) {
      let id = ids.get(gram);
      if (id === undefined) {
        id = ids.size;
        ids.set(gram, id);
      }
      pairs.push(id);
    }
  }
  const sorted = Uint32Array.from(ids.keys()).sort();
  const rank = new Uint32Array(ids.size);
  for (let at = 0; at < sorted.length; at++) rank[ids.get(sorted[at])!] = at;
  const flat = pairs.view();
  const offsets = new Uint32Array(ids.size + 1);
  for (const id of flat) offsets[rank[id] + 1]++;
  for (let at = 0; at < ids.size; at++) offsets[at + 1] += offsets[at];
  const next = offsets.slice(0, ids.size);
  const postings = new Uint32Array(flat.length);
  const perTitle = counts.view();
  let at = 0;
  for (let title = 0; title < titles.length; title++) {
    for (const end = at + perTitle[title]; at < end; at++) postings[next[rank[flat[at]]]++] = title;
  }
  return { keys: sorted, offsets, postings, sizes };
}

/** The postings of a trigram, empty when no title has it. */
export function postingsOfGram(grams: GramPostings, key: number): Uint32Array {
  let low = 0;
  let high = grams.keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (grams.keys[middle] === key) return grams.postings.subarray(grams.offsets[middle], grams.offsets[middle + 1]);
    if (grams.keys[middle] < key) low = middle + 1;
    else high = middle - 1;
  }
  return grams.postings.subarray(0, 0);
}
