import type { Understanding } from '../../understanding/understanding.ts';
import type { Need } from './dialogue.ts';

const GIFT = /\b(?:gifts?|presents?)\b|礼物|送礼|礼品/i;
/** A wish for whatever the business has: a gift, a journey. No word of it names goods. */
const AT_LARGE =
  /\b(?:gifts?|presents?|trips?|holidays?|vacations?|getaway|somewhere|travel)\b|\bfor (?:my|a|his|her|our) (?:mum|mom|mother|dad|father|wife|husband|girlfriend|boyfriend|son|daughter|niece|nephew|friend|boss|colleague|teacher|grand\w+)\b|[给送](?:我)?(?:爸|妈|老公|老婆|男朋友|女朋友|朋友|孩子|儿子|女儿|爷爷|奶奶|外公|外婆|同事|领导|老师)|礼物|送礼|礼品|出去玩|旅游|旅行|度假|去哪/i;

export const isAtLarge = (text: string): boolean => AT_LARGE.test(text);

/** "And something for my mum too". */
const FOR_ANOTHER =
  /\b(?:also|and|another|now)\b[^.!?]{0,16}\b(?:something|anything|one|a gift|gifts?|presents?) for (?:my|the|a|her|his|our)\b|(?:也|再|还|另外)(?:想|要)?(?:帮|给)(?:我)?[\u4e00-\u9fff]{1,6}(?:也)?(?:买|挑|选|看)/i;
export const isForAnother = (text: string): boolean => FOR_ANOTHER.test(text);

/** A wish for a thing: "I need a lamp", "想买个台灯". */
const WISH =
  /\b(?:need|want|looking for|look for|find me|show me|buy|recommend|suggest|do you (?:have|sell)|i'?d like|got any)\b.*?\b(?:an?|another|some|any|new)\s+[a-z]/i;
const WISH_ZH = /(?:想|要|帮我|给我)?(?:买|找|推荐|挑|选购|入手)[一]?[个台件条双部款只套把张些点]|有没有|有卖/;
/** Words that point at what is being looked for already: "I want something lighter". */
const SAME = /\b(?:something|anything|ones?|it|them|these|those|cheaper|bigger|smaller)\b|的(?:吗|么|呢)?[?？。!！]?$/i;
/** Half a sentence, that goes on with what was said. */
const GOES_ON = /^(?:(?:and|but|or)\s+)?(?:with|without|that|which)\b/i;
/** Limits of what is being looked for; a message that sets one refines it. */
const REFINING = [
  'color',
  'colorExclude',
  'size',
  'brandInclude',
  'brandExclude',
  'attributes',
  'attributesExclude',
  'sort',
  'inStock',
] as const;

/** Whether a message after a long silence begins anew: it names goods, and is no mere word about those of before. */
export function isNewAfterRest({ filters, keywords, entities }: Understanding): boolean {
  if (entities.relativePrice || entities.more || entities.references.length > 0) return false;
  if (filters.category !== undefined) return true;
  return keywords.length > 0 && Object.keys(filters).length === 0;
}

/** Whether a message that names no category wishes for another thing than before ("a gift for my girlfriend, around 100"). */
export function isNewWish({ filters, keywords, entities, clean, intent }: Understanding, need: Need): boolean {
  if (need.text === '' && Object.keys(need.filters).length === 0) return false;
  if (filters.category !== undefined) return false;
  if (FOR_ANOTHER.test(clean.text)) return true;
  if (keywords.length === 0) return false;
  if (entities.relativePrice || entities.more || entities.references.length > 0) return false;
  if (REFINING.some((name) => filters[name] !== undefined)) return false;
  if (GIFT.test(clean.text) && !GIFT.test(need.text)) return true;
  if (GOES_ON.test(clean.text)) return false;
  if (intent.name === 'search') return !SAME.test(clean.text);
  if (intent.name !== 'recommend') return false;
  return (WISH.test(clean.text) || WISH_ZH.test(clean.text)) && !SAME.test(clean.text);
}
