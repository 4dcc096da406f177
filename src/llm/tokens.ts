/** A rough count of a text's tokens: about one a Chinese character, one for four of other letters. Never too low by much. */
export function estimateTokens(text: string): number {
  const wide = text.match(/[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/g)?.length ?? 0;
  return Math.ceil(wide * 1.1 + (text.length - wide) / 3.8);
}

/** The newest of `lines` that fit into `budget` tokens, in their order; a longer one at the edge is left out, not cut. */
export function newestWithin<T>(lines: readonly T[], budget: number, textOf: (line: T) => string): T[] {
  let left = budget;
  let from = lines.length;
  while (from > 0) {
    left -= estimateTokens(textOf(lines[from - 1]));
    if (left < 0) break;
    from -= 1;
  }
  return lines.slice(from);
}
