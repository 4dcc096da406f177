import { segment } from './segmenter.ts';

/** A run of Chinese, or a word: model numbers (wh-1000xm4), decimals (6.5) and contractions (don't) stay whole. */
const TOKEN = /[\u3400-\u9fff\uf900-\ufaff々〇]+|[\p{L}\p{N}\p{M}]+(?:[-'’.+/&][\p{L}\p{N}]+)*\+{0,2}/gu;
const HAN_START = /^[\u3400-\u9fff\uf900-\ufaff々〇]/;
const HAN_INSIDE = /[\u3400-\u9fff\uf900-\ufaff]/;

export interface WordsOptions {
  /** Also the words inside long Chinese words, as a search index wants them. Default false. */
  search?: boolean;
}

/**
 * The words of a text, in order, without punctuation: lower-case for letters, segmented by jieba for Chinese.
 * `addWords` (segmenter.ts) teaches it a pack's words.
 */
export function wordsOf(text: string, options: WordsOptions = {}): string[] {
  const words: string[] = [];
  for (const [token] of separateHan(text).matchAll(TOKEN)) {
    if (HAN_START.test(token)) for (const word of segment(token, options)) words.push(word);
    else words.push(token.toLowerCase().replaceAll('’', "'"));
  }
  return words;
}

/** "买iPhone手机" is three runs, though letters and Han are both letters to Unicode. */
function separateHan(text: string): string {
  return HAN_INSIDE.test(text) ? text.replace(/[\u3400-\u9fff\uf900-\ufaff々〇]+/g, ' $& ') : text;
}
