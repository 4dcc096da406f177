import { simplify } from '../text/traditional.ts';
import type { AttributeVocabulary, Vocabulary, VocabularyEntry } from '../understanding.ts';
import { colorNames } from './color-names.ts';
import { createFuzzyNames, type FuzzyNames } from './fuzzy-names.ts';
import { KNOWN_BRANDS } from './known-brands.ts';
import { createPhraseTrie, type PhraseTrie } from './phrase-trie.ts';
import { productAliases } from './product-aliases.ts';
import { createUnitIndex, type UnitIndex } from './units.ts';

export type TermKind = 'category' | 'brand' | 'color' | 'attribute' | 'value' | 'product';

/** What a phrase of the vocabulary stands for. */
export interface Term {
  kind: TermKind;
  id: string;
  /** Of a 'value': the enum attribute it belongs to. Of an 'attribute': itself. */
  attribute?: AttributeVocabulary;
  /** A brand known to the world that the business does not carry. */
  foreign?: boolean;
}

/** A vocabulary made ready for reading texts; compile once, use for every message. */
export interface VocabularyIndex {
  trie: PhraseTrie<Term>;
  /** Brands alone, to find the one inside a product's name. */
  brands: PhraseTrie<Term>;
  fuzzy: FuzzyNames<Term>;
  units: UnitIndex;
  currency: string;
  attributes: readonly AttributeVocabulary[];
  categories: readonly VocabularyEntry[];
}

export function compileVocabulary(vocabulary: Vocabulary): VocabularyIndex {
  const trie = createPhraseTrie<Term>();
  const brands = createPhraseTrie<Term>();
  const fuzzy = createFuzzyNames<Term>();
  const add = (name: string, term: Term) => {
    const plain = simplify(name.normalize('NFKC'));
    for (const form of forms(plain)) trie.add(form, term);
    if (term.kind === 'brand') brands.add(plain, term);
    if ((term.kind === 'brand' && !term.foreign) || term.kind === 'category' || term.kind === 'color')
      fuzzy.add(plain, term);
  };
  const addAll = (kind: TermKind, entries: readonly VocabularyEntry[]) => {
    for (const { id, names } of entries) {
      const term: Term = { kind, id };
      for (const name of names) add(name, term);
    }
  };
  addAll('category', vocabulary.categories);
  addBrands(vocabulary.brands, add);
  for (const { id, names } of colorNames(vocabulary.colors)) {
    const term: Term = { kind: 'color', id };
    for (const name of names) add(name, term);
  }
  for (const attribute of vocabulary.attributes) {
    const term: Term = { kind: 'attribute', id: attribute.id, attribute };
    for (const name of attribute.names) add(name, term);
    for (const value of attribute.values ?? []) {
      const valueTerm: Term = { kind: 'value', id: value.id, attribute };
      for (const name of value.names) add(name, valueTerm);
    }
  }
  for (const { id, names } of productAliases(vocabulary)) {
    const term: Term = { kind: 'product', id };
    for (const name of names) add(name, term);
  }
  return {
    trie,
    brands,
    fuzzy,
    units: createUnitIndex(vocabulary.attributes),
    currency: vocabulary.currency,
    attributes: vocabulary.attributes,
    categories: vocabulary.categories,
  };
}

/** A name and its singular or plural, for English names whose ending changes ("battery", "batteries"). */
function forms(name: string): string[] {
  const lower = name.toLowerCase();
  if (/[a-z]ies$/.test(lower)) return [name, `${name.slice(0, -3)}y`];
  if (/[^aeiou\W\d]y$/.test(lower)) return [name, `${name.slice(0, -1)}ies`];
  if (/(?:ss|x|ch|sh)es$/.test(lower)) return [name, name.slice(0, -2)];
  if (/[a-z]{3,}s$/.test(lower) && !/(?:ss|us|is)$/.test(lower)) return [name, name.slice(0, -1)];
  return [name];
}

function addBrands(brands: readonly VocabularyEntry[], add: (name: string, term: Term) => void): void {
  const carried = new Map<string, Term>();
  for (const { id, names } of brands) {
    const term: Term = { kind: 'brand', id };
    for (const name of [id, ...names]) {
      carried.set(name.toLowerCase(), term);
      add(name, term);
    }
  }
  for (const group of KNOWN_BRANDS) {
    const known = group.map((name) => carried.get(name.toLowerCase())).find((term) => term !== undefined);
    const term: Term = known ?? { kind: 'brand', id: group[0]!, foreign: true };
    for (const name of group) if (!carried.has(name.toLowerCase())) add(name, term);
  }
}
