import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';

/** Higher than any pair of common words, so that a pack's own words are kept whole. */
const USER_WORD_FREQUENCY = 100_000;
/** Longest run handed to jieba at once: its cost grows with the square of a run without punctuation. */
const RUN_LENGTH = 400;

let jieba: Jieba | undefined;
const userWords = new Set<string>();

/** One dictionary for the process: an instance costs tens of megabytes, so packs share it. */
function shared(): Jieba {
  // Read here and let go: the package's own export would keep the file in memory.
  jieba ??= Jieba.withDict(readFileSync(createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt')));
  return jieba;
}

/** Adds Chinese words (a pack's names and synonyms) that segmentation must keep whole. Known ones are skipped. */
export function addWords(words: Iterable<string>): void {
  const lines: string[] = [];
  for (const word of words) {
    if (userWords.has(word) || !/^[\p{Script=Han}\da-zA-Z]{2,16}$/u.test(word) || !/\p{Script=Han}/u.test(word))
      continue;
    userWords.add(word);
    lines.push(`${word} ${USER_WORD_FREQUENCY} n`);
  }
  if (lines.length > 0) shared().loadDict(Buffer.from(`${lines.join('\n')}\n`));
}

/** Words of a run of Chinese text. `search` adds the words inside long words, as an index wants them. */
export function segment(text: string, options: { search?: boolean } = {}): string[] {
  const words: string[] = [];
  for (let at = 0; at < text.length; at += RUN_LENGTH) {
    const run = text.length <= RUN_LENGTH ? text : text.slice(at, at + RUN_LENGTH);
    words.push(...(options.search ? shared().cutForSearch(run, false) : shared().cut(run, false)));
  }
  return words;
}

/** Words with their part of speech (jieba's tags: n, v, a, eng ...). */
export function tagged(text: string): { word: string; tag: string }[] {
  const words: { word: string; tag: string }[] = [];
  for (let at = 0; at < text.length; at += RUN_LENGTH)
    words.push(...shared().tag(text.slice(at, at + RUN_LENGTH), false));
  return words;
}
