import { type NextBasket, scoreNext } from './models/next-basket.ts';
import { dayOf, toHistory } from './models/purchases.ts';
import type { Reason } from './recommendation.ts';

/** What purchases, the customer's and everybody's, say about a product. */
export interface Behaviour {
  /** Parts of its score: `next` of the customer's own purchases, `popular` of everybody's, `segment` of customers like them, `owned` below 0. */
  parts(productId: string): Record<string, number>;
  /** Only what entered the parts. */
  reasons(productId: string): Reason[];
}

export interface BehaviourOptions {
  model: NextBasket;
  /** Of a customer who agreed to personalisation; empty otherwise. */
  purchases: readonly { productId: string; at: Date }[];
  now: Date;
  /** Buyers of each product in the customer's segment. */
  segmentBuyers?: ReadonlyMap<string, number>;
}

const WEIGHTS = { next: 0.2, popular: 0.08, segment: 0.06, owned: -0.25 } as const;
/** Buyers from which popularity is worth telling. */
const POPULAR_BUYERS = 10;
/** Products that fewer buyers than this come back for are not offered again to who has one. */
const RARELY_BOUGHT_AGAIN = 0.2;

export function createBehaviour({ model, purchases, now, segmentBuyers }: BehaviourOptions): Behaviour {
  const index = itemsOf(model);
  const known = purchases.filter(({ productId }) => index.has(productId));
  const items = known.map(({ productId }) => index.get(productId)!);
  const history = toHistory(
    items,
    known.map(({ at }) => dayOf(at)),
  );
  const owned = new Set(items);
  const scores = known.length > 0 ? scoreNext(model, history, dayOf(now)) : undefined;
  const best = scores?.reduce((most, score) => Math.max(most, score), 1e-9) ?? 1;
  const buyers = model.items.buyers.reduce((most, count) => Math.max(most, count), 1);

  const like = (productId: string) => segmentBuyers?.get(productId) ?? 0;
  const mostLike = Math.max(1, ...(segmentBuyers?.values() ?? []));

  /** The customer's own product that speaks most for this one. */
  function companion(item: number): string | undefined {
    let top = 0;
    let found: string | undefined;
    for (const mine of owned) {
      const weight = model.together.weights[mine * model.together.size + item];
      if (weight > top) {
        top = weight;
        found = model.products[mine];
      }
    }
    return found;
  }

  const isRareAgain = (item: number) => owned.has(item) && model.items.repeat[item] < RARELY_BOUGHT_AGAIN;

  return {
    parts(productId) {
      const alike = like(productId);
      const segment = alike > 0 && { segment: (WEIGHTS.segment * Math.log1p(alike)) / Math.log1p(mostLike) };
      const item = index.get(productId);
      if (item === undefined) return { ...segment };
      const popular = Math.log1p(model.items.buyers[item]) / Math.log1p(buyers);
      return {
        popular: WEIGHTS.popular * popular,
        ...segment,
        ...(scores && !isRareAgain(item) && { next: WEIGHTS.next * Math.sqrt(scores[item] / best) }),
        ...(isRareAgain(item) && { owned: WEIGHTS.owned }),
      };
    },
    reasons(productId) {
      const reasons: Reason[] = [];
      const alike = like(productId);
      if (alike >= POPULAR_BUYERS) reasons.push({ kind: 'popular', scope: 'segment', count: alike });
      const item = index.get(productId);
      if (item === undefined) return reasons;
      const other = scores && !owned.has(item) ? companion(item) : undefined;
      if (other !== undefined) reasons.push({ kind: 'bought_together', productId: other });
      const count = model.items.buyers[item];
      if (count >= POPULAR_BUYERS && alike < POPULAR_BUYERS) reasons.push({ kind: 'popular', scope: 'all', count });
      return reasons;
    },
  };
}

/** Whether enough buyers of a product come back for it; false of one the model does not know. */
export function isBoughtAgain(model: Pick<NextBasket, 'products' | 'items'>, productId: string): boolean {
  const item = itemsOf(model).get(productId);
  return item !== undefined && model.items.repeat[item] >= RARELY_BOUGHT_AGAIN;
}

/** What is most bought together with a product, best first. */
export function boughtTogether(model: NextBasket, productId: string, limit = 5): string[] {
  const item = itemsOf(model).get(productId);
  if (item === undefined) return [];
  const { size, weights } = model.together;
  const best: { item: number; weight: number }[] = [];
  for (let other = 0; other < size; other++) {
    const weight = weights[item * size + other];
    if (weight <= (best[limit - 1]?.weight ?? 0)) continue;
    best.push({ item: other, weight });
    best.sort((a, b) => b.weight - a.weight);
    best.length = Math.min(best.length, limit);
  }
  return best.map((one) => model.products[one.item]);
}

/** The numbers of a model's products, made once for each model. */
function itemsOf(model: Pick<NextBasket, 'products'>): ReadonlyMap<string, number> {
  let items = numbers.get(model.products);
  if (items === undefined) {
    items = new Map(model.products.map((id, item) => [id, item]));
    numbers.set(model.products, items);
  }
  return items;
}

const numbers = new WeakMap<readonly string[], Map<string, number>>();
