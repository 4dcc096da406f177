import { isNoLimit } from './bounds.ts';
import { type Mention, termOf } from './mentions.ts';
import type { NumberToken } from './numbers.ts';

const COUNTER =
  /^\s*(?:pieces?|pcs?|units?|items?|sets?|pairs?|copies|boxes|packs?|rooms|tickets|of (?:them|these|those|each|the\b|your\b|this|that)|件(?!套)|个(?!人|月|小时|钟头|星期|礼拜|晚|点|季)|台|部|只|条|双|套(?!装)|副|张(?!图)|把|瓶|盒|箱|份|支|枚|辆|盏|床|根|卷|袋|罐|桶|间(?!隔|距)|款(?=都)|块(?=电池|硬盘|表|手表))/;
const BUY_BEFORE =
  /(?:\b(?:buy|order|purchase|get|take|need|want|grab|add|qty|quantity(?: of| is)?|×|x)\s*:?\s*(?:me\s)?|(?:买|要|来|订|拿|下单|数量是?|采购|批发|加)\s*:?\s*)$/;
const POINTING =
  /(?:\b(?:the|these|those|this|that|first|last|other|top|your|all|compare|between)\s+|[这那前后头首各每哪第])$/;
/** What the customer has already is not what he wants. */
const OWNED =
  /(?:\b(?:list|show|recommend|suggest|name|compare|find)(?: me)?\s|(?<!\b(?:could|can|may|should|do|did) )\bi (?:already )?(?:have|own|ve got)\s|(?:买的|订的|收到的|家有|我有|家里有|已经有|养了?)$)/;
/** Counted, but not to buy: goods that are compared, parcels, coupons. */
/** A thing of any name after a number: "need 12 widgets"; talk about the talk is no thing. */
const ANY_THINGS =
  /^\s(?:[a-z]+\s)?(?!options|choices|recommendations|suggestions|results|examples|models|questions|reasons|times|things|kinds|types|ideas|dollars|bucks|euros|pounds)[a-z]{3,}s\b/;
const NOT_TO_BUY =
  /^\s?(?:都|订单|包裹|快递|券|优惠|一起|之?[中里间]|哪|比|对比|区别|选|卡|账号|地址|地方|问题|有什么|有啥|orders?\b|coupons?\b|parcels?\b|addresses\b)/;
const LARGEST = 100_000;

/** How many pieces the customer wants; marks the number as used. `isMeasure` = a unit stands there. "一个" and "a" say no quantity. */
export function readQuantity(
  text: string,
  numbers: readonly NumberToken[],
  mentions: readonly Mention[],
  isMeasure: (end: number) => boolean,
): number | undefined {
  let quantity: number | undefined;
  for (const number of numbers) {
    if (number.used || number.currency || !Number.isInteger(number.value) || number.high !== undefined || number.loose)
      continue;
    if (number.value < 1 || number.value > LARGEST) continue;
    const before = text.slice(Math.max(0, number.start - 16), number.start);
    if (isNoLimit(text, number.start, number.end)) continue;
    const counter = COUNTER.exec(text.slice(number.end, number.end + 12));
    if (!counter && (isMeasure(number.end) || !isCounted(text, number, mentions, before))) continue;
    number.used = true;
    if (POINTING.test(before) || OWNED.test(before) || (number.value === 1 && number.script !== 'digits')) continue;
    if (NOT_TO_BUY.test(text.slice(number.end + (counter?.[0].length ?? 0), number.end + 24))) continue;
    if (counter && countsPart(text, number.end + counter[0].length, mentions)) continue;
    quantity ??= number.value;
  }
  return quantity;
}

/** "2 phones", "buy 3", "x2": a small number before a thing, or after a word for buying. */
function isCounted(text: string, number: NumberToken, mentions: readonly Mention[], before: string): boolean {
  if (number.multiplier !== 1 || number.value > 999) return false;
  const rest = text.slice(number.end, number.end + 3);
  if (
    BUY_BEFORE.test(before) &&
    /^\s*(?:$|[,.!?;，。！？]|吧|please|x\b)/.test(text.slice(number.end, number.end + 8)) &&
    number.value < 100
  )
    return true;
  if (!/^\s/.test(rest) || /^\s*[-–]/.test(rest)) return false;
  if (BUY_BEFORE.test(before) && number.value < 1000 && ANY_THINGS.test(text.slice(number.end, number.end + 40)))
    return true;
  if (/^\s(?:[a-z]+\s){0,2}(?:ones|units|pieces|pairs|items)\b/.test(text.slice(number.end, number.end + 40)))
    return true;
  const thing = mentions.find((mention) => mention.start >= number.end);
  if (
    !thing ||
    !mentions.some(
      (mention) =>
        mention.start >= thing.start &&
        mention.start - number.end < 30 &&
        termOf(mention, 'category') &&
        isPlural(text, mention),
    )
  )
    return false;
  return (
    /^\s(?:(?!(?:for|to|on|in|of|from|and|or|at|with|by|but|is|dollar|budget|please)\b)[a-z]+\s){0,1}$/.test(
      text.slice(number.end, thing.start),
    ) && !/[a-z]$/.test(before)
  );
}

const isPlural = (text: string, mention: Mention) =>
  /s$|mice$|[\u4e00-\u9fff]$/.test(text.slice(mention.start, mention.end));

/** "两个接口": parts of a thing, not things. */
function countsPart(text: string, from: number, mentions: readonly Mention[]): boolean {
  const next = mentions.find((mention) => mention.start >= from);
  return (
    next !== undefined &&
    next.start - from <= 1 &&
    termOf(next, 'attribute') !== undefined &&
    !termOf(next, 'category') &&
    /^\s?$/.test(text.slice(from, next.start))
  );
}
