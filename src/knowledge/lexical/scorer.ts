import { gramsOf, postingsOfGram } from './grams.ts';
import type { LexicalIndex } from './lexical-index.ts';
import type { Alternative, QueryPlan } from './query-plan.ts';

/** What one query gives each document; arrays by document number, valid until the next query. */
export interface LexicalScores {
  /** Documents that match at least one slot or enough trigrams. */
  touched: Uint32Array;
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
/** What the goods are for counts like a word of this share of the documents. */
const MET_SHARE = 0.01;
/** A trigram in more than this share of the titles says nothing and costs the most. */
const COMMON_GRAM = 0.25;
/** Documents with every word of a query from which trigrams are not looked at. */
const ENOUGH_WHOLE = 500;

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
  const seen = new Uint8Array(size);
  const touched = new Uint32Array(size);
  let touchedCount = 0;
  const inSlot = new Uint32Array(size);
  let inSlotCount = 0;
  const reached = new Uint32Array(size);

  const touch = (document: number) => {
    if (seen[document] === 0) {
      seen[document] = 1;
      touched[touchedCount++] = document;
    }
  };

  const credit = (document: number, score: number, weight: number) => {
    if (slotScore[document] === 0) inSlot[inSlotCount++] = document;
    if (score > slotScore[document]) slotScore[document] = score;
    if (weight > slotCoverage[document]) slotCoverage[document] = weight;
  };

  const scoreTerm = (term: number, weight: number) => {
    for (let at = index.offsets[term], end = index.offsets[term + 1]; at < end; at++) {
      credit(index.postings[at], (weight * index.impacts[at]) / 255, weight);
    }
  };

  const scorePhrase = ({ terms, weight, partial, of = terms.length }: Alternative) => {
    let count = 0;
    for (const term of terms) {
      for (let at = index.offsets[term], end = index.offsets[term + 1]; at < end; at++) {
        const document = index.postings[at];
        if (partCount[document] === 0) reached[count++] = document;
        partCount[document]++;
        partSum[document] += index.impacts[at] / 255;
      }
    }
    for (let at = 0; at < count; at++) {
      const document = reached[at];
      const share = partCount[document] / of;
      if (partial ? share >= 0.5 : share === 1)
        credit(document, (weight * share * partSum[document]) / terms.length, weight * share);
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
    if (total > 0) for (let at = 0; at < touchedCount; at++) grams[touched[at]] /= total;
  };

  return {
    score(plan, text) {
      for (let at = 0; at < touchedCount; at++) {
        const document = touched[at];
        seen[document] = 0;
        bm25[document] = coverage[document] = asked[document] = grams[document] = 0;
      }
      touchedCount = 0;
      const slotWeights: number[] = [];
      let total = 0;
      let contentTotal = 0;
      let askedTotal = 0;
      const named = plan.slots.some((slot) => slot.asked);
      for (const slot of plan.slots) {
        inSlotCount = 0;
        for (const alternative of slot.alternatives) {
          if (alternative.terms.length === 1 && !alternative.partial)
            scoreTerm(alternative.terms[0], alternative.weight);
          else scorePhrase(alternative);
        }
        let frequency = 0;
        for (let at = 0; at < inSlotCount; at++) if (slotCoverage[inSlot[at]] >= 0.5) frequency++;
        const unknown = inSlotCount === 0 && !slot.head;
        if (slot.met) frequency = Math.min(frequency, MET_SHARE * size);
        const idf =
          Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5)) *
          (slot.weak ? WEAK_WEIGHT : unknown ? CHAT_WEIGHT : 1);
        slotWeights.push(idf);
        total += idf;
        if (!slot.weak) contentTotal += idf;
        const names = slot.asked || (!named && !slot.weak);
        if (names) askedTotal += idf;
        for (let at = 0; at < inSlotCount; at++) {
          const document = inSlot[at];
          bm25[document] += idf * slotScore[document];
          if (!slot.weak) coverage[document] += idf * slotCoverage[document];
          if (names) asked[document] += idf * slotCoverage[document];
          slotScore[document] = slotCoverage[document] = 0;
          touch(document);
        }
      }
      let whole = 0;
      for (let at = 0; at < touchedCount; at++) {
        const document = touched[at];
        if (total > 0) bm25[document] /= total;
        coverage[document] = contentTotal > 0 ? coverage[document] / contentTotal : 1;
        asked[document] = askedTotal > 0 ? asked[document] / askedTotal : 1;
        if (coverage[document] > 0.99) whole++;
      }
      // Trigrams help where words did not match; where plenty of documents have every word they change nothing.
      if (whole < ENOUGH_WHOLE) scoreGrams(text);
      return { touched: touched.subarray(0, touchedCount), bm25, coverage, asked, grams, slotWeights };
    },
  };
}
