import { ENGLISH_STOP } from '../../understanding/keywords/stop-words.ts';
import { stem } from '../../understanding/text/stem.ts';

const WORD = /\d+(?:,\d{3})*(?:\.\d+)?|[a-z]+(?:'[a-z]+)?|[\u3400-\u9fff]+/g;
/** Characters that hold Chinese sentences together and say nothing of their subject. */
const HAN_STOP =
  /[一二两三四五六七八九十百千万半的了是我你他她它您们这那在有和与或就都也还很可以会能要吗呢吧把被给让到从对为于之其个些款件台天日月年时元块请将需只仅最多少约后前内中上下里]/g;
/** Words that stand in every policy. */
const COMMON = new Set('product products item items order orders customer customers'.split(' '));

/** What a lower-case text speaks of: stems of English content words, pairs of Chinese characters, numbers. */
export function termsOf(text: string): Set<string> {
  const terms = new Set<string>();
  for (const [word] of text.matchAll(WORD)) {
    if (/^\d/.test(word)) {
      terms.add(numberTerm(Number(word.replaceAll(',', ''))));
      continue;
    }
    if (word.charCodeAt(0) < 128) {
      if (word.length > 2 && !ENGLISH_STOP.has(word) && !COMMON.has(word)) terms.add(stem(word));
      continue;
    }
    for (const run of word.split(HAN_STOP)) {
      for (let at = 0; at + 1 < run.length; at++) terms.add(run.slice(at, at + 2));
    }
  }
  return terms;
}

/** A number as a term: that two texts give the same figures shows that they speak of the same. */
export const numberTerm = (value: number) => `#${value}`;

/** How many terms two texts share. */
export function sharedTerms(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const term of one) if (other.has(term)) shared += 1;
  return shared;
}
