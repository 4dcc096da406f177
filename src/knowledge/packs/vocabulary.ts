import type { AttributeVocabulary, Vocabulary, VocabularyEntry } from '../../understanding/understanding.ts';
import type { Localized, Pack, Product } from '../pack.ts';

/** A longer name is a sentence of a catalogue, which no customer types. */
const MAX_PRODUCT_NAME = 60;

/** The words of a pack, as understanding reads them; synonym groups widen every name that is in one. */
export function vocabularyOf(pack: Pack): Vocabulary {
  const widen = createWidener(pack);
  const entry = (id: string, name: Localized, ...more: string[]): VocabularyEntry => ({
    id,
    names: widen([...textsOf(name), ...more]),
  });
  const brands = new Map<string, string>();
  for (const { brand } of pack.products)
    if (brand !== '' && !brands.has(brand.toLowerCase())) brands.set(brand.toLowerCase(), brand);

  const common = new Set<string>(brands.keys());
  const categories = pack.categories.map((category) => entry(category.id, category.name, ...category.synonyms));
  const colors = pack.colors.map((color) => entry(color.id, color.name, ...color.synonyms));
  for (const { names } of [...categories, ...colors]) for (const name of names) common.add(name.toLowerCase());

  return {
    categories,
    brands: [...brands.values()].map((brand) => ({ id: brand, names: widen([brand, ...brandParts(brand)]) })),
    colors,
    attributes: pack.attributes.map((attribute): AttributeVocabulary => {
      const result: AttributeVocabulary = {
        ...entry(attribute.id, attribute.name, ...attribute.synonyms),
        type: attribute.type,
      };
      if (attribute.type === 'number') result.units = unique([attribute.unit ?? '', ...attribute.synonyms]);
      if (attribute.type === 'enum')
        result.values = attribute.values.map((value) => entry(value.id, value.name, ...value.synonyms));
      return result;
    }),
    products: pack.products.flatMap((product) => {
      const names = productNames(product).filter((name) => !common.has(name.toLowerCase()));
      return names.length === 0 ? [] : [{ id: product.id, names }];
    }),
    currency: pack.currency,
  };
}

/** What customers may call a product: its full names, and each without brand, capacity and what is in brackets. */
export function productNames(product: Product): string[] {
  const full = textsOf(product.name).filter((name) => name.length <= MAX_PRODUCT_NAME);
  const short = full.flatMap((name) => {
    const bare = withoutSize(name);
    return [
      bare,
      ...brandParts(product.brand)
        .concat(product.brand)
        .map((brand) => withoutPrefix(bare, brand)),
    ];
  });
  return unique([...full, ...short.filter(isDistinct)]);
}

/** "Aura X2 (128 GB)" and "Aura X2 128GB" are asked for as "Aura X2". */
function withoutSize(name: string): string {
  return name
    .replace(/[（(][^（()）]*[）)]/g, ' ')
    .replace(/\b\d+(\.\d+)?\s*(gb|tb|mb|mah|ml|kg|g|l|w|inch|cm|mm)\b/gi, ' ')
    .replace(/\d+(\.\d+)?\s*(英寸|寸|升|毫升|克|千克|公斤|瓦|毫安)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s,，·-]+$/, '')
    .trim();
}

function withoutPrefix(name: string, brand: string): string {
  if (brand === '' || !name.toLowerCase().startsWith(brand.toLowerCase())) return name;
  return name.slice(brand.length).replace(/^[\s·-]+/, '');
}

/** A brand written in both languages ("华为 Huawei", "Sony/索尼") is said in either. */
function brandParts(brand: string): string[] {
  const han = brand.match(/\p{Script=Han}[\p{Script=Han}\s]*/gu)?.map((part) => part.trim()) ?? [];
  const latin = han.length === 0 ? [] : (brand.match(/[A-Za-z][\w&'. -]*/g) ?? []).map((part) => part.trim());
  return [...han, ...latin].filter((part) => part !== brand);
}

/** A shortened name that still tells something: a model number, two words, or three Chinese characters. */
function isDistinct(name: string): boolean {
  return (
    name.length >= 2 &&
    (/\d/.test(name) ? /\p{L}/u.test(name) : /\S\s\S/.test(name) || /\p{Script=Han}{3}/u.test(name) || name.length >= 5)
  );
}

/** Adds to a list of names the words of every synonym group that holds one of them. */
function createWidener(pack: Pack): (names: string[]) => string[] {
  const groups = new Map<string, string[]>();
  for (const { words } of pack.synonyms) {
    for (const word of words) groups.set(word.toLowerCase(), [...(groups.get(word.toLowerCase()) ?? []), ...words]);
  }
  return (names) => unique([...names, ...names.flatMap((name) => groups.get(name.toLowerCase()) ?? [])]);
}

function textsOf(text: Localized): string[] {
  return [text.en, text.zh].filter((each) => each !== undefined);
}

/** Without repeats in another case, and without ''. */
function unique(names: string[]): string[] {
  const seen = new Set<string>(['']);
  return names.filter((name) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
