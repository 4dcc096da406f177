import type { LexicalIndex } from '../lexical/lexical-index.ts';
import type { QueryPlan } from '../lexical/query-plan.ts';

/** Which of a question's words each entry has, in any of its wordings or its answer. */
export interface EntryWords {
  /** By entry, the share of the question's words that it has, 0..1; weak words count little. */
  shares(plan: QueryPlan): Float64Array;
}

const WEAK_WEIGHT = 0.4;

/** Reads words from a lexical index of units; `entryOf[unit]` is the number of the entry a unit belongs to. */
export function createEntryWords(index: LexicalIndex, entryOf: Uint32Array, entries: number): EntryWords {
  const known = new Map<number, Uint8Array>();
  const entriesWith = (term: number): Uint8Array => {
    let mask = known.get(term);
    if (!mask) {
      mask = new Uint8Array(entries);
      for (let at = index.offsets[term]; at < index.offsets[term + 1]; at++) mask[entryOf[index.postings[at]]] = 1;
      known.set(term, mask);
    }
    return mask;
  };

  return {
    shares({ slots }) {
      const shares = new Float64Array(entries);
      const best = new Float64Array(entries);
      let total = 0;
      for (const { alternatives, weak } of slots) {
        const slotWeight = weak ? WEAK_WEIGHT : 1;
        total += slotWeight;
        best.fill(0);
        for (const { terms, weight, partial, of = terms.length } of alternatives) {
          const masks = terms.map(entriesWith);
          for (let entry = 0; entry < entries; entry++) {
            let having = 0;
            for (const mask of masks) having += mask[entry];
            const share = having / of;
            const value = partial || share === 1 ? weight * share : 0;
            if (value > best[entry]) best[entry] = value;
          }
        }
        for (let entry = 0; entry < entries; entry++) shares[entry] += slotWeight * best[entry];
      }
      return total > 0 ? shares.map((share) => share / total) : shares;
    },
  };
}
