import type { PackAttribute, Product } from '../../knowledge/pack.ts';
import type { Handler, TurnContext, TurnParts } from '../context.ts';
import { resolveReferences } from '../dialogue/dialogue.ts';
import { STOCK_ALERT } from '../dialogue/stock-wish.ts';
import { answer } from './answer.ts';
import { productsOf, recommend } from './recommend.ts';
import { stockAlert } from './stock-alert.ts';

/** A passage says something about a product's question only when it is this likely to answer. */
const SURE_PASSAGE = 0.7;

/** Words for what every product has, in both languages; the pack's attributes add theirs. */
const ASKED: [string, RegExp][] = [
  [
    'price',
    /\b(?:price|cost|costs|expensive)\b|\bhow much(?: (?:is|are|does|do|did|for|would|will|it|the|this|that|money)\b|\s*\?|$)|价格|多少钱|价钱|售价|几钱|几块|贵吗|什么价/i,
  ],
  ['stock', /\b(?:in stock|available|availability|sold out|stock)\b|有货|现货|库存|缺货|还有吗|到货/i],
  ['color', /\b(?:colou?rs?|shades?)\b|颜色|配色|几种色|什么色/i],
  ['size', /\b(?:sizes?)\b|尺码|尺寸|码数|多大/i],
  [
    'rating',
    /\b(?:ratings?|rated|reviews?)\b|\bpeople (?:say|think)\b|\bany good\b|评分|评价|口碑|好评|怎么样|咋样|好不好/i,
  ],
];

/** Asks for an opinion: what it is and how it is liked. */
const OPINION = /\bany good\b|怎么样|咋样|好不好/i;

/** Answers a question about one product from its record. */
export const productQuestion: Handler = async (context, parts) => {
  const product = askedProduct(context, parts);
  if (product === undefined) return withoutProduct(context, parts);
  if (context.plan.intent === STOCK_ALERT) return stockAlert(context, parts, product);
  const asked = context.plan.intent === 'buy' ? ['buy', 'price', 'stock'] : askedFacts(context, parts, product);
  const passages =
    asked.length === 0 && context.plan.choice === undefined
      ? (await parts.retriever.answer(context.understanding.clean.text, context.language, 1)).filter(
          ({ score }) => score >= SURE_PASSAGE,
        )
      : [];
  return {
    brief: { kind: 'product_facts', product, asked, passages },
    passages,
    about: [product],
    dialogue: { focus: product.id },
  };
};

function askedProduct({ understanding, dialogue }: TurnContext, { retriever }: TurnParts): Product | undefined {
  const { productIds, references } = understanding.entities;
  const [named] = productsOf(productIds, retriever.product);
  if (named) return named;
  const shown = productsOf(dialogue.shown, retriever.product);
  const focus = dialogue.focus === undefined ? undefined : retriever.product(dialogue.focus);
  const [pointed] = resolveReferences(references, shown, focus);
  if (pointed) return pointed;
  // A category names goods at large ("do your kettles switch off?") unless it is the kind just shown.
  const { category } = understanding.filters;
  if (category !== undefined && category !== dialogue.need.filters.category) return undefined;
  return focus ?? (shown.length === 1 ? shown[0] : undefined);
}

/** A product question that names no product: goods of that kind, else the pack's texts, else ask back. */
async function withoutProduct(context: TurnContext, parts: TurnParts) {
  if (Object.keys(context.understanding.filters).length > 0) return recommend(context, parts);
  const [passage] = await parts.retriever.answer(context.understanding.clean.text, context.language, 1);
  if (passage) return answer(context, parts);
  if (context.dialogue.shown.length > 0) return { brief: { kind: 'which_product' } as const };
  const { search } = await parts.recommender.recommend({
    text: context.understanding.clean.text,
    filters: {},
    language: context.language,
  });
  return search.hits.length > 0 ? recommend(context, parts) : { brief: { kind: 'which_product' } as const };
}

function askedFacts({ understanding, plan }: TurnContext, { pack }: TurnParts, product: Product): string[] {
  const text = understanding.clean.text.toLowerCase();
  const asked = ASKED.filter(([, pattern]) => pattern.test(text)).map(([fact]) => fact);
  if (asked.length === 1 && asked[0] === 'rating' && OPINION.test(text)) asked.unshift('about');
  if (plan.intent === 'ask_price') asked.push('price');
  if (plan.intent === 'ask_stock') asked.push('stock');
  if (understanding.filters.color) asked.push('color');
  asked.push(...Object.keys(understanding.filters.attributes ?? {}));
  for (const { id, name, synonyms } of pack.attributes) {
    const names = [name.en, name.zh, ...synonyms].filter((word) => word !== undefined);
    if (names.some((word) => mentions(text, word.toLowerCase()))) asked.push(id);
  }
  // "What size is the screen" asks for the attribute, not for clothes' sizes.
  const specific = asked.some((fact) => pack.attributes.some(({ id }) => id === fact));
  const facts = [...new Set(asked)].filter((fact) => fact !== 'size' || !specific || product.sizes.length > 0);
  return recorded(facts, pack.attributes, product);
}

/** Of several readings the one the product has a value for: "the battery" of headphones is its battery life. */
function recorded(facts: string[], attributes: PackAttribute[], product: Product): string[] {
  const isAttribute = (fact: string) => attributes.some(({ id }) => id === fact);
  const known = facts.filter((fact) => !isAttribute(fact) || product.attributes[fact] !== undefined);
  if (known.length > 0 || facts.length === 0) return known;
  const namesAsked = attributes.filter(({ id }) => facts.includes(id)).map(({ name }) => name);
  const near = attributes.filter(
    ({ id, name }) =>
      product.attributes[id] !== undefined &&
      namesAsked.some((asked) => holds(name.en, asked.en) || holds(name.zh, asked.zh)),
  );
  return near.length > 0 ? near.map(({ id }) => id) : facts;
}

function mentions(text: string, word: string): boolean {
  if (/[^\x20-\x7e]/.test(word)) return text.includes(word);
  return (
    word.length > 1 && new RegExp(`(?<![a-z0-9])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![a-z0-9])`).test(text)
  );
}

function holds(name: string | undefined, asked: string | undefined): boolean {
  return name !== undefined && asked !== undefined && name.toLowerCase().includes(asked.toLowerCase());
}
