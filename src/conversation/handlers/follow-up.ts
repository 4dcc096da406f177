import type { SearchResult } from '../../knowledge/retriever.ts';
import type { Brief } from '../../replies/brief.ts';
import type { Filters } from '../../understanding/understanding.ts';

/** Fewer hits than this need no follow-up question. */
const WORTH_ASKING = 4;

/** The question that would narrow the list most: the budget first, then the brand. */
export function followUp(
  filters: Filters,
  { total, facets }: SearchResult,
  move: string,
): Extract<Brief, { kind: 'recommend' }>['ask'] {
  if (total < WORTH_ASKING || (move !== 'new' && move !== 'refined')) return undefined;
  const priced = filters.minPrice ?? filters.maxPrice ?? filters.aboutPrice;
  if (filters.category === undefined && (facets.category?.length ?? 0) > 1) {
    return { facet: 'category', values: facets.category.slice(0, 4).map(({ value }) => value) };
  }
  if (priced === undefined) return { facet: 'price' };
  const refused = new Set(filters.brandExclude?.map((brand) => brand.toLowerCase()));
  const brands = (facets.brand ?? []).filter(({ value }) => !refused.has(value.toLowerCase()));
  if (filters.brandInclude === undefined && brands.length > 2) {
    return { facet: 'brand', values: brands.slice(0, 4).map(({ value }) => value) };
  }
  return undefined;
}
