/** Chinese punctuation that NFKC would turn into ASCII: kept, so that "500，800" does not become one number. */
const KEPT_PUNCTUATION = /[^，。！？；：（）、]+/g;
const PLAIN_ASCII = /^[\t\n\x20-\x7e]*$/;
const FULL_WIDTH = /[\uff01-\uff5e\uffe0-\uffe6\u3000]/;
const TRADE_MARKS = /[™®©℠]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/g;
/** Zero-width and bidirectional marks; the joiner and the variation selector stay where an emoji needs them. */
const INVISIBLE =
  /\u034f|[\u00ad\u061c\u115f\u1160\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|[\ufe00-\ufe0e]|(?<!\p{Extended_Pictographic}\ufe0f?|\p{Emoji_Modifier})\u200d|(?<![\p{Extended_Pictographic}#*0-9])\ufe0f/gu;
/** More marks on one letter than any script uses ("zalgo"): they cost normalisation quadratic time. */
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;
const LONE_SURROGATES = /\p{Surrogate}/gu;
const LINE_BREAKS = /\r\n?|[\u2028\u2029\u0085]/g;
const SPACES = /[^\S\n]+/g;

/** One step of cleaning: what it is called in `CleanText.changes`, and what it does. */
export interface CleanStep {
  name: string;
  apply(text: string): string;
}

/** Whether nothing in `text` needs the Unicode steps. */
export function isPlainAscii(text: string): boolean {
  return PLAIN_ASCII.test(text);
}

/** The Unicode steps in the order they must run. */
export const UNICODE_STEPS: readonly CleanStep[] = [
  { name: 'surrogates', apply: (text) => text.replace(LONE_SURROGATES, ' ') },
  { name: 'line-breaks', apply: (text) => text.replace(LINE_BREAKS, '\n') },
  { name: 'control', apply: (text) => text.replace(CONTROL, ' ') },
  { name: 'zero-width', apply: (text) => text.replace(INVISIBLE, '') },
  { name: 'marks', apply: (text) => text.replace(STACKED_MARKS, '$1') },
  { name: 'full-width', apply: (text) => (FULL_WIDTH.test(text) ? normalize(text) : text) },
  { name: 'unicode', apply: normalize },
];

function normalize(text: string): string {
  return text.replace(TRADE_MARKS, ' ').replace(KEPT_PUNCTUATION, (run) => run.normalize('NFKC'));
}

/** Runs of white space within a line become one space; blank lines and the ends are dropped. */
export function squeezeSpaces(text: string): string {
  return text
    .replace(SPACES, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}
