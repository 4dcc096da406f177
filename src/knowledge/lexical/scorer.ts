import { gramsOf, postingsOfGram } from './grams.ts';
import type { LexicalIndex } from './lexical-index.ts';
import type { Alternative, QueryPlan } from './query-plan.ts';

/** What one query gives each document; arrays by document number, valid until the next query. */
export interface LexicalScores {
  /** Documents that match at least one slot or enough trigrams. */
  touched: readonly number[];
  /** BM25F over the best the query could get, 0..1. */
  bm25: Float32Array;
  /** Share of the query's content (by idf) that the document has, 0..1. */
  coverage: Float32Array;
  /** The same of the part that names the goods; of all content where no part does. */
  asked: Float32Array;
  /** Share of the query's trigrams (by idf) that the title has, 0..1. */
  grams: Float32Array;
  /** Weight (idf) of each slot; of a word no document has, the highest. */
  slotWeights: number[];
}

export interface LexicalScorer {
  score(plan: QueryPlan, text: string): LexicalScores;
}

const WEAK_WEIGHT = 0.4;
/** A word no document has and that does not name the goods is mostly chat. */
const CHAT_WEIGHT = 0.4;
/** A trigram in more than this share of the titles says nothing and costs the most. */
const COMMON_GRAM = 0.25;

/** Scores queries against an index. Synchronous, with its working memory allocated once. */
export function createLexicalScorer(index: LexicalIndex): LexicalScorer {
  const size = index.documents;
  const bm25 = new Float32Array(size);
  const coverage = new Float32Array(size);
  const asked = new Float32Array(size);
  const grams = new Float32Array(size);
  const slotScore = new Float32Array(size);
  const slotCoverage = new Float32Array(size);
  const partSum = new Float32Array(size);
  const partCount = new Uint8Array(size);
  let touched: number[] = [];
  const seen = new Uint8Array(size);

  const touch = (document: number) => {
    if (seen[document] === 0) {
      seen[document] = 1;
      touched.push(document);
    }
  };

  const scoreTerm = (term: number, weight: number, inSlot: number[]) => {
    for (let at = index.offsets[term], end = index.offsets[term + 1]; at < end; at++) {
      const document = index.postings[at];
      const score = (weight * index.impacts[at]) / 255;
      if (slotScore[document] === 0) inSlot.push(document);
      if (score > slotScore[document]) slotScore[document] = score;
      if (weight > slotCoverage[document]) slotCoverage[document] = weight;
    }
  };

  const scorePhrase = ({ terms, weight, partial, of = terms.length }: Alternative, inSlot: number[]) => {
    const reached: number[] = [];
    for (const term of terms) {
      for (let at = index.offsets[term], end = index.offsets[term + 1]; at < end; at++) {
        const document = index.postings[at];
        if (partCount[document] === 0) reached.push(document);
        partCount[document]++;
        partSum[document] += index.impacts[at] / 255;
      }
    }
    for (const document of reached) {
      const share = partCount[document] / of;
      if (partial ? share >= 0.5 : share === 1) {
        const score = (weight * share * partSum[document]) / terms.length;
        if (slotScore[document] === 0) inSlot.push(document);
        if (score > slotScore[document]) slotScore[document] = score;
        if (weight * share > slotCoverage[document]) slotCoverage[document] = weight * share;
      }
      partCount[document] = 0;
      partSum[document] = 0;
    }
  };

  const scoreGrams = (text: string) => {
    let total = 0;
    const keys = gramsOf(text);
    for (const key of keys) {
      const postings = postingsOfGram(index.grams, key);
      const idf = Math.log(1 + size / (1 + postings.length));
      total += idf;
      if (postings.length > COMMON_GRAM * size && size > 1000) continue;
      for (let at = 0; at < postings.length; at++) {
        const document = postings[at];
        grams[document] += idf;
        touch(document);
      }
    }
    if (total > 0) for (const document of touched) grams[document] /= total;
  };

  return {
    score(plan, text) {
      for (const document of touched) {
        seen[document] = 0;
        bm25[document] = coverage[document] = asked[document] = grams[document] = 0;
      }
      touched = [];
      const slotWeights: number[] = [];
      let total = 0;
      let contentTotal = 0;
      let askedTotal = 0;
      const named = plan.slots.some((slot) => slot.asked);
      for (const slot of plan.slots) {
        const inSlot: number[] = [];
        for (const alternative of slot.alternatives) {
          if (alternative.terms.length === 1 && !alternative.partial)
            scoreTerm(alternative.terms[0], alternative.weight, inSlot);
          else scorePhrase(alternative, inSlot);
        }
        let frequency = 0;
        for (const document of inSlot) if (slotCoverage[document] >= 0.5) frequency++;
        const unknown = inSlot.length === 0 && !slot.head;
        const idf =
          Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5)) *
          (slot.weak ? WEAK_WEIGHT : unknown ? CHAT_WEIGHT : 1);
        slotWeights.push(idf);
        total += idf;
        if (!slot.weak) contentTotal += idf;
        const names = slot.asked || (!named && !slot.weak);
        if (names) askedTotal += idf;
        for (const document of inSlot) {
          bm25[document] += idf * slotScore[document];
          if (!slot.weak) coverage[document] += idf * slotCoverage[document];
          if (names) asked[document] += idf * slotCoverage[document];
          slotScore[document] = slotCoverage[document] = 0;
          touch(document);
        }
      }
      for (const document of touched) {
        if (total > 0) bm25[document] /= total;
        coverage[document] = contentTotal > 0 ? coverage[document] / contentTotal : 1;
        asked[document] = askedTotal > 0 ? asked[document] / askedTotal : 1;
      }
      scoreGrams(text);
      return { touched, bm25, coverage, asked, grams, slotWeights };
    },
  };
}
