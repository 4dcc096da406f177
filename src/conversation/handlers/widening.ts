import type { Recommendation } from '../../recommendation/recommendation.ts';
import type { RecommendResult } from '../../recommendation/recommender.ts';
import type { Filters } from '../../understanding/understanding.ts';
import { type Need, type NeedChange, searchFilters } from '../dialogue/dialogue.ts';

interface Search {
  find(filters: Filters, text: string): Promise<RecommendResult>;
  /** Those of a result that are shown. */
  choose(result: RecommendResult): Recommendation[];
}

export interface Widened {
  result: RecommendResult;
  chosen: Recommendation[];
  /** The need as it was met: without what had to be given up. */
  need: Need;
  /** Goods of the kind, though none holds every word that was said. */
  loosely: boolean;
}

/**
 * What fits a need; when nothing does, what fits without a limit that the customer did not set or is about to give up. `known` = words
 * to look for instead of those that nothing has; absent = none.
 */
export async function findWidening(
  { need, move }: Pick<NeedChange, 'need' | 'move'>,
  known: string | undefined,
  { find, choose }: Search,
): Promise<Widened> {
  const attempt = async (tried: Need, loosely = false): Promise<Widened> => {
    const result = await find(searchFilters(tried), tried.text);
    return { result, chosen: choose(result), need: tried, loosely };
  };
  const first = await attempt(need);
  if (first.chosen.length > 0) return first;
  if (move === 'dearer' && need.filters.maxPrice !== undefined) {
    // Who asks for something dearer than all within the budget goes beyond it.
    const beyond = await attempt({ ...need, filters: without(need.filters, 'maxPrice') });
    if (beyond.chosen.length > 0) return beyond;
  }
  if (move === 'cheaper' || move === 'dearer') {
    // The cheapest of the kind is so among all of it, not among what holds every word said.
    const plain = known === '' && need.text !== '' ? await attempt({ ...need, text: '' }) : first;
    return plain.chosen.length > 0 ? plain : first;
  }
  if (move !== 'new' && move !== 'refined') return first;
  // "With noise cancelling?" after "cheaper": what costs more is better than nothing.
  const { bound, ...unbound } = need;
  const second = bound ? await attempt(unbound) : first;
  if (second.chosen.length > 0 || known === undefined || known === need.text) return second;
  // Told once; words that nothing has must not spoil what is said next.
  const earlier = await attempt({ ...unbound, text: known }, true);
  // "What about Bali": a limit says more than words that what it leaves does not hold.
  const limited = Object.keys(need.filters).length > 0 && known !== '';
  const third = earlier.chosen.length === 0 && limited ? await attempt({ ...unbound, text: '' }, true) : earlier;
  return third.chosen.length > 0 ? third : { ...second, need: third.need };
}

/** Filters without some of them. */
export function without(filters: Filters, ...names: (keyof Filters)[]): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([name]) => !names.includes(name as keyof Filters)));
}
