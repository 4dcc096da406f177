import type { Filters, SortOrder } from '../../understanding/understanding.ts';
import type { Candidate, HybridIndex, HybridResult } from '../hybrid/hybrid-index.ts';
import type { Pack } from '../pack.ts';
import type { ProductHit, SearchQuery, SearchResult } from '../retriever.ts';
import type { VectorTable } from '../vectors/vector-table.ts';
import type { ProductColumns } from './columns.ts';
import { countFacets } from './facets.ts';
import { createProductFilter, intersect, type Limit } from './filters.ts';
import type { ProductSource } from './product-source.ts';

export interface ProductSearchOptions {
  pack: Pick<Pack, 'categories' | 'currency' | 'exchange'>;
  products: ProductSource;
  columns: ProductColumns;
  index: HybridIndex;
  vectors: VectorTable;
  /** Whether a candidate has enough of what was asked to be offered at all. */
  fits: (result: HybridResult, candidate: Candidate) => boolean;
}

const POOL = 200;
const NOTHING: Candidate['parts'] = { lexical: 0, vector: 0, coverage: 0, grams: 0, feedback: 0, head: 0 };
const NEAREST = 5;
/** How far a price may be from "around 500" before it counts for nothing, as a share of it. */
const ABOUT_WIDTH = 0.5;

/** Searches products with hard limits. */
export function createProductSearch({ pack, products, columns, index, fits }: ProductSearchOptions) {
  const filter = createProductFilter(columns, pack);

  const find = (
    text: string,
    vector: Float32Array,
    limit: number,
    limits: readonly Limit[],
    exclude?: ReadonlySet<string>,
  ) => {
    const allowed = intersect(withExcluded(limits, exclude));
    const result = index.search({ text, vector, limit, ...(allowed ? { filter: allowed } : {}) });
    if (result.plan.slots.every((slot) => slot.weak))
      return { result, candidates: browse(result, limit, allowed?.mask) };
    return { result, candidates: result.candidates.filter((candidate) => fits(result, candidate)) };
  };

  const withExcluded = (limits: readonly Limit[], exclude?: ReadonlySet<string>): readonly Limit[] => {
    if (!exclude || exclude.size === 0) return limits;
    const mask = new Uint8Array(columns.count).fill(1);
    for (const id of exclude) {
      const document = products.documentOf(id);
      if (document !== undefined) mask[document] = 0;
    }
    return [...limits, { key: 'sort', mask }];
  };

  /** Nothing in particular is asked for ("a gift"): everything within the limits, what matches at all and the best rated first. */
  const browse = (result: HybridResult, limit: number, mask?: Uint8Array): Candidate[] => {
    const found = new Map(result.candidates.map((candidate) => [candidate.document, candidate]));
    const all: Candidate[] = [];
    for (let document = 0; document < columns.count; document++) {
      if (mask && mask[document] === 0) continue;
      const candidate = found.get(document) ?? {
        document,
        score: 0,
        parts: NOTHING,
      };
      all.push({ ...candidate, score: candidate.score + 0.1 * ratingOf(document) });
    }
    return all.sort((a, b) => b.score - a.score).slice(0, limit);
  };

  const ratingOf = (document: number): number => {
    const rating = columns.numbers.rating[document];
    return Number.isNaN(rating) ? 0.5 : rating / 5;
  };

  const nearAbout = (candidates: Candidate[], filters: Filters): Candidate[] => {
    if (filters.aboutPrice === undefined) return candidates;
    const centre = filter.inPackCurrency(filters.aboutPrice, filters.currency);
    const closeness = ({ document }: Candidate) => {
      const price = columns.numbers.price[document];
      return Number.isNaN(price) ? 0 : Math.max(0, 1 - Math.abs(price - centre) / (ABOUT_WIDTH * centre));
    };
    return candidates
      .map((candidate) => ({ ...candidate, score: candidate.score * (0.5 + 0.5 * closeness(candidate)) }))
      .sort((a, b) => b.score - a.score);
  };

  const sorted = (candidates: Candidate[], sort: SortOrder | undefined): Candidate[] => {
    const { price, rating, since } = columns.numbers;
    const keys: Partial<Record<SortOrder, (document: number) => number>> = {
      price_asc: (document) => price[document],
      price_desc: (document) => -price[document],
      rating: (document) => -rating[document],
      newest: (document) => -since[document],
    };
    const key = sort && keys[sort];
    if (!key) return candidates;
    const last = (value: number) => (Number.isNaN(value) ? Infinity : value);
    return [...candidates].sort((a, b) => last(key(a.document)) - last(key(b.document)) || b.score - a.score);
  };

  const violations = (limits: readonly Limit[], document: number): (keyof Filters)[] => [
    ...new Set(limits.filter(({ mask }) => mask[document] === 0).map(({ key }) => key)),
  ];

  const near = (
    text: string,
    vector: Float32Array,
    limits: readonly Limit[],
    exclude?: ReadonlySet<string>,
  ): SearchResult['near'] => {
    const { candidates } = find(text, vector, POOL, [], exclude);
    return candidates
      .map((candidate) => ({
        product: products.get(candidate.document),
        violates: violations(limits, candidate.document),
        score: candidate.score,
      }))
      .sort((a, b) => a.violates.length - b.violates.length || b.score - a.score)
      .slice(0, NEAREST)
      .map(({ product, violates }) => ({ product, violates }));
  };

  const hitsOf = (candidates: readonly Candidate[]): ProductHit[] => {
    const best = Math.max(...candidates.map((candidate) => candidate.score), 1e-9);
    return candidates.map(({ document, score, parts }) => ({
      product: products.get(document),
      score: score / best,
      parts,
    }));
  };

  return {
    search({ text, filters = {}, limit = 10, exclude }: SearchQuery, vector: Float32Array): SearchResult {
      const limits = filter.limits(filters);
      const { result, candidates } = find(text, vector, Math.max(limit, POOL), limits, exclude);
      const ranked = sorted(nearAbout(candidates, filters), filters.sort);
      const matching = new Set([...result.matching, ...candidates.map((candidate) => candidate.document)]);
      return {
        hits: hitsOf(ranked.slice(0, limit)),
        total: candidates.length === 0 ? 0 : matching.size,
        near: ranked.length === 0 && limits.length > 0 ? near(text, vector, limits, exclude) : [],
        facets:
          candidates.length === 0
            ? {}
            : countFacets(columns, [...matching], (facet, value, document) =>
                facet === 'brand' ? products.get(document).brand : value,
              ),
        corrections: result.plan.corrections,
      };
    },
  };
}
