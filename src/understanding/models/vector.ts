import { extractFeatures, type FeatureScheme } from './features.ts';

/** A sparse vector: ascending ids and their values. */
export interface SparseVector {
  ids: Int32Array;
  values: Float32Array;
}

const IDF_STEP = 0.05;

/** Turns a text into a vector: sublinear term frequency times inverse document frequency, each block of length 1. */
export interface Vectorizer {
  scheme: FeatureScheme;
  /** Inverse document frequency by feature id, in steps of IDF_STEP. */
  idf: Uint8Array;
  /** Weight of the block of characters beside that of words. */
  characterWeight: number;
}

/** Learns document frequencies from `texts`. */
export function fitVectorizer(texts: string[], scheme: FeatureScheme, characterWeight = 1): Vectorizer {
  const frequency = new Float32Array(2 ** scheme.bits);
  for (const text of texts) {
    const { words, characters, pairs } = extractFeatures(text, scheme);
    for (const block of [words.sort(), characters.sort(), pairs.sort()]) {
      for (let i = 0; i < block.length; i++) if (i === 0 || block[i] !== block[i - 1]) frequency[block[i]]++;
    }
  }
  const idf = Uint8Array.from(frequency, (count) => (Math.log((1 + texts.length) / (1 + count)) + 1) / IDF_STEP);
  return { scheme, idf, characterWeight };
}

/** The vector of one text. Words and characters may share an id, which then stands twice. */
export function vectorize(text: string, vectorizer: Vectorizer): SparseVector {
  const { words, characters, pairs } = extractFeatures(text, vectorizer.scheme);
  const ids = new Int32Array(words.length + characters.length + pairs.length);
  const values = new Float32Array(ids.length);
  let end = fillBlock(words.sort(), vectorizer.idf, 1, ids, values, 0);
  end = fillBlock(characters.sort(), vectorizer.idf, vectorizer.characterWeight, ids, values, end);
  end = fillBlock(pairs.sort(), vectorizer.idf, 1, ids, values, end);
  return { ids: ids.subarray(0, end), values: values.subarray(0, end) };
}

function fillBlock(
  sorted: Int32Array,
  idf: Uint8Array,
  weight: number,
  ids: Int32Array,
  values: Float32Array,
  from: number,
): number {
  let end = from;
  let squares = 0;
  for (let i = 0; i < sorted.length; ) {
    let next = i + 1;
    while (next < sorted.length && sorted[next] === sorted[i]) next++;
    const value = (1 + Math.log(next - i)) * idf[sorted[i]] * IDF_STEP;
    ids[end] = sorted[i];
    values[end++] = value;
    squares += value * value;
    i = next;
  }
  const scale = squares > 0 ? weight / Math.sqrt(squares) : 0;
  for (let i = from; i < end; i++) values[i] *= scale;
  return end;
}
