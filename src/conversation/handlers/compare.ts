import type { Pack, Product } from '../../knowledge/pack.ts';
import type { Handler, TurnContext, TurnParts } from '../context.ts';
import { resolveReferences } from '../dialogue/pointing.ts';
import { traitsAsked } from '../dialogue/traits.ts';
import { attributesNamed } from './asked-facts.ts';
import { productsOf } from './nothing-found.ts';

/** More columns do not fit a phone. */
const MOST_COMPARED = 3;

/** Compares the products named, pointed at, or last shown. */
export const compare: Handler = (context, parts) => {
  const products = comparedProducts(context, parts).slice(0, MOST_COMPARED);
  if (products.length < 2) return { brief: { kind: 'compare_which' } };
  return {
    brief: { kind: 'compare', products, asked: askedOf(context.understanding.clean.text, parts.pack) },
    about: products,
    dialogue: { shown: products.map(({ id }) => id), focus: undefined },
  };
};

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
