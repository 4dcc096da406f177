import type { FieldSpec } from '../lexical/lexical-index.ts';
import { distinctNames } from '../lexicon/pack-lexicon.ts';
import type { Localized, Pack, PackAttribute, PackCategory, Product } from '../pack.ts';

/** The fields a product is searched in, in the order of `productFields`. */
export const PRODUCT_FIELDS: readonly FieldSpec[] = [
  { name: 'title', weight: 4, b: 0.6 },
  { name: 'kind', weight: 2, b: 0 },
  { name: 'detail', weight: 1.5, b: 0.3 },
  { name: 'description', weight: 1, b: 0.9 },
];

/** Words of a pack by id, to spell out a product's ids. */
export interface PackWords {
  category(id: string): string;
  /** Of the categories above it. */
  parents(id: string): string;
  attribute(id: string, value: Product['attributes'][string]): string;
  color(id: string): string;
}

/** Looks up the words customers use for the ids a product holds, in both languages. */
export function packWords(pack: Pick<Pack, 'categories' | 'attributes' | 'colors'>): PackWords {
  const categories = new Map(pack.categories.map((category) => [category.id, category]));
  const attributes = new Map(pack.attributes.map((attribute) => [attribute.id, attribute]));
  const colors = new Map(pack.colors.map((color) => [color.id, [both(color.name), ...color.synonyms].join(' ')]));
  return {
    category(id) {
      const category = categories.get(id);
      return category ? categoryWords(category) : id;
    },
    parents: (id) => lineage(id, categories).slice(1).map(categoryWords).join(' '),
    attribute(id, value) {
      const attribute = attributes.get(id);
      return attribute
        ? attributeWords(attribute, value)
        : typeof value === 'string'
          ? value
          : Array.isArray(value)
            ? value.join(' ')
            : '';
    },
    color: (id) => colors.get(id) ?? id,
  };
}

function categoryWords(category: PackCategory): string {
  return distinctNames(
    [category.name.en, category.name.zh, ...category.synonyms].filter((name) => name !== undefined),
  ).join(' ');
}

/** A category and those above it, nearest first. */
function lineage(id: string, categories: ReadonlyMap<string, PackCategory>): PackCategory[] {
  const line: PackCategory[] = [];
  for (let at = categories.get(id); at && !line.includes(at); at = at.parent ? categories.get(at.parent) : undefined)
    line.push(at);
  return line;
}

function attributeWords(attribute: PackAttribute, value: Product['attributes'][string]): string {
  if (value === false) return '';
  const name = [both(attribute.name), ...attribute.synonyms].join(' ');
  if (value === true) return name;
  if (typeof value === 'number') return `${both(attribute.name)} ${value}${attribute.unit ?? ''}`;
  return [value]
    .flat()
    .map((id) => {
      const known = attribute.values.find((candidate) => candidate.id === id);
      return known ? [both(known.name), ...known.synonyms].join(' ') : id;
    })
    .join(' ');
}

/** A localized text in every language it has. */
export function both(text: Localized): string {
  return text.en === text.zh
    ? (text.en ?? '')
    : [text.en, text.zh].filter((part) => part !== undefined && part !== '').join(' ');
}

/** A product's texts by field, both languages together. */
export function productFields(product: Product, words: PackWords): string[] {
  const title = both(product.name);
  const brand = product.brand !== '' && !title.toLowerCase().includes(product.brand.toLowerCase()) ? product.brand : '';
  const attributes = Object.entries(product.attributes).map(([id, value]) => words.attribute(id, value));
  return [
    `${brand} ${title}`.trim(),
    product.category === '' ? '' : words.category(product.category),
    [
      product.brand,
      words.parents(product.category),
      ...product.colors.map(words.color),
      ...product.tags,
      ...product.sizes,
      ...attributes,
    ].join(' '),
    [both(product.description), product.extra].filter(Boolean).join('\n'),
  ];
}

const EMBEDDED_CHARACTERS = 4000;

/** What is embedded of a product: its title twice, for weight, and the rest, cut to what embedding models read. */
export function embeddedText(fields: readonly string[]): string {
  const [title, ...rest] = fields;
  return [title, title, ...rest]
    .filter((field) => field !== '')
    .join('\n')
    .slice(0, EMBEDDED_CHARACTERS);
}
