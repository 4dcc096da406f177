import type { LexicalIndex } from '../lexical/lexical-index.ts';
import type { QueryPlan } from '../lexical/query-plan.ts';

/** Tells goods from their accessories: in "keyboard cover" and "notebook case" the word asked for names something else. */
export interface HeadNouns {
  /** How much a title is about the last word of a query: 1 = it is the goods, 0 = it only describes others or is not there. */
  score(plan: QueryPlan): (document: number) => number;
}

/** An English word that often ends the naming part of titles, before a number or the end, is what the goods are. */
const SHARPNESS = 1.3;

/**
 * Learns from an index's titles which words name goods. Chinese needs no learning: there an accessory's name is another word
 * (手机壳 beside 手机). `isTrait` tells colours and materials, which end titles as well.
 */
export function createHeadNouns(index: LexicalIndex, isTrait: (term: string) => boolean): HeadNouns {
  const { titleTerms, titleOffsets, vocabulary } = index;
  const alphabetic = Uint8Array.from(vocabulary, (term) => (/^[a-z]+$/.test(term) ? 1 : 0));
  const seen = new Float32Array(vocabulary.length);
  const ending = new Float32Array(vocabulary.length);
  for (let document = 0; document < index.documents; document++) {
    for (let at = titleOffsets[document], end = titleOffsets[document + 1]; at < end; at++) {
      seen[titleTerms[at]]++;
      if (at + 1 === end || alphabetic[titleTerms[at + 1]] === 0) ending[titleTerms[at]]++;
    }
  }
  const naming = (term: number) =>
    alphabetic[term] === 1 && !isTrait(vocabulary[term]) ? (ending[term] + 0.5) / (seen[term] + 2) : 0;

  return {
    score(plan) {
      const asked = new Set(plan.slots.flatMap((slot) => slot.alternatives.flatMap(({ terms }) => terms)));
      const heads = new Map<number, number>();
      for (const { terms, weight } of plan.slots.findLast((slot) => !slot.weak)?.alternatives ?? []) {
        const head = terms[terms.length - 1];
        heads.set(head, Math.max(heads.get(head) ?? 0, weight));
      }
      return (document) => {
        let best = 0;
        const start = titleOffsets[document];
        for (let at = start, end = titleOffsets[document + 1]; at < end; at++) {
          const weight = heads.get(titleTerms[at]);
          if (weight === undefined) continue;
          const next = at + 1 < end ? titleTerms[at + 1] : titleTerms[start];
          // Titles that repeat themselves start again with their first word.
          const describes = asked.has(next) || next === titleTerms[start] ? 0 : Math.min(1, SHARPNESS * naming(next));
          best = Math.max(best, weight * (1 - describes));
        }
        return best;
      };
    },
  };
}
