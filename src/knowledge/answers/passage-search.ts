import type { ReplyLanguage } from '../../understanding/understanding.ts';
import type { HybridIndex } from '../hybrid/hybrid-index.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { localize, type Pack } from '../pack.ts';
import type { Passage } from '../retriever.ts';
import { ANSWERS, answerChance, rankScore, sharesOf } from './answer-weights.ts';
import type { Evidence, EvidenceReader } from './evidence.ts';
import { extractAnswer } from './extract.ts';
import { askedThing, createCoverage } from './focus.ts';
import type { PassageUnit } from './passage-units.ts';

export interface PassageSearchOptions {
  pack: Pick<Pack, 'faq' | 'sections'>;
  index: HybridIndex;
  reader: EvidenceReader;
  lexicon: Lexicon;
  /** The chance from which a passage is shown. Default ANSWERS. */
  least?: number;
}

/** A passage that does not speak of what the question turns on must be this likely to help all the same. */
const LEAST_UNCOVERED = 0.45;
/** A section is shown when its words hold this share of the question and it is found this clearly. */
const SECTION = { coverage: 0.6, found: 0.75 };

/** Finds the FAQ entries and sections that answer a question. */
export function createPassageSearch({ pack, index, reader, lexicon, least = ANSWERS }: PassageSearchOptions) {
  const faq = new Map(pack.faq.map((entry) => [entry.id, entry]));
  const sections = new Map(pack.sections.map((section) => [section.id, section]));
  const coverage = createCoverage(lexicon);

  /** All that an entry says of itself; wordings lent to it are none of its own. */
  const ownText = (kind: PassageUnit['kind'], id: string): string => {
    const entry = kind === 'faq' ? faq.get(id) : undefined;
    const section = sections.get(id);
    const texts = entry
      ? [entry.question, entry.answer, ...entry.variants].flatMap(({ en, zh }) => [en, zh])
      : [...(section?.headingPath ?? []), section?.text];
    return texts.filter((text) => text !== undefined).join('\n');
  };

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
      const asked = askedThing(question);
      const weightOf = index.termWeights(index.plan(question));
      const uncovered = ({ kind, id }: PassageUnit): boolean =>
        asked !== undefined && !coverage.covers(`${kind}:${id}`, () => ownText(kind, id), asked);
      return [...answered, ...informed]
        .filter(({ chance }) => chance >= least)
        .sort((a, b) => b.chance - a.chance)
        .slice(0, limit)
        .map(({ unit, chance }) => ({
          ...passageOf(unit, language, chance, weightOf),
          ...(uncovered(unit) && { uncovered: asked }),
        }))
        .filter(({ score, uncovered: beside }) => beside === undefined || score >= LEAST_UNCOVERED);
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
