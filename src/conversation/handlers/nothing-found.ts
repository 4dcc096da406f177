import type { Product } from '../../knowledge/pack.ts';
import type { SearchResult } from '../../knowledge/retriever.ts';
import type { Recommendation } from '../../recommendation/recommendation.ts';
import type { Brief } from '../../replies/brief.ts';
import { widenChoice } from '../../replies/built-in/nothing-found.ts';
import type { Filters } from '../../understanding/understanding.ts';
import type { Handled, TurnContext, TurnParts } from '../context.ts';
import type { Converted } from '../dialogue/currency.ts';
import type { NeedChange } from '../dialogue/dialogue.ts';
import { type WaysOutOptions, waysOut } from './ways-out.ts';

/** Nearest products offered when nothing fits. */
const NEAR_SHOWN = 3;
/** The limits worth naming: of a new need those just said, though a brand refused before still counts. */
export function limitsNamed({ move, need }: NeedChange, said: Filters): Filters {
  return move === 'new' ? said : need.filters;
}

/** Words about money are limits, no reasons. */
export const OF_MONEY =
  /^(?:budget|price|money|cost|max|min|bucks|dollars?|quid|pounds?|euros?|预算|价格|价位|块钱|美元)$/i;

/** Nothing fits: that is said, with what comes nearest, or what there would be otherwise. */
export async function nothingFound(
  context: TurnContext,
  change: NeedChange,
  said: Filters,
  move: NeedChange['move'],
  { spoken, converted }: Pick<Converted, 'spoken' | 'converted'>,
  found: { search: SearchResult; find: WaysOutOptions['find'] },
  { retriever: { product, products }, pack }: TurnParts,
): Promise<Handled> {
  const { search } = found;
  // After "cheaper" the list above still stands; offering dearer goods as "near" would not be listening.
  const offerNear = move === 'new' || move === 'refined';
  const near = (offerNear ? search.near.filter(({ violates }) => !violates.includes('category')) : [])
    .slice(0, NEAR_SHOWN)
    .map(({ product, violates }) => ({
      violates,
      recommendation: {
        product,
        score: 0,
        parts: {},
        reasons: [{ kind: 'nearest', violates }],
      } satisfies Recommendation,
    }));
  const shown = near.map(({ recommendation }) => recommendation.product.id);
  const keepNeed = move === 'cheaper' || move === 'dearer' || move === 'more';
  // What is not carried at all is told once; it must not rule out whatever is asked for next.
  const need = {
    ...change.need,
    filters: withoutForeign(change.need.filters, products),
    unmet: true,
    ...(change.need.filters.category === undefined && search.near.length === 0 && { missed: true }),
  };
  const shownBefore = productsOf(context.dialogue.shown, product);
  // Of goods that only come near none is the cheapest of what was asked for.
  const unmet = context.dialogue.need.unmet === true;
  const extreme =
    move === 'cheaper' || move === 'dearer'
      ? extremeOf(shownBefore, (price) => (move === 'cheaper' ? -price : price))
      : undefined;
  const instead = await waysOut({ need: context.dialogue.need, move, extreme, pack, find: found.find });
  const brief: Brief = {
    kind: 'nothing_found',
    ...(extreme && (!unmet || (move === 'cheaper' && instead.length === 0)) && { extreme }),
    ...(instead.length > 0 && { instead }),
    text: subjectOf(context),
    filters: keepNeed ? context.dialogue.need.filters : limitsNamed(change, said),
    move: unmet && (move === 'cheaper' || move === 'dearer') ? 'refined' : move,
    near,
    ...(converted && { converted }),
  };
  return {
    brief,
    recommendations: near.map(({ recommendation }) => recommendation),
    dialogue: {
      ...(!keepNeed && { need }),
      ...(spoken && { currency: spoken }),
      ...(instead.length > 0 && { pending: { kind: 'instead' as const, choice: widenChoice(instead[0], brief.move) } }),
      ...(shown.length > 0 && { shown, focus: shown.length === 1 ? shown[0] : undefined }),
    },
  };
}

/** The product that goes furthest in price; undefined when none has a price. */
function extremeOf(products: Product[], by: (price: number) => number): Product | undefined {
  const priced = products.filter(({ price }) => price !== null);
  return priced.toSorted((a, b) => by(b.price!) - by(a.price!))[0];
}

function withoutForeign(filters: Filters, products: readonly Product[]): Filters {
  const { brandInclude, ...rest } = filters;
  const sold = new Set(products.map(({ brand }) => brand.toLowerCase()));
  const carried = brandInclude?.filter((brand) => sold.has(brand.toLowerCase())) ?? [];
  return carried.length > 0 ? { ...rest, brandInclude: carried } : rest;
}

function subjectOf({ understanding }: TurnContext): string {
  const words = understanding.keywords.filter((word) => !OF_MONEY.test(word));
  return words.slice(0, 4).join(' ');
}

/** "Something bigger" where the list already shows the biggest. */
export function nothingBeyond({ dialogue: { need } }: TurnContext, extreme: Product): Handled {
  return { brief: { kind: 'nothing_found', move: 'beyond', extreme, text: '', filters: need.filters, near: [] } };
}

/** The products of ids, in order, without those that are no longer sold. */
export function productsOf(ids: readonly string[], product: (id: string) => Product | undefined): Product[] {
  return ids.map((id) => product(id)).filter((found) => found !== undefined);
}
