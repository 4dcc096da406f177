import type { Pack, Product } from '../../knowledge/pack.ts';
import type { Recommendation } from '../../recommendation/recommendation.ts';
import type { WayOut } from '../../replies/brief.ts';
import type { Filters } from '../../understanding/understanding.ts';
import { beside, type Move, type Need } from '../dialogue/dialogue.ts';
import { nearKinds } from '../dialogue/near-kinds.ts';
import { looseLimits, withoutLimit } from '../dialogue/widened.ts';

export interface WaysOutOptions {
  need: Need;
  move: Move;
  /** The cheapest or dearest of what was shown: what is offered instead goes beyond it. */
  extreme?: Product;
  pack: Pick<Pack, 'categories'>;
  find(filters: Filters, text: string): Promise<{ recommendations: Recommendation[] }>;
}

/** Tried at most; each is one search. */
const TRIED = 5;
/** More do not fit one line. */
const OFFERED = 2;

/** What a good salesperson offers where the list ends: what there would be without one of the limits, or of a kind close by. */
export async function waysOut({ need: { filters }, move, extreme, pack, find }: WaysOutOptions): Promise<WayOut[]> {
  if (filters.category === undefined) return [];
  const price = extreme?.price ?? undefined;
  const bound =
    move === 'cheaper' && price !== undefined
      ? { maxPrice: beside(price, -1) }
      : move === 'dearer' && price !== undefined
        ? { minPrice: beside(price, 1) }
        : undefined;
  if (bound === undefined && move !== 'more') return [];
  const found: WayOut[] = [];
  const attempt = async (way: Pick<WayOut, 'limit' | 'kind' | 'given'>, left: Filters) => {
    const { minPrice, maxPrice, aboutPrice, ...open } = left;
    const tried = bound ? { ...open, ...bound } : left;
    const { recommendations } = await find({ ...tried, sort: 'price_asc' }, '');
    if (recommendations.length > 0) found.push({ ...way, product: recommendations[0].product });
  };
  const loose = looseLimits(filters).filter(({ limit }) => limit !== 'price' || bound === undefined);
  for (const { limit, given } of loose.slice(0, TRIED)) {
    await attempt({ limit, given }, withoutLimit(filters, limit));
    if (found.length > 0) break;
  }
  for (const kind of nearKinds(filters.category, pack.categories).slice(0, TRIED)) {
    if (found.length >= OFFERED || move === 'dearer') break;
    await attempt({ limit: 'category', kind, given: { category: kind } }, { ...filters, category: kind });
    if (found.at(-1)?.limit === 'category') break;
  }
  return found;
}
