import { usableProfile } from '../../customers/customers.ts';
import type { StatedPreference } from '../../customers/profile.ts';
import type { Pack } from '../../knowledge/pack.ts';
import { productsHolding } from '../../recommendation/dislikes.ts';
import { isReduced } from '../../recommendation/ranking.ts';
import type { Recommendation } from '../../recommendation/recommendation.ts';
import { riskPreference } from '../../recommendation/risk.ts';
import { inOfferOrder } from '../../segments/offers.ts';
import type { Filters } from '../../understanding/understanding.ts';
import type { Handler, TurnContext, TurnParts } from '../context.ts';
import { isValueOf, refusedWords } from '../dialogue/avoid.ts';
import { inPackCurrency } from '../dialogue/currency.ts';
import { advanceNeed, type NeedChange } from '../dialogue/dialogue.ts';
import { fittingLimits, goodsOf, kindsUnder, traitOfKind } from '../dialogue/fitting-limits.ts';
import { asksForTrait, traitLimit } from '../dialogue/traits.ts';
import { widenedNeed } from '../dialogue/widened.ts';
import { isAtLarge, isNewAfterRest, isNewWish } from '../dialogue/wish.ts';
import { asMeant, ofKindMeant } from './as-meant.ts';
import { followUp } from './follow-up.ts';
import { limitsNamed, nothingBeyond, nothingFound, OF_MONEY, productsOf } from './nothing-found.ts';
import { respelt } from './respelt.ts';
import { RANKED_WHERE_TOLD, tellingFirst } from './telling-first.ts';
import { findWidening, without } from './widening.ts';

/** Products shown at once. */
const SHOWN = 3;
const SEEN_KEPT = 100;
const EARLIER_KEPT = 30;
/** Words to avoid kept in a conversation. */
export const WORDS_AVOIDED = 20;

/** Finds what fits the need of this and earlier turns, and keeps the list so that "the second one" has a meaning. */
export const recommend: Handler = async (context, parts) => {
  const handled = await findGoods(context, parts);
  const { brief } = handled;
  if (brief?.kind !== 'recommend' || brief.corrections.length === 0) return handled;
  // Words whose spelling the search has mended may say more of what is wanted.
  const read = respelt(context, brief.corrections, parts);
  if (read === undefined) return handled;
  const again = await findGoods(read, parts);
  if (again.brief?.kind !== 'recommend') return handled;
  context.turn.understanding = { ...context.understanding, filters: read.understanding.filters };
  return { ...again, brief: { ...again.brief, corrections: brief.corrections } };
};

const findGoods: Handler = async (context, parts) => {
  const { customer, plan } = context;
  const dialogue = ofKindMeant(context, parts);
  const understanding = asMeant(context, dialogue, parts);
  const shownProducts = productsOf(dialogue.shown, parts.retriever.product);
  const { category: before } = dialogue.need.filters;
  const comparing = plan.choice === undefined && asksForTrait(understanding.clean.text);
  const kind =
    comparing && !understanding.entities.kindSure
      ? (before ?? understanding.filters.category)
      : (understanding.filters.category ?? before);
  const goods =
    kind === undefined ? parts.retriever.products : goodsOf(kind, parts.retriever.products, parts.pack.categories);
  const {
    filters: read,
    converted,
    spoken,
  } = inPackCurrency(understanding.filters, parts.pack, {
    currency: dialogue.currency,
    language: context.language,
    prices: goods.map(({ price }) => price).filter((price) => price !== null),
    shown: dialogue.shown.length > 0,
  });
  const fitting = (filters: Filters, category = filters.category) =>
    fittingLimits(filters, category, parts.retriever.products, parts.pack);
  const trait = traitOfKind(
    understanding.clean.text,
    dialogue.need.filters.category,
    parts.retriever.products,
    parts.pack,
  );
  // "55 inch or bigger" says how much.
  const measured = Object.values(read.attributes ?? {}).some(
    (value) => typeof value === 'number' || typeof value === 'object',
  );
  const compared =
    !comparing || measured ? undefined : traitLimit(understanding.clean.text, goods, shownProducts, parts.pack);
  if (compared && 'extreme' in compared) return nothingBeyond(context, compared.extreme);
  // "Something smaller for the kitchen": where it will stand is no other kind of goods, and a bare number no price.
  const place =
    compared &&
    dialogue.need.filters.category !== undefined &&
    read.category !== undefined &&
    !understanding.entities.kindSure;
  const asked = place ? without(read, 'category', 'aboutPrice') : read;
  const limited = compared ? { ...asked, attributes: { ...asked.attributes, ...compared.attributes } } : asked;
  const said = trait ?? fitting(limited, limited.category ?? dialogue.need.filters.category);
  const anew = isNewWish(understanding, dialogue.need) || (dialogue.rested === true && isNewAfterRest(understanding));
  const { choice } = plan;
  const advanced: NeedChange =
    choice?.kind === 'widen'
      ? { need: widenedNeed(dialogue.need, choice), move: 'refined', fresh: false }
      : advanceNeed(
          narrowedTo(said.category, dialogue, parts.pack),
          { ...understanding, filters: said },
          shownProducts,
          anew,
        );
  const change = { ...advanced, need: { ...advanced.need, filters: fitting(advanced.need.filters) } };
  const promotion =
    (plan.intent === 'ask_promotion' && understanding.entities.relativePrice === undefined) ||
    (change.move === 'more' && dialogue.offers === true);
  const move = promotion ? 'promotion' : change.move;
  const seen = change.fresh ? [] : dialogue.seen;
  const refused = refusedWords(understanding.clean.text, understanding.keywords).filter(
    // A lasting dislike is kept beyond this search.
    (word) => plan.intent === 'preference' || !isValueOf(word, said.attributesExclude, parts.pack),
  );
  const avoided = [...(dialogue.avoid ?? []), ...refused];
  const profile = usableProfile(customer);
  const strategy = profile && (await parts.strategyFor?.(customer.id));
  const words = understanding.keywords.filter((word) => !refused.includes(word) && !OF_MONEY.test(word));
  const keywords = tellingKeywords(words, parts.pack);
  const told = keywords.length > 0 || (dialogue.need.told === true && change.need.text.startsWith(dialogue.need.text));
  const look = (filters: Filters, text: string) =>
    parts.recommender.recommend({
      text,
      filters,
      language: context.language,
      limit: promotion ? 40 : told ? RANKED_WHERE_TOLD : strategy ? SHOWN * 2 : SHOWN,
      // A kind just read may be wrong ("something to charge my phone"); one pressed or kept since earlier is certain.
      ...(isDoubtful(context, change.need.filters.category) && { inferred: ['category' as const] }),
      exclude: new Set([
        ...(change.move === 'more' ? seen : []),
        ...productsHolding(avoided, parts.retriever.products, parts.pack),
      ]),
      profile,
      customerId: customer.id,
      keywords,
      limits: change.need.filters,
      cheaperThan: change.cheaperThan,
    });
  const choose = ({ recommendations }: Awaited<ReturnType<typeof look>>) =>
    (promotion
      ? recommendations.filter(({ product }) => isReduced(product))
      : change.need.filters.sort === undefined
        ? inOfferOrder(told ? tellingFirst(recommendations) : recommendations, strategy?.offers)
        : recommendations
    ).slice(0, SHOWN);
  // Goods of the kind there are, though none holds every word said: shown as that, and not as what was asked for.
  const { category: wanted } = change.need.filters;
  const known =
    wanted !== undefined
      ? ''
      : dialogue.shown.length > 0
        ? dialogue.need.text
        : isAtLarge(change.need.text)
          ? ''
          : undefined;
  const search = { find: (filters: Filters, text: string) => look(filters, promotion ? '' : text), choose };
  let widened = await findWidening(change, known, search);
  // Who asks for offers wants offers: of anything, where nothing looked for is reduced.
  const aside = promotion && Object.keys(understanding.filters).length === 0;
  const anywhere = aside && widened.chosen.length === 0;
  if (anywhere) widened = await findWidening({ need: { text: '', filters: {} }, move: change.move }, undefined, search);
  const { result, chosen, loosely } = widened;
  if (chosen.length === 0)
    return nothingFound(
      context,
      { ...change, need: widened.need },
      said,
      move,
      { spoken, converted },
      { search: result.search, find: look },
      parts,
    );
  const elsewhere = outsideOf(wanted, chosen, parts);
  const need = elsewhere ? { ...widened.need, filters: without(widened.need.filters, 'category') } : widened.need;

  const ids = chosen.map(({ product }) => product.id);
  const consentUnknown = customer.consent.personalisation === undefined && !dialogue.consentAsked;
  // Asked on the second list, not the first: help before questions.
  const askConsent =
    consentUnknown &&
    dialogue.turns >= 1 &&
    dialogue.shown.length > 0 &&
    context.understanding.sentiment.label !== 'negative';
  const ask = askConsent || promotion ? undefined : followUp(need.filters, result.search, move);
  return {
    brief: {
      kind: 'recommend',
      recommendations: chosen,
      filters: anywhere
        ? {}
        : elsewhere
          ? without(limitsNamed({ ...change, need }, said), 'category')
          : limitsNamed({ ...change, need }, said),
      total: promotion ? chosen.length : result.search.total,
      move,
      ...(loosely && { loosely }),
      // Of this message's words; those of earlier ones were told then.
      corrections:
        promotion || loosely
          ? []
          : result.search.corrections.filter(([written]) => holdsWord(understanding.clean.text, written)),
      ...(converted && { converted }),
      askConsent,
      ...(strategy && { style: strategy.tone }),
      ...(ask && { ask }),
    },
    recommendations: chosen,
    about: chosen.map(({ product }) => product),
    preferences: statedRisk(context, said, parts.pack),
    strategy: strategy ?? null,
    dialogue: {
      ...(refused.length > 0 && { avoid: [...new Set([...(dialogue.avoid ?? []), ...refused])].slice(-WORDS_AVOIDED) }),
      // A look at what is reduced changes nothing of what is looked for.
      need: aside ? dialogue.need : { ...need, ...(told && { told }) },
      shown: ids,
      offers: promotion,
      asked: undefined,
      seen: [...new Set([...seen, ...ids])].slice(-SEEN_KEPT),
      earlier: [...new Set([...ids, ...(dialogue.earlier ?? [])])].slice(0, EARLIER_KEPT),
      focus: chosen.length === 1 ? ids[0] : undefined,
      ...(spoken && { currency: spoken }),
      ...(ask && { pending: { kind: 'facet' as const, facet: ask.facet } }),
      ...(askConsent && { consentAsked: true, pending: { kind: 'consent' } }),
    },
  };
};

/** "Present for my niece", then "a toy": a kind under the one looked for narrows it, and is no other subject. */
function narrowedTo(
  category: string | undefined,
  state: TurnContext['dialogue'],
  { categories }: Pack,
): TurnContext['dialogue'] {
  const { need } = state;
  const { category: before } = need.filters;
  if (category === undefined || before === undefined || !kindsUnder(before, categories).has(category)) return state;
  return { ...state, need: { ...need, filters: { ...need.filters, category } } };
}

/**
 * A kind read from this message alone may be what the wanted thing is for ("something to charge my phone"); one that is plainly
 * asked for, pressed or kept since earlier is certain.
 */
function isDoubtful({ understanding, plan, dialogue }: TurnContext, category: string | undefined): boolean {
  if (plan.choice !== undefined || category === undefined || category === dialogue.need.filters.category) return false;
  return understanding.filters.category === category && understanding.entities.kindSure !== true;
}

function outsideOf(
  category: string | undefined,
  chosen: readonly Recommendation[],
  { retriever, pack }: TurnParts,
): boolean {
  if (category === undefined || chosen.length === 0) return false;
  const inside = new Set(goodsOf(category, retriever.products, pack.categories));
  return chosen.some(({ product }) => !inside.has(product));
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

const kindNames = new WeakMap<Pack, Set<string>>();

/** The risk a customer says to bear is lasting: what is riskier is not offered to them later either. */
function statedRisk({ turn }: TurnContext, { attributes }: Filters, { riskAttribute }: Pack): StatedPreference[] {
  const value = riskAttribute === undefined ? undefined : attributes?.[riskAttribute];
  if (typeof value !== 'string') return [];
  const preference = riskPreference(riskAttribute!, value);
  return [{ kind: 'like', about: 'attribute', value: preference, turnId: turn.id, at: turn.receivedAt }];
}
