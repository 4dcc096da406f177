import type { Pack, PackAttribute, Product } from '../../knowledge/pack.ts';
import { brandNamesOf } from '../../knowledge/packs/brand-names.ts';
import { withoutInstructions } from './instructions.ts';
import { readFacts, type TextFacts } from './text-facts.ts';
import { unitOf } from './units.ts';

/** A number that a product's record holds. */
export interface Measure {
  /** Undefined: a count without a unit ("3 ports"); fits whatever word the reply counts with. */
  dimension?: string;
  base: number;
  attribute?: string;
  /** Set when the attribute is an amount of money. */
  currency?: string;
}

/** All that may be said of one product. */
export interface ProductFacts {
  product: Product;
  price: number | null;
  listPrice?: number;
  measures: readonly Measure[];
  /** Names, description, attributes, tags, in both languages. */
  text: TextFacts;
  /** Folded, lower case; with the brand in both languages. */
  names: readonly string[];
}

/** Reads products of one pack; each product is read once. */
export function createProductReader(pack: Pack): (product: Product) => ProductFacts {
  const brands = brandNamesOf(pack);
  const categories = new Map(pack.categories.map((category) => [category.id, category]));
  const colors = new Map(pack.colors.map((color) => [color.id, color]));
  const known = new WeakMap<Product, ProductFacts>();

  const read = (product: Product): ProductFacts => {
    const names = [product.name.en, product.name.zh].filter((name) => name !== undefined);
    const measures = pack.attributes.flatMap((attribute) => measuresOf(attribute, product, pack));
    if (product.rating !== undefined) measures.push({ dimension: 'stars', base: product.rating, attribute: 'rating' });
    for (const size of product.sizes) if (/^\d+(\.\d+)?$/.test(size)) measures.push({ base: Number(size) });
    const category = categories.get(product.category);
    const attributes = pack.attributes.flatMap((attribute) => attributeWords(attribute, product));
    const words = [
      ...names,
      product.brand,
      ...(brands.get(product.brand.toLowerCase()) ?? []),
      withoutInstructions(product.description.en ?? ''),
      withoutInstructions(product.description.zh ?? ''),
      category?.name.en,
      category?.name.zh,
      ...(category?.synonyms ?? []),
      ...product.colors.flatMap((id) => [id, colors.get(id)?.name.en, colors.get(id)?.name.zh]),
      ...product.sizes,
      ...product.tags,
      ...attributes,
    ];
    const text = readFacts(words.filter((word) => word !== undefined && word !== '').join('\n'), pack.currency);
    for (const { currency, base, dimension } of text.quantities) {
      if (currency !== undefined || dimension !== undefined) measures.push({ base, dimension, currency });
    }
    return {
      product,
      price: product.price,
      ...(product.listPrice !== undefined && { listPrice: product.listPrice }),
      measures,
      text,
      names: names.map((name) => readFacts(name, pack.currency).lower),
    };
  };

  return (product) => {
    const facts = known.get(product) ?? read(product);
    known.set(product, facts);
    return facts;
  };
}

function measuresOf(attribute: PackAttribute, product: Product, pack: Pack): Measure[] {
  const value = product.attributes[attribute.id];
  if (value === true && /^\dg$/i.test(attribute.id)) {
    return [{ dimension: 'network', base: Number.parseInt(attribute.id, 10), attribute: attribute.id }];
  }
  if (typeof value !== 'number') return [];
  if (attribute.unit !== undefined && attribute.unit.toUpperCase() === pack.currency) {
    return [{ currency: pack.currency, base: value, attribute: attribute.id }];
  }
  const names = [attribute.name.en, attribute.name.zh].filter((name) => name !== undefined);
  const unit = unitOf(attribute.unit, names);
  return [{ dimension: unit?.dimension, base: value * (unit?.factor ?? 1), attribute: attribute.id }];
}

/** An attribute in words; one that is false is not said, so that it can't be claimed. */
function attributeWords(attribute: PackAttribute, product: Product): string[] {
  const value = product.attributes[attribute.id];
  if (value === undefined || value === false || value === '') return [];
  const names = [attribute.name.en, attribute.name.zh, ...attribute.synonyms].filter((name) => name !== undefined);
  if (typeof value === 'number') {
    const none = value === 0 ? names.map((name) => (/[\u3400-\u9fff]/.test(name) ? `免${name}` : `no ${name}`)) : [];
    return /^[A-Z]{3}$/.test(attribute.unit ?? '')
      ? [...names, ...none]
      : [...names, ...none, `${value}${attribute.unit ?? ''}`];
  }
  if (typeof value === 'boolean') return names;
  const chosen = attribute.values.filter(({ id }) => (Array.isArray(value) ? value.includes(id) : value === id));
  return [
    ...names,
    ...chosen.flatMap(({ name, synonyms }) => [name.en ?? '', name.zh ?? '', ...synonyms]),
    ...(Array.isArray(value) ? value : [String(value)]),
  ];
}
