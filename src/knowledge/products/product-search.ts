import type { Filters } from '../../understanding/understanding.ts';
import type { Candidate, HybridIndex, HybridResult } from '../hybrid/hybrid-index.ts';
import type { Pack } from '../pack.ts';
import { FIT, type ProductHit, type SearchQuery, type SearchResult } from '../retriever.ts';
import { withoutAmounts } from './amounts.ts';
import type { ProductColumns } from './columns.ts';
import { countFacets } from './facets.ts';
import { createProductFilter, intersect, type Limit } from './filters.ts';
import { createProductOrder } from './product-order.ts';
import type { ProductSource } from './product-source.ts';

export interface ProductSearchOptions {
  pack: Pick<Pack, 'categories' | 'currency' | 'exchange'>;
  products: ProductSource;
  columns: ProductColumns;
  index: HybridIndex;
  /** How well a candidate meets the query, 0..1; from FIT on it may be offered. */
  fitOf: (result: HybridResult, candidate: Candidate) => number;
}

const POOL = 200;
const NEAREST = 5;

type Judged = Candidate & { fit: number };

/** Searches products within hard limits. */
export function createProductSearch({ pack, products, columns, index, fitOf }: ProductSearchOptions) {
  const filter = createProductFilter(columns, pack);
  const order = createProductOrder(columns);

  /** Candidates in order, with their fit; `browsing` when the text names nothing in particular. */
  const find = (text: string, vector: Float32Array, limit: number, limits: readonly Limit[], category: boolean) => {
    const allowed = intersect(limits);
    const result = index.search({ text, vector, limit, ...(allowed ? { filter: allowed } : {}) });
    const fitting = (candidate: Candidate, fit: number): Judged => ({ ...candidate, fit });
    if (result.plan.slots.every((slot) => slot.weak)) {
      const all = order.browse(result.candidates, limit, allowed?.mask);
      return { result, candidates: all.map((candidate) => fitting(candidate, 1)) };
    }
    // Goods of the category asked for may be offered whatever else the text says.
    const least = category ? FIT : 0;
    const found = category ? order.browse(result.candidates, limit, allowed?.mask) : result.candidates;
    return {
      result,
      candidates: found.map((candidate) => fitting(candidate, Math.max(least, fitOf(result, candidate)))),
    };
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

  const violations = (limits: readonly Limit[], document: number): (keyof Filters)[] => [
    ...new Set(limits.filter(({ mask }) => mask[document] === 0).map(({ key }) => key)),
  ];

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
    return find(text, vector, POOL, excluded, false)
      .candidates.filter(({ fit }) => fit >= FIT)
      .map((candidate) => ({
        ...candidate,
        violates: violations(limits, candidate.document),
        closeness: candidate.score / (1 + priceGap(candidate.document, filters)),
      }))
      .sort((a, b) => a.violates.length - b.violates.length || b.closeness - a.closeness)
      .slice(0, NEAREST)
      .map(({ document, violates }) => ({ product: products.get(document), violates }));
  };

  const hitsOf = (candidates: readonly Judged[]): ProductHit[] => {
    const best = Math.max(...candidates.map((candidate) => candidate.score), 1e-9);
    return candidates.map(({ document, score, parts, fit }) => ({
      product: products.get(document),
      score: score / best,
      parts: { ...parts, fit },
    }));
  };

  return {
    search(
      { text: asked, filters = {}, limit = 10, exclude, lenient = false }: SearchQuery,
      vector: Float32Array,
    ): SearchResult {
      const text = withoutAmounts(asked, filters);
      const limits = filter.limits(filters);
      const excluded = without(exclude);
      const { result, candidates } = find(
        text,
        vector,
        Math.max(limit, POOL),
        [...limits, ...excluded],
        filters.category !== undefined,
      );
      const kept = lenient ? candidates : candidates.filter(({ fit }) => fit >= FIT);
      const centre =
        filters.aboutPrice === undefined ? undefined : filter.inPackCurrency(filters.aboutPrice, filters.currency);
      const ranked = order.apply(kept, filters, centre);
      const matching = [
        ...new Set([...result.matching, ...ranked.filter(({ fit }) => fit >= FIT).map(({ document }) => document)]),
      ];
      const found = ranked.length > 0;
      return {
        hits: hitsOf(ranked.slice(0, limit)),
        total: found ? matching.length : 0,
        near: !found && limits.length > 0 ? nearest(text, vector, filters, excluded) : [],
        facets: found
          ? countFacets(columns, matching, (facet, value, document) =>
              facet === 'brand' ? products.get(document).brand : value,
            )
          : {},
        corrections: result.plan.corrections,
      };
    },
  };
}
