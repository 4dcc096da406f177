import { analyze } from '../lexical/analyzer.ts';
import { askedFor } from '../lexical/asked-for.ts';
import { hasHan } from '../lexical/fold.ts';
import type { LexicalIndex } from '../lexical/lexical-index.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Pack } from '../pack.ts';

/** Which goods of the lexicon a shop has, and whether a query names one it has not. */
export interface Offer {
  /** Names of goods in what is asked for ("sofa bed", not "bag for a laptop") that no title and no category has, in any wording. */
  missing(text: string): string[];
  /** Whether the part of a text that names goods has a name of the category (a "phone charger" does, something "to charge my phone" does not). */
  names(text: string, category: string): boolean;
}

/** Reads a shop's offer from its titles and categories. */
export function createOffer(index: LexicalIndex, lexicon: Lexicon, pack: Pick<Pack, 'categories' | 'synonyms'>): Offer {
  const offered = new Set<number>();
  /** In "手机壳" or "phone case" the first only describes: what goods follow right after it are the goods. */
  const note = (terms: readonly string[]) => {
    const found = lexicon.goodsIn(terms);
    for (const { to, group } of found) {
      const next = terms[to];
      const describes =
        next !== undefined && (hasHan(terms[to - 1]) ? hasHan(next) : found.some((other) => other.from === to));
      if (!describes) offered.add(group);
    }
  };
  const named = pack.categories.flatMap(({ name, synonyms }) => [name.en, name.zh, ...synonyms]);
  for (const words of [...named, ...pack.synonyms.flatMap((group) => group.words)]) if (words) note(mainTerms(words));
  const { titleTerms, titleOffsets, vocabulary } = index;
  for (let document = 0; document < index.documents; document++) {
    const title: string[] = [];
    for (let at = titleOffsets[document]; at < titleOffsets[document + 1]; at++) title.push(vocabulary[titleTerms[at]]);
    note(title);
  }

  const namesOf = new Map(
    pack.categories.map(({ id, name, synonyms }) => [
      id,
      new Set([name.en, name.zh, ...synonyms].flatMap((words) => (words ? mainTerms(words) : []))),
    ]),
  );

  return {
    names(text, category) {
      const tokens = analyze(text);
      const known = namesOf.get(category);
      return askedFor(tokens, lexicon).some((at) => tokens[at].forms.some((form) => known?.has(form)));
    },
    missing(text) {
      const tokens = analyze(text);
      const terms = askedFor(tokens, lexicon).map((at) => tokens[at].forms[0]);
      const spans = new Map<string, { from: number; to: number; offered: boolean }>();
      for (const { from, to, group } of lexicon.goodsIn(terms)) {
        const key = `${from}-${to}`;
        spans.set(key, { from, to, offered: offered.has(group) || spans.get(key)?.offered === true });
      }
      const all = [...spans.values()];
      // "washing machine" is one thing, not a machine: a longer name hides those within it.
      const whole = all.filter(
        (one) => !all.some((other) => other !== one && other.from <= one.from && other.to >= one.to),
      );
      // "Coffee lover" ends with no goods: then what is named before only describes.
      const last = whole.at(-1);
      if (last?.to !== terms.length) return [];
      const asked = hasHan(text) ? [last] : whole;
      return asked.filter((one) => !one.offered).map(({ from, to }) => terms.slice(from, to).join(' '));
    },
  };
}

const mainTerms = (text: string) => analyze(text).map((token) => token.forms[0]);
