import { sentencesOf } from '../../understanding/text/sentences.ts';
import { analyze } from '../lexical/analyzer.ts';

const LONGEST_WHOLE = 320;
const MOST_SENTENCES = 3;

/**
 * The sentences of `text` that answer, in their order; a short text is its own answer. `weightOf` says how much a main term
 * tells about the question (0 = nothing).
 */
export function extractAnswer(text: string, weightOf: (term: string) => number): string {
  const plain = text.trim();
  if (plain.length <= LONGEST_WHOLE) return plain;
  const sentences = sentencesOf(plain);
  if (sentences.length <= MOST_SENTENCES) return plain;
  const scores = sentences.map((sentence) => {
    const terms = new Set(analyze(sentence).flatMap((token) => token.forms));
    let score = 0;
    for (const term of terms) score += weightOf(term);
    return score / Math.sqrt(8 + terms.size);
  });
  const best = scores.indexOf(Math.max(...scores));
  let from = Math.max(0, Math.min(best, sentences.length - 2));
  // What begins with a small letter goes on from what stands before it.
  while (from > 0 && /^\p{Ll}/u.test(sentences[from])) from--;
  let to = from + 1;
  while (to < sentences.length && to - from < MOST_SENTENCES && (to === from + 1 || scores[to] > 0)) to++;
  return sentences.slice(from, to).join(/[\u4e00-\u9fff]/.test(plain) ? '' : ' ');
}
