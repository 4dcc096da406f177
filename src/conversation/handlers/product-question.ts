import type { Product } from '../../knowledge/pack.ts';
import type { Handled, Handler, TurnContext, TurnParts } from '../context.ts';
import { goodsOf } from '../dialogue/fitting-limits.ts';
import { isQuestion } from '../dialogue/plain-words.ts';
import { otherOf, pointsAtOther, resolveReferences } from '../dialogue/pointing.ts';
import { asksOfEarlier } from '../dialogue/second-look.ts';
import { STOCK_ALERT } from '../dialogue/stock-wish.ts';
import { answer } from './answer.ts';
import { askedFacts } from './asked-facts.ts';
import { productsOf } from './nothing-found.ts';
import { recommend } from './recommend.ts';
import { stockAlert } from './stock-alert.ts';

/** A passage says something about a product's question only when it is this likely to answer. */
const SURE_PASSAGE = 0.7;

/** Answers a question about one product from its record. */
export const productQuestion: Handler = async (context, parts) => {
  const product = askedProduct(context, parts);
  if (product === undefined) return ofAllShown(context, parts) ?? withoutProduct(context, parts);
  if (context.plan.intent === STOCK_ALERT) return stockAlert(context, parts, product);
  const { text } = context.understanding.clean;
  const asked = context.plan.intent === 'buy' ? ['buy', 'price', 'stock'] : factsOf(context, parts, product);
  const passages =
    asked.length === 0 && context.plan.choice === undefined && isQuestion(text) && !AT_LARGE.test(text)
      ? (await parts.retriever.answer(context.understanding.clean.text, context.language, 1)).filter(
          ({ score }) => score >= SURE_PASSAGE,
        )
      : [];
  // A text that answers goes without the product's description before it.
  if (passages.length > 0)
    return { brief: { kind: 'answer', passages }, passages, about: [product], dialogue: { focus: product.id } };
  const { color } = context.understanding.filters;
  return {
    brief: {
      kind: 'product_facts',
      product,
      asked,
      ...(color !== undefined && { color }),
      passages,
      ...(asksMore(context, asked) && { unsure: true }),
    },
    passages,
    about: [product],
    dialogue: { focus: product.id, asked },
  };
};

/** "And the second?" asks the same of another. */
function factsOf(context: TurnContext, parts: TurnParts, product: Product): string[] {
  const asked = askedFacts(context, parts, product);
  const again = asked.length === 0 && SAME_OF_ANOTHER.test(context.understanding.clean.text.trim());
  return again ? (context.dialogue.asked ?? []).filter((fact) => fact !== 'buy' && fact !== 'about') : asked;
}

const SAME_OF_ANOTHER =
  /^(?:and |what about |how about |ok |then )*the (?:first|second|third|last|middle|other)(?: one)?\s*\??$|^(?:那)?(?:第.[个款台]?|最后一?[个款]|另(?:外)?(?:一|那)?[个款张台只])呢?[?？]?$/i;

/** "Tell me about it" and "what about the first?" ask for nothing beyond what is on record. */
const AT_LARGE =
  /\b(?:tell me|what about|how about|more about|show|details?|info)\b|介绍|说说|讲讲|详细|呢[?？]?$|怎么样|什么样/i;

/** Whether a question asks for more than a product's record has. */
function asksMore({ understanding: { clean }, plan }: TurnContext, asked: readonly string[]): boolean {
  return asked.length === 0 && plan.choice === undefined && isQuestion(clean.text) && !AT_LARGE.test(clean.text);
}

function askedProduct({ understanding, dialogue }: TurnContext, { retriever, pack }: TurnParts): Product | undefined {
  const { productIds, references } = understanding.entities;
  const [named] = productsOf(productIds, retriever.product);
  if (named) return named;
  const { category } = understanding.filters;
  const [earlier] = asksOfEarlier(understanding, dialogue) ? ofKind(dialogue.earlier, category!, retriever, pack) : [];
  if (earlier) return earlier;
  const shown = productsOf(dialogue.shown, retriever.product);
  const focus = dialogue.focus === undefined ? undefined : retriever.product(dialogue.focus);
  const other = pointsAtOther(understanding.clean.text) ? otherOf(shown, focus) : undefined;
  if (other) return other;
  const [pointed] = resolveReferences(references, shown, focus);
  if (pointed) return pointed;
  // A category names goods at large ("do your kettles switch off?") unless it is the kind just shown.
  if (category !== undefined && category !== dialogue.need.filters.category) return undefined;
  return focus ?? (shown.length === 1 ? shown[0] : undefined);
}

function ofKind(
  ids: readonly string[] = [],
  category: string,
  { product, products }: TurnParts['retriever'],
  { categories }: TurnParts['pack'],
): Product[] {
  const kind = new Set(goodsOf(category, products, categories));
  return productsOf(ids, product).filter((one) => kind.has(one));
}

/** What may be told of each of a list; a colour or size asked for is rather looked for. */
const NOT_OF_ALL: ReadonlySet<string> = new Set(['about', 'color', 'size']);

/** "Are they waterproof?", 噪音大不大: asked of the whole list shown, when it points at none of it. */
export function ofAllShown(context: TurnContext, parts: TurnParts): Handled | undefined {
  const { understanding, dialogue } = context;
  const shown = productsOf(dialogue.shown, parts.retriever.product);
  // What was spoken about last goes before the list, unless all of it is meant.
  const plural = understanding.entities.references.some((one) => one.kind === 'pronoun' && one.plural);
  const focus = plural ? undefined : shown.find(({ id }) => id === dialogue.focus);
  const [product, ...others] = focus ? [focus] : shown;
  const { category, ...limits } = understanding.filters;
  if (product === undefined || (category !== undefined && category !== dialogue.need.filters.category))
    return undefined;
  if (limits.color !== undefined || limits.size !== undefined) return undefined;
  const asked = askedFacts(context, parts, product).filter((fact) => !NOT_OF_ALL.has(fact));
  if (asked.length === 0) return undefined;
  return { brief: { kind: 'product_facts', product, others, asked, passages: [] }, about: [product, ...others] };
}

/** A product question that names no product: goods of that kind, else the pack's texts, else ask back. */
async function withoutProduct(context: TurnContext, parts: TurnParts) {
  if (Object.keys(context.understanding.filters).length > 0) return recommend(context, parts);
  const [passage] = await parts.retriever.answer(context.understanding.clean.text, context.language, 1);
  const looking = context.dialogue.shown.length > 0;
  // A text about something else is no answer to a question about the goods shown.
  if (passage && (!looking || passage.score >= SURE_PASSAGE)) return answer(context, parts);
  if (looking) return { brief: { kind: 'which_product' } as const };
  const { search } = await parts.recommender.recommend({
    text: context.understanding.clean.text,
    filters: {},
    language: context.language,
  });
  return search.hits.length > 0 ? recommend(context, parts) : { brief: { kind: 'which_product' } as const };
}
