import { type DateMark, readDates } from './dates.ts';
import { foldUnicode } from './fold.ts';
import { type Quantity, readQuantities } from './quantities.ts';
import { clauseAround, type Span, sentenceSpans } from './sentences.ts';
import { termsOf } from './terms.ts';

/** What one text of the evidence states. */
export interface TextFacts {
  /** Folded, lower case. */
  lower: string;
  /** With the terms of its paragraph, and of its clause. */
  quantities: readonly (Quantity & { terms: ReadonlySet<string>; near: ReadonlySet<string> })[];
  dates: readonly DateMark[];
  /** Latin words and numbers as they stand, lower case. */
  tokens: ReadonlySet<string>;
  sentences: readonly Span[];
  /** Said by the pack at any time, in both languages: a statement must stand there in the reply's own language. */
  standing?: true;
}

/** Latin words, model numbers and digits. */
export const TOKEN = /[a-z0-9]+(?:[.'&+/-][a-z0-9]+)*/g;

/** Reads a text of the evidence; its title tells what all of it is about. */
export function readFacts(text: string, currency: string, title = ''): TextFacts {
  const lower = foldUnicode(text).toLowerCase();
  const sentences = sentenceSpans(lower);
  const dates = readDates(lower);
  const quantities = readQuantities(lower, currency).filter(
    ({ start, end }) => !dates.some((date) => date.start < end && start < date.end),
  );
  const terms = new Map<string, ReadonlySet<string>>();
  const heading = termsOf(foldUnicode(title).toLowerCase());
  const read = withElidedUnits(quantities, lower, sentences);
  return {
    lower,
    sentences,
    dates,
    tokens: tokensOf(lower),
    quantities: read.map((quantity) => {
      const sentence = sentences.find(({ end }) => end > quantity.start) ?? { start: 0, end: lower.length };
      const paragraph = lower.slice(lower.lastIndexOf('\n', quantity.start) + 1).split('\n', 1)[0];
      const own = terms.get(paragraph) ?? new Set([...heading, ...termsOf(paragraph)]);
      terms.set(paragraph, own);
      const clause = clauseAround(lower, sentence, quantity);
      return {
        ...quantity,
        terms: own,
        near: new Set([...heading, ...termsOf(lower.slice(clause.start, clause.end))]),
      };
    }),
  };
}

/** "Personal loans one working day, car loans three": a bare number of a list has the unit of its neighbour. */
function withElidedUnits(quantities: readonly Quantity[], lower: string, sentences: readonly Span[]): Quantity[] {
  return quantities.map((quantity, at) => {
    const after = lower.slice(quantity.end, quantity.end + 6);
    if (quantity.dimension || quantity.currency || !/^\s?个?(?:[,、，;；]| and\b|$)/.test(after)) return quantity;
    const sentence = sentences.find(({ end }) => end > quantity.start);
    const within = (one: Quantity) =>
      one.dimension !== undefined && sentence !== undefined && one.start >= sentence.start && one.end <= sentence.end;
    const model = [...quantities.slice(0, at).reverse(), ...quantities.slice(at + 1)].find(within);
    if (!model) return quantity;
    return { ...quantity, dimension: model.dimension, base: quantity.value * (model.base / (model.value || 1)) };
  });
}

/** The Latin tokens of a lower-case text, hyphenated ones whole and in parts. */
export function tokensOf(lower: string): Set<string> {
  const tokens = new Set<string>();
  for (const [token] of lower.matchAll(TOKEN)) {
    tokens.add(token);
    if (/[^a-z0-9]/.test(token)) for (const part of token.split(/[^a-z0-9]+/)) tokens.add(part);
    if (token.endsWith("'s")) tokens.add(token.slice(0, -2));
  }
  return tokens;
}
