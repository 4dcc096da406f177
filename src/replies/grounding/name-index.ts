import type { Pack, Product } from '../../knowledge/pack.ts';
import { brandNamesOf } from '../../knowledge/packs/brand-names.ts';
import { productNames } from '../../knowledge/packs/product-names.ts';
import { KNOWN_BRANDS } from '../../understanding/filters/known-brands.ts';
import { createPhraseTrie } from '../../understanding/filters/phrase-trie.ts';
import { foldUnicode } from './fold.ts';
import type { OrdinaryWords } from './ordinary-words.ts';
import type { Span } from './sentences.ts';

/** The names of all a pack's products and of the world's brands, indexed once. */
export interface NameIndex {
  /** Products of the pack that a text names in full or by their models. */
  find(text: string, lower: string): (Span & { products: readonly Product[] })[];
  /** Proper words of the pack's names (brands, models), lower case. */
  isProper(word: string): boolean;
  /** A proper word of the pack that differs from this one by one letter (two in long words). */
  nearTo(word: string): string | undefined;
  isId(word: string): boolean;
  /** The Chinese names of brands the pack does not carry. */
  foreignHan: readonly string[];
  /** Brands of the pack in Chinese. */
  ownHan: readonly string[];
}

export function createNameIndex(pack: Pack, ordinary: OrdinaryWords): NameIndex {
  const trie = createPhraseTrie<Product>();
  const brands = brandNamesOf(pack);
  const proper = new Set<string>();
  const common = new Set(
    [...pack.categories, ...pack.colors].flatMap(({ name, synonyms }) =>
      [name.en, name.zh, ...synonyms].filter((word) => word !== undefined).map((word) => word.toLowerCase()),
    ),
  );
  for (const product of pack.products) {
    const own = brands.get(product.brand.toLowerCase()) ?? [];
    for (const name of productNames(product, own)) {
      const folded = foldUnicode(name);
      if (common.has(folded.toLowerCase())) continue;
      trie.add(folded, product);
    }
    for (const name of [product.name.en, product.name.zh, ...own]) {
      for (const [word] of foldUnicode(name ?? '').matchAll(/[A-Z][A-Za-z]{3,}/g)) {
        if (!ordinary.has(word.toLowerCase())) proper.add(word.toLowerCase());
      }
    }
  }
  const neighbours = deletionsOf(proper);
  const ids = new Set(pack.products.map(({ id }) => id.toLowerCase()));
  const owned = new Set([...brands.values()].flat().map((name) => name.toLowerCase()));
  const isHan = (name: string) => /^\p{Script=Han}+$/u.test(name);

  return {
    find(text, lower) {
      const found: (Span & { products: readonly Product[] })[] = [];
      for (let at = 0; at < lower.length; ) {
        const code = lower.charCodeAt(at);
        const inside = at > 0 && isWordCode(code) && isWordCode(lower.charCodeAt(at - 1));
        const match = inside ? undefined : trie.longestAt(lower, at);
        if (match && isNamed(text, match.start, match.end))
          found.push({ start: match.start, end: match.end, products: match.entries });
        at = match ? match.end : at + 1;
      }
      return found;
    },
    isProper: (word) => proper.has(word),
    nearTo: (word) => nearest(word, neighbours, proper),
    isId: (word) => ids.has(word),
    foreignHan: KNOWN_BRANDS.flat().filter((name) => isHan(name) && !owned.has(name.toLowerCase())),
    ownHan: [...owned].filter(isHan),
  };
}

/** In Latin letters a name is one by its capitals or its model number; in Chinese by its length. */
function isNamed(text: string, start: number, end: number): boolean {
  const written = text.slice(start, end);
  if (/[\u3400-\u9fff]/.test(written)) return true;
  return /^[A-Z]/.test(written) || (/\d/.test(written) && /[a-z]{3}|[a-z]-?\d/i.test(written));
}

const isWordCode = (code: number) => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** Each word under every form with one letter taken out (Symmetric Delete: Garbe 2012). */
function deletionsOf(words: ReadonlySet<string>): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const word of words) for (const form of formsOf(word)) index.set(form, [...(index.get(form) ?? []), word]);
  return index;
}

function formsOf(word: string): Set<string> {
  const forms = new Set([word]);
  for (let at = 0; at < word.length; at++) forms.add(word.slice(0, at) + word.slice(at + 1));
  return forms;
}

function nearest(word: string, index: ReadonlyMap<string, string[]>, proper: ReadonlySet<string>): string | undefined {
  if (word.length < 4 || word.length > 40 || proper.has(word) || proper.has(word.replace(/'?s$/, ''))) return undefined;
  for (const form of formsOf(word)) {
    const found = index
      .get(form)
      ?.find((one) => Math.abs(one.length - word.length) <= 1 && (word.length > 4 || one[0] === word[0]));
    if (found) return found;
  }
  return undefined;
}
