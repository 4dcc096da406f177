import { type Mention, termOf } from '../filters/mentions.ts';
import { CHINESE_NUMERAL } from '../filters/numerals.ts';
import { BASE_INTENTS, type Intent, type ScoredIntent } from '../understanding.ts';

/** What may stand beside the words of a search without making it anything else. */
const BESIDE =
  /\b(?:an?|the|in|with|w\/?|for|of|and|or|to|from|by|at|on|under|below|over|above|between|up|max(?:imum)?|min(?:imum)?|less|more|than|least|most|about|around|cheap(?:er|est)?|size|colou?rs?|new|small|large|big|good|please|pls|plz|usd|eur|gbp|rmb|dollars?|bucks|euros?|pounds?|quid|k|night|nights|person)\b|以内|以下|以上|之间|左右|上下|块钱|[块元刀的和或到至带有要款型号色台个只双条件张部晚人适合用]|人民币|美元|预算|价格?|便宜|不要|不超过|至少|起/g;
const NUMBER = new RegExp(`(?:\\d+(?:\\.\\d+)?|[${CHINESE_NUMERAL}]+)(?:\\s?[a-z"″]{1,3}\\b|[寸升瓦克平])?`, 'g');
const LONGEST = 80;

/**
 * Whether a message names goods and what they should be like, in the business's words and numbers, and says nothing else: "black kettle
 * 1.5 l under 40", 车贷. Such a list is a search, whatever else its words are used for.
 */
export function isBareGoods(text: string, mentions: readonly Mention[]): boolean {
  if (text.length > LONGEST || /[?？]/.test(text)) return false;
  if (!mentions.some((mention) => !mention.negated && !mention.fuzzy && termOf(mention, 'category'))) return false;
  let rest = '';
  let at = 0;
  for (const { start, end } of mentions) {
    rest += `${text.slice(at, start)} `;
    at = end;
  }
  rest = (rest + text.slice(at)).toLowerCase().replace(NUMBER, ' ');
  return !/[\p{L}\p{N}]/u.test(rest.replace(BESIDE, ' '));
}

const OWN_WORDS = new Set<string>(BASE_INTENTS);
/** How often such messages are searches. */
const CONFIDENCE = 0.9;

/** A reading of bare goods: a search, unless the business's own intents claim the words. */
export function asSearch<Reading extends { intent: Intent; intents: ScoredIntent[] }>(reading: Reading): Reading {
  const { intent, intents } = reading;
  if (intent.name === 'search' || (intent.name !== 'unsure' && !OWN_WORDS.has(intent.name))) return reading;
  const search = { name: 'search', confidence: CONFIDENCE };
  const others = [
    ...(intent.name === 'unsure'
      ? []
      : [{ name: intent.name, confidence: Math.min(intent.confidence, 1 - CONFIDENCE) }]),
    ...intent.alternatives.filter(({ name }) => name !== 'search'),
  ];
  return {
    ...reading,
    intent: { ...search, by: intent.by, alternatives: others },
    intents: [search, ...intents.filter(({ name }) => name !== 'search' && name !== intent.name)],
  };
}
