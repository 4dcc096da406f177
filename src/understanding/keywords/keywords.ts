import { type Phrase, phrasesOf } from './phrases.ts';

const MOST_OF_A_TEXT = 5;

/** The key phrases of one message or review, best first: longer phrases and repeated words weigh more. */
export function keywordsOfText(text: string, most: number = MOST_OF_A_TEXT): string[] {
  const phrases = phrasesOf(text);
  const frequency = new Map<string, number>();
  for (const { key } of phrases) for (const word of key.split(' ')) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const best = new Map<string, { phrase: Phrase; score: number }>();
  for (const phrase of phrases) {
    const score =
      phrase.key.split(' ').reduce((sum, word) => sum + Math.sqrt(frequency.get(word)!), 0) / Math.sqrt(phrase.length);
    const known = best.get(phrase.key);
    if (!known) best.set(phrase.key, { phrase, score });
    else known.score += score / 2;
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || a.phrase.at - b.phrase.at)
    .slice(0, most)
    .map(({ phrase }) => phrase.text);
}

export interface Keyword {
  phrase: string;
  /** Higher = more telling; comparable within one result only. */
  score: number;
  /** In how many of the texts it stands. */
  count: number;
}

export interface KeywordsOptions {
  /** Default 30. */
  most?: number;
  /** Texts to compare with (an earlier time, all customers): what is more frequent than there comes first. */
  background?: readonly string[];
  /** Least number of texts a phrase stands in. Default 2, or 1 for fewer than 10 texts. */
  least?: number;
}

/**
 * The key phrases of many texts. With a background they are scored by the log-likelihood ratio (Dunning 1993) of being
 * more frequent here than there ("rising"); without, by the number of texts, longer phrases a little before their parts.
 */
export function keywordsOf(texts: readonly string[], options: KeywordsOptions = {}): Keyword[] {
  const { most = 30, background, least = texts.length < 10 ? 1 : 2 } = options;
  const here = countTexts(texts);
  const there = background ? countTexts(background) : undefined;
  const keywords: Keyword[] = [];
  for (const [key, { count, forms, length }] of here) {
    if (count < least) continue;
    const score = there
      ? rise(count, texts.length, there.get(key)?.count ?? 0, background!.length)
      : count * (1 + 0.3 * (length - 1));
    if (score > 0) keywords.push({ phrase: commonest(forms), score: Number(score.toFixed(3)), count });
  }
  return keywords
    .sort((a, b) => b.score - a.score || b.count - a.count || (a.phrase < b.phrase ? -1 : 1))
    .slice(0, most);
}

interface Counted {
  count: number;
  forms: Map<string, number>;
  length: number;
}

/** In how many texts each phrase, and each single word of a phrase, stands. */
function countTexts(texts: readonly string[]): Map<string, Counted> {
  const counted = new Map<string, Counted>();
  for (const text of texts) {
    const seen = new Set<string>();
    for (const phrase of phrasesOf(text).flatMap(withWords)) {
      if (seen.has(phrase.key)) continue;
      seen.add(phrase.key);
      const known = counted.get(phrase.key) ?? { count: 0, forms: new Map<string, number>(), length: phrase.length };
      known.count++;
      known.forms.set(phrase.text, (known.forms.get(phrase.text) ?? 0) + 1);
      counted.set(phrase.key, known);
    }
  }
  return counted;
}

function withWords(phrase: Phrase): Phrase[] {
  const words = phrase.text.split(' ');
  if (words.length === 1) return [phrase];
  const keys = phrase.key.split(' ');
  return [phrase, ...words.map((text, index) => ({ text, key: keys[index]!, length: 1, at: phrase.at }))];
}

function commonest(forms: ReadonlyMap<string, number>): string {
  return [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
}

/** Signed log-likelihood ratio of k of n against j of m; 0 or less when not more frequent. */
function rise(k: number, n: number, j: number, m: number): number {
  if (n === 0 || k / n <= j / Math.max(m, 1)) return 0;
  const expected = (n * (k + j)) / (n + m);
  const other = (m * (k + j)) / (n + m);
  return 2 * (k * Math.log(k / expected) + (j > 0 && other > 0 ? j * Math.log(j / other) : 0));
}
