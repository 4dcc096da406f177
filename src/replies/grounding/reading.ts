import { type DateMark, readDates } from './dates.ts';
import { foldReply } from './fold.ts';
import { findMentions, type Mention } from './mentions.ts';
import type { ProductFacts } from './product-facts.ts';
import { type Quantity, readQuantities } from './quantities.ts';
import { clauseAround, type Span, sentenceSpans } from './sentences.ts';
import { columnsOf, type TableColumns } from './tables.ts';
import type { TurnFacts } from './turn-facts.ts';

/** Whom a statement is about. */
export interface Subjects {
  products: readonly ProductFacts[];
  /** The text says so itself; false: any of `products` may be meant. */
  sure: boolean;
  /** It is said of every one of them ("both", "都"). */
  every: boolean;
}

/** A reply as the checks see it. */
export interface Reading {
  /** As rendered; `lower` is the same in lower case, with the same offsets. */
  text: string;
  lower: string;
  sentences: readonly Span[];
  mentions: readonly Mention[];
  /** Where names stand, of products and of what was ordered. */
  names: readonly Span[];
  /** Numbers that say how much; those of names, dates and list items are left out. */
  quantities: readonly Quantity[];
  dates: readonly DateMark[];
  sentenceAt(position: number): Span;
  /** The clause around a stretch, lower case. */
  clause(at: Span): string;
  subjects(at: Span): Subjects;
}

const FOLLOWING =
  /^\s?(?:for|buys(?: you)?|gets(?: you)?|will get you|off|[(（]|的|就能买到?|可以?买到?|就能?拿下|就?能?入手)?\s?(?:the|a|an|our|this|这款)?\s?$/;
const JOINED = /^\s?(?:,|、|\/|and|&|和|与|跟|及|以及|or|或|, and|plus|vs\.?|versus|对比)\s?(?:the|our)?\s?$/;
const OTHER =
  /\b(?:the other|the latter|the former|this one|that one|the (?:\w+er|first|second|third|last|next|second one|first one) (?:one|option|model|choice|pick)|the (?:cheaper|dearer|pricier|cheapest|dearest|first|second|third)|its (?:sibling|bigger|smaller)[\w ]*)\b|另一款|另一个|另外一款|后者|前者|便宜的那|贵的那|第[一二三]款/;
const AGAINST_AFTER = /^\s?(?:vs\.?|versus|against|compared (?:to|with)|rather than|对比?|比|和|\/)\s?[$€£¥]?\d/;
const AGAINST_BEFORE =
  /\d[\w.%"]*\s?(?:[a-z%"]{1,8} |[\u4e00-\u9fff]{1,2}\s?)?(?:vs\.?|versus|against|compared (?:to|with)|rather than|对比?|比|\/)\s?[$€£¥]?$/;
const CONTRAST =
  /\b(?:instead of|rather than|up from|down from|as opposed to|not) (?:the |just |only )?$|(?:不是|而非|代替|从)\s?$/;
const PRONOUN = /\b(?:it|it's|its|this|that|they|this one|that one)\b|它|这款|该款|这张|这只|这个|这条/;
const EVERY =
  /\b(?:both|each|all(?: of (?:them|these)| three| four| five| are| cost| have| come| offer)?|every|they're all)\b|都|均|各|每/;
const LEADING =
  /^[\s\-"'(（]*(?:at|for|from|only|just|priced at|with|under|about|around|just under|now|you can get|you get|if|our|the|a|and|then|只要|只需|仅需|花|用|售价|价格)?[\s:：]*$/;

/** Reads a reply against the products its evidence holds; numbers within the names of an order count nothing. */
export function readReply(
  raw: string,
  { products, currency, orderNames }: Pick<TurnFacts, 'products' | 'currency' | 'orderNames'>,
): Reading {
  const text = foldReply(raw);
  const folded = text.toLowerCase();
  const lower = folded.length === text.length ? folded : text;
  const sentences = sentenceSpans(lower);
  const mentions = findMentions(text, lower, products);
  const dates = readDates(lower).filter(
    (date) => !mentions.some((one) => one.start < date.end && date.start < one.end),
  );
  const named = orderNames.flatMap((name) => {
    const start = lower.indexOf(name);
    return start < 0 ? [] : [{ start, end: start + name.length }];
  });
  const columns = columnsOf(lower, mentions);
  const quantities = readQuantities(lower, currency).filter(
    (quantity) =>
      ![...mentions, ...dates, ...named].some((span) => span.start < quantity.end && quantity.start < span.end) &&
      !isListNumber(lower, quantity),
  );
  const sentenceAt = (position: number) =>
    sentences.find(({ end }) => end > position) ?? { start: 0, end: lower.length };
  const clause = (at: Span) => {
    const { start, end } = clauseAround(lower, sentenceAt(at.start), at);
    return lower.slice(start, end);
  };
  const subjects = (at: Span) => subjectsOf(at, { lower, sentences, mentions, products, sentenceAt, clause, columns });
  return {
    text,
    lower,
    sentences,
    mentions,
    names: [...mentions, ...named],
    quantities,
    dates,
    sentenceAt,
    clause,
    subjects,
  };
}

interface Scene extends Pick<Reading, 'lower' | 'sentences' | 'mentions' | 'sentenceAt' | 'clause'> {
  products: readonly ProductFacts[];
  columns: TableColumns;
}

function subjectsOf(at: Span, scene: Scene): Subjects {
  const { lower, mentions, products, columns } = scene;
  const every = EVERY.test(scene.clause(at));
  const column = columns.productsAt(at.start);
  if (column) return { products: column, sure: true, every };
  const sentence = scene.sentenceAt(at.start);
  const own = mentions.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  const next = own.find(({ start }) => start >= at.end);
  if (next && FOLLOWING.test(lower.slice(at.end, next.start))) return { products: next.products, sure: true, every };
  const before = own.filter(({ end }) => end <= at.start);
  if (
    AGAINST_AFTER.test(lower.slice(at.end, at.end + 16)) ||
    AGAINST_BEFORE.test(lower.slice(Math.max(0, at.start - 16), at.start))
  ) {
    return { products: own.length > 1 ? own.flatMap((one) => one.products) : products, sure: false, every: false };
  }
  if (
    CONTRAST.test(lower.slice(Math.max(0, at.start - 16), at.start)) &&
    !/[$€£¥元]|dollar|usd|cny/.test(lower.slice(at.start, at.end))
  ) {
    return { products, sure: false, every: false };
  }
  const last = before.at(-1);
  if (last) {
    if (OTHER.test(lower.slice(last.end, at.start))) return { products, sure: false, every: false };
    const group = [...last.products];
    for (let index = before.length - 2; index >= 0; index--) {
      if (!JOINED.test(lower.slice(before[index].end, before[index + 1].start))) break;
      group.unshift(...before[index].products);
    }
    const all = every || EVERY.test(lower.slice(sentence.start, at.start));
    return { products: [...new Set(group)], sure: true, every: all && group.length > 1 };
  }
  const lead = lower.slice(sentence.start, at.start);
  if (next && (LEADING.test(lead) || !PRONOUN.test(lead))) {
    if (LEADING.test(lead) || mentionsBefore(sentence.start, mentions).length === 0) {
      return { products: next.products, sure: true, every };
    }
  }
  if (OTHER.test(lead) || (EVERY.test(lead) && !PRONOUN.test(lead))) return { products, sure: false, every };
  return carried(sentence.start, every, scene);
}

/** "It" is what the nearest earlier sentence began or ended with. */
function carried(position: number, every: boolean, { mentions, products, sentenceAt }: Scene): Subjects {
  const earlier = mentionsBefore(position, mentions);
  const last = earlier.at(-1);
  if (!last) return { products, sure: products.length === 1, every };
  const sentence = sentenceAt(last.start);
  const first = earlier.find(({ start }) => start >= sentence.start)!;
  return { products: [...new Set([...first.products, ...last.products])], sure: true, every: every && first !== last };
}

const mentionsBefore = (position: number, mentions: readonly Mention[]) =>
  mentions.filter(({ end }) => end <= position);

function isListNumber(lower: string, { start, end, dimension, currency }: Quantity): boolean {
  if (dimension || currency) return false;
  const line = lower.lastIndexOf('\n', start - 1) + 1;
  return (
    /^[\s#>-]*(?:option |no\. ?|#)?$/.test(lower.slice(line, start)) &&
    /^(?:[.)、:：]|\s?[–—-])(?!\d)/.test(lower.slice(end, end + 3))
  );
}
