/** What is never cut: code blocks, code, links, bare addresses, emphasis within a line. */
const WHOLE =
  /```[\s\S]*?(?:```|$)|`[^`\n]{1,500}`|!?\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)|https?:\/\/[^\s<>()[\]\p{Script=Han}\u3000-\u303f\uff00-\uffef]+|\*\*[^*\n]{1,300}\*\*|~~[^~\n]{1,300}~~|(?<![\p{L}\p{N}_])_[^_\n]{1,300}_(?![\p{L}\p{N}_])/gu;

/** Where a text is rather cut, best first; `from` = how much of the length must be used for it to count. */
const BOUNDARIES: { after: RegExp; from: number }[] = [
  { after: /\n[^\S\n]*\n+/g, from: 0.4 },
  { after: /\n/g, from: 0.4 },
  { after: /[.!?…]+["'”’)\]]*\s+|[。！？；…]+[”’」』）]*\s*/g, from: 0.3 },
];

const FENCE = '```';
const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Read past the limit, so that the last word or character is seen whole. */
const LOOK_AHEAD = 64;
/** How far before the limit a space is looked for. */
const SPACE_NEAR = 24;

/**
 * Cuts Markdown into parts of at most `maxLength` UTF-16 code units: at a paragraph, a line, a sentence or a word; never
 * within a character, a link or code. A code block that is longer than a part is closed and opened again.
 */
export function splitText(text: string, maxLength: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > maxLength) {
    const [part, left] = cutOnce(rest, maxLength);
    if (part !== '') parts.push(part);
    rest = left;
  }
  if (rest !== '') parts.push(rest);
  return parts;
}

function cutOnce(text: string, maxLength: number): [part: string, rest: string] {
  const whole = wholeRanges(text, maxLength);
  const free = (position: number) => !whole.some(([start, end]) => start < position && position < end);
  const cut = lastBoundary(text, maxLength, free) ?? lastWord(text, maxLength, free);
  if (cut !== undefined) return cutAt(text, cut);
  if (text.startsWith(FENCE)) return cutCode(text, maxLength);
  return cutAt(text, lastGrapheme(text, maxLength));
}

function wholeRanges(text: string, maxLength: number): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  for (const { index, 0: match } of text.matchAll(WHOLE)) {
    if (index >= maxLength) break;
    ranges.push([index, index + match.length]);
  }
  return ranges;
}

type IsFree = (position: number) => boolean;

function lastBoundary(text: string, maxLength: number, free: IsFree): number | undefined {
  // Space at a cut is dropped, so the part before it may reach the limit exactly.
  const window = text.slice(0, maxLength + 1);
  for (const { after, from } of BOUNDARIES) {
    const ends = [...window.matchAll(after)]
      .filter(({ index, 0: { length } }) => index + length - trailingSpace(window, index + length) <= maxLength)
      .map(({ index, 0: { length } }) => index + length);
    const found = ends.findLast((end) => end < text.length && end >= from * maxLength && free(end));
    if (found !== undefined) return found;
  }
  return undefined;
}

function trailingSpace(text: string, end: number): number {
  return end - text.slice(0, end).trimEnd().length;
}

/** A space near the end goes before a boundary of words without one, as in "型号518x". */
function lastWord(text: string, maxLength: number, free: IsFree): number | undefined {
  const window = text.slice(0, maxLength + LOOK_AHEAD);
  const starts = [...words.segment(window)].filter(
    ({ index, segment }) => index > 0 && index <= maxLength && !/^[\p{P}\p{M}\u200d]/u.test(segment) && free(index),
  );
  const near = maxLength - Math.max(SPACE_NEAR, maxLength / 10);
  const spaced = starts.findLast(({ index }) => index >= near && /\s/.test(text[index - 1]));
  return (spaced ?? starts.at(-1))?.index;
}

function lastGrapheme(text: string, maxLength: number): number {
  const window = text.slice(0, maxLength + LOOK_AHEAD);
  const starts = [...graphemes.segment(window)].filter(({ index }) => index > 0 && index <= maxLength);
  return starts.at(-1)?.index ?? maxLength;
}

function cutAt(text: string, position: number): [string, string] {
  const rest = text.slice(position);
  const atLine = text[position - 1] === '\n';
  return [text.slice(0, position).trimEnd(), atLine ? rest.replace(/^(?:[^\S\n]*\n)+/, '') : rest.trimStart()];
}

function cutCode(text: string, maxLength: number): [string, string] {
  const opener = text.slice(0, text.indexOf('\n') + 1) || FENCE;
  const room = maxLength - FENCE.length - 1;
  const line = text.lastIndexOf('\n', room);
  const position = line > opener.length ? line : Math.max(lastGrapheme(text, room), opener.length + 1);
  const rest = text.slice(position).replace(/^\n/, '');
  const closed = rest.trim() === FENCE ? '' : `${opener}${rest}`;
  return [`${text.slice(0, position)}\n${FENCE}`, closed];
}
