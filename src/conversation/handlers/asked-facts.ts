import type { Pack, PackAttribute, Product } from '../../knowledge/pack.ts';
import type { TurnContext, TurnParts } from '../context.ts';

/** Words for what every product has, in both languages; the pack's attributes add theirs. */
const ASKED: [string, RegExp][] = [
  [
    'price',
    /\b(?:price|cost|costs|expensive)\b|\bhow much(?: (?:is|are|does|do|did|for|would|will|it|the|this|that|money)\b|\s*\?|$)|价格|多少钱|价钱|售价|几钱|几块|贵吗|什么价/i,
  ],
  [
    'stock',
    /\b(?:in stock|available|availability|sold out|stock|how many (?:are )?left)\b|还剩|剩(?:几|多少)|有货|现货|库存|缺货|还有吗|到货/i,
  ],
  ['color', /\b(?:colou?rs?|shades?)\b|颜色|配色|几种色|什么色/i],
  ['size', /\b(?:sizes?)\b|尺码|尺寸|码数|多大/i],
  [
    'rating',
    /\b(?:ratings?|rated|reviews?)\b|\bpeople (?:say|think)\b|\bany good\b|评分|评价|口碑|好评|怎么样|咋样|好不好/i,
  ],
];

/** Asks for an opinion: what it is and how it is liked. */
const OPINION = /\bany good\b|怎么样|咋样|好不好/i;

/** What a question asks of a product: attribute ids, and 'price', 'stock', 'color', 'size', 'rating', 'about'. */
export function askedFacts({ understanding, plan }: TurnContext, { pack }: TurnParts, product: Product): string[] {
  const text = understanding.clean.text.toLowerCase();
  const asked = ASKED.filter(([, pattern]) => pattern.test(text)).map(([fact]) => fact);
  if (asked.length === 1 && asked[0] === 'rating' && OPINION.test(text)) asked.unshift('about');
  if (plan.intent === 'ask_price') asked.push('price');
  if (plan.intent === 'ask_stock') asked.push('stock');
  if (understanding.filters.color) asked.push('color');
  asked.push(...Object.keys(understanding.filters.attributes ?? {}));
  asked.push(...attributesNamed(text, pack));
  // "What size is the screen" asks for the attribute, not for clothes' sizes.
  const specific = asked.some((fact) => pack.attributes.some(({ id }) => id === fact));
  const facts = [...new Set(asked)].filter((fact) => fact !== 'size' || !specific || product.sizes.length > 0);
  return recorded(facts, pack.attributes, product);
}

/** The ids of the attributes that a text names. */
export function attributesNamed(text: string, { attributes }: Pick<Pack, 'attributes'>): string[] {
  const lower = text.toLowerCase();
  return attributes
    .filter(({ name, synonyms }) =>
      [name.en, name.zh, ...synonyms].some((word) => word !== undefined && mentions(lower, word.toLowerCase())),
    )
    .map(({ id }) => id);
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
  // One Chinese character is a part of other words: 升 of 升降.
  if (word.length < 2 || !text.includes(word)) return false;
  if (/[^\x20-\x7e]/.test(word)) return true;
  return new RegExp(`(?<![a-z0-9])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![a-z0-9])`).test(text);
}

function holds(name: string | undefined, asked: string | undefined): boolean {
  return name !== undefined && asked !== undefined && name.toLowerCase().includes(asked.toLowerCase());
}
