import { usableProfile } from '../../customers/customers.ts';
import type { StatedPreference } from '../../customers/profile.ts';
import type { Pack, Product } from '../../knowledge/pack.ts';
import type { SearchResult } from '../../knowledge/retriever.ts';
import { productsHolding } from '../../recommendation/dislikes.ts';
import { isReduced } from '../../recommendation/ranking.ts';
import type { Recommendation } from '../../recommendation/recommendation.ts';
import { riskPreference } from '../../recommendation/risk.ts';
import type { Brief } from '../../replies/brief.ts';
import { inOfferOrder } from '../../segments/offers.ts';
import type { Filters } from '../../understanding/understanding.ts';
import type { Handler, TurnContext } from '../context.ts';
import { refusedWords } from '../dialogue/avoid.ts';
import { inPackCurrency } from '../dialogue/currency.ts';
import { advanceNeed, type NeedChange, searchFilters } from '../dialogue/dialogue.ts';
import { fittingLimits, traitOfKind } from '../dialogue/fitting-limits.ts';
import { isNewAfterRest, isNewWish } from '../dialogue/wish.ts';

/** Products shown at once. */
const SHOWN = 3;
/** Nearest products offered when nothing fits. */
const NEAR_SHOWN = 3;
/** Fewer hits than this need no follow-up question. */
const WORTH_ASKING = 4;
const SEEN_KEPT = 100;
/** Words to avoid kept in a conversation. */
export const WORDS_AVOIDED = 20;

/** Finds what fits the need of this and earlier turns, and keeps the list so that "the second one" has a meaning. */
export const recommend: Handler = async (context, parts) => {
  const { dialogue, understanding, customer, plan } = context;
  const shownProducts = productsOf(dialogue.shown, parts.retriever.product);
  const { filters: read, converted } = inPackCurrency(understanding.filters, parts.pack);
  const fitting = (filters: Filters, category = filters.category) =>
    fittingLimits(filters, category, parts.retriever.products, parts.pack);
  const trait = traitOfKind(
    understanding.clean.text,
    dialogue.need.filters.category,
    parts.retriever.products,
    parts.pack,
  );
  const said = trait ?? fitting(read, read.category ?? dialogue.need.filters.category);
  const anew = isNewWish(understanding, dialogue.need) || (dialogue.rested === true && isNewAfterRest(understanding));
  const advanced = advanceNeed(dialogue, { ...understanding, filters: said }, shownProducts, anew);
  const change = { ...advanced, need: { ...advanced.need, filters: fitting(advanced.need.filters) } };
  const promotion = plan.intent === 'ask_promotion' || (change.move === 'more' && dialogue.offers === true);
  const move = promotion ? 'promotion' : change.move;
  const seen = change.fresh ? [] : dialogue.seen;
  const refused = refusedWords(understanding.clean.text, understanding.keywords);
  const avoided = [...(dialogue.avoid ?? []), ...refused];
  const profile = usableProfile(customer);
  const limits = searchFilters(change.need);
  const strategy = profile && (await parts.strategyFor?.(customer.id));
  const words = understanding.keywords.filter((word) => !refused.includes(word) && !OF_MONEY.test(word));
  const find = (filters: Filters, text: string) =>
    parts.recommender.recommend({
      text,
      filters,
      language: context.language,
      limit: promotion ? 40 : strategy ? SHOWN * 2 : SHOWN,
      // A kind just read may be wrong ("something to charge my phone"); one pressed or kept since earlier is certain.
      ...(plan.choice === undefined && said.category !== undefined && { inferred: ['category' as const] }),
      exclude: new Set([
        ...(change.move === 'more' ? seen : []),
        ...productsHolding(avoided, parts.retriever.products, parts.pack),
      ]),
      profile,
      customerId: customer.id,
      keywords: tellingKeywords(words, parts.pack),
      limits: change.need.filters,
      cheaperThan: change.cheaperThan,
    });
  const choose = ({ recommendations }: Awaited<ReturnType<typeof find>>) =>
    (promotion
      ? recommendations.filter(({ product }) => isReduced(product))
      : change.need.filters.sort === undefined
        ? inOfferOrder(recommendations, strategy?.offers)
        : recommendations
    ).slice(0, SHOWN);
  let found = await find(limits, promotion ? '' : change.need.text);
  let chosen = choose(found);
  // Who asks for offers wants offers: of anything, where nothing looked for is reduced.
  const aside = promotion && Object.keys(understanding.filters).length === 0;
  const anywhere = aside && chosen.length === 0;
  if (anywhere) {
    found = await find({}, '');
    chosen = choose(found);
  }
  // Goods of the kind there are, though none holds every word said: shown as that, and not as what was asked for.
  const plain = move === 'new' || move === 'refined';
  const loosely = chosen.length === 0 && plain && change.need.filters.category !== undefined;
  if (loosely) {
    found = await find(limits, '');
    chosen = choose(found);
  }
  const { search } = found;

  if (chosen.length === 0) return nothingFound(context, change, said, move, search, parts.retriever.product);

  const ids = chosen.map(({ product }) => product.id);
  const consentUnknown = customer.consent.personalisation === undefined && !dialogue.consentAsked;
  // Asked on the second list, not the first: help before questions.
  const askConsent =
    consentUnknown &&
    dialogue.turns >= 1 &&
    dialogue.shown.length > 0 &&
    context.understanding.sentiment.label !== 'negative';
  return {
    brief: {
      kind: 'recommend',
      recommendations: chosen,
      filters: anywhere ? {} : limitsNamed(change, said),
      total: promotion ? chosen.length : search.total,
      move,
      ...(loosely && { loosely }),
      // Of this message's words; those of earlier ones were told then.
      corrections:
        promotion || loosely
          ? []
          : search.corrections.filter(([written]) => holdsWord(understanding.clean.text, written)),
      ...(converted && { converted }),
      askConsent,
      ...(strategy && { style: strategy.tone }),
      ...(!askConsent && !promotion && { ask: followUp(change.need.filters, search, move) }),
    },
    recommendations: chosen,
    about: chosen.map(({ product }) => product),
    preferences: statedRisk(context, said, parts.pack),
    dialogue: {
      ...(refused.length > 0 && { avoid: [...new Set([...(dialogue.avoid ?? []), ...refused])].slice(-WORDS_AVOIDED) }),
      // A look at what is reduced changes nothing of what is looked for.
      need: aside ? dialogue.need : change.need,
      shown: ids,
      offers: promotion,
      seen: [...new Set([...seen, ...ids])].slice(-SEEN_KEPT),
      focus: chosen.length === 1 ? ids[0] : undefined,
      ...(askConsent && { consentAsked: true, pending: { kind: 'consent' } }),
    },
  };
};

/** The limits worth naming: of a new need those just said, though a brand refused before still counts. */
function limitsNamed({ move, need }: NeedChange, said: Filters): Filters {
  return move === 'new' ? said : need.filters;
}

/** Key words that tell why: the kind of goods itself is what was asked for, not a reason. */
function tellingKeywords(keywords: readonly string[], pack: Pack): string[] {
  let kinds = kindNames.get(pack);
  if (kinds === undefined) {
    const names = pack.categories.flatMap(({ name, synonyms }) => [name.en, name.zh, ...synonyms]);
    kinds = new Set(names.filter((word) => word !== undefined).map((word) => word.toLowerCase()));
    kindNames.set(pack, kinds);
  }
  return keywords.filter((keyword) => !kinds.has(keyword.toLowerCase()));
}

const holdsWord = (text: string, word: string): boolean => text.toLowerCase().includes(word.toLowerCase());

/** Words about money are limits, no reasons. */
const OF_MONEY = /^(?:budget|price|money|cost|bucks|dollars?|预算|价格|价位|块钱|美元)$/i;

const kindNames = new WeakMap<Pack, Set<string>>();

function nothingFound(
  context: TurnContext,
  change: NeedChange,
  said: Filters,
  move: NeedChange['move'],
  search: SearchResult,
  product: (id: string) => Product | undefined,
) {
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
  const shownBefore = productsOf(context.dialogue.shown, product);
  const brief: Brief = {
    kind: 'nothing_found',
    ...(move === 'cheaper' && { extreme: extremeOf(shownBefore, (price) => -price) }),
    ...(move === 'dearer' && { extreme: extremeOf(shownBefore, (price) => price) }),
    text: subjectOf(context),
    filters: keepNeed ? context.dialogue.need.filters : limitsNamed(change, said),
    move,
    near,
  };
  return {
    brief,
    recommendations: near.map(({ recommendation }) => recommendation),
    dialogue: {
      ...(!keepNeed && { need: change.need }),
      ...(shown.length > 0 && { shown, focus: shown.length === 1 ? shown[0] : undefined }),
    },
  };
}

/** The product that goes furthest in price; undefined when none has a price. */
function extremeOf(products: Product[], by: (price: number) => number): Product | undefined {
  const priced = products.filter(({ price }) => price !== null);
  return priced.toSorted((a, b) => by(b.price!) - by(a.price!))[0];
}

function subjectOf({ understanding }: TurnContext): string {
  return understanding.keywords.slice(0, 4).join(' ') || understanding.clean.text;
}

/** The risk a customer says to bear is lasting: what is riskier is not offered to them later either. */
function statedRisk({ turn }: TurnContext, { attributes }: Filters, { riskAttribute }: Pack): StatedPreference[] {
  const value = riskAttribute === undefined ? undefined : attributes?.[riskAttribute];
  if (typeof value !== 'string') return [];
  const preference = riskPreference(riskAttribute!, value);
  return [{ kind: 'like', about: 'attribute', value: preference, turnId: turn.id, at: turn.receivedAt }];
}

/** The question that would narrow the list most: the budget first, then the brand. */
function followUp(
  filters: Filters,
  { total, facets }: SearchResult,
  move: string,
): Extract<Brief, { kind: 'recommend' }>['ask'] {
  if (total < WORTH_ASKING || (move !== 'new' && move !== 'refined')) return undefined;
  const priced = filters.minPrice ?? filters.maxPrice ?? filters.aboutPrice;
  if (filters.category === undefined && (facets.category?.length ?? 0) > 1) {
    return { facet: 'category', values: facets.category.slice(0, 4).map(({ value }) => value) };
  }
  if (priced === undefined) return { facet: 'price' };
  if (filters.brandInclude === undefined && (facets.brand?.length ?? 0) > 2) {
    return { facet: 'brand', values: facets.brand.slice(0, 4).map(({ value }) => value) };
  }
  return undefined;
}

/** The products of ids, in order, without those that are no longer sold. */
export function productsOf(ids: readonly string[], product: (id: string) => Product | undefined): Product[] {
  return ids.map((id) => product(id)).filter((found) => found !== undefined);
}
