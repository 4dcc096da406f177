import type { Pack, PackAttribute, Product } from '../../knowledge/pack.ts';
import { UNIT_TABLE } from '../../understanding/filters/unit-table.ts';
import type { Filters } from '../../understanding/understanding.ts';

/** A way in which goods are compared by words without numbers ("bigger", 轻一点): which attributes it is about, and the words. */
interface Trait {
  dimensions: readonly string[];
  /** Of the attributes of that dimension. */
  named?: RegExp;
  more: RegExp;
  less: RegExp;
  most: RegExp;
  least: RegExp;
}

const NEVER = /(?!)/;
const TRAITS: readonly Trait[] = [
  {
    dimensions: ['time', 'charge'],
    named: /battery|playtime|续航|电池/i,
    more: /\b(?:longer|better|more|bigger) batter(?:y|ies)\b|\bbattery(?: life)? (?:that )?(?:lasts )?(?:longer|is longer)\b|\blasts? longer\b|(?:续航|电池|待机)(?:时间)?(?:再|更)?(?:长|久|耐用|大)(?:一?[点些]|的)|(?:更|再)耐用/i,
    less: NEVER,
    most: /\blongest(?: battery|[- ]lasting)?\b|\bbest battery\b|(?:续航|电池|待机)(?:时间)?最(?:长|久|好|大|耐用)|最耐用/i,
    least: NEVER,
  },
  {
    dimensions: ['bytes'],
    more: /\b(?:more|bigger|larger) (?:storage|memory|space)\b|(?:存储|内存|容量|空间)(?:再|更)?大(?:一?[点些]|的)/i,
    less: NEVER,
    most: /\bmost (?:storage|memory|space)\b|(?:存储|内存|容量|空间)最大/i,
    least: NEVER,
  },
  {
    dimensions: ['noise'],
    more: NEVER,
    less: /\b(?:quieter|less (?:loud|noisy|noise))\b|(?:安静|静音|声音小|噪音小|噪音低)一?[点些]|更(?:安静|静音)/i,
    most: NEVER,
    least: /\bquietest\b|最(?:安静|静音)|(?:声音|噪音)最(?:小|低)/i,
  },
  {
    dimensions: ['mass'],
    named: /weight|重量/i,
    more: /\bheavier\b|(?:更|再)重|(?<!力|贵)重一?[点些]/i,
    less: /\blighter\b|less heavy|(?:更|再)轻|轻(?:便)?一?[点些]/i,
    most: /\bheaviest\b|最重(?!要)/i,
    least: /\blightest\b|最轻/i,
  },
  {
    dimensions: ['inch', 'length', 'volume'],
    more: /\b(?:bigger|larger|wider)(?! batter| stor| mem)\b|(?<!声音|音量|字|力度|风|吸力|存储|内存|容量|空间|续航|电池|差)(?:(?:更|再)大(?!方)|(?<![太最])大一?[点些](?!声))/i,
    less: /\b(?:smaller|more compact|narrower)\b|(?<!声音|音量|字|噪音)(?:(?:更|再)小|(?<!太)小(?:巧)?一?[点些])/i,
    most: /\b(?:biggest|largest)(?! difference)\b|(?<!声音|音量|字|存储|内存|容量|空间)最大/i,
    least: /\b(?:smallest|most compact)\b|(?<!声音|噪音)最小(?!化)/i,
  },
];
/** Asking which of those shown it is, is no wish for others. */
const ASKED = /\bwhich\b|哪/i;

interface Wish {
  trait: Trait;
  more: boolean;
  /** The utmost there is, not only beyond what was shown. */
  utmost: boolean;
}

function wishIn(text: string): Wish | undefined {
  return ASKED.test(text) ? undefined : comparedIn(text);
}

function comparedIn(text: string): Wish | undefined {
  for (const trait of TRAITS) {
    if (trait.most.test(text)) return { trait, more: true, utmost: true };
    if (trait.least.test(text)) return { trait, more: false, utmost: true };
    if (trait.more.test(text)) return { trait, more: true, utmost: false };
    if (trait.less.test(text)) return { trait, more: false, utmost: false };
  }
  return undefined;
}

/** Whether a text asks for more or less of something without a number: "something bigger", "轻一点的", "the quietest one". */
export const asksForTrait = (text: string): boolean => wishIn(text) !== undefined;

/** The attributes that "which is the quietest" and "is the first one lighter" are about. */
export function traitsAsked(text: string, { attributes }: Pick<Pack, 'attributes'>): string[] {
  const wish = comparedIn(text);
  return wish ? attributes.filter((one) => isAbout(one, wish.trait)).map(({ id }) => id) : [];
}

/** "Which is the lightest", 最轻的是哪个: asks which of those shown it is. */
export const asksWhich = (text: string): boolean => ASKED.test(text) && comparedIn(text) !== undefined;

/** What a wish for more or less comes to: the limit, or which of the goods goes furthest already. */
export type TraitLimit = { attributes: NonNullable<Filters['attributes']> } | { extreme: Product };

/**
 * The bound that "bigger" or "the lightest" sets on goods of a kind: beyond all that were shown, or the utmost of the kind. Undefined
 * when nothing is asked so, or the goods state no such measure.
 */
export function traitLimit(
  text: string,
  goods: readonly Product[],
  shown: readonly Product[],
  { attributes }: Pick<Pack, 'attributes'>,
): TraitLimit | undefined {
  const wish = wishIn(text);
  if (wish === undefined) return undefined;
  const attribute = attributes.find((one) => isAbout(one, wish.trait) && goods.some((product) => has(product, one)));
  if (attribute === undefined) return undefined;
  const value = (product: Product) => product.attributes[attribute.id] as number;
  const direction = wish.more ? 1 : -1;
  const sold = goods.filter((product) => has(product, attribute) && product.stock !== 0).map(value);
  const measured = shown.filter((product) => has(product, attribute));
  const best = measured.toSorted((a, b) => direction * (value(b) - value(a)))[0];
  if (!wish.utmost && best === undefined) return undefined;
  const beyond = wish.utmost ? sold : sold.filter((one) => direction * (one - value(best!)) > 0);
  if (beyond.length === 0) return best && { extreme: best };
  const bound = wish.more === wish.utmost ? Math.max(...beyond) : Math.min(...beyond);
  return { attributes: { [attribute.id]: wish.more ? { min: bound } : { max: bound } } };
}

const has = (product: Product, { id }: PackAttribute): boolean => typeof product.attributes[id] === 'number';

function isAbout({ type, unit, name, synonyms }: PackAttribute, { dimensions, named }: Trait): boolean {
  if (type !== 'number') return false;
  if (named && ![name.en, name.zh, ...synonyms].some((word) => word !== undefined && named.test(word))) return false;
  return dimensions.some((dimension) => WORDS.get(dimension)?.has((unit ?? '').toLowerCase()));
}

const WORDS = new Map(
  Object.entries(UNIT_TABLE).map(([dimension, rows]) => [
    dimension,
    new Set(rows.flatMap(([, words]) => words.split(' '))),
  ]),
);
