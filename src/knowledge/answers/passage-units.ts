import type { ReplyLanguage } from '../../understanding/understanding.ts';
import type { FieldSpec } from '../lexical/lexical-index.ts';
import type { Pack, SourceRef } from '../pack.ts';

/** One way to reach a passage: a question of the FAQ (each variant is its own unit) or a section. */
export interface PassageUnit {
  /** Id of the FAQ entry or section. */
  id: string;
  kind: 'faq' | 'section';
  language: ReplyLanguage;
  /** What is asked, or the headings. */
  heading: string;
  text: string;
}

/** The fields of a unit, in the order of `unitFields`. */
export const PASSAGE_FIELDS: readonly FieldSpec[] = [
  { name: 'heading', weight: 3, b: 0.4 },
  { name: 'text', weight: 0.3, b: 0.7 },
];

/** A unit's texts by field. */
export function unitFields(unit: PassageUnit): string[] {
  return [unit.heading, unit.text];
}

/** Every unit of a pack's texts. */
export function passageUnits(pack: Pick<Pack, 'faq' | 'sections'>): PassageUnit[] {
  const questions = pack.faq.flatMap((entry) =>
    (['en', 'zh'] as const).flatMap((language) => {
      const asked = [entry.question[language], ...entry.variants.map((variant) => variant[language])];
      const text = entry.answer[language] ?? '';
      return asked
        .filter((heading) => heading !== undefined)
        .map((heading): PassageUnit => ({ id: entry.id, kind: 'faq', language, heading, text }));
    }),
  );
  const sections = pack.sections.map(
    (section): PassageUnit => ({
      id: section.id,
      kind: 'section',
      language: section.language,
      heading: section.headingPath.join(' › '),
      text: section.text,
    }),
  );
  return [...questions, ...sections];
}

/** Where a text stands and what to call it. */
export interface PassageSource extends SourceRef {
  title: string;
}
