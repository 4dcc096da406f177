import { analyze } from './analyzer.ts';
import { buildGrams, type GramPostings } from './grams.ts';
import { createGrowingArray } from './growing.ts';

/** How much a field counts (BM25F weight) and how strongly its length is evened out (b, 0..1). */
export interface FieldSpec {
  name: string;
  weight: number;
  b: number;
}

/** Postings of a collection, all in typed arrays so that they load without parsing. */
export interface LexicalIndex {
  documents: number;
  /** Terms by id; ids below `vocabulary.length`. */
  vocabulary: readonly string[];
  termIds: ReadonlyMap<string, number>;
  /** How each term was first written, to show a correction. */
  surfaces: readonly string[];
  /** Postings of term t: entries offsets[t] .. offsets[t + 1] of `postings` and `impacts`. */
  offsets: Uint32Array;
  postings: Uint32Array;
  /** BM25F's saturated term frequency wtf / (k1 + wtf), times 255. */
  impacts: Uint8Array;
  /** Main terms of document d's first field, in order: titleTerms[titleOffsets[d] .. titleOffsets[d + 1]]. */
  titleOffsets: Uint32Array;
  titleTerms: Uint32Array;
  grams: GramPostings;
}

export interface LexicalSettings {
  fields: readonly FieldSpec[];
  k1: number;
}

/**
 * Builds a BM25F index (Robertson et al., Simple BM25 extension to multiple weighted fields, 2004) over documents given as one
 * text a field, in the order of `settings.fields`.
 */
export function buildLexicalIndex(documents: Iterable<readonly string[]>, settings: LexicalSettings): LexicalIndex {
  const termIds = new Map<string, number>();
  const vocabulary: string[] = [];
  const surfaces: string[] = [];
  const idOf = (term: string, surface: string): number => {
    let id = termIds.get(term);
    if (id === undefined) {
      id = vocabulary.length;
      termIds.set(term, id);
      vocabulary.push(term);
      surfaces.push(surface);
    }
    return id;
  };
  const { fields } = settings;
  // A flat log of the collection: for each document and field its number of entries, then (term, frequency) pairs.
  const log = createGrowingArray(1 << 16);
  const lengths = createGrowingArray();
  const titleTerms = createGrowingArray();
  const titleOffsets = createGrowingArray();
  const titles: string[] = [];
  let count = 0;
  for (const document of documents) {
    titleOffsets.push(titleTerms.length);
    for (let field = 0; field < fields.length; field++) {
      const frequencies = new Map<number, number>();
      const tokens = analyze(document[field] ?? '');
      for (const token of tokens) {
        for (const form of token.forms) {
          const id = idOf(form, form === token.forms[0] ? token.surface : form);
          frequencies.set(id, (frequencies.get(id) ?? 0) + 1);
        }
        if (field === 0) titleTerms.push(idOf(token.forms[0], token.surface));
      }
      lengths.push(tokens.length);
      log.push(frequencies.size);
      for (const [id, frequency] of frequencies) {
        log.push(id);
        log.push(frequency);
      }
    }
    titles.push(document[0] ?? '');
    count++;
  }
  titleOffsets.push(titleTerms.length);
  const grams = buildGrams(titles);
  return {
    documents: count,
    vocabulary,
    termIds,
    surfaces,
    ...postingsOf(log.view(), lengths.view(), count, vocabulary.length, settings),
    titleOffsets: titleOffsets.toArray(),
    titleTerms: titleTerms.toArray(),
    grams,
  };
}

function postingsOf(
  log: Uint32Array,
  lengths: Uint32Array,
  documents: number,
  terms: number,
  { fields, k1 }: LexicalSettings,
): Pick<LexicalIndex, 'offsets' | 'postings' | 'impacts'> {
  const means = fields.map((_, field) => {
    let sum = 0;
    for (let document = 0; document < documents; document++) sum += lengths[document * fields.length + field];
    return Math.max(sum / Math.max(documents, 1), 1e-9);
  });
  const weights = new Float64Array(terms);
  const forEachDocument = (visit: (document: number, touched: readonly number[]) => void) => {
    let at = 0;
    for (let document = 0; document < documents; document++) {
      const touched: number[] = [];
      for (let field = 0; field < fields.length; field++) {
        const { weight, b } = fields[field];
        const length = lengths[document * fields.length + field];
        const scale = weight / (1 - b + (b * length) / means[field]);
        for (let left = log[at++]; left > 0; left--, at += 2) {
          const term = log[at];
          if (weights[term] === 0) touched.push(term);
          weights[term] += scale * log[at + 1];
        }
      }
      visit(document, touched);
      for (const term of touched) weights[term] = 0;
    }
  };
  const offsets = new Uint32Array(terms + 1);
  forEachDocument((_, touched) => {
    for (const term of touched) offsets[term + 1]++;
  });
  for (let term = 0; term < terms; term++) offsets[term + 1] += offsets[term];
  const next = offsets.slice(0, terms);
  const postings = new Uint32Array(offsets[terms]);
  const impacts = new Uint8Array(offsets[terms]);
  forEachDocument((document, touched) => {
    for (const term of touched) {
      const at = next[term]++;
      postings[at] = document;
      impacts[at] = Math.max(1, Math.round((255 * weights[term]) / (k1 + weights[term])));
    }
  });
  return { offsets, postings, impacts };
}

/** How many documents hold a term. */
export function documentFrequency(index: LexicalIndex, term: number): number {
  return index.offsets[term + 1] - index.offsets[term];
}
