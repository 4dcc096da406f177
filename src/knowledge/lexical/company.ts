import type { LexicalIndex } from './lexical-index.ts';

/** Which words of a collection stand together. */
export interface Company {
  /** Whether a title has one term right before the other. */
  adjacent(left: number, right: number): boolean;
  /** How many documents have a term and one of the others. */
  shared(term: number, others: readonly number[]): number;
}

/** Reads an index; its working memory is allocated once. */
export function createCompany(index: LexicalIndex): Company {
  const { offsets, postings, titleOffsets, titleTerms } = index;
  const mask = new Uint8Array(index.documents);

  const mark = (terms: readonly number[], value: 0 | 1) => {
    for (const term of terms) for (let at = offsets[term]; at < offsets[term + 1]; at++) mask[postings[at]] = value;
  };

  return {
    adjacent(left, right) {
      for (let i = offsets[left], j = offsets[right]; i < offsets[left + 1] && j < offsets[right + 1]; ) {
        const document = postings[i];
        if (document < postings[j]) i++;
        else if (document > postings[j]) j++;
        else {
          for (let at = titleOffsets[document]; at + 1 < titleOffsets[document + 1]; at++)
            if (titleTerms[at] === left && titleTerms[at + 1] === right) return true;
          i++;
          j++;
        }
      }
      return false;
    },
    shared(term, others) {
      mark(others, 1);
      let count = 0;
      for (let at = offsets[term]; at < offsets[term + 1]; at++) count += mask[postings[at]];
      mark(others, 0);
      return count;
    },
  };
}
