import type { Profile } from '../customers/profile.ts';
import type { Pack, Product } from '../knowledge/pack.ts';
import { wantedColors } from '../understanding/filters/alternatives.ts';
import type { Filters } from '../understanding/understanding.ts';

/** Stated dislikes of brands and colours are limits, unless the customer asks for just that now. */
export function withDislikes(filters: Filters, preferences: Profile['preferences']): Filters {
  const disliked = (about: string) =>
    preferences.filter((one) => one.kind === 'dislike' && one.about === about).map(({ value }) => value);
  const brands = disliked('brand').filter((brand) => !filters.brandInclude?.includes(brand));
  const colors = disliked('color').filter((color) => !wantedColors(filters).includes(color));
  return {
    ...filters,
    ...(brands.length > 0 && { brandExclude: [...new Set([...(filters.brandExclude ?? []), ...brands])] }),
    ...(colors.length > 0 && { colorExclude: [...new Set([...(filters.colorExclude ?? []), ...colors])] }),
  };
}

/** Words and categories the customer said to dislike, unless `text` asks for just that now. */
export function dislikedProducts(
  preferences: Profile['preferences'],
  text: string,
  products: readonly Product[],
  pack: Pick<Pack, 'attributes'>,
  category: string | undefined,
): string[] {
  const disliked = preferences.filter(({ kind }) => kind === 'dislike');
  const asked = text.toLowerCase();
  const words = disliked
    .filter(({ about, value }) => about === 'text' && !asked.includes(value.toLowerCase()))
    .map(({ value }) => value);
  const categories = new Set(
    disliked.filter(({ about, value }) => about === 'category' && value !== category).map(({ value }) => value),
  );
  const ofCategory = categories.size === 0 ? [] : products.filter((product) => categories.has(product.category));
  return [...productsHolding(words, products, pack), ...ofCategory.map(({ id }) => id)];
}

/** Ids of the products whose names, tags or attributes hold one of the words, in either language. */
export function productsHolding(
  words: readonly string[],
  products: readonly Product[],
  pack: Pick<Pack, 'attributes'>,
): string[] {
  if (words.length === 0) return [];
  const wanted = words.map((word) => word.toLowerCase());
  const valueNames = new Map(
    pack.attributes.flatMap(({ id, values }) =>
      values.map((value) => [`${id}:${value.id}`, `${value.name.en ?? ''} ${value.name.zh ?? ''}`] as const),
    ),
  );
  return products
    .filter((product) => {
      const values = Object.entries(product.attributes).flatMap(([id, value]) =>
        [value].flat().map((one) => valueNames.get(`${id}:${one}`) ?? String(one)),
      );
      const text = [product.name.en, product.name.zh, ...product.tags, ...values].join(' ').toLowerCase();
      return wanted.some((word) => text.includes(word));
    })
    .map(({ id }) => id);
}
