import { checkHanNames } from './han-names.ts';
import type { NameIndex } from './name-index.ts';
import type { OrdinaryWords } from './ordinary-words.ts';
import type { Reading } from './reading.ts';
import type { Span } from './sentences.ts';
import type { TurnFacts } from './turn-facts.ts';
import type { Violation } from './violation.ts';

const WORD = /[A-Za-z\d]+(?:(?:['&+/-]|\.(?=[a-z\d]))[A-Za-z\d]+)*\+?/g;
/** Endings that make another model of a name. */
const SUFFIX =
  /^(?:pro|max|ultra|plus|mini|lite|air|se|xl|neo|elite|deluxe|premium|turbo|fe|gt|ti|ii|iii|iv|gen|edition|prime|advanced|special|evo|nano|signature|platinum|gold|titanium)$/;
/** Words with digits or capitals that are no names. */
const TECHNICAL =
  /^(?:usb(?:-[abc])?(?:\d(?:\.\d)?)?|type-[abc]|wi-?fi|bluetooth|\d{1,2}(?:st|nd|rd|th)|\d+k|\d+x|\d+(?:\.\d+)?[a-z]{1,4}|24\/7|mp[34]|a[345]|b2b|co2|h2o|covid-19|[\d.,/-]+|[\d.]+-(?:inch|hour|day|night|year|month|week|minute|piece|litre|liter|person|star|port|bit|core|working-day|part|way|step|in-\d|in-one)s?|\w+-(?:free|friendly|proof|resistant|cancell?ing|inch|hour|day|night|year|month|week|party)|(?:pre|non|re|co|all|self|semi|anti|over|well|best|top|mid|high|low|long|short|half|full|one|two|three|four|five|built|easy|all-in)-\w+(?:-\w+)?)$/;
const MODEL_NOUN =
  /^(?:usd|cny|rmb|eur|gbp|hkd|sgd|jpy|option|step|top|number|no|nr|tier|level|part|point|page|chapter|room|type|size|row|line|item|phase|stage|day|week|version|ip|usb|wi-fi|bluetooth|age|ages|over|under|about|around|from|only|just|the|for|at|to|of|and|or|in|by|within|r|up|least|most|than|all|these|those|both|our|your|my|with|per|is|are|has|costs?|after|before|every|any)$/;

interface Word extends Span {
  text: string;
  lower: string;
  capital: boolean;
  /** First of a sentence, of a list item, or behind a colon. */
  first: boolean;
  mentioned: boolean;
}

/** Finds names that the evidence does not hold: other products of the pack, other brands, invented models, misspelt names. */
export function checkNames(
  reading: Reading,
  facts: TurnFacts,
  { index, ordinary }: { index: NameIndex; ordinary: OrdinaryWords },
): Violation[] {
  const violations: Violation[] = [];
  const object = ({ start, end }: Span, why: string, expected?: string) => {
    const text = reading.text.slice(start, end).trim();
    violations.push({ kind: 'product', text, ...(expected && { expected }), explain: `"${text}" ${why}` });
  };
  const evidence = new Set(facts.products.map(({ product }) => product.id));
  const spans: Span[] = [];
  for (const found of index.find(reading.text, reading.lower)) {
    if (reading.mentions.some(({ start, end }) => start <= found.start && end >= found.end)) continue;
    if (found.products.some(({ id }) => evidence.has(id)) || isSaid(reading.lower.slice(found.start, found.end), facts))
      continue;
    object(found, 'is a product that is not among the facts of this conversation; do not mention it.');
    spans.push(found);
  }
  const measured = reading.quantities.filter(({ currency, dimension }) => currency ?? dimension);
  const words = wordsOf(reading).filter(
    ({ start }) => ![...spans, ...measured].some((span) => span.start <= start && start < span.end),
  );
  for (let at = 0; at < words.length; at++) {
    const fault = faultOf(words, at, { reading, facts, index, ordinary });
    if (fault) object(fault.span, fault.why, fault.expected);
  }
  for (const { span, why, expected } of checkHanNames(reading, facts, { index, ordinary })) object(span, why, expected);
  return violations;
}

export interface NameFault {
  span: Span;
  why: string;
  expected?: string;
}

interface Tools {
  reading: Reading;
  facts: TurnFacts;
  index: NameIndex;
  ordinary: OrdinaryWords;
}

const UNKNOWN = 'is a name that stands nowhere in the facts; do not use it.';

function faultOf(words: readonly Word[], at: number, tools: Tools): NameFault | undefined {
  const { reading, facts, index, ordinary } = tools;
  const word = words[at];
  const next = words[at + 1];
  const joined = next !== undefined && /^[ -]$/.test(reading.text.slice(word.end, next.start));
  const pair = { start: word.start, end: joined ? next.end : word.end };
  if (word.mentioned) {
    // "TH-N500 Pro" of a TH-N500: what follows a name must be part of it.
    if (!joined || next.mentioned || !isNameEnding(next, tools)) return undefined;
    return isSaid(reading.lower.slice(pair.start, pair.end), facts) ? undefined : { span: pair, why: UNKNOWN };
  }
  const known = facts.tokens.has(word.lower) || facts.tokens.has(word.lower.replace(/'s$/, ''));
  if (index.isId(word.lower) && word.lower.includes('-') && !facts.tokens.has(word.lower))
    return { span: word, why: 'is an internal id; customers must not see it.' };
  // "Field 16": a word of a name with a number that it does not have.
  if (
    joined &&
    /^\d{1,4}$/.test(next.text) &&
    word.capital &&
    !MODEL_NOUN.test(word.lower) &&
    !isSaid(`${word.lower} ${next.lower}`, facts)
  ) {
    if ((index.isProper(word.lower) || !ordinary.has(word.lower) || !word.first) && !isMonth(word.lower))
      return { span: pair, why: UNKNOWN };
  }
  if (known || TECHNICAL.test(word.lower)) return undefined;
  const model = /\d/.test(word.text) && /[A-Za-z]/.test(word.text);
  if (model && !isCompound(word, tools)) return { span: word, why: UNKNOWN };
  if (model) return undefined;
  const near = ordinary.has(word.lower) ? undefined : index.nearTo(word.lower);
  if (near !== undefined && (word.capital || word.lower.length > 5))
    return { span: word, why: `is misspelt or made up.`, expected: near };
  if (!word.capital || ordinary.has(word.lower) || isCompound(word, tools)) return undefined;
  if (word.first && !isNameAlike(words, at, tools)) return undefined;
  return { span: word, why: UNKNOWN };
}

function isNameEnding(next: Word, { ordinary, facts, reading }: Tools): boolean {
  if (/^\d{1,4}$/.test(next.text)) {
    const scored = /^ ?(?:\/|of|out of) ?5\b/.test(reading.lower.slice(next.end, next.end + 10));
    return !scored && reading.quantities.every((one) => one.start !== next.start || !(one.dimension ?? one.currency));
  }
  if (SUFFIX.test(next.lower)) return next.capital;
  return next.capital && !ordinary.has(next.lower) && !facts.tokens.has(next.lower);
}

/** "Noise-Cancelling", "Budget-Friendly", "Pick/Choice": ordinary words put together. */
function isCompound({ lower }: Word, { ordinary, facts }: Tools): boolean {
  const parts = lower.split(/['&+/.-]+/);
  return (
    parts.length > 1 && parts.every((part) => ordinary.has(part) || facts.tokens.has(part) || /^\d{1,3}$/.test(part))
  );
}

/** A sentence's first word has a capital anyway: a name it is when another name or a statement about it follows. */
function isNameAlike(words: readonly Word[], at: number, { reading, ordinary }: Tools): boolean {
  const next = words[at + 1];
  if (!next) return false;
  const gap = reading.text.slice(words[at].end, next.start);
  if (/ly$|ing$|ed$/.test(words[at].lower)) return false;
  if (gap === ' ' && next.capital && !next.mentioned && !ordinary.has(next.lower)) return true;
  if (gap === ' ' && /\d/.test(next.text)) return true;
  if (
    gap === ' ' &&
    /^(?:is|costs?|has|offers?|comes|lasts?|and|or|for|at|from|headphones|phone|laptop|fund|account|card|hotel|trip|tour|loan)$/.test(
      next.lower,
    )
  )
    return true;
  return /^\s?(?:[(:–—-]|: )\s?[$€£¥]?$/.test(gap) && /\d/.test(next.text);
}

const isMonth = (word: string) => /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/.test(word);

/** Whether these very words stand in a text, a product's record, an order or the customer's message. */
export function isSaid(lower: string, { said, customer, products }: TurnFacts): boolean {
  return (
    said.includes(lower) || customer.lower.includes(lower) || products.some(({ text }) => text.lower.includes(lower))
  );
}

function wordsOf({ text, lower, sentences, mentions }: Reading): Word[] {
  return [...text.matchAll(WORD)].map((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const sentence = sentences.find((one) => one.end > start);
    const lead = text.slice(Math.max(sentence?.start ?? 0, start - 12), start);
    return {
      start,
      end,
      text: match[0],
      lower: lower.slice(start, end),
      capital: /^[A-Z]/.test(match[0]) || /^[a-z]+[A-Z]/.test(match[0]),
      first:
        /^[^\p{L}\d]*$/u.test(text.slice(sentence?.start ?? 0, start)) ||
        /[:："(（|–—]\s*$|(?:^|\n)[\s\d.)#>-]*$/.test(lead),
      mentioned: mentions.some((mention) => mention.start <= start && end <= mention.end),
    };
  });
}
