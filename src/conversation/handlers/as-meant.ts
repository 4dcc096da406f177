import type { Understanding } from '../../understanding/understanding.ts';
import type { TurnContext, TurnParts } from '../context.ts';
import { asksForDearer, liftedIn } from '../dialogue/amending.ts';
import type { DialogueState } from '../dialogue/dialogue.ts';
import { goodsOf } from '../dialogue/fitting-limits.ts';
import { kindCompleted } from '../dialogue/near-kinds.ts';

/** The dialogue with the kind that a word completes: "a robot one" while vacuums are looked for. */
export function ofKindMeant({ dialogue, understanding, plan }: TurnContext, { pack }: TurnParts): DialogueState {
  const { category } = dialogue.need.filters;
  if (category === undefined || understanding.filters.category !== undefined || plan.choice) return dialogue;
  const kind = kindCompleted(understanding.clean.text, category, pack.categories);
  if (kind === undefined) return dialogue;
  return { ...dialogue, need: { ...dialogue.need, text: '', filters: { ...dialogue.need.filters, category: kind } } };
}

/** What was understood, in the light of what is looked for: limits taken back, and a bare number that is a measure of such goods. */
export function asMeant(
  { understanding }: TurnContext,
  { need }: DialogueState,
  { retriever, pack }: TurnParts,
): Understanding {
  const { entities, clean } = understanding;
  const lifted = [...new Set([...entities.lifted, ...liftedIn(clean.text)])];
  const filters = measureMeant(understanding, need.filters.category, retriever.products, pack);
  const relativePrice = entities.relativePrice ?? (asksForDearer(clean.text) ? ('dearer' as const) : undefined);
  return { ...understanding, filters, entities: { ...entities, lifted, ...(relativePrice && { relativePrice }) } };
}

const OF_PRICE =
  /[$¥￥€£]|\b(?:about|around|budget|price|dollars?|bucks|euros?|pounds?|usd|cny|rmb)\b|块|元|预算|左右|以内|价/i;

/** "有256的吗" of phones asks for their storage: a number that goods of the kind have, and none of them costs about as much. */
function measureMeant(
  { filters, clean }: Understanding,
  category: string | undefined,
  products: TurnParts['retriever']['products'],
  { attributes, categories }: TurnParts['pack'],
): Understanding['filters'] {
  const { aboutPrice, ...rest } = filters;
  if (aboutPrice === undefined || category === undefined || filters.category !== undefined) return filters;
  if (filters.currency !== undefined || OF_PRICE.test(clean.text)) return filters;
  const goods = goodsOf(category, products, categories);
  const measure = attributes.find(
    ({ id, unit }) => !/^[A-Z]{3}$/.test(unit ?? '') && goods.some((product) => product.attributes[id] === aboutPrice),
  );
  return measure ? { ...rest, attributes: { ...rest.attributes, [measure.id]: aboutPrice } } : filters;
}
