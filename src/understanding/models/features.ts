import { stem } from '../text/stem.ts';
import { characterKind, DIGIT, HAN, LETTER, SPACE, tokenEnd } from './tokens.ts';

/** Which n-grams of a text become features. A longest run of 0 switches a kind off. */
export interface FeatureScheme {
  /** Longest run of words; numbers and marks count as words. */
  words: number;
  /** Shortest and longest run of characters inside a Latin (or alike) word with its edges. */
  characters: [shortest: number, longest: number];
  /** Longest run of Chinese characters. */
  han: number;
  /** Two words at most so many places apart, in either order, are a feature too; 0 or 1 for none. */
  pairs: number;
  /** Whether the text's start and end count as words of their own, in runs and pairs: "what", alone, is unlike "what is it". */
  edges?: boolean;
  /** Whether English words count as their stem; their characters are left as they are. */
  stems: boolean;
  /** Feature ids lie in 0 .. 2^bits - 1. */
  bits: number;
  /** Characters read; what lies beyond is ignored, so that cost is bounded. */
  maxLength: number;
}

/** Hashed n-grams in three blocks, each repeated as often as it occurs, unsorted. */
export interface Features {
  words: Int32Array;
  characters: Int32Array;
  pairs: Int32Array;
}

const WORD_SEED = 0x811c9dc5;
const CHARACTER_SEED = 0x2545f491;
const PAIR_SEED = 0x1b873593;
const PRIME = 0x01000193;
const LONGEST_STEMMED = 30;
const EDGE = 0x1f;
const TEXT_START = 0x1234567;
const TEXT_END = 0x7654321;

let wordBuffer = new Int32Array(1 << 12);
let pairBuffer = new Int32Array(1 << 12);
let characterBuffer = new Int32Array(1 << 14);
let tokenHashes = new Int32Array(1 << 10);
let tokenKinds = new Uint8Array(1 << 10);

/** The n-grams of `text`, lower-cased. The arrays are views that the next call overwrites. */
export function extractFeatures(text: string, scheme: FeatureScheme): Features {
  const lower = (text.length > scheme.maxLength ? text.slice(0, scheme.maxLength) : text).toLowerCase();
  reserve(lower.length + 2, scheme);
  const mask = 2 ** scheme.bits - 1;
  const [shortest, longest] = scheme.characters;
  let tokens = 0;
  let characters = 0;
  const addEdge = (hash: number) => {
    tokenHashes[tokens] = hash;
    tokenKinds[tokens++] = LETTER;
  };

  if (scheme.edges) addEdge(TEXT_START);
  for (let at = 0; at < lower.length; ) {
    const kind = characterKind(lower.charCodeAt(at));
    if (kind === SPACE) {
      at++;
      continue;
    }
    const end = tokenEnd(lower, at);
    let hash = WORD_SEED;
    // Every number of as many digits is one feature: amounts and dates differ, their meaning does not.
    if (kind === LETTER && scheme.stems && end - at <= LONGEST_STEMMED) {
      const word = stem(lower.slice(at, end));
      for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
    } else {
      for (let i = at; i < end; i++) hash = Math.imul(hash ^ (kind === DIGIT ? 48 : lower.charCodeAt(i)), PRIME);
    }
    tokenHashes[tokens] = hash;
    tokenKinds[tokens++] = kind;

    if (kind === LETTER && longest > 0) {
      for (let start = at - 1; start < end; start++) {
        let run = CHARACTER_SEED;
        const last = Math.min(end, start + longest - 1);
        for (let i = start; i <= last; i++) {
          run = Math.imul(run ^ (i < at || i === end ? EDGE : lower.charCodeAt(i)), PRIME);
          if (i - start + 1 >= shortest) characterBuffer[characters++] = mix(run) & mask;
        }
      }
    }
    at = end;
  }
  if (scheme.edges) addEdge(TEXT_END);
  return {
    words: wordBuffer.subarray(0, joinTokens(tokens, scheme, mask)),
    characters: characterBuffer.subarray(0, characters),
    pairs: pairBuffer.subarray(0, pairTokens(tokens, scheme.pairs, mask)),
  };
}

/** Runs of tokens: up to `scheme.han` Chinese characters, up to `scheme.words` others. */
function joinTokens(tokens: number, scheme: FeatureScheme, mask: number): number {
  let count = 0;
  for (let start = 0; start < tokens; start++) {
    let run = WORD_SEED;
    const longest = Math.max(tokenKinds[start] === HAN ? scheme.han : scheme.words, 0);
    for (let i = start; i < Math.min(tokens, start + longest); i++) {
      run = Math.imul(run ^ tokenHashes[i], PRIME);
      run = Math.imul(run ^ (run >>> 13), 0x5bd1e995);
      wordBuffer[count++] = mix(run) & mask;
    }
  }
  return count;
}

/** Pairs of tokens up to `reach` places apart, in either order. */
function pairTokens(tokens: number, reach: number, mask: number): number {
  let count = 0;
  for (let start = 0; start < tokens; start++) {
    for (let i = start + 1; i < Math.min(tokens, start + 1 + reach); i++) {
      pairBuffer[count++] = mix(tokenHashes[start] + tokenHashes[i] + PAIR_SEED) & mask;
    }
  }
  return count;
}

function reserve(length: number, scheme: FeatureScheme): void {
  const runs = length * Math.max(scheme.words, scheme.han, 1);
  if (wordBuffer.length < runs) wordBuffer = new Int32Array(runs * 2);
  if (pairBuffer.length < length * scheme.pairs) pairBuffer = new Int32Array(length * scheme.pairs * 2);
  const pieces = (length * 2 + 2) * Math.max(scheme.characters[1], 1);
  if (characterBuffer.length < pieces) characterBuffer = new Int32Array(pieces * 2);
  if (tokenHashes.length < length) {
    tokenHashes = new Int32Array(length * 2);
    tokenKinds = new Uint8Array(length * 2);
  }
}

function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
