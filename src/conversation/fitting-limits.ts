import type { Pack, Product } from '../knowledge/pack.ts';
import type { Filters } from '../understanding/understanding.ts';

/**
 * The limits without attributes that no goods of the kind have: "a backpack that fits a 15 inch laptop" asks for no backpack
 * with a screen. Without a kind all stand.
 */
export function fittingLimits(
  filters: Filters,
  category: string | undefined,
  products: readonly Product[],
  { categories }: Pick<Pack, 'categories'>,
): Filters {
  if (category === undefined || filters.attributes === undefined) return filters;
  const kinds = new Set([category]);
  for (const { id, parent } of categories) if (parent !== undefined && kinds.has(parent)) kinds.add(id);
  const goods = products.filter((product) => kinds.has(product.category));
  if (goods.length === 0) return filters;
  const { attributes, ...rest } = filters;
  const known = Object.entries(attributes).filter(([id]) =>
    goods.some((product) => product.attributes[id] !== undefined),
  );
  return known.length > 0 ? { ...rest, attributes: Object.fromEntries(known) } : rest;
}
