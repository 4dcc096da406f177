import type { Filters } from '../../understanding/understanding.ts';
import { pricesOf } from './amending.ts';
import type { Need } from './dialogue.ts';

/** A limit that may be given up: 'price', 'brand', 'color', 'size', 'attributes' or one attribute's id. */
export interface LooseLimit {
  limit: string;
  /** The limit alone, for words. */
  given: Filters;
}

const NAMED: Record<string, readonly (keyof Filters)[]> = {
  price: ['minPrice', 'maxPrice', 'aboutPrice'],
  brand: ['brandInclude'],
  color: ['color', 'alternatives'],
  size: ['size'],
  attributes: ['attributes'],
};

/** The wishes among filters that a customer might give up; what they refused is none of them. */
export function looseLimits(filters: Filters): LooseLimit[] {
  const { color, brandInclude, attributes = {}, alternatives } = filters;
  const limits: LooseLimit[] = [];
  if (color !== undefined) limits.push({ limit: 'color', given: { color, ...(alternatives && { alternatives }) } });
  if (brandInclude) limits.push({ limit: 'brand', given: { brandInclude } });
  for (const [id, value] of Object.entries(attributes))
    limits.push({ limit: id, given: { attributes: { [id]: value } } });
  const prices = pricesOf(filters);
  if (Object.keys(prices).length > 0) limits.push({ limit: 'price', given: prices });
  return limits;
}

/** Filters without a limit, by the name `looseLimits` gives it. */
export function withoutLimit(filters: Filters, limit: string): Filters {
  const rest = { ...filters };
  for (const name of NAMED[limit] ?? []) delete rest[name];
  if (NAMED[limit] === undefined && rest.attributes) {
    const { [limit]: _, ...attributes } = rest.attributes;
    if (Object.keys(attributes).length > 0) rest.attributes = attributes;
    else delete rest.attributes;
  }
  return rest;
}

/** The need without a limit, or of another kind. Its words are left behind: they may be what nothing met. */
export function widenedNeed(
  { filters }: Need,
  { limit, to, cheap }: { limit: string; to?: string; cheap: boolean },
): Need {
  const left = limit === 'category' ? { ...filters, ...(to && { category: to }) } : withoutLimit(filters, limit);
  return { text: '', filters: { ...left, ...(cheap && { sort: 'price_asc' as const }) } };
}
