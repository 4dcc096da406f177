import { stem } from '../../understanding/text/stem.ts';
import { fold, hasHan } from './fold.ts';
import { segmentHan } from './han.ts';
import { unitOf, unitOfTwo } from './units.ts';

/** A word of a text. `forms[0]` is its main index term; further forms find it when it is written otherwise. */
export interface Token {
  /** As written, folded. */
  surface: string;
  forms: readonly string[];
  han: boolean;
}

/** Han runs, numbers with thousands, or letters and digits with inner joiners; a quote after a number is an inch sign. */
const TOKEN =
  /[\u3400-\u9fff\uf900-\ufaff]+|\d{1,3}(?:,\d{3})+(?![\d,])|[\p{L}\p{N}]+(?:[-'’.+/&][\p{L}\p{N}]+)*(?:["”″]|'')?/gu;
const HAN_RUN = /[\u3400-\u9fff\uf900-\ufaff]+/g;
const ASCII_TOKEN = /\d{1,3}(?:,\d{3})+(?![\d,])|[a-z0-9]+(?:[-'.+/&][a-z0-9]+)*(?:"|'')?/g;
const ASCII = /^[\0-\x7f]*$/;
/** One quote after a number is a foot sign. */
const FEET = /(\d)['’′](?:x(?=\d)|(?=[\s,]|$))/g;
const NUMBER = /^\d[\d./-]*$/;
const LONGEST_TERM = 40;
const MEMO_SIZE = 200_000;

const memo = new Map<string, readonly string[]>();

/** The tokens of a text in either language, in order. The same for documents and queries. */
export function analyze(text: string): Token[] {
  const folded = fold(text).replace(FEET, '$1ft ');
  const tokens: Token[] = [];
  const ascii = ASCII.test(folded);
  // Han characters are letters to Unicode: set apart, "买iphone手机" is three runs.
  for (const [raw] of ascii ? folded.matchAll(ASCII_TOKEN) : folded.replace(HAN_RUN, ' $& ').matchAll(TOKEN)) {
    if (hasHan(raw)) pushHan(tokens, raw);
    else pushLatin(tokens, raw.includes(',') ? raw.replaceAll(',', '') : raw);
  }
  return tokens.some(({ surface }) => surface === 'x') ? tokens.filter((_, at) => !isTimes(tokens, at)) : tokens;
}

/** The sign between two measures ("4 ft. x 8 ft."). */
function isTimes(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at].surface === 'x' && /^\d/.test(tokens[at - 1]?.surface ?? '') && /^\d/.test(tokens[at + 1]?.surface ?? '')
  );
}

function pushLatin(tokens: Token[], raw: string): void {
  if (measured(tokens, raw)) return;
  let forms = memo.get(raw);
  if (!forms) {
    forms = formsOf(raw);
    if (memo.size >= MEMO_SIZE) memo.clear();
    memo.set(raw, forms);
  }
  if (forms.length > 0) tokens.push({ surface: raw, forms, han: false });
}

/** Joins what goes on with the number before it: a unit of one or two words, a fraction. */
function measured(tokens: Token[], raw: string): boolean {
  const previous = tokens.at(-1);
  if (!previous) return false;
  const before = tokens.at(-2);
  const two = before && NUMBER.test(before.surface) ? unitOfTwo(previous.surface, raw) : undefined;
  if (before && two) {
    tokens.splice(-2, 2, withUnit(before.surface, two));
    return true;
  }
  if (!NUMBER.test(previous.surface)) return false;
  const unit = unitOf(raw);
  if (unit) tokens[tokens.length - 1] = withUnit(previous.surface, unit);
  else if (/^\d+$/.test(previous.surface) && /^\d\/\d{1,2}$/.test(raw)) {
    const mixed = `${previous.surface}-${raw}`;
    tokens[tokens.length - 1] = { surface: mixed, forms: [mixed], han: false };
  } else return false;
  return true;
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
  const measure = /^(\d[\d./]*(?:-\d+\/\d+)?)-?(\p{L}+)$/u.exec(bare);
  const unit = measure ? unitOf(measure[2]) : undefined;
  if (measure && unit) return withUnit(measure[1], unit).forms;
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
