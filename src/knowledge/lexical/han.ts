import { addWords, segment } from '../../understanding/text/segmenter.ts';

const pending = new Set<string>();

/** Words to keep whole when Chinese is cut. Taught with the first Chinese text, so that others need not load the dictionary. */
export function teachWords(words: Iterable<string>): void {
  for (const word of words) pending.add(word);
}

/** The words of a run of Chinese characters. */
export function segmentHan(run: string): string[] {
  if (run.length === 1) return [run];
  if (pending.size > 0) {
    addWords(pending);
    pending.clear();
  }
  return segment(run);
}
