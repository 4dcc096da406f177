import type { Profile } from '../customers/profile.ts';
import { localize, type Pack, type Product } from '../knowledge/pack.ts';
import type { ProductHit, Retriever, SearchQuery, SearchResult } from '../knowledge/retriever.ts';
import type { Filters } from '../understanding/understanding.ts';
import { createBehaviour, isBoughtAgain } from './behaviour.ts';
import { proposed } from './candidates.ts';
import { dislikedProducts, withDislikes } from './dislikes.ts';
import { diversify } from './diversity.ts';
import { type Deed, dot, interestVector, mostAlike, stillOwned } from './history.ts';
import type { LiveModel } from './models/live-model.ts';
import { scoreParts, WEIGHTS } from './ranking.ts';
import { reasonsFor } from './reasons.ts';
import type { Reason, Recommendation } from './recommendation.ts';
import { tooRisky } from './risk.ts';

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
/** Likeness to something the customer chose from which it is told as a reason. */
const ALIKE = 0.6;
/** Below this an interest vector says nothing of a product. */
const LEAST_LIKENESS = 0.2;

export interface RecommenderOptions {
  retriever: Retriever;
  /** For what customers dislike and the risk they bear; without it only the request's own limits count. */
  pack?: Pick<Pack, 'attributes' | 'riskAttribute'>;
  /** What purchases teach; without it only the need, the product and the profile count. */
  model?: Pick<LiveModel, 'current' | 'buyersIn'>;
  /** What a customer did with products, newest first. */
  deedsOf?(customerId: string): Promise<Deed[]>;
  segmentOf?(customerId: string): Promise<string | undefined>;
  /** What customers' choices taught of how much each part counts. */
  weights?: { current(): Readonly<Record<string, number>> };
  now?(): Date;
}

/** What is known of the customer of one request. */
interface Known {
  deeds: Deed[];
  /** What they have and will not want again; what led to it is interest no more. */
  owned: ReadonlySet<string>;
  interest?: Float32Array;
  segmentBuyers?: ReadonlyMap<string, number>;
}

/** Ranks what the retriever and the customer's own doings propose by fit, customer and value, spreads it by MMR and says why. */
export function createRecommender(options: RecommenderOptions): Recommender {
  const { retriever, pack, model, deedsOf, segmentOf, weights, now = () => new Date() } = options;

  /** Whether the text asks for a product by name; looked up once, and only if it matters. */
  function namedIn(text: string): (id: string) => boolean {
    let named: Set<string> | undefined;
    return (id) => {
      const found = named || text === '' ? [] : retriever.findByName(text);
      named ??= new Set(found.filter(({ name }) => isNamed(text.toLowerCase(), name)).map((one) => one.id));
      return named.has(id);
    };
  }

  async function knownOf({ profile, customerId }: RecommendRequest): Promise<Known> {
    if (!profile || customerId === undefined) return { deeds: [], owned: new Set() };
    const [found, segment] = await Promise.all([
      profile.activity ? deedsOf?.(customerId) : undefined,
      model ? segmentOf?.(customerId) : undefined,
    ]);
    const deeds = found ?? [];
    const fitted = model?.current();
    const owned = stillOwned(deeds, now(), (id) => fitted !== undefined && isBoughtAgain(fitted, id));
    const open = deeds.filter(({ productId }) => !owned.has(productId));
    const interest = open.length > 0 ? interestVector(open, retriever.vectorOf, now()) : undefined;
    const segmentBuyers = segment === undefined ? undefined : model?.buyersIn(segment);
    return { deeds, owned, ...(interest && { interest }), ...(segmentBuyers && { segmentBuyers }) };
  }

  /** The request within the hard limits: what is disliked, too risky, or there already. */
  function limited(request: RecommendRequest, { owned }: Known, named: (id: string) => boolean): RecommendRequest {
    const preferences = request.profile?.preferences ?? [];
    const filters = withDislikes(request.filters, preferences);
    const exclude = new Set(request.exclude);
    if (pack) {
      const { products } = retriever;
      const { text, keywords = text === '' ? [] : [text] } = request;
      const open = keywords.length === 0 && Object.keys(request.filters).length === 0;
      const disliked = dislikedProducts(preferences, text, products, pack, request.filters.category);
      for (const id of [...disliked, ...tooRisky(products, pack, { filters, preferences, open })]) exclude.add(id);
    }
    for (const id of owned) if (!named(id)) exclude.add(id);
    return { ...request, filters, exclude };
  }

  /** What the query finds, and of what the customer's doings propose that which meets the query too, after it. */
  async function candidatesFor(request: RecommendRequest, known: Known) {
    const search = await retriever.search({ ...request, limit: Math.max(CANDIDATES, request.limit ?? 0) });
    if (search.total <= search.hits.length || !request.profile) return { search, hits: search.hits };
    const found = new Set(search.hits.map(({ product }) => product.id));
    const fitted = model?.current();
    const ids = await proposed({ retriever, ...known, ...(fitted && { model: fitted }) });
    const only = new Set([...ids].filter((id) => !found.has(id)));
    if (only.size === 0) return { search, hits: search.hits };
    const more = await retriever.search({ ...request, only, limit: only.size });
    // Scores compare within one result only: what was not among the best is at most as good as the last of them.
    const least = search.hits.at(-1)?.score ?? 0;
    return { search, hits: [...search.hits, ...more.hits.map((hit) => ({ ...hit, score: hit.score * least }))] };
  }

  return {
    async recommend(asked) {
      const limit = asked.limit ?? 3;
      const known = await knownOf(asked);
      const named = namedIn(asked.text);
      const request = limited(asked, known, named);
      const { search, hits: found } = await candidatesFor(request, known);
      const hits = available(found, named);
      const fitted = model?.current();
      const behaviour =
        fitted &&
        createBehaviour({
          model: fitted,
          purchases: known.deeds.filter(({ type }) => type === 'purchase'),
          now: now(),
          ...(known.segmentBuyers && { segmentBuyers: known.segmentBuyers }),
        });
      const typicalPrice = medianPrice(search.hits);
      const { filters, profile } = request;
      const learnt = weights?.current() ?? {};
      const ranked = hits
        .map((hit): Recommendation => {
          const { product } = hit;
          const plain = {
            ...scoreParts(hit, { filters, profile, typicalPrice }),
            ...likenessPart(known.interest, retriever.vectorOf(product.id)),
            ...behaviour?.parts(product.id),
          };
          const parts = Object.fromEntries(
            Object.entries(plain).map(([name, part]) => [name, part * (learnt[name] ?? 1)]),
          );
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
            filters: request.limits ?? asked.filters,
            profile,
            cheaperThan: request.cheaperThan,
            terms: termsFound(recommendation.product, request.keywords ?? []),
            learnt: [
              ...alikeReason(recommendation, known, retriever),
              // A product that is sold no more is no reason.
              ...(behaviour?.reasons(recommendation.product.id) ?? []).filter(
                (reason) => reason.kind !== 'bought_together' || retriever.product(reason.productId) !== undefined,
              ),
            ],
          }),
        })),
      };
    },
  };
}

function likenessPart(interest: Float32Array | undefined, vector: Float32Array | undefined): Record<string, number> {
  if (!interest || !vector) return {};
  const likeness = dot(interest, vector);
  return likeness > LEAST_LIKENESS ? { alike: WEIGHTS.alike * likeness } : {};
}

/** "Like the kettle you bought": only where likeness entered the score. */
function alikeReason(
  { product, parts }: Recommendation,
  { deeds, owned }: Known,
  { vectorOf, product: find }: Retriever,
): Reason[] {
  const vector = parts.alike === undefined ? undefined : vectorOf(product.id);
  if (!vector) return [];
  const others = deeds.filter(
    ({ productId }) => productId !== product.id && !owned.has(productId) && find(productId) !== undefined,
  );
  const deed = mostAlike(vector, others, vectorOf, ALIKE);
  return deed ? [{ kind: 'alike', productId: deed.productId, bought: deed.type === 'purchase' }] : [];
}

/** Whether a text asks for a product by its name, not only for its kind: the whole of it, or two words that are half of it. */
function isNamed(text: string, name: Product['name']): boolean {
  return Object.values(name).some((one) => {
    const words = one.toLowerCase().split(/\s+/);
    const said = words.filter((word) => text.includes(word)).length;
    return text.includes(one.toLowerCase()) || (said >= 2 && said * 2 >= words.length);
  });
}

/** What is sold out is shown only when asked for by name, or when nothing else fits; the reply then says so. */
function available(hits: ProductHit[], named: (id: string) => boolean): ProductHit[] {
  const kept = hits.filter(({ product }) => product.stock !== 0 || named(product.id));
  return kept.length > 0 ? kept : hits;
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
