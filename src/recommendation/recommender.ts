import type { Profile } from '../customers/profile.ts';
import { localize, type Product } from '../knowledge/pack.ts';
import type { ProductHit, Retriever, SearchQuery, SearchResult } from '../knowledge/retriever.ts';
import type { Filters } from '../understanding/understanding.ts';
import { createBehaviour } from './behaviour.ts';
import { diversify } from './diversity.ts';
import type { LiveModel } from './models/live-model.ts';
import { scoreParts } from './ranking.ts';
import { reasonsFor } from './reasons.ts';
import type { Recommendation } from './recommendation.ts';

/** What to recommend for: the need, and what is known of the customer (absent without consent). */
export interface RecommendRequest extends SearchQuery {
  filters: Filters;
  /** The customer's own limits, for reasons, where `filters` hold more. */
  limits?: Filters;
  profile?: Profile;
  /** Whose purchases may be used; absent without consent. */
  customerId?: string;
  /** Key words of the need, for reasons. */
  keywords?: string[];
  cheaperThan?: number;
}

export interface RecommendResult {
  recommendations: Recommendation[];
  search: SearchResult;
}

export interface Recommender {
  recommend(request: RecommendRequest): Promise<RecommendResult>;
}

/** Candidates looked at for each one shown. */
const CANDIDATES = 40;

export interface RecommenderOptions {
  retriever: Retriever;
  /** What purchases teach; without it only the need, the product and the profile count. */
  model?: Pick<LiveModel, 'current'>;
  purchasesOf?(customerId: string): Promise<{ productId: string; at: Date }[]>;
  now?(): Date;
}

/** Ranks what the retriever finds by fit, customer and value, spreads it by MMR and says why. */
export function createRecommender(options: RecommenderOptions): Recommender {
  const { retriever, model, purchasesOf, now = () => new Date() } = options;

  async function behaviourFor(customerId: string | undefined) {
    const fitted = model?.current();
    if (!fitted) return undefined;
    const purchases = customerId === undefined ? [] : ((await purchasesOf?.(customerId)) ?? []);
    return createBehaviour({ model: fitted, purchases, now: now() });
  }

  return {
    async recommend(request) {
      const limit = request.limit ?? 3;
      const behaviour = await behaviourFor(request.profile && request.customerId);
      const search = await retriever.search({ ...request, limit: Math.max(CANDIDATES, limit) });
      const typicalPrice = medianPrice(search.hits);
      const { filters, profile } = request;
      const ranked = search.hits
        .map(({ product, ...hit }): Recommendation => {
          const parts = {
            ...scoreParts({ product, ...hit }, { filters, profile, typicalPrice }),
            ...behaviour?.parts(product.id),
          };
          const score = Object.values(parts).reduce((sum, part) => sum + part, 0);
          return { product, score, parts, reasons: [] };
        })
        .sort((a, b) => b.score - a.score);
      const chosen = sorted(ranked, request.filters.sort)?.slice(0, limit) ?? diversify(ranked, limit);
      return {
        search,
        recommendations: chosen.map((recommendation) => ({
          ...recommendation,
          reasons: reasonsFor(recommendation.product, {
            filters: request.limits ?? request.filters,
            profile: request.profile,
            cheaperThan: request.cheaperThan,
            terms: termsFound(recommendation.product, request.keywords ?? []),
            // A product that is sold no more is no reason.
            learnt: (behaviour?.reasons(recommendation.product.id) ?? []).filter(
              (reason) => reason.kind !== 'bought_together' || retriever.product(reason.productId) !== undefined,
            ),
          }),
        })),
      };
    },
  };
}

/** The median price of the hits that have one; undefined when none has. */
function medianPrice(hits: readonly ProductHit[]): number | undefined {
  const prices = hits.map(({ product }) => product.price).filter((price) => price !== null);
  return prices.toSorted((a, b) => a - b)[Math.floor(prices.length / 2)];
}

/** The order the customer asked for; undefined when they asked for none. */
function sorted(ranked: Recommendation[], order: Filters['sort']): Recommendation[] | undefined {
  const price = ({ product }: Recommendation) => product.price ?? Number.POSITIVE_INFINITY;
  switch (order) {
    case 'price_asc':
      return ranked.toSorted((a, b) => price(a) - price(b));
    case 'price_desc':
      return ranked.toSorted((a, b) => (b.product.price ?? -1) - (a.product.price ?? -1));
    case 'rating':
      return ranked.toSorted((a, b) => (b.product.rating ?? 0) - (a.product.rating ?? 0));
    case 'newest':
      return ranked.toSorted((a, b) => (b.product.since ?? '').localeCompare(a.product.since ?? ''));
    default:
      return undefined;
  }
}

/** Which of the customer's key words stand in the product's own texts. */
function termsFound(product: Product, keywords: string[]): string[] {
  const texts = [product.name, product.description].flatMap((text) => [localize(text, 'en'), localize(text, 'zh')]);
  const haystack = [...texts, ...product.tags].join(' ').toLowerCase();
  return keywords.filter((keyword) => haystack.includes(keyword.toLowerCase()));
}
