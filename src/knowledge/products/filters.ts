import { wantedColors, wantedValues } from '../../understanding/filters/alternatives.ts';
import type { AttributeFilter, Filters, NumberRange } from '../../understanding/understanding.ts';
import type { Pack } from '../pack.ts';
import type { ProductColumns } from './columns.ts';

/** One limit of a query: which products keep it, and the filter it came from. */
export interface Limit {
  key: keyof Filters;
  /** By document: 1 = keeps the limit. */
  mask: Uint8Array;
}

export interface ProductFilter {
  /** The hard limits among the filters; [] when there are none. */
  limits(filters: Filters): Limit[];
  /**
   * Filters without the measures and kinds that no goods of the category state: they were said of something else ("a bag for a 15 inch
   * laptop"). Flags stay: goods that do not state one do not have it.
   */
  stated(filters: Filters): Filters;
  /** An amount of the filters in the pack's currency; as it is when the rate is unknown. */
  inPackCurrency(amount: number, currency: string | undefined): number;
}

/** "15 inch" also means 15.6: how far a number may be from the one said, as a share of it. */
const ROUNDING = 0.05;
/** The value id of goods that have every value of an attribute (wireless and wired). */
const EVERY_VALUE = 'both';
/** What is still "around" a price. */
const ABOUT = { min: 0.5, max: 1.6 };

/** Reads filters against a pack's columns. `sort` is no limit; `aboutPrice` only keeps out what is far from it. */
export function createProductFilter(
  columns: ProductColumns,
  pack: Pick<Pack, 'categories' | 'currency' | 'exchange'>,
): ProductFilter {
  const fill = (value: number) => new Uint8Array(columns.count).fill(value);

  const having = (column: string, wanted: (value: string) => boolean, without = 0): Uint8Array => {
    const mask = fill(without);
    const set = columns.sets[column];
    if (!set) return mask;
    set.values.forEach((value, at) => {
      if (wanted(value))
        for (let i = set.offsets[at]; i < set.offsets[at + 1]; i++) mask[set.documents[i]] = 1 - without;
    });
    return mask;
  };

  const within = (column: string, { min = -Infinity, max = Infinity }: NumberRange, whenMissing = 0): Uint8Array => {
    const numbers = columns.numbers[column];
    const mask = fill(whenMissing);
    if (!numbers) return mask;
    for (let document = 0; document < columns.count; document++) {
      const value = numbers[document];
      if (!Number.isNaN(value)) mask[document] = value >= min && value <= max ? 1 : 0;
    }
    return mask;
  };

  const inCategory = (category: string): Uint8Array => {
    const wanted = new Set([category]);
    for (let grown = true; grown; ) {
      grown = false;
      for (const { id, parent } of pack.categories) {
        if (parent !== undefined && wanted.has(parent) && !wanted.has(id)) grown = Boolean(wanted.add(id));
      }
    }
    return having('category', (value) => wanted.has(value));
  };

  const keepsAttribute = (id: string, wanted: AttributeFilter): Uint8Array => {
    const column = `attr.${id}`;
    if (typeof wanted === 'object') return within(column, wanted);
    if (typeof wanted === 'number')
      return within(column, { min: wanted * (1 - ROUNDING), max: wanted * (1 + ROUNDING) });
    if (wanted === true && columns.numbers[column]) return within(column, { min: Number.MIN_VALUE });
    if (wanted === true) return having(column, (value) => value !== 'false' && value !== 'none');
    // A product that says nothing of a flag does not have it.
    if (wanted === false) return having(column, (value) => value === 'true', 1);
    const value = String(wanted).toLowerCase();
    return having(column, (has) => has.toLowerCase() === value || has === EVERY_VALUE);
  };

  /** Whether any of the marked goods say anything of an attribute. */
  const isStated = (id: string, inside: Uint8Array): boolean => {
    const column = `attr.${id}`;
    const numbers = columns.numbers[column];
    if (numbers?.some((value, document) => inside[document] === 1 && !Number.isNaN(value))) return true;
    return columns.sets[column]?.documents.some((document) => inside[document] === 1) ?? false;
  };

  const inPackCurrency = (amount: number, currency: string | undefined): number => {
    const rate = currency === undefined || currency === pack.currency ? 1 : pack.exchange?.[currency];
    return rate ? amount / rate : amount;
  };

  const oneOf = (brands: readonly string[]) => {
    const folded = new Set(brands.map((brand) => brand.toLowerCase()));
    return (value: string) => folded.has(value);
  };

  return {
    inPackCurrency,
    stated(filters) {
      const { category, attributes } = filters;
      if (!category || !attributes) return filters;
      const inside = inCategory(category);
      const kept = Object.entries(attributes).filter(
        ([id, wanted]) => typeof wanted === 'boolean' || isStated(id, inside),
      );
      return { ...filters, attributes: Object.fromEntries(kept) };
    },
    limits(filters) {
      const limits: Limit[] = [];
      const add = (key: keyof Filters, mask: Uint8Array) => limits.push({ key, mask });
      const { currency } = filters;
      if (filters.category) add('category', inCategory(filters.category));
      if (filters.minPrice !== undefined)
        add('minPrice', within('price', { min: inPackCurrency(filters.minPrice, currency) }));
      if (filters.maxPrice !== undefined)
        add('maxPrice', within('price', { max: inPackCurrency(filters.maxPrice, currency) }));
      if (filters.aboutPrice !== undefined) {
        const centre = inPackCurrency(filters.aboutPrice, currency);
        add('aboutPrice', within('price', { min: centre * ABOUT.min, max: centre * ABOUT.max }));
      }
      if (filters.brandInclude?.length) add('brandInclude', having('brand', oneOf(filters.brandInclude)));
      if (filters.brandExclude?.length) add('brandExclude', having('brand', oneOf(filters.brandExclude), 1));
      const colors = wantedColors(filters);
      if (colors.length > 0)
        add(
          'color',
          having('color', (value) => colors.includes(value)),
        );
      if (filters.colorExclude?.length) add('colorExclude', onlyOtherColors(having, filters.colorExclude));
      if (filters.size)
        add(
          'size',
          having('size', (value) => value === filters.size!.toLowerCase()),
        );
      for (const id of Object.keys(filters.attributes ?? {}))
        add('attributes', anyOf(wantedValues(filters, id).map((wanted) => keepsAttribute(id, wanted))));
      for (const [id, refused] of Object.entries(filters.attributesExclude ?? {}))
        add(
          'attributesExclude',
          having(`attr.${id}`, (value) => refused.includes(value), 1),
        );
      const units = Math.max(filters.quantity ?? 1, 1);
      if (filters.inStock) add('inStock', within('stock', { min: units }, 1));
      else if (units > 1) add('quantity', within('stock', { min: units }, 1));
      return limits;
    },
  };
}

/** The documents that any of the masks (one at least) leaves in. */
function anyOf([first, ...others]: Uint8Array[]): Uint8Array {
  return others.reduce((mask, other) => mask.map((keeps, document) => keeps | other[document]), first);
}

/** A product of several colours is left in while one of them is not excluded. */
function onlyOtherColors(
  having: (column: string, wanted: (value: string) => boolean, without?: number) => Uint8Array,
  excluded: readonly string[],
): Uint8Array {
  const others = having('color', (value) => !excluded.includes(value));
  const none = having('color', (value) => excluded.includes(value), 1);
  return others.map((keeps, document) => keeps | none[document]);
}

/** The documents that keep every limit; undefined when there is no limit. */
export function intersect(limits: readonly Limit[]): { mask: Uint8Array; count: number } | undefined {
  if (limits.length === 0) return undefined;
  const mask = limits[0].mask.slice();
  for (const limit of limits.slice(1)) for (let i = 0; i < mask.length; i++) mask[i] &= limit.mask[i];
  let count = 0;
  for (const value of mask) count += value;
  return { mask, count };
}
