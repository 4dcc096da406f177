import type { ReplyLanguage } from '../../understanding/understanding.ts';
import type { HybridIndex } from '../hybrid/hybrid-index.ts';
import { localize, type Pack } from '../pack.ts';
import type { Passage } from '../retriever.ts';
import { ANSWERS, answerChance, rankScore, sharesOf } from './answer-weights.ts';
import type { Evidence, EvidenceReader } from './evidence.ts';
import { extractAnswer } from './extract.ts';
import type { PassageUnit } from './passage-units.ts';

export interface PassageSearchOptions {
  pack: Pick<Pack, 'faq' | 'sections'>;
  index: HybridIndex;
  reader: EvidenceReader;
  /** The chance from which a passage is shown. Default ANSWERS. */
  least?: number;
}

/** A section is shown when its words hold this share of the question and it is found this clearly. */
const SECTION = { coverage: 0.6, found: 0.75 };

/** Finds the FAQ entries and sections that answer a question. */
export function createPassageSearch({ pack, index, reader, least = ANSWERS }: PassageSearchOptions) {
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

  return {
    answer(question: string, vector: Float32Array, language: ReplyLanguage, limit: number): Passage[] {
      const { evidence, none } = reader.read(question, vector);
      const entries = evidence.filter(({ unit }) => unit.kind === 'faq');
      const scores = entries.map(({ parts }) => rankScore(parts));
      const shares = sharesOf(scores);
      const answered = entries.map(({ unit }, at) => ({
        unit,
        chance: answerChance({ score: scores[at], share: shares[at], none }),
      }));
      const informed = evidence
        .filter(({ unit }) => unit.kind === 'section' && (unit.language === language || !sectionsIn(language)))
        .map((one) => ({ unit: one.unit, chance: sectionChance(one) }));
      const weightOf = index.termWeights(index.plan(question));
      return [...answered, ...informed]
        .filter(({ chance }) => chance >= least)
        .sort((a, b) => b.chance - a.chance)
        .slice(0, limit)
        .map(({ unit, chance }) => passageOf(unit, language, chance, weightOf));
    },
  };

  function sectionsIn(language: ReplyLanguage): boolean {
    return pack.sections.some((section) => section.language === language);
  }
}

/** A section that holds most of a question answers it more likely the better it is found. */
function sectionChance({ coverage, found }: Evidence): number {
  const enough = coverage >= SECTION.coverage && found >= SECTION.found;
  return enough ? ANSWERS + (1 - ANSWERS) * Math.min(1, found - SECTION.found) : 0;
}
