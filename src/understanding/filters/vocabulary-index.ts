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
  /** Kinds of goods alone, to find the one at the end of a value's name ("index fund"). */
  kinds: PhraseTrie<Term>;
  fuzzy: FuzzyNames<Term>;
  units: UnitIndex;
  currency: string;
  attributes: readonly AttributeVocabulary[];
  categories: readonly VocabularyEntry[];
}

export function compileVocabulary(vocabulary: Vocabulary): VocabularyIndex {
  const trie = createPhraseTrie<Term>();
  const brands = createPhraseTrie<Term>();
  const kinds = createPhraseTrie<Term>();
  const fuzzy = createFuzzyNames<Term>();
  const add = (name: string, term: Term) => {
    const plain = simplify(name.normalize('NFKC'));
    for (const form of forms(plain)) trie.add(form, term);
    if (term.kind === 'brand') brands.add(plain, term);
    if (term.kind === 'category') for (const form of forms(plain)) kinds.add(form, term);
    if ((term.kind === 'brand' && !term.foreign) || term.kind === 'category' || term.kind === 'color')
      fuzzy.add(plain, term);
  };
  const addAll = (kind: TermKind, entries: readonly VocabularyEntry[]) => {
    for (const { id, names } of entries) {
      const term: Term = { kind, id };
      for (const name of names) add(name, term);
    }
  };
  addAll('category', withoutTraits(vocabulary));
  const units = createUnitIndex(vocabulary.attributes);
  addBrands(vocabulary.brands, units.attributesOf('星').length > 0, add);
  for (const { id, names } of colorNames(vocabulary.colors)) {
    const term: Term = { kind: 'color', id };
    for (const name of names) add(name, term);
  }
  for (const attribute of vocabulary.attributes) {
    const term: Term = { kind: 'attribute', id: attribute.id, attribute };
    for (const name of attribute.names) add(name, term);
    if (attribute.id.includes('_')) add(attribute.id.replaceAll('_', ' '), term);
    for (const value of attribute.values ?? []) {
      const valueTerm: Term = { kind: 'value', id: value.id, attribute };
      for (const name of value.names) add(name, valueTerm);
      // A code is its own name: ipx7, wifi6.
      if (/^[a-z]+\d+$|^\d+[a-z]+$/i.test(value.id)) add(value.id, valueTerm);
    }
  }
  for (const { id, names } of productAliases(vocabulary)) {
    const term: Term = { kind: 'product', id };
    for (const name of names) add(name, term);
  }
  return {
    trie,
    brands,
    kinds,
    fuzzy,
    units,
    currency: vocabulary.currency,
    attributes: vocabulary.attributes,
    categories: vocabulary.categories,
  };
}

/** Kinds without the names that a value and another name of the kind make up: "wireless keyboard" says both. */
function withoutTraits({ categories, attributes }: Vocabulary): VocabularyEntry[] {
  const values = new Set(attributes.flatMap(({ values = [] }) => values.flatMap(({ names }) => names.map(plainly))));
  const uses = new Map<string, number>();
  for (const { names } of categories)
    for (const name of new Set(names.map(plainly))) uses.set(name, (uses.get(name) ?? 0) + 1);
  return categories.map(({ id, names }) => {
    const own = new Set(names.map(plainly).filter((name) => uses.get(name) === 1));
    const says = (name: string) => {
      const ends = [...name]
        .map((_, at) => at)
        .filter((at) => isEdge(name, at) && values.has(name.slice(0, at).trim()));
      const longest = ends.at(-1);
      return longest !== undefined && own.has(name.slice(longest));
    };
    return { id, names: names.filter((name) => !says(plainly(name))) };
  });
}

/** Where a word may start: after a space, or anywhere in Chinese. */
const isEdge = (name: string, at: number): boolean => name[at - 1] === ' ' || /[\u4e00-\u9fff]/.test(name[at]!);

const plainly = (name: string): string => simplify(name.normalize('NFKC')).toLowerCase();

/** A name and its singular or plural, for English names whose ending changes ("battery", "batteries"). */
function forms(name: string): string[] {
  const lower = name.toLowerCase();
  // "不累" is also asked for as "别太累".
  if (/^不[\u4e00-\u9fff]{1,2}$/.test(name))
    return [name, ...['别太', '不要太', '不太', '别'].map((not) => not + name.slice(1))];
  // 含早餐 is also 带早餐; ages are written in many ways.
  if (/^含[\u4e00-\u9fff]{2,}/.test(name)) return ['含', '带', '包', '有'].map((with_) => with_ + name.slice(1));
  const age = /^(\d{1,2})(岁|[ -]years?[ -]olds?)$/.exec(lower);
  if (age) return [name, ...agesOf(Number(age[1]))];
  if (/[a-z]ies$/.test(lower)) return [name, `${name.slice(0, -3)}y`];
  if (/[^aeiou\W\d]y$/.test(lower)) return [name, `${name.slice(0, -1)}ies`];
  if (/(?:ss|x|ch|sh)es$/.test(lower)) return [name, name.slice(0, -2)];
  if (/[a-z]{3,}s$/.test(lower) && !/(?:ss|us|is)$/.test(lower)) return [name, name.slice(0, -1)];
  return [name];
}

const CHINESE_AGES = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四'];

function agesOf(years: number): string[] {
  const chinese = CHINESE_AGES[years];
  return [
    `${years} years old`,
    `${years} yo`,
    `${years} yr old`,
    `aged ${years}`,
    `age ${years}`,
    `${years}岁`,
    ...(chinese ? [`${chinese}岁`] : []),
  ];
}

/** `stars` = the goods have stars, so that 三星 is three of them. */
function addBrands(brands: readonly VocabularyEntry[], stars: boolean, add: (name: string, term: Term) => void): void {
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
    for (const name of group) if (!carried.has(name.toLowerCase()) && !(stars && name === '三星')) add(name, term);
  }
}
