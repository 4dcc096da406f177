import { simplify } from '../../understanding/text/traditional.ts';
import { isPlainAscii, UNICODE_STEPS } from '../../understanding/text/unicode.ts';

/** Letters of other alphabets that look like Latin ones; lower and upper case. */
const LOOKALIKES: Record<string, string> = Object.fromEntries(
  [
    ['аɑα', 'a'],
    ['ьЬβ', 'b'],
    ['сϲ', 'c'],
    ['ԁ', 'd'],
    ['еєε', 'e'],
    ['ɡց', 'g'],
    ['һ', 'h'],
    ['іιıӏ', 'i'],
    ['јյ', 'j'],
    ['кκ', 'k'],
    ['ո', 'n'],
    ['оοσօ', 'o'],
    ['рρ', 'p'],
    ['ԛգ', 'q'],
    ['г', 'r'],
    ['ѕꜱ', 's'],
    ['тτ', 't'],
    ['υս', 'u'],
    ['νѵ', 'v'],
    ['ѡω', 'w'],
    ['хχ', 'x'],
    ['уγү', 'y'],
    ['ᴢ', 'z'],
    ['АΑ', 'A'],
    ['ВΒ', 'B'],
    ['СϹ', 'C'],
    ['ЕΕ', 'E'],
    ['Ԍ', 'G'],
    ['НΗ', 'H'],
    ['ІΙӀ', 'I'],
    ['Ј', 'J'],
    ['КΚ', 'K'],
    ['МΜ', 'M'],
    ['Ν', 'N'],
    ['ОΟՕ', 'O'],
    ['РΡ', 'P'],
    ['Ѕ', 'S'],
    ['ТΤ', 'T'],
    ['Ѵ', 'V'],
    ['Ԝ', 'W'],
    ['ХΧ', 'X'],
    ['УΥҮ', 'Y'],
    ['Ζ', 'Z'],
  ].flatMap(([from, to]) => [...from].map((letter) => [letter, to])),
);
const LOOKALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}ɑɡıӏꜱᴢ]/u;
const PART = /[½¼¾]/;
/** Tag characters, fillers and other marks that show nothing. */
const UNSEEN = /[\u{e0000}-\u{e007f}]|[\u3164\uffa0\u2800]|[\ufe00-\ufe0f]/gu;
const ENTITIES: Record<string, string> = {
  amp: '&',
  nbsp: ' ',
  dollar: '$',
  yen: '¥',
  euro: '€',
  pound: '£',
  lt: '<',
  gt: '>',
  quot: '"',
  comma: ',',
  percnt: '%',
};
const FRACTIONS: Record<string, string> = { '½': '.5', '¼': '.25', '¾': '.75' };
const INLINE_TAG = /<\/?(?:b|i|u|s|em|strong|del|ins|span|sub|sup|small|mark|code|font|p|br|a|img)\b[^<>]{0,300}>/gi;

/** One character a thing: full width, look-alike letters, invisible marks, accents and Traditional characters are levelled. */
export function foldUnicode(text: string): string {
  let folded = PART.test(text)
    ? text.replace(/(?:(\d+)\s?)?([½¼¾])/g, (_, whole, part: string) => `${whole ?? 0}${FRACTIONS[part]}`)
    : text;
  if (!isPlainAscii(folded)) for (const { apply } of UNICODE_STEPS) folded = apply(folded);
  folded = folded
    .replace(UNSEEN, '')
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) =>
      name ? (ENTITIES[name.toLowerCase()] ?? whole) : codePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(/(?!\d)\p{Nd}/gu, asciiDigit);
  if (/[\u0080-\u02ff\u1e00-\u1eff]|[\u0300-\u036f]/.test(folded)) {
    folded = folded
      .normalize('NFD')
      .replace(/(?<=[a-z])[\u0300-\u036f]+/gi, '')
      .normalize('NFC');
  }
  return simplify(LOOKALIKE.test(folded) ? [...folded].map((one) => LOOKALIKES[one] ?? one).join('') : folded)
    .replace(/[‘’ʼ´`]/g, "'")
    .replace(/[“”„«»「」『』]/g, '"')
    .replace(/[‐‑‒−﹣]/g, '-')
    .replace(/(?<=(?<![\w-])[$€£¥]?\d[\d,.]*)[–—~～〜](?=[$€£¥]?\d)/g, '-')
    .replace(/×/g, 'x');
}

/** The text as it is read once rendered: emphasis, code marks, escapes and inline tags taken out, a link's words kept. */
export function foldReply(text: string): string {
  return foldUnicode(text.replace(/!?\[([^\][]{0,300})\]\((?:[^()\s]|\([^()\s]*\)){0,2000}(?:\s"[^"]*")?\)/g, '$1'))
    .replace(INLINE_TAG, (tag) => (/^<\/?(?:p|br)\b/i.test(tag) ? '\n' : ''))
    .replace(/^([ \t]*)[*+•·‣▪●○](?=\s)/gm, '$1-')
    .replace(/\\(?=[^\w\s])/g, '')
    .replace(/\*+|~~|(?<![\p{L}\p{N}])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}_])/gu, '')
    .replace(/[^\S\n]+/g, ' ');
}

function codePoint(code: number): string {
  return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' ';
}

/** Digits of other scripts stand in blocks of ten. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  if (code < 128) return digit;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
