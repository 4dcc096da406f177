import type { Filters, Understanding } from '../../understanding/understanding.ts';
import type { TurnContext, TurnParts } from '../context.ts';
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

/** What was understood, in the light of what is looked for: a second value that will do as well, and a bare number that is a measure of such goods. */
export function asMeant(
  { understanding }: TurnContext,
  { need }: DialogueState,
  { retriever, pack }: TurnParts,
): Understanding {
  const read = ALSO_FINE.test(understanding.clean.text)
    ? alsoFine(understanding.filters, need.filters)
    : understanding.filters;
  const filters = measureMeant({ ...understanding, filters: read }, need.filters.category, retriever.products, pack);
  return { ...understanding, filters };
}

/** "Wired is fine too", 黑色也行. */
const ALSO_FINE =
  /\b(?:is|are|would be) (?:also )?(?:fine|ok(?:ay)?|good|alright)(?: too| as well|,? also)\b|也(?:行|可以|成|没问题|无所谓)/i;

/** What will do as well rules nothing out: it stands beside the value wanted, and where none is wanted it is no limit. */
function alsoFine({ color, attributes = {}, ...rest }: Filters, wanted: Filters): Filters {
  const others: Record<string, string[]> = { ...wanted.alternatives };
  const add = (key: string, value: unknown, before: unknown) => {
    if (typeof value === 'string' && before !== undefined && before !== value)
      others[key] = [...(others[key] ?? []), value];
  };
  add('color', color, wanted.color);
  for (const [id, value] of Object.entries(attributes)) add(id, value, wanted.attributes?.[id]);
  return { ...rest, ...(Object.keys(others).length > 0 && { alternatives: others }) };
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
