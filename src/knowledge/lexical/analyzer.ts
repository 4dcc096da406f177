import { stem } from '../../understanding/text/stem.ts';
import { fold, hasHan } from './fold.ts';
import { segmentHan } from './han.ts';
import { unitOf } from './units.ts';

/** A word of a text. `forms[0]` is its main index term; further forms find it when it is written otherwise. */
export interface Token {
  /** As written, folded. */
  surface: string;
  forms: readonly string[];
  han: boolean;
}

/** Han runs, or letters and digits with inner joiners; a quote after a number is an inch sign. */
const TOKEN = /[\u3400-\u9fff\uf900-\ufaff]+|[\p{L}\p{N}]+(?:[-'’.+/&][\p{L}\p{N}]+)*(?:["”″]|'')?/gu;
const HAN_RUN = /[\u3400-\u9fff\uf900-\ufaff]+/g;
const ASCII_TOKEN = /[a-z0-9]+(?:[-'.+/&][a-z0-9]+)*(?:"|'')?/g;
const ASCII = /^[\0-\x7f]*$/;
const LONGEST_TERM = 40;
const MEMO_SIZE = 200_000;

const memo = new Map<string, readonly string[]>();

/** The tokens of a text in either language, in order. The same for documents and queries. */
export function analyze(text: string): Token[] {
  const folded = fold(text);
  const tokens: Token[] = [];
  const ascii = ASCII.test(folded);
  // Han characters are letters to Unicode: set apart, "买iphone手机" is three runs.
  for (const [raw] of ascii ? folded.matchAll(ASCII_TOKEN) : folded.replace(HAN_RUN, ' $& ').matchAll(TOKEN)) {
    if (hasHan(raw)) pushHan(tokens, raw);
    else pushLatin(tokens, raw);
  }
  return tokens;
}

function pushLatin(tokens: Token[], raw: string): void {
  const previous = tokens.at(-1);
  const unit = previous && /^\d[\d./]*$/.test(previous.surface) ? unitOf(raw) : undefined;
  if (previous && unit) {
    tokens[tokens.length - 1] = withUnit(previous.surface, unit);
    return;
  }
  let forms = memo.get(raw);
  if (!forms) {
    forms = formsOf(raw);
    if (memo.size >= MEMO_SIZE) memo.clear();
    memo.set(raw, forms);
  }
  if (forms.length > 0) tokens.push({ surface: raw, forms, han: false });
}

function withUnit(number: string, unit: string): Token {
  return { surface: `${number}${unit}`, forms: [`${number}${unit}`, number], han: false };
}

/** Model numbers are found whole ("wh1000xm4"), by their parts ("wh", "1000xm4") and by a part that starts with letters ("xm4"). */
function formsOf(raw: string): readonly string[] {
  if (/^[a-z]+$/.test(raw)) return [stem(raw.length > LONGEST_TERM ? raw.slice(0, LONGEST_TERM) : raw)];
  const inch = /^([\d./-]*\d)(?:["”″]|'')$/.exec(raw);
  if (inch) return withUnit(inch[1], 'in').forms;
  const bare = raw.replace(/["”″]$|''$/, '');
  const measured = /^(\d[\d./]*)-?(\p{L}+)$/u.exec(bare);
  const unit = measured ? unitOf(measured[2]) : undefined;
  if (measured && unit) return withUnit(measured[1], unit).forms;
  if (/^[\d./-]+$/.test(bare)) return [bare];
  const forms = new Set<string>();
  const parts = bare
    .replace(/['’]s$/, '')
    .replace(/['’]/g, '')
    .split(/[-.+/&]/);
  const whole = parts.join('');
  if (whole.length <= LONGEST_TERM) forms.add(stem(whole));
  for (const part of parts) {
    forms.add(stem(part.slice(0, LONGEST_TERM)));
    if (/\d/.test(part) && /\D/.test(part)) for (const piece of piecesOf(part)) forms.add(piece);
  }
  return [...forms];
}

function piecesOf(part: string): string[] {
  const dimensions = /^(\d+)x(\d+)(?:x(\d+))?$/.exec(part);
  if (dimensions) return dimensions.slice(1).filter((side) => side !== undefined);
  const pieces = part.match(/\p{L}+\d*|\d+/gu) ?? [];
  return pieces.length > 1 && pieces.length <= 4 ? pieces.filter((piece) => piece.length > 1) : [];
}

/** Chinese: the segmenter's words as tokens; their characters and character pairs as further forms. */
function pushHan(tokens: Token[], run: string): void {
  const previous = tokens.at(-1);
  let words = segmentHan(run);
  const unit = previous && /^\d[\d./]*$/.test(previous.surface) ? unitOf(words[0]) : undefined;
  if (previous && unit) {
    tokens[tokens.length - 1] = withUnit(previous.surface, unit);
    words = words.slice(1);
  }
  for (const word of words) tokens.push({ surface: word, forms: hanForms(word), han: true });
}

function hanForms(word: string): readonly string[] {
  const forms = new Set<string>([word]);
  if (word.length > 2) for (let at = 0; at + 2 <= word.length; at++) forms.add(word.slice(at, at + 2));
  if (word.length > 1) for (const character of word) forms.add(character);
  return [...forms];
}
