import type { Filters } from '../../understanding/understanding.ts';
import type { Candidate, HybridIndex, HybridResult } from '../hybrid/hybrid-index.ts';
import type { Pack } from '../pack.ts';
import { FIT, type ProductHit, type SearchQuery, type SearchResult } from '../retriever.ts';
import { withoutAmounts } from './amounts.ts';
import type { ProductColumns } from './columns.ts';
import { countFacets } from './facets.ts';
import { createProductFilter, intersect, type Limit } from './filters.ts';
import { fitness } from './fitness.ts';
import type { Offer } from './offer.ts';
import { createProductOrder } from './product-order.ts';
import type { ProductSource } from './product-source.ts';

export interface ProductSearchOptions {
  pack: Pick<Pack, 'categories' | 'currency' | 'exchange'>;
  products: ProductSource;
  columns: ProductColumns;
  index: HybridIndex;
  offer: Offer;
}

const POOL = 200;
const NEAREST = 5;
/** The fit from which goods that have a brand or trait asked for are offered when none has all: "Japan for the cherry blossom". */
const NEARLY = 0.25;
/** Goods of another kind are farther from what was asked than a price or a colour that differs. */
const OTHER_CATEGORY = 3;
/** How much more of a text other goods must have to replace an inferred category that is only mentioned beside the goods asked for. */
const BETTER = 0.1;
/** The same, of the text and of what it names together, for a category that is asked for by name. */
const MUCH_BETTER = 0.65;

type Judged = Candidate & { fit: number };

/** Searches products within hard limits. */
export function createProductSearch({ pack, products, columns, index, offer }: ProductSearchOptions) {
  const filter = createProductFilter(columns, pack);
  const order = createProductOrder(columns);

  /** Candidates in order, each with its fit. */
  const find = (
    text: string,
    vector: Float32Array,
    limit: number,
    limits: readonly Limit[],
    category: string | undefined,
  ): { result: HybridResult; candidates: Judged[] } => {
    const allowed = intersect(limits);
    const result = index.search({ text, vector, limit, ...(allowed ? { filter: allowed } : {}) });
    const browsing = result.plan.slots.every((slot) => slot.weak);
    const found =
      browsing || category !== undefined ? order.browse(result.candidates, limit, allowed?.mask) : result.candidates;
    if (browsing) return { result, candidates: found.map((candidate) => ({ ...candidate, fit: 1 })) };
    const fitOf = fitness({
      missing: offer.missing(text),
      ...(category === undefined ? {} : { reachable: best('asked', text, vector, category) }),
    });
    return { result, candidates: found.map((candidate) => ({ ...candidate, fit: fitOf(candidate) })) };
  };

  const without = (excluded: ReadonlySet<string> | undefined): Limit[] => {
    if (!excluded || excluded.size === 0) return [];
    const mask = new Uint8Array(columns.count).fill(1);
    for (const id of excluded) {
      const document = products.documentOf(id);
      if (document !== undefined) mask[document] = 0;
    }
    return [{ key: 'sort', mask }];
  };

  const within = (only: ReadonlySet<string> | undefined): Limit[] => {
    if (!only) return [];
    const mask = new Uint8Array(columns.count);
    for (const id of only) {
      const document = products.documentOf(id);
      if (document !== undefined) mask[document] = 1;
    }
    return [{ key: 'sort', mask }];
  };

  const violations = (limits: readonly Limit[], document: number): (keyof Filters)[] => [
    ...new Set(limits.filter(({ mask }) => mask[document] === 0).map(({ key }) => key)),
  ];

  const distanceOf = (violated: readonly (keyof Filters)[]): number =>
    violated.length + (violated.includes('category') ? OTHER_CATEGORY - 1 : 0);

  /** How far a price is outside the limits, as a share of the limit. */
  const priceGap = (document: number, { minPrice, maxPrice, currency }: Filters): number => {
    const price = columns.numbers.price[document];
    const over = maxPrice === undefined ? 0 : price / filter.inPackCurrency(maxPrice, currency) - 1;
    const under = minPrice === undefined ? 0 : 1 - price / filter.inPackCurrency(minPrice, currency);
    return Math.max(0, over || 0, under || 0);
  };

  const nearest = (
    text: string,
    vector: Float32Array,
    filters: Filters,
    excluded: readonly Limit[],
  ): SearchResult['near'] => {
    const limits = filter.limits(filters);
    return find(text, vector, POOL, excluded, undefined)
      .candidates.filter(({ fit }) => fit >= FIT)
      .map((candidate) => ({
        ...candidate,
        violates: violations(limits, candidate.document),
        distance: distanceOf(violations(limits, candidate.document)),
        closeness: candidate.score / (1 + priceGap(candidate.document, filters)),
      }))
      .sort((a, b) => a.distance - b.distance || b.closeness - a.closeness)
      .slice(0, NEAREST)
      .map(({ document, violates }) => ({ product: products.get(document), violates }));
  };

  /** How much of a text the goods of a category have at most, whatever the other limits; without one, any goods. */
  const best = (part: 'coverage' | 'asked', text: string, vector: Float32Array, category?: string): number => {
    const allowed = intersect(filter.limits(category === undefined ? {} : { category }));
    const { candidates } = index.search({ text, vector, limit: POOL, ...(allowed ? { filter: allowed } : {}) });
    return Math.max(0, ...candidates.map(({ parts }) => parts[part]));
  };

  /** The filters without an inferred category that other goods meet clearly better. */
  const withoutDoubt = ({ filters = {}, inferred = [] }: SearchQuery, text: string, vector: Float32Array): Filters => {
    const { category, ...rest } = filters;
    if (category === undefined || !inferred.includes('category')) return filters;
    const kept = filter.stated(filters);
    const gain = (part: 'coverage' | 'asked') => best(part, text, vector) - best(part, text, vector, category);
    const doubtful = !offer.names(text, category);
    return doubtful
      ? gain('coverage') > BETTER
        ? rest
        : kept
      : gain('asked') + gain('coverage') > MUCH_BETTER
        ? rest
        : kept;
  };

  const hitsOf = (candidates: readonly Judged[]): ProductHit[] => {
    const best = Math.max(...candidates.map((candidate) => candidate.score), 1e-9);
    return candidates.map(({ document, score, parts, fit }) => ({
      product: products.get(document),
      score: score / best,
      parts: { ...parts, fit },
    }));
  };

  /** All that matches the text, and what is offered beside it. */
  const union = (matching: Uint32Array, ranked: readonly Judged[]): { inside: Uint8Array; total: number } => {
    const inside = new Uint8Array(columns.count);
    for (let at = 0; at < matching.length; at++) inside[matching[at]] = 1;
    let total = matching.length;
    for (const { document, fit } of ranked) {
      if (fit < FIT || inside[document] === 1) continue;
      inside[document] = 1;
      total++;
    }
    return { inside, total };
  };

  return {
    search(query: SearchQuery, vector: Float32Array): SearchResult {
      const { text: asked, limit = 10, exclude, only, lenient = false } = query;
      const text = withoutAmounts(asked, query.filters ?? {});
      const filters = withoutDoubt(query, text, vector);
      const limits = filter.limits(filters);
      const excluded = [...without(exclude), ...within(only)];
      const { result, candidates } = find(
        text,
        vector,
        Math.max(limit, POOL),
        [...limits, ...excluded],
        filters.category,
      );
      const fitting = candidates.filter(({ fit }) => fit >= FIT);
      const nearly =
        fitting.length === 0 && asksForTrait(filters) ? candidates.filter(({ fit }) => fit >= NEARLY) : fitting;
      const kept = lenient ? candidates : nearly;
      const centre =
        filters.aboutPrice === undefined ? undefined : filter.inPackCurrency(filters.aboutPrice, filters.currency);
      const ranked = order.apply(kept, { text, sort: filters.sort, centre });
      const { inside, total } = union(result.matching, ranked);
      const found = ranked.length > 0;
      return {
        hits: hitsOf(ranked.slice(0, limit)),
        total: found ? Math.max(total, ranked.length) : 0,
        near: !found && limits.length > 0 ? nearest(text, vector, filters, excluded) : [],
        facets: found
          ? countFacets(columns, inside, (facet, value, document) =>
              facet === 'brand' ? products.get(document).brand : value,
            )
          : {},
        corrections: result.plan.corrections,
        reading: index.reading(result.plan),
      };
    },
  };
}

function asksForTrait({ brandInclude, attributes = {} }: Filters): boolean {
  return (
    (brandInclude?.length ?? 0) > 0 ||
    Object.values(attributes).some((wanted) => typeof wanted === 'string' || wanted === true)
  );
}
