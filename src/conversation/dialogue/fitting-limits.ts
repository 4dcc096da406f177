import type { Pack, Product } from '../../knowledge/pack.ts';
import type { Filters } from '../../understanding/understanding.ts';

/** Units of what must suffice: a room of 100 m² asks for what does 100 or more, and so do hours. */
const COVERING: ReadonlySet<string | undefined> = new Set(['m2', 'h', 'min']);

const AROUND_TRAIT = /\bplease\b|\bones?\b|[\s,.!?，。！？要的请吧]+/gi;

/**
 * The limit that a message says by nothing but a trait of what is being looked for, though the word may be a kind of goods as
 * well: "mesh please" of a chair is no router. Undefined when it says anything else.
 */
export function traitOfKind(
  text: string,
  category: string | undefined,
  products: readonly Product[],
  { categories, attributes }: Pick<Pack, 'categories' | 'attributes'>,
): Filters | undefined {
  // "Mesh, not leather" says it in its first words.
  const [first = ''] = text.toLowerCase().split(/[,，;；]|\bnot\b|\bno\b|不要|别/);
  const word = first.replace(AROUND_TRAIT, ' ').trim();
  if (category === undefined || word === '') return undefined;
  const named = attributes.flatMap(({ id, values }) =>
    values
      .filter(({ name, synonyms }) => [name.en, name.zh, ...synonyms].some((one) => one?.toLowerCase() === word))
      .map((value) => ({ id, value: value.id })),
  );
  if (named.length === 0) return undefined;
  const goods = goodsOf(category, products, categories);
  const found = named.find(({ id, value }) => goods.some((product) => product.attributes[id] === value));
  return found && { attributes: { [found.id]: found.value } };
}

/** A kind and the kinds under it. */
export function kindsUnder(category: string, categories: Pack['categories']): Set<string> {
  const kinds = new Set([category]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { id, parent } of categories)
      if (parent !== undefined && kinds.has(parent) && !kinds.has(id)) grown = Boolean(kinds.add(id));
  }
  return kinds;
}

/** The products of a kind and of the kinds under it. */
export function goodsOf(category: string, products: readonly Product[], categories: Pack['categories']): Product[] {
  const kinds = kindsUnder(category, categories);
  return products.filter((product) => kinds.has(product.category));
}

/**
 * The limits without attributes that no goods of the kind have: "a backpack that fits a 15 inch laptop" asks for no backpack
 * with a screen. Without a kind all stand.
 */
export function fittingLimits(
  filters: Filters,
  category: string | undefined,
  products: readonly Product[],
  { categories, attributes: packAttributes }: Pick<Pack, 'categories' | 'attributes'>,
): Filters {
  const unitOf = (id: string) => packAttributes.find((one) => one.id === id)?.unit;
  if (category === undefined || filters.attributes === undefined) return filters;
  const goods = goodsOf(category, products, categories);
  if (goods.length === 0) return filters;
  const { attributes, ...rest } = filters;
  const known = Object.entries(attributes)
    .filter(([id]) => goods.some((product) => product.attributes[id] !== undefined))
    .map(([id, wanted]) => [id, COVERING.has(unitOf(id)) && typeof wanted === 'number' ? { min: wanted } : wanted]);
  return known.length > 0 ? { ...rest, attributes: Object.fromEntries(known) } : rest;
}
