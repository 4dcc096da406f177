import type { Pack, Product } from '../../knowledge/pack.ts';
import type { Handled, Handler, TurnContext, TurnParts } from '../context.ts';
import { resolveReferences } from '../dialogue/pointing.ts';
import { traitsAsked } from '../dialogue/traits.ts';
import { attributesNamed } from './asked-facts.ts';
import { productsOf } from './nothing-found.ts';

/** More columns do not fit a phone. */
const MOST_COMPARED = 3;
/** Compared where only the kind is named. */
const COMPARED_UNASKED = 2;

/** Compares the products named, pointed at, or last shown. */
export const compare: Handler = async (context, parts) => {
  if (asksForOthers(context)) return compareFound(context, parts);
  const products = comparedProducts(context, parts).slice(0, MOST_COMPARED);
  if (products.length < 2) return { brief: { kind: 'compare_which' } };
  return {
    brief: { kind: 'compare', products, asked: askedOf(context.understanding.clean.text, parts.pack) },
    about: products,
    dialogue: { shown: products.map(({ id }) => id), focus: undefined },
  };
};

/** "Compare your two cheapest tablets": goods of a kind that none of those shown is of. */
function asksForOthers({ understanding: { filters, entities }, dialogue, plan }: TurnContext): boolean {
  const named = entities.productIds.length > 0 || entities.references.length > 0;
  if (plan.choice || named || filters.category === undefined) return false;
  return dialogue.shown.length < 2 || filters.category !== dialogue.need.filters.category;
}

async function compareFound({ understanding, language }: TurnContext, parts: TurnParts): Promise<Handled> {
  const { filters, clean } = understanding;
  const request = { text: filters.sort ? '' : clean.text, filters, language, limit: COMPARED_UNASKED };
  const { recommendations } = await parts.recommender.recommend(request);
  if (recommendations.length < 2) return { brief: { kind: 'compare_which' } };
  const products = recommendations.map(({ product }) => product);
  const shown = products.map(({ id }) => id);
  const { sort: _, ...limits } = filters;
  return {
    brief: { kind: 'compare', products, asked: askedOf(clean.text, parts.pack) },
    about: products,
    dialogue: { need: { text: '', filters: limits }, shown, seen: shown, focus: undefined },
  };
}

const askedOf = (text: string, pack: Pack): string[] => [
  ...new Set([...traitsAsked(text, pack), ...attributesNamed(text, pack)]),
];

function comparedProducts({ understanding, dialogue, plan }: TurnContext, { retriever }: TurnParts): Product[] {
  const shown = productsOf(dialogue.shown, retriever.product);
  if (plan.choice) return shown;
  const focus = dialogue.focus === undefined ? undefined : retriever.product(dialogue.focus);
  const { productIds, references } = understanding.entities;
  const named = productsOf(productIds, retriever.product);
  const beyond = references.some((one) => one.kind === 'ordinal' && one.position > shown.length);
  // After "show more" the customer may still count from the first list.
  const pointed = resolveReferences(references, beyond ? productsOf(dialogue.seen, retriever.product) : shown, focus);
  const both = [...new Set([...named, ...pointed])];
  if (both.length >= 2) return both;
  if (both.length === 1 && focus && focus !== both[0]) return [focus, ...both];
  return both.length === 0 ? shown : [...both, ...shown.filter((product) => product !== both[0])].slice(0, 2);
}
