import type { ReplyLanguage } from '../../understanding/understanding.ts';
import type { HybridIndex } from '../hybrid/hybrid-index.ts';
import { localize, type Pack } from '../pack.ts';
import type { Passage } from '../retriever.ts';
import { ANSWERS, type AnswerCalibration, answerChance, answerFeatures } from './answer-calibration.ts';
import type { Evidence, EvidenceReader } from './evidence.ts';
import { extractAnswer } from './extract.ts';
import type { PassageUnit } from './passage-units.ts';

export interface PassageSearchOptions {
  pack: Pick<Pack, 'faq' | 'sections'>;
  index: HybridIndex;
  reader: EvidenceReader;
  calibration: AnswerCalibration;
}

/** A section is shown when its words hold this share of the question and it is found this clearly. */
const SECTION = { coverage: 0.6, found: 0.75 };
/** Passages beside the best one are shown while they have this share of its evidence. */
const CLOSE = 0.6;

/** Finds the FAQ entries and sections that answer a question. */
export function createPassageSearch({ pack, index, reader, calibration }: PassageSearchOptions) {
  const faq = new Map(pack.faq.map((entry) => [entry.id, entry]));
  const sections = new Map(pack.sections.map((section) => [section.id, section]));

  const passageOf = (
    unit: PassageUnit,
    language: ReplyLanguage,
    score: number,
    weightOf: (term: string) => number,
  ): Passage => {
    const entry = unit.kind === 'faq' ? faq.get(unit.id) : undefined;
    if (entry) {
      const title = localize(entry.question, language);
      const text = localize(entry.answer, language);
      const answered = entry.answer[language] ? language : language === 'en' ? 'zh' : 'en';
      return {
        id: entry.id,
        kind: 'faq',
        answer: extractAnswer(text, weightOf),
        text,
        title,
        score,
        source: { ...entry.source, title },
        language: answered,
      };
    }
    const section = sections.get(unit.id)!;
    return {
      id: section.id,
      kind: 'section',
      answer: extractAnswer(section.text, weightOf),
      text: section.text,
      title: section.headingPath.at(-1) ?? '',
      score,
      source: { ...section.source, title: section.headingPath.join(' › ') },
      language: section.language,
    };
  };

  /** The chance that a passage answers, seen against the best of the others. */
  const chanceOf = (one: Evidence, evidence: readonly Evidence[], none: number): number => {
    if (one.unit.kind === 'section') {
      const enough = one.coverage >= SECTION.coverage && one.found >= SECTION.found;
      return enough ? ANSWERS + (1 - ANSWERS) * Math.min(1, one.found - SECTION.found) : 0.4 * one.coverage;
    }
    const rival = evidence.find((other) => other !== one && other.unit.kind === 'faq');
    return answerChance(calibration, answerFeatures(one, rival, none));
  };

  return {
    answer(question: string, vector: Float32Array, language: ReplyLanguage, limit: number): Passage[] {
      const { evidence, none } = reader.read(question, vector);
      const shown = evidence.filter(
        ({ unit }) => unit.kind === 'faq' || unit.language === language || !sectionsIn(language),
      );
      const best = shown[0]?.score ?? 0;
      const weightOf = index.termWeights(index.plan(question));
      return shown
        .filter(({ score }) => score >= CLOSE * best)
        .map((one) => ({ unit: one.unit, chance: chanceOf(one, shown, none) }))
        .filter(({ chance }) => chance >= ANSWERS)
        .sort((a, b) => b.chance - a.chance)
        .slice(0, limit)
        .map(({ unit, chance }) => passageOf(unit, language, chance, weightOf));
    },
  };

  function sectionsIn(language: ReplyLanguage): boolean {
    return pack.sections.some((section) => section.language === language);
  }
}
