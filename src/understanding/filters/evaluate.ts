import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { readFirst } from '../entities/read-first.ts';
import { cleanText } from '../text/clean.ts';
import type { Filters, Vocabulary } from '../understanding.ts';
import { readFilters } from './read-filters.ts';
import { compileVocabulary } from './vocabulary-index.ts';

/** A text with the filters a person reads in it. */
export interface FilterExample {
  text: string;
  filters: Filters;
}

/** How often one field was read exactly as labelled. */
export interface FieldScore {
  field: keyof Filters;
  /** Examples in which the field is labelled or was read. */
  cases: number;
  /** Of those, read exactly as labelled. */
  exact: number;
  /** exact / cases. */
  accuracy: number;
}

export interface FilterEvaluation {
  examples: number;
  fields: FieldScore[];
  /** Share of examples with every field exact. */
  wholeExact: number;
  /** The first mistakes, for a person to look at. */
  mistakes: { text: string; field: keyof Filters; expected: unknown; read: unknown }[];
}

const FIELDS: readonly (keyof Filters)[] = [
  'category',
  'minPrice',
  'maxPrice',
  'aboutPrice',
  'currency',
  'brandInclude',
  'brandExclude',
  'color',
  'colorExclude',
  'size',
  'quantity',
  'sort',
  'attributes',
  'attributesExclude',
  'inStock',
];
const MOST_MISTAKES = 200;

/** Reads examples of one vocabulary and compares every field exactly; lists of brands and colours in any order. */
export function evaluateFilters(examples: readonly FilterExample[], vocabulary: Vocabulary): FilterEvaluation {
  const index = compileVocabulary(vocabulary);
  const scores = new Map(FIELDS.map((field) => [field, { field, cases: 0, exact: 0, accuracy: 1 }]));
  const mistakes: FilterEvaluation['mistakes'] = [];
  let whole = 0;
  for (const { text, filters: expected } of examples) {
    const clean = cleanText(text).text;
    const { filters: read } = readFilters(clean, index, readFirst(clean, new Date()).spans);
    let exact = true;
    for (const field of FIELDS) {
      if (expected[field] === undefined && read[field] === undefined) continue;
      const score = scores.get(field)!;
      score.cases++;
      if (isSame(expected[field], read[field])) score.exact++;
      else {
        exact = false;
        if (mistakes.length < MOST_MISTAKES)
          mistakes.push({ text, field, expected: expected[field], read: read[field] });
      }
    }
    if (exact) whole++;
  }
  const fields = [...scores.values()].filter((score) => score.cases > 0);
  for (const score of fields) score.accuracy = score.exact / score.cases;
  return {
    examples: examples.length,
    fields,
    wholeExact: examples.length === 0 ? 1 : whole / examples.length,
    mistakes,
  };
}

const exampleSchema = z.object({
  text: z.string(),
  filters: z.record(z.string(), z.unknown()),
  vocabulary: z.string().optional(),
});

/** Examples of a JSONL text, with the name of the vocabulary they are written for ('' when not said). @throws ZodError */
export function parseFilterExamples(jsonl: string): (FilterExample & { vocabulary: string })[] {
  return jsonl
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => exampleSchema.parse(JSON.parse(line)))
    .map(({ text, filters, vocabulary = '' }) => ({ text, filters: filters as Filters, vocabulary }));
}

function isSame(expected: unknown, read: unknown): boolean {
  if (Array.isArray(expected) && Array.isArray(read)) return isDeepStrictEqual([...expected].sort(), [...read].sort());
  return isDeepStrictEqual(expected, read);
}
