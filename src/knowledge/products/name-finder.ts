import { analyze } from '../lexical/analyzer.ts';
import { documentFrequency, type LexicalIndex } from '../lexical/lexical-index.ts';
import { isStopWord } from '../lexical/stop-words.ts';

/** Finds products that a text names: "compare the Aura X2 with the Nova 5". */
export interface NameFinder {
  /** Document numbers, best named first. */
  find(text: string, limit: number): number[];
}

/** A word of more titles than this share (and than FEW) tells no product from another. */
const NAME_SHARE = 0.02;
const FEW = 4;
/** A product named less than this share as well as the best one is not meant. */
const CLOSE = 0.5;

/** Names are the rare words of titles; words that stand side by side there and in the text count more. */
export function createNameFinder(index: LexicalIndex): NameFinder {
  const { titleTerms, titleOffsets } = index;
  const rare = Math.max(FEW, NAME_SHARE * index.documents);
  const weightOf = (term: number) => Math.log(1 + index.documents / documentFrequency(index, term));

  return {
    find(text, limit) {
      const asked = analyze(text)
        .filter(({ surface }) => !isStopWord(surface))
        .flatMap(({ forms }) => forms)
        .map((form) => index.termIds.get(form))
        .filter((term) => term !== undefined);
      const pairs = new Set(asked.slice(1).map((term, at) => `${asked[at]} ${term}`));
      const wanted = new Set(asked);
      const candidates = new Set<number>();
      for (const term of wanted) {
        if (documentFrequency(index, term) > rare) continue;
        for (let at = index.offsets[term]; at < index.offsets[term + 1]; at++) candidates.add(index.postings[at]);
      }
      const scores = [...candidates].map((document) => {
        const title = titleTerms.subarray(titleOffsets[document], titleOffsets[document + 1]);
        let score = 0;
        let named = false;
        new Set(title).forEach((term) => {
          if (!wanted.has(term)) return;
          score += weightOf(term);
          named ||= documentFrequency(index, term) <= rare;
        });
        for (let at = 1; at < title.length; at++)
          if (pairs.has(`${title[at - 1]} ${title[at]}`)) score += weightOf(title[at]);
        return { document, score: named ? score : 0 };
      });
      scores.sort((a, b) => b.score - a.score || a.document - b.document);
      const best = scores[0]?.score ?? 0;
      return scores
        .filter(({ score }) => score > 0 && score >= CLOSE * best)
        .slice(0, limit)
        .map(({ document }) => document);
    },
  };
}
