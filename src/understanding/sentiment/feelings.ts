import { characterKind, DIGIT, HAN, LETTER, MARK, SPACE, SYMBOL, tokenEnd } from '../models/tokens.ts';
import { type Effect, type Lexicon, LONGEST_HAN, LONGEST_PHRASE } from './lexicon.ts';
import { ratingAt } from './ratings.ts';

/** What the words of feeling in a text add up to. */
export interface Feelings {
  /** Sums of valences (about -4 .. 4 each), turned and strengthened by the words before them. */
  positive: number;
  negative: number;
  /** The sum after the last contrast ("but ..."), or of the whole. */
  last: number;
  /** Strongest of each side. */
  highest: number;
  lowest: number;
  words: number;
  negations: number;
  exclamations: number;
  questions: number;
  /** Tokens read, marks and spaces aside. */
  tokens: number;
}

/** How far, in tokens, a negation and a degree reach. */
const NEGATION_REACH = 4;
const DEGREE_REACH = 2;
/** "Not great" is less bad than "bad", "not bad" less good than "good". */
const NEGATED = -0.7;

/** Sums up the words of feeling of `text`. Linear in its length. */
export function readFeelings(text: string, lexicon: Lexicon): Feelings {
  const lower = text.toLowerCase();
  const found: Feelings = {
    positive: 0,
    negative: 0,
    last: 0,
    highest: 0,
    lowest: 0,
    words: 0,
    negations: 0,
    exclamations: 0,
    questions: 0,
    tokens: 0,
  };
  let negatedUntil = -1;
  let degree = 1;
  let degreeUntil = -1;

  for (let at = 0; at < lower.length; ) {
    const code = lower.charCodeAt(at);
    const kind = characterKind(code);
    if (kind === SPACE) {
      at++;
      continue;
    }
    const match = longestEntry(lower, at, kind, lexicon);
    if (kind !== MARK || match) found.tokens++;
    if (!match) {
      if (kind === MARK) {
        if (code === 33 || code === 0xff01) found.exclamations++;
        if (code === 63 || code === 0xff1f) found.questions++;
        if (code !== 39 && code !== 45 && code !== 34) negatedUntil = degreeUntil = -1;
      }
      at = tokenEnd(lower, at);
      continue;
    }
    const { effect, end } = match;
    if (effect.kind === 'negation') {
      // "不是不好": a second negation turns the first back.
      negatedUntil = found.tokens <= negatedUntil ? -1 : found.tokens + NEGATION_REACH;
      found.negations++;
    } else if (effect.kind === 'degree') {
      degree = found.tokens <= degreeUntil ? degree * effect.factor : effect.factor;
      degreeUntil = found.tokens + DEGREE_REACH;
    } else if (effect.kind === 'contrast') {
      found.last = 0;
      negatedUntil = degreeUntil = -1;
    } else {
      let valence = effect.valence;
      if (found.tokens <= degreeUntil) valence *= degree;
      if (found.tokens <= negatedUntil) valence *= NEGATED;
      if (valence > 0) found.positive += valence;
      else found.negative -= valence;
      found.last += valence;
      found.highest = Math.max(found.highest, valence);
      found.lowest = Math.min(found.lowest, valence);
      found.words++;
      degreeUntil = -1;
    }
    at = end;
  }
  return found;
}

/** -1 .. 1 from the sums alone, for texts and clauses with no trained model at hand. */
export function feelingScore(feelings: Feelings): number {
  const sum = feelings.positive - feelings.negative + feelings.last;
  return sum / Math.sqrt(sum * sum + 30);
}

function longestEntry(
  text: string,
  at: number,
  kind: number,
  lexicon: Lexicon,
): { effect: Effect; end: number } | undefined {
  if (kind === HAN) {
    for (let end = Math.min(text.length, at + LONGEST_HAN); end > at; end--) {
      const effect = lexicon.effects.get(text.slice(at, end));
      if (effect) return { effect, end };
    }
    return undefined;
  }
  if (kind === LETTER) return longestPhrase(text, at, lexicon);
  if (kind === DIGIT) {
    const rating = ratingAt(text, at);
    return rating && { effect: { kind: 'feeling', valence: rating.valence }, end: rating.end };
  }
  if (kind === MARK || kind === SYMBOL) {
    for (let end = Math.min(text.length, at + 3); end > at; end--) {
      const effect = lexicon.effects.get(text.slice(at, end));
      if (effect) return { effect, end };
    }
  }
  return undefined;
}

function longestPhrase(text: string, at: number, lexicon: Lexicon): { effect: Effect; end: number } | undefined {
  let end = tokenEnd(text, at);
  const first = text.slice(at, Math.min(end, at + 40));
  const effect = lexicon.effects.get(first);
  let best = effect && { effect, end };
  if (!lexicon.phraseStarts.has(first)) return best;
  let phrase = first;
  for (let words = 2; words <= LONGEST_PHRASE && text.charCodeAt(end) === 32; words++) {
    const start = end + 1;
    if (start >= text.length || characterKind(text.charCodeAt(start)) !== LETTER) break;
    end = tokenEnd(text, start);
    phrase += ` ${text.slice(start, Math.min(end, start + 40))}`;
    const longer = lexicon.effects.get(phrase);
    if (longer) best = { effect: longer, end };
  }
  return best;
}
