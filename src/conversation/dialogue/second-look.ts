import type { Understanding } from '../../understanding/understanding.ts';
import { isAmending } from './amending.ts';
import type { DialogueState } from './dialogue.ts';
import { isQuestion, tellsOfOwned } from './plain-words.ts';
import { isForAnother } from './wish.ts';

/** Intents of sociable words, which an emoji or a kind word is enough for. */
export const SOCIABLE: ReadonlySet<string> = new Set(['feedback', 'thanks', 'greet', 'goodbye', 'smalltalk']);
const WISHES: ReadonlySet<string> = new Set(['recommend', 'search']);
/** Below this an intent is little more than a guess. */
export const DOUBTFUL = 0.5;
/** A named kind of goods outweighs a pack's own intent up to here. */
const RATHER_GOODS = 0.65;
/** Then no word of stopping is needed. */
const CLEAR_STOP = 0.95;
/** A complaint this likely is one, whatever else it names. */
export const CLEAR_COMPLAINT = 0.8;
const KIND_WORDS = /\bth(?:ank|x)|\bcheers\b|谢|感谢/i;
/** What is said of oneself for good: only then a named kind of goods is a liking and no wish. */
const LASTING =
  /\b(?:likes?|love|hate|dislike|prefer|allergic|never|favou?rite|can['’]?t stand|don['’]?t (?:eat|use|wear|want))\b|喜欢|讨厌|过敏|不吃|不用|偏好|只买|从不|不要/i;

/** A kind of goods is named, and the intent read is one that such words mislead to: "phone with good value for money". */
export function asksForGoodsAfterAll({ intent, filters, clean, sentiment }: Understanding, own: boolean): boolean {
  if (filters.category === undefined || tellsOfOwned(clean.text)) return false;
  if (own) return intent.confidence < RATHER_GOODS && !isQuestion(clean.text);
  if (intent.name === 'preference') return !LASTING.test(clean.text);
  if (intent.name === 'complaint') return intent.confidence < CLEAR_COMPLAINT && !sentiment.angry;
  return SOCIABLE.has(intent.name) && !KIND_WORDS.test(clean.text);
}

/** "Do they carry it up to the fourth floor?" may look like a wish; the pack's texts are asked first. */
export function isVagueQuestion({ intent, filters, entities, clean }: Understanding): boolean {
  const pointed = entities.references.length > 0 || entities.more || entities.relativePrice !== undefined;
  const open = Object.keys(filters).length === 0 && !pointed;
  return WISHES.has(intent.name) && intent.confidence < DOUBTFUL && open && isQuestion(clean.text);
}

/** "With big buttons", "no capsules", "能自动断电的": half a sentence that goes on with what is being looked for. */
const ELLIPTICAL_EN =
  /^(?:(?:and|or|but|maybe|ok|then|it|they)[\s,]+)*(?:one|ones|something|anything|with|without|for|\d+(?: (?:or|to|-) \d+)?|no|not|nothing|has to|have to|must|should|needs? to)\s/i;
const OF_ITS_KIND = /^(?:(?:and|or|ok|no)[\s,]+)*(?:an?|the) [a-z-]+(?: [a-z-]+)? ones?[\s.!]*$/i;
const ELLIPTICAL_ZH =
  /^(?:要|得|带|有|不要|别|能|会|最好|希望|没有)?.{1,12}的[吧。！!]?$|^(?:要|得|不要|别|最好|带|不带)(?:能|会|有|带)?.{1,10}$|^[^吗呢?？]{2,8}[用玩穿戴]$/;

function isElliptical({ clean, entities }: Understanding): boolean {
  const text = clean.text.trim();
  if (text.length > 60 || isQuestion(text) || entities.references.length > 0) return false;
  return ELLIPTICAL_EN.test(text) || OF_ITS_KIND.test(text) || ELLIPTICAL_ZH.test(text);
}

/** "It has to empty itself": a demand on what is wanted, though it says "it". */
const isDemand = ({ clean }: Understanding): boolean =>
  /^\W*(?:it|they)\s+(?:has to|have to|must|should|needs? to|ought to)\b/i.test(clean.text);

/** How many limits beside the kind of goods a message sets. */
export const limitsSaid = ({ filters }: Understanding): number =>
  Object.keys(filters).filter((name) => name !== 'category' && name !== 'currency').length;

const TELL = /\btell me\b|说说|介绍|讲讲/i;

/** "The cheapest one, does it have 5G?" asks about one of those shown, though it names a limit. */
export function asksOfShown({ entities, clean }: Understanding, { shown }: Pick<DialogueState, 'shown'>): boolean {
  const points = entities.references.some(({ kind }) => kind !== 'pronoun');
  return points && shown.length > 0 && (isQuestion(clean.text) || TELL.test(clean.text));
}

/** "On televisions?", 电视呢: half a question, which asks for goods of the kind. */
export const asksForKind = ({ clean, filters }: Understanding): boolean =>
  filters.category !== undefined &&
  /^(?:and|or|on|for|(?:what|how) about)\s+(?:[\w-]+\s+){0,2}[\w-]+\s*\??$|^.{1,8}呢[?？]?$/i.test(clean.text.trim());

/** "Are the toys safe?" while looking for toys asks about them, and limits nothing. */
export function asksOfKind(understanding: Understanding, { need }: Pick<DialogueState, 'need'>): boolean {
  const { filters, intent, clean, entities } = understanding;
  if (entities.more || entities.relativePrice !== undefined || entities.lifted.length > 0) return false;
  const sameKind = filters.category !== undefined && filters.category === need.filters.category;
  const guessed = intent.name === 'unsure' || (intent.confidence < DOUBTFUL && !WISHES.has(intent.name));
  return sameKind && limitsSaid(understanding) === 0 && guessed && isQuestion(clean.text);
}

const OF_IT =
  /^(?:and |but |ok |so |hmm |well )*(?:does|is|can|could|will|has) (?:it|this|that|this one|that one)\b|^(?:那|那么)?(?:它|这[个款台]|那[个款台])(?!呢).{0,16}(?:吗|么|嘛|有没有|没有?|不)[?？]?$/i;

/** "Is it available in black or grey?": asked of the product spoken about last, though its colour reads like a limit. */
export function asksOfFocus(understanding: Understanding, { focus }: Pick<DialogueState, 'focus'>): boolean {
  const { clean, entities, filters } = understanding;
  if (focus === undefined || filters.category !== undefined || limitsSaid(understanding) === 0) return false;
  return OF_IT.test(clean.text.trim()) && !entities.more && entities.relativePrice === undefined;
}

/** "And in stock?", "还有货不": asked of what was shown, not what to do when it is sold out. */
const AVAILABLE =
  /^(?:and |is (?:it|this|that) |are (?:they|these|those) |still )*(?:in stock|available)(?: now| today)?\s*\??$|^(?:这个|那个|刚才那?个|它)?[\u4e00-\u9fff]{0,6}(?:现在)?(?:还有|有)(?:现)?货?(?:吗|么|不|没有?)[?？]?$|^(?:还)?剩(?:几|多少)|\bhow many (?:are |do you have )?left\b/i;

export function asksIfAvailable(
  { clean, entities, filters }: Understanding,
  { shown, need }: Pick<DialogueState, 'shown' | 'need'>,
): boolean {
  if (shown.length === 0 || !AVAILABLE.test(clean.text.trim())) return false;
  // "有货吗" says what it asks; "刚才那个书桌还有吗" must point at something.
  const ofKind = filters.category === undefined || filters.category === need.filters.category;
  return ofKind && (/货|剩|stock|available|left/i.test(clean.text) || entities.references.length > 0);
}

const BACK = /刚才|刚刚|之前|前面|\b(?:earlier|before|previous|you showed)\b/i;

/** "刚才那个书桌还有吗", "is the desk from before still available": asks of something shown earlier, of another kind than now. */
export function asksOfEarlier(understanding: Understanding, { need, earlier = [] }: DialogueState): boolean {
  const { filters, clean, entities } = understanding;
  if (earlier.length === 0 || filters.category === undefined || filters.category === need.filters.category)
    return false;
  return BACK.test(clean.text) && isQuestion(clean.text) && entities.relativePrice === undefined;
}

/** "No need to put me through to anyone": a person is spoken of, and not asked for. */
export const refusesPerson = ({ clean }: Understanding): boolean =>
  /(?:不用|不要|不需要|无需|别|先不)(?:给我|帮我|再)?(?:转)?(?:人工|真人|客服)|\b(?:no need|don['’]?t (?:need|want)|not|without|rather not)\b[^.!?]{0,24}\b(?:human|person|agent|colleague|someone|somebody)\b/i.test(
    clean.text,
  );

/** "He likes tea", 她怕冷: of whom the thing looked for is for, no liking of the customer's own. */
const tellsOfAnother = ({ clean, intent }: Understanding): boolean =>
  ['preference', 'unsure', 'smalltalk', 'feedback'].includes(intent.name) &&
  /^(?:and |well |oh )?(?:he|she|they)(?:['’]s|['’]re)? (?:\w+ )?(?:likes?|loves?|hates?|is|are|has|have|wears?|drinks?|plays?)\b|^(?:他|她|他们|我爸|我妈|爸爸|妈妈|老公|老婆|孩子)(?:们)?(?:很|比较|特别|平时|经常|最|不太?)?(?:喜欢|爱|喝|吃|玩|用|穿|怕|常|有|是)/i.test(
    clean.text.trim(),
  ) &&
  !isQuestion(clean.text);

/** "There are three of us", 家里三口人: who will use it. */
const tellsOfHousehold = ({ clean }: Understanding): boolean =>
  /^(?:there (?:are|is)|we(?:['’]re| are)|it['’]s for) \w+(?: of us| people| persons| in the family)\b|^(?:我们?|家里)(?:家)?(?:一共|就|有)?[一二两三四五六七八九\d]+(?:口|个)人(?:用|吃|住)?[。！!]?$/i.test(
    clean.text.trim(),
  );

/** "No, I meant the handheld kind": the wish is put right, though it sounds like a liking. */
const putsRight = ({ clean, intent }: Understanding): boolean =>
  ['preference', 'unsure', 'smalltalk', 'feedback'].includes(intent.name) && isAmending(clean.text);

/** "Do you share my data?" asks what is done with data, and for none of it. */
export const asksOfDataUse = ({ clean }: Understanding): boolean =>
  /\b(?:share|sell|give|pass|disclose|store|keep)\b[^.!?]{0,20}\b(?:data|details|information|info)\b|\bdata\b[^.!?]{0,20}\b(?:shared|sold|safe|stored|protected)\b|(?:卖|分享|共享|泄露|透露|提供)[^，。]{0,8}(?:数据|信息|资料|隐私)|(?:数据|信息|资料|隐私)[^，。]{0,10}(?:卖给|分享|共享|泄露|安全吗|给别人|第三方|存在哪)/i.test(
    clean.text,
  );

/** "Which is better", 学生用哪个好: of those shown. */
const WHICH_BETTER =
  /\bwhich (?:one |of (?:them|these|those) )?(?:is|would be|do you (?:recommend|suggest)|should i)\b|哪[个款台张](?:更|比较|最)?(?:好|合适|适合|值得)/i;
export const asksWhichBetter = ({ clean, filters }: Understanding, { shown }: Pick<DialogueState, 'shown'>): boolean =>
  shown.length > 1 && filters.category === undefined && WHICH_BETTER.test(clean.text);

/** Small talk in words that tell of goods: "带抽屉" while looking for a desk. */
const tellsTrait = ({ intent, keywords, sentiment }: Understanding): boolean =>
  SOCIABLE.has(intent.name) && keywords.length > 0 && sentiment.label !== 'positive';

/** Whether a message, whatever its intent seemed, only goes on with what is being looked for. `unsure` = its intent leads nowhere. */
export const goesOn = (understanding: Understanding, unsure: boolean): boolean =>
  isDemand(understanding) ||
  tellsOfAnother(understanding) ||
  tellsOfHousehold(understanding) ||
  putsRight(understanding) ||
  understanding.entities.lifted.length > 0 ||
  understanding.entities.relativePrice === 'dearer' ||
  isForAnother(understanding.clean.text) ||
  ((unsure || tellsTrait(understanding)) && isElliptical(understanding));

const STOP =
  /\b(?:stop|no more|no longer|unsubscribe|opt(?:ing)? out|remove|don['’]?t|do not|never|cancel|quit|end|enough|without|leave me alone|too many|sick of|block)\b|别|不要|不想|取消|退订|停|拒收|屏蔽|烦|少发|关(?:掉|闭)|不再/i;

/** Whether a message read as "no more advertising" says so. */
export const asksToStop = ({ clean, intent }: Understanding): boolean =>
  intent.confidence > CLEAR_STOP || STOP.test(clean.text);

/** A complaint in words that complain of nothing: asked back, or the pack's texts, rather than "I'm sorry". */
export function isHardlyComplaint({ intent, sentiment }: Understanding): boolean {
  return intent.name === 'complaint' && intent.confidence < CLEAR_COMPLAINT && sentiment.label !== 'negative';
}
