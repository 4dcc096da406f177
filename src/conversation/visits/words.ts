import { ENGLISH_STOP } from '../../understanding/keywords/stop-words.ts';
import { stem } from '../../understanding/text/stem.ts';
import { simplify } from '../../understanding/text/traditional.ts';

const RUN = /[\u3400-\u9fff\uf900-\ufaff]+|[\p{L}\p{N}]+/gu;
const HAN = /[\u3400-\u9fff\uf900-\ufaff]/;
const LONGEST_WORD = 40;

/**
 * The search words of a text: English stems without function words, Chinese as pairs of neighbouring characters, so that what is
 * found does not hang on how a segmenter cut two different texts. The same for texts and queries.
 */
export function searchWords(text: string): string[] {
  const folded = simplify(text.normalize('NFKC').toLowerCase()).replace(/['’]/g, '');
  // Han characters are letters to Unicode: "买iphone手机" is three runs.
  const apart = folded.replace(/[\u3400-\u9fff\uf900-\ufaff]+/g, ' $& ');
  const words = new Set<string>();
  for (const [run] of apart.matchAll(RUN)) {
    if (HAN.test(run)) for (let at = 0; at + 2 <= run.length; at++) words.add(run.slice(at, at + 2));
    else if (run.length > 1 && !ENGLISH_STOP.has(run)) words.add(stem(run.slice(0, LONGEST_WORD)));
  }
  return [...words];
}
