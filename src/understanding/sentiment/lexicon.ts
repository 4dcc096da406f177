import { CONTRASTS_EN, DEGREES_EN, EMOTICONS, LEXICON_EN, NEGATORS_EN } from './lexicon-en.ts';
import { CONTRASTS_ZH, DEGREES_ZH, LEXICON_ZH, NEGATORS_ZH } from './lexicon-zh.ts';
import { PHRASES_EN } from './phrases-en.ts';

/** What a word does to the feeling of a text. */
export type Effect =
  | { kind: 'feeling'; valence: number }
  | { kind: 'negation' }
  | { kind: 'degree'; factor: number }
  | { kind: 'contrast' };

/** Effects by word (lower case); phrases of several English words are joined by one space. */
export interface Lexicon {
  effects: Map<string, Effect>;
  /** First words of phrases. */
  phraseStarts: Set<string>;
}

/** Longest entry in Chinese characters, and in English words. */
export const LONGEST_HAN = 6;
export const LONGEST_PHRASE = 4;

/** Our own words in both languages, emoji included; `more` adds English words by valence (-4 .. 4) where we have none. */
export function createLexicon(more: Iterable<readonly [word: string, valence: number]> = []): Lexicon {
  const effects = new Map<string, Effect>();
  for (const [word, valence] of more) effects.set(word, { kind: 'feeling', valence });
  for (const table of [LEXICON_EN, LEXICON_ZH, EMOTICONS]) {
    for (const [valence, words] of Object.entries(table)) {
      for (const word of words.split(' ')) effects.set(word, { kind: 'feeling', valence: Number(valence) });
    }
  }
  const phraseStarts = new Set<string>();
  for (const [valence, phrases] of Object.entries(PHRASES_EN)) {
    for (const phrase of phrases.split(', ')) {
      effects.set(phrase, { kind: 'feeling', valence: Number(valence) });
      phraseStarts.add(phrase.split(' ')[0]);
    }
  }
  for (const table of [DEGREES_EN, DEGREES_ZH]) {
    for (const [factor, words] of Object.entries(table)) {
      for (const word of words.split(' ')) effects.set(word, { kind: 'degree', factor: Number(factor) });
    }
  }
  for (const word of [...NEGATORS_EN, ...NEGATORS_ZH]) effects.set(word, { kind: 'negation' });
  for (const word of [...CONTRASTS_EN, ...CONTRASTS_ZH]) effects.set(word, { kind: 'contrast' });
  return { effects, phraseStarts };
}
