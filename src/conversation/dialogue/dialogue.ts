import type { Product } from '../../knowledge/pack.ts';
import type { Reason } from '../../recommendation/recommendation.ts';
import type { Reply } from '../../replies/reply.ts';
import { wantedColors, wantedValues, withoutWanted } from '../../understanding/filters/alternatives.ts';
import type { Filters, ReplyLanguage, Understanding } from '../../understanding/understanding.ts';
import { isAmending, pricesOf } from './amending.ts';
import { refusedWords } from './avoid.ts';

/** How the need was last changed; words the reply's first sentence. */
export type Move = 'new' | 'refined' | 'cheaper' | 'dearer' | 'more' | 'promotion';

/** A question of ours that the next message may answer. */
export type Pending =
  | { kind: 'erase' }
  | { kind: 'handoff'; reason: 'unanswered' | 'complaint' }
  | { kind: 'consent' }
  | { kind: 'order' }
  /** Shall I show what there is instead? `choice` = the button's id that says yes. */
  | { kind: 'instead'; choice: string }
  /** What would narrow a list: 'price', 'brand', an attribute's id. */
  | { kind: 'facet'; facet: string };

/** What is looked for. `filters` are the customer's own limits; `bound` is what "cheaper" and "dearer" add to them. */
export interface Need {
  text: string;
  filters: Filters;
  bound?: Pick<Filters, 'minPrice' | 'maxPrice'>;
  /** Its text says more than the kind of goods. */
  told?: boolean;
  /** Nothing was found by its text. */
  missed?: boolean;
  /** Nothing fits; what was shown only comes near. */
  unmet?: boolean;
}

/** What a conversation remembers between turns: small, JSON, stored with the conversation. */
export interface DialogueState {
  language?: ReplyLanguage;
  /** What the customer is looking for, over all turns of one subject. */
  need: Need;
  /** Product ids of the list last shown, in order: "the second one" points here. */
  shown: string[];
  /** Every product shown for this need. */
  seen: string[];
  /** Products shown in this conversation, the latest first: "the desk from before" is one of these. */
  earlier?: string[];
  /** The product last spoken about: "it" points here. */
  focus?: string;
  pending?: Pending;
  /** Why the list last shown was shown. */
  why?: { productId: string; score: number; parts: Record<string, number>; reasons: Reason[] }[];
  consentAsked: boolean;
  /** What was asked last of a product: "and the second?" asks the same. */
  asked?: string[];
  /** The list last shown was of reduced goods: "more" means more of these. */
  offers?: boolean;
  /** ISO 4217: what the customer counts in, as far as they told. */
  currency?: string;
  /** Words the customer said to avoid: materials, allergens. */
  avoid?: string[];
  /** Turns in this conversation. */
  turns: number;
  /** When the customer last wrote. */
  spokenAt?: Date;
  /** The customer comes back after a long silence: goods named now are a new subject. */
  rested?: boolean;
}

export function emptyDialogue(): DialogueState {
  return { need: { text: '', filters: {} }, shown: [], seen: [], consentAsked: false, turns: 0 };
}

/** After so long a question of ours is open no more, and what was looked for is over. */
const SILENCE_MS = 12 * 3_600_000;

/** The state as the next message finds it. */
export function resumed(state: DialogueState | undefined, at: Date): DialogueState {
  if (state === undefined) return emptyDialogue();
  const rested = state.spokenAt !== undefined && at.getTime() - new Date(state.spokenAt).getTime() > SILENCE_MS;
  return { ...state, rested, ...(rested && { pending: undefined }) };
}

/** The state after a message of ours that nobody asked for: "it" and "the first one" point at what it showed. */
export function afterShowing({ products = [] }: Reply, state: DialogueState): DialogueState {
  if (products.length === 0) return state;
  const shown = products.map(({ productId }) => productId);
  return { ...state, shown, ...(shown.length === 1 && { focus: shown[0] }) };
}

const TEXT_KEPT = 200;

export interface NeedChange {
  need: Need;
  move: Move;
  /** Price the customer wants to stay below ("cheaper"). */
  cheaperThan?: number;
  /** Whether the subject is another than before, so that what was seen may be shown again. */
  fresh: boolean;
}

/**
 * The need after a message that is about goods: a new subject replaces the old one, anything else refines it.
 * `shownProducts` are those of the list last shown, for "cheaper" and "dearer".
 */
export function advanceNeed(
  state: DialogueState,
  understanding: Pick<Understanding, 'filters' | 'entities' | 'clean' | 'keywords'>,
  shownProducts: readonly Product[],
  startsAnew: boolean,
): NeedChange {
  const { filters, entities } = understanding;
  const old = state.need;
  const text = understanding.clean.text.slice(0, TEXT_KEPT);

  const otherSubject = filters.category !== undefined && filters.category !== old.filters.category;
  if (entities.reset || startsAnew || (otherSubject && old.filters.category !== undefined)) {
    const kept = entities.reset ? {} : { ...brandsOf(old.filters), ...(isAmending(text) && pricesOf(old.filters)) };
    return { need: { text, filters: mergeFilters(kept, filters) }, move: 'new', fresh: true };
  }

  const merged = lift(mergeFilters(old.filters, filters), entities.lifted);
  // "No dishwashers? Then a robot vacuum": a kind named at last says what the words before it did not.
  const kindAtLast = otherSubject && !entities.relativePrice && !entities.more && !isEmpty(old);
  if (kindAtLast || (old.missed && understanding.keywords.length > 0 && Object.keys(filters).length === 0))
    return { need: { text, filters: merged }, move: 'refined', fresh: true };
  const prices = shownProducts.map(({ price }) => price).filter((price) => price !== null);
  if (entities.relativePrice && prices.length > 0) {
    const cheaper = entities.relativePrice === 'cheaper';
    const price = cheaper ? Math.min(...prices) : Math.max(...prices);
    return {
      need: {
        text: old.text,
        filters: merged,
        bound: cheaper ? { maxPrice: beside(price, -1) } : { minPrice: beside(price, 1) },
      },
      move: cheaper ? 'cheaper' : 'dearer',
      ...(cheaper && { cheaperThan: price }),
      fresh: false,
    };
  }
  if (entities.relativePrice === 'cheaper' && merged.sort === undefined) merged.sort = 'price_asc';

  const kept = priceSaid(filters) || entities.lifted.includes('price') ? undefined : old.bound;
  const bound = kept && { bound: kept };
  const wasEmpty = isEmpty(old);
  if (wasEmpty && entities.more && shownProducts.length > 0)
    return { need: { ...old, filters: merged }, move: 'more', fresh: false };
  if (wasEmpty) return { need: { text, filters: merged }, move: 'new', fresh: true };
  if (entities.more || entities.lifted.length > 0)
    return {
      need: { text: old.text, filters: merged, ...bound },
      move: entities.more ? 'more' : 'refined',
      fresh: false,
    };
  return {
    need: { text: refinedText(old.text, text, understanding), filters: merged, ...bound },
    move: 'refined',
    fresh: false,
  };
}

const isEmpty = ({ text, filters }: Need): boolean => text === '' && Object.keys(filters).length === 0;

/** A refinement's own words enter the query unless they are only limits ("under 400"), which the filters hold. */
function refinedText(
  old: string,
  added: string,
  { filters, keywords }: Pick<Understanding, 'filters' | 'keywords'>,
): string {
  if (keywords.length === 0 || Object.keys(filters).length > 0 || refusedWords(added, keywords).length > 0) return old;
  return `${old} ${added}`.trim().slice(-TEXT_KEPT);
}

/** `added` over `old`: later words win, exclusions add up, and a brand or colour is not wanted and unwanted at once. */
export function mergeFilters(old: Filters, added: Filters): Filters {
  let merged: Filters = { ...old, ...added };
  if (priceSaid(added)) {
    for (const name of ['minPrice', 'maxPrice', 'aboutPrice'] as const) {
      if (added[name] === undefined) delete merged[name];
    }
  }
  if (old.attributes && added.attributes) merged.attributes = { ...old.attributes, ...added.attributes };
  setList(merged, 'brandExclude', without(union(old.brandExclude, added.brandExclude), added.brandInclude));
  setList(merged, 'brandInclude', without(merged.brandInclude, added.brandExclude));
  setList(merged, 'colorExclude', without(union(old.colorExclude, added.colorExclude), wantedColors(added)));
  const kept = Object.entries(old.alternatives ?? {}).filter(([key]) => wantedValues(added, key).length === 0);
  const alternatives = { ...Object.fromEntries(kept), ...added.alternatives };
  if (Object.keys(alternatives).length > 0) merged.alternatives = alternatives;
  else delete merged.alternatives;
  merged = withoutWanted(merged, 'color', added.colorExclude ?? []);
  for (const [id, values] of Object.entries(added.attributesExclude ?? {})) merged = withoutWanted(merged, id, values);
  mergeRefused(merged, old, added);
  return merged;
}

/** Values refused add up; one wanted now is refused no more, and one refused now is wanted no more. */
function mergeRefused(merged: Filters, old: Filters, added: Filters): void {
  const refused = { ...old.attributesExclude };
  for (const [id, values] of Object.entries(added.attributesExclude ?? {})) {
    refused[id] = union(refused[id], values);
  }
  for (const id of Object.keys(added.attributes ?? {})) {
    const left = without(refused[id], wantedValues(added, id).map(String));
    if (left.length > 0) refused[id] = left;
    else delete refused[id];
  }
  if (Object.keys(refused).length > 0) merged.attributesExclude = refused;
  else delete merged.attributesExclude;
  if (merged.attributes && Object.keys(merged.attributes).length === 0) delete merged.attributes;
}

function priceSaid({ minPrice, maxPrice, aboutPrice }: Filters): boolean {
  return (minPrice ?? maxPrice ?? aboutPrice) !== undefined;
}

/** What to search with: the customer's limits within the bound; a bound beyond a limit replaces it. */
export function searchFilters({ filters, bound }: Need): Filters {
  if (bound === undefined) return filters;
  const { minPrice, maxPrice, aboutPrice, ...rest } = filters;
  const low = Math.max(minPrice ?? 0, bound.minPrice ?? 0);
  const high = Math.min(maxPrice ?? Number.POSITIVE_INFINITY, bound.maxPrice ?? Number.POSITIVE_INFINITY);
  if (low >= high) return { ...rest, ...bound };
  return { ...rest, ...(low > 0 && { minPrice: low }), ...(Number.isFinite(high) && { maxPrice: high }) };
}

type ListFilter = 'brandInclude' | 'brandExclude' | 'colorExclude';

function setList(filters: Filters, name: ListFilter, values: string[]): void {
  if (values.length > 0) filters[name] = values;
  else delete filters[name];
}

function union(a: string[] = [], b: string[] = []): string[] {
  return [...new Set([...a, ...b])];
}

function without(values: string[] = [], removed: string[] = []): string[] {
  return values.filter((value) => !removed.includes(value));
}

function brandsOf({ brandExclude, currency }: Filters): Filters {
  return { ...(brandExclude && { brandExclude }), ...(currency && { currency }) };
}

function lift(filters: Filters, lifted: readonly ('price' | 'brand' | 'color' | 'category')[]): Filters {
  const result = { ...filters };
  for (const what of lifted) {
    if (what === 'price') for (const name of ['minPrice', 'maxPrice', 'aboutPrice'] as const) delete result[name];
    if (what === 'brand') for (const name of ['brandInclude', 'brandExclude'] as const) delete result[name];
    if (what === 'color') for (const name of ['color', 'colorExclude'] as const) delete result[name];
    if (what === 'category') delete result.category;
  }
  return result;
}

/** The highest price below (-1) or lowest above (1) `price`, in hundredths. */
export const beside = (price: number, step: -1 | 1) => Math.round(price * 100 + step) / 100;

/** Whether a message only sets limits, so that it refines the need whatever its intent looks like. */
export function isRefinement({ filters, entities }: Pick<Understanding, 'filters' | 'entities'>): boolean {
  return (
    Object.keys(filters).some((name) => name !== 'currency' && name !== 'quantity') ||
    entities.relativePrice !== undefined ||
    entities.more ||
    entities.lifted.length > 0
  );
}
