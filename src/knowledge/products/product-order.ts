import type { SortOrder } from '../../understanding/understanding.ts';
import type { Candidate } from '../hybrid/hybrid-index.ts';
import type { ProductColumns } from './columns.ts';

/** How far a price may be from "around 500" before it counts for nothing, as a share of it. */
const ABOUT_WIDTH = 0.6;
/** A product nobody rated stands between good and bad. */
const UNRATED = 0.7;
const PRIOR = 0.1;
const NOTHING: Candidate['parts'] = { lexical: 0, vector: 0, coverage: 0, asked: 0, grams: 0, feedback: 0, head: 0 };

export interface OrderQuery {
  text: string;
  sort?: SortOrder | undefined;
  /** The price asked about, in the pack's currency. */
  centre?: number | undefined;
}

const CHEAP =
  /\b(?:cheap|cheaper|cheapest|budget|affordable|inexpensive|low[- ]cost)\b|便宜|实惠|性价比|平价|省钱|经济/i;
const DEAR = /\b(?:premium|luxury|high[- ]end|flagship|top[- ]of[- ]the[- ]range)\b|高端|高档|奢侈|旗舰|顶配/i;
/** How much "cheap" and "premium" count beside the words. */
const LEANING = 0.25;

/** Orders products by what a query says beside its words. */
export interface ProductOrder {
  /** By "around this price", by "cheap" or "premium", and by the order asked for; otherwise as they are. */
  apply<T extends Candidate>(candidates: readonly T[], query: OrderQuery): T[];
  /** Nothing in particular is asked for ("a gift"): everything allowed, what matches at all and the best rated first. */
  browse(found: readonly Candidate[], limit: number, mask: Uint8Array | undefined): Candidate[];
}

export function createProductOrder({ count, numbers }: ProductColumns): ProductOrder {
  const closenessTo = (centre: number) => (document: number) => {
    const price = numbers.price[document];
    return Number.isNaN(price) ? 0 : Math.max(0, 1 - Math.abs(price - centre) / (ABOUT_WIDTH * centre));
  };

  const keys: Partial<Record<SortOrder, (document: number) => number>> = {
    price_asc: (document) => numbers.price[document],
    price_desc: (document) => -numbers.price[document],
    rating: (document) => -numbers.rating[document],
    newest: (document) => -numbers.since[document],
  };

  /** Prices by rank among the candidates: 0 = lowest, 1 = highest; those without a price stand between. */
  const leaned = <T extends Candidate>(candidates: T[], leaning: number): T[] => {
    const prices = candidates
      .map(({ document }) => numbers.price[document])
      .filter((price) => !Number.isNaN(price))
      .sort((a, b) => a - b);
    const places = new Map(prices.map((price, at) => [price, at / Math.max(1, prices.length - 1)]));
    return candidates.map((candidate) => {
      const place = places.get(numbers.price[candidate.document]) ?? 0.5;
      return { ...candidate, score: candidate.score + LEANING * (leaning > 0 ? place : 1 - place) };
    });
  };

  const byScore = (a: Candidate, b: Candidate) => b.score - a.score || a.document - b.document;

  return {
    apply(candidates, { text, sort, centre }) {
      let ordered = [...candidates];
      const leaning = CHEAP.test(text) ? -1 : DEAR.test(text) ? 1 : 0;
      if (leaning !== 0) ordered = leaned(ordered, leaning).sort(byScore);
      if (centre !== undefined) {
        const closeness = closenessTo(centre);
        ordered = ordered
          .map((candidate) => ({ ...candidate, score: candidate.score * (0.5 + 0.5 * closeness(candidate.document)) }))
          .sort(byScore);
      }
      const key = sort && keys[sort];
      if (!key) return ordered;
      const last = (value: number) => (Number.isNaN(value) ? Infinity : value);
      return ordered.sort((a, b) => compare(last(key(a.document)), last(key(b.document))) || byScore(a, b));
    },
    browse(found, limit, mask) {
      const known = new Map(found.map((candidate) => [candidate.document, candidate]));
      const all: Candidate[] = [];
      for (let document = 0; document < count; document++) {
        if (mask && mask[document] === 0) continue;
        const candidate = known.get(document) ?? { document, score: 0, parts: NOTHING };
        const rating = numbers.rating[document];
        all.push({ ...candidate, score: candidate.score + PRIOR * (Number.isNaN(rating) ? UNRATED : rating / 5) });
      }
      return all.sort(byScore).slice(0, limit);
    },
  };
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
