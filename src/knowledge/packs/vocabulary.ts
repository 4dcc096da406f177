import type { AttributeVocabulary, Vocabulary, VocabularyEntry } from '../../understanding/understanding.ts';
import type { Localized, Pack } from '../pack.ts';
import { brandNamesOf } from './brand-names.ts';
import { productNames } from './product-names.ts';

/** The words of a pack, as understanding reads them; synonym groups widen every name that is in one. */
export function vocabularyOf(pack: Pack): Vocabulary {
  const widen = createWidener(pack);
  const entry = (id: string, name: Localized, ...more: string[]): VocabularyEntry => ({
    id,
    names: widen([...textsOf(name), ...more]),
  });
  const brandNames = new Map([...brandNamesOf(pack)].map(([key, names]) => [key, widen(names)]));
  const categories = pack.categories.map((category) => entry(category.id, category.name, ...category.synonyms));
  const colors = pack.colors.map((color) => entry(color.id, color.name, ...color.synonyms));
  const common = new Set<string>();
  for (const { names } of [...categories, ...colors]) for (const name of names) common.add(name.toLowerCase());
  for (const names of brandNames.values()) for (const name of names) common.add(name.toLowerCase());

  return {
    categories,
    brands: [...brandNames.values()].map((names) => ({ id: names[0], names })),
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
      const names = unique(productNames(product, brandNames.get(product.brand.toLowerCase()) ?? [])).filter(
        (name) => !common.has(name.toLowerCase()),
      );
      return names.length === 0 ? [] : [{ id: product.id, names }];
    }),
    currency: pack.currency,
  };
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
