import type { ReplyLanguage } from '../../understanding/understanding.ts';
import type { HybridIndex, HybridResult } from '../hybrid/hybrid-index.ts';
import { localize, type Pack } from '../pack.ts';
import type { Passage } from '../retriever.ts';
import { extractAnswer } from './extract.ts';
import type { PassageUnit } from './passage-units.ts';

export interface PassageSearchOptions {
  pack: Pick<Pack, 'faq' | 'sections' | 'name'>;
  units: readonly PassageUnit[];
  index: HybridIndex;
  /** The chance that a unit found with these parts answers. */
  probability: (result: HybridResult, at: number) => number;
  /** Below it a passage is not shown. */
  threshold: number;
}

/** Finds the FAQ entries and sections that answer a question. */
export function createPassageSearch({ pack, units, index, probability, threshold }: PassageSearchOptions) {
  const faq = new Map(pack.faq.map((entry) => [entry.id, entry]));
  const sections = new Map(pack.sections.map((section) => [section.id, section]));

  const passageOf = (
    unit: PassageUnit,
    language: ReplyLanguage,
    score: number,
    weightOf: (term: string) => number,
  ): Passage => {
    const entry = faq.get(unit.id);
    if (unit.kind === 'faq' && entry) {
      const title = localize(entry.question, language);
      const text = localize(entry.answer, language);
      return {
        id: entry.id,
        kind: 'faq',
        answer: extractAnswer(text, weightOf),
        text,
        title,
        score,
        source: { ...entry.source, title },
        language: entry.answer[language] ? language : unit.language,
      };
    }
    const section = sections.get(unit.id)!;
    const title = section.headingPath.at(-1) ?? '';
    return {
      id: section.id,
      kind: 'section',
      answer: extractAnswer(section.text, weightOf),
      text: section.text,
      title,
      score,
      source: { ...section.source, title: section.headingPath.join(' › ') },
      language: section.language,
    };
  };

  return {
    answer(question: string, vector: Float32Array, language: ReplyLanguage, limit: number): Passage[] {
      const result = index.search({ text: question, vector, limit: 60 });
      const best = new Map<string, { unit: PassageUnit; score: number }>();
      result.candidates.forEach((candidate, at) => {
        const unit = units[candidate.document];
        const sameLanguage = unit.kind === 'faq' || unit.language === language;
        const score = probability(result, at) * (sameLanguage ? 1 : 0.9);
        const key = `${unit.kind}:${unit.id}`;
        if (score >= threshold && score > (best.get(key)?.score ?? 0)) best.set(key, { unit, score });
      });
      const weightOf = index.termWeights(result.plan);
      return [...best.values()]
        .sort((a, b) => b.score - a.score)
        .slice(0, limit)
        .map(({ unit, score }) => passageOf(unit, language, score, weightOf));
    },
  };
}
