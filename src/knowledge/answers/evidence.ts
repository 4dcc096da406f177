import type { HybridIndex } from '../hybrid/hybrid-index.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { PassageUnit } from './passage-units.ts';
import { classifyQuestion, NO_ENTRY, type QuestionClassifier } from './question-classifier.ts';

/** What speaks for one FAQ entry or section as the answer to a question. */
export interface Evidence {
  unit: PassageUnit;
  /** Retrieval and classifier together: what passages are ranked by. */
  score: number;
  /** What retrieval gave. */
  found: number;
  /** Share of the question's content in the unit. */
  coverage: number;
  /** The classifier's chance; 0 for sections, which it does not know. */
  chance: number;
}

export interface EvidenceReader {
  /** FAQ entries and sections with evidence, best first, each once. `without` leaves units out (calibration). */
  read(question: string, vector: Float32Array, options?: EvidenceOptions): { evidence: Evidence[]; none: number };
}

export interface EvidenceOptions {
  without?: (unit: PassageUnit) => boolean;
  /** In place of the classifier of the collection. */
  classifier?: QuestionClassifier;
}

const CANDIDATES = 80;

/** Gathers evidence over a pack's passages. */
export function createEvidenceReader(
  units: readonly PassageUnit[],
  index: HybridIndex,
  classifier: QuestionClassifier | undefined,
  lexicon: Lexicon,
): EvidenceReader {
  return {
    read(question, vector, options = {}) {
      const used = options.classifier ?? classifier;
      const chances = new Map<string, number>();
      const each = used ? classifyQuestion(question, used, lexicon) : [];
      used?.ids.forEach((id, at) => {
        chances.set(id, each[at]);
      });
      const best = new Map<string, Evidence>();
      for (const { document, score, parts } of index.search({ text: question, vector, limit: CANDIDATES }).candidates) {
        const unit = units[document];
        const key = `${unit.kind}:${unit.id}`;
        if (best.has(key) || options.without?.(unit)) continue;
        const chance = unit.kind === 'faq' ? (chances.get(unit.id) ?? 0) : 0;
        best.set(key, { unit, score: score + chance, found: score, coverage: parts.coverage, chance });
      }
      for (const unit of units) {
        const chance = unit.kind === 'faq' ? (chances.get(unit.id) ?? 0) : 0;
        // What retrieval did not find among its first candidates the classifier may still know.
        if (chance > 0.1 && !best.has(`faq:${unit.id}`) && !options.without?.(unit))
          best.set(`faq:${unit.id}`, { unit, score: chance, found: 0, coverage: 0, chance });
      }
      return { evidence: [...best.values()].sort((a, b) => b.score - a.score), none: chances.get(NO_ENTRY) ?? 0 };
    },
  };
}
