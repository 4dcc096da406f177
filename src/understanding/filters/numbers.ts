import { currencyAfter, currencyBefore } from './currencies.ts';
import { CHINESE_NUMERAL, ENGLISH_NUMERAL, parseChineseNumeral, parseEnglishNumeral } from './numerals.ts';

/** A number of a text with what is written around it. */
export interface NumberToken {
  /** With its currency sign. */
  start: number;
  /** Past multiplier and currency word. */
  end: number;
  value: number;
  /** Upper end of a span in one numeral ("三五百"). */
  high?: number;
  /** Value before its multiplier ("2" of "2k"), for "1 to 2k". */
  bare: number;
  multiplier: number;
  currency?: string;
  /** "200+", "一千多": at least; "千把块": about. */
  loose?: 'plus' | 'about';
  /** Written in digits, Chinese or English words. */
  script: 'digits' | 'chinese' | 'english';
  /** Read as something already (a date, an attribute, a price). */
  used: boolean;
}

const ARABIC =
  /(?<![a-z\d.,_#@\\]|(?<!\d|\d[a-z])[a-z]-|(?<![a-z])\/|第|no\.\s?)(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?/g;
const CHINESE = new RegExp(`(?<!第)[${CHINESE_NUMERAL}]+`, 'g');
const ENGLISH = new RegExp(`(?<![a-z-])(?:${ENGLISH_NUMERAL})(?![a-z])`, 'g');
const MULTIPLIER = /\s?(k|w|万|千|百|十万|百万|亿|thousand|hundred|grand|million|mil)(?![a-z])/y;
const MULTIPLIERS: Record<string, number> = {
  k: 1e3,
  w: 1e4,
  万: 1e4,
  千: 1e3,
  百: 100,
  十万: 1e5,
  百万: 1e6,
  亿: 1e8,
  thousand: 1e3,
  hundred: 100,
  grand: 1e3,
  million: 1e6,
  mil: 1e6,
};
const HAN = /[\u4e00-\u9fff]/;

/** No message says more numbers than this; a table pasted into one does. */
const MOST_NUMBERS = 200;

/** The first 200 numbers of a lower-case text, in order. Model numbers, ordinals ("第二") and order numbers are none. */
export function findNumbers(text: string, currency: string): NumberToken[] {
  const chinese = HAN.test(text);
  const tokens: NumberToken[] = [];
  for (const match of text.matchAll(ARABIC)) tokens.push(arabic(text, match, chinese));
  if (chinese)
    for (const match of text.matchAll(CHINESE)) {
      const token = chineseToken(text, match);
      if (token) tokens.push(token);
    }
  for (const match of text.matchAll(ENGLISH)) {
    const value = parseEnglishNumeral(match[0]);
    if (value !== undefined) tokens.push(englishToken(match, value));
  }
  tokens.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: NumberToken[] = [];
  for (const one of tokens) {
    const last = apart.at(-1);
    if (last && isTenth(text, last, one)) last.value = last.bare = last.value + one.value / 10;
    else if (last && one.value === 0.5 && text.slice(last.end, one.start) === '年')
      last.value = last.bare = last.value + 0.5;
    else if (one.start >= (last?.end ?? 0)) apart.push(one);
  }
  const read = apart.slice(0, MOST_NUMBERS);
  for (const one of read) attachCurrency(text, one, currency);
  return read;
}

/** "1米8", "一米八": the digit after the unit is a tenth of it. */
function isTenth(text: string, whole: NumberToken, part: NumberToken): boolean {
  return (
    text.slice(whole.end, part.start) === '米' &&
    part.value < 10 &&
    Number.isInteger(part.value) &&
    !/^\s?[个台件部条双米厘]/.test(text.slice(part.end, part.end + 2))
  );
}

function token(start: number, end: number, value: number, script: NumberToken['script']): NumberToken {
  return { start, end, value, bare: value, multiplier: 1, script, used: false };
}

function arabic(text: string, match: RegExpMatchArray, chinese: boolean): NumberToken {
  const start = match.index!;
  let end = start + match[0].length;
  const bare = Number(match[1]!.replaceAll(',', '') + (match[2] ?? ''));
  const result = token(start, end, bare, 'digits');
  MULTIPLIER.lastIndex = end;
  const multiplier = MULTIPLIER.exec(text);
  if (multiplier && !(multiplier[1] === 'w' && !isTenThousand(text, start, end, bare, chinese))) {
    end += multiplier[0].length;
    result.multiplier = MULTIPLIERS[multiplier[1]!]!;
    result.value = bare * result.multiplier;
    // "1万2", "3千5": the digit after the unit is a tenth of it.
    const tail = /^[1-9一二三四五六七八九](?![\d.千百万%])/.exec(text.slice(end, end + 2));
    if (
      tail &&
      /[万千百]/.test(multiplier[1]!) &&
      !/^\s?[个台件部条双年月天晚位人张份套]/.test(text.slice(end + 1, end + 3))
    ) {
      result.value += (Number(tail[0]) || Number(parseChineseNumeral(tail[0]))) * (result.multiplier / 10);
      end++;
    }
    result.end = end;
  }
  return result;
}

/** "three hundred" shares its unit with a number before it ("two to three hundred"). */
function englishToken(match: RegExpMatchArray, value: number): NumberToken {
  const result = token(match.index!, match.index! + match[0].length, value, 'english');
  const unit = /[ -](hundred|thousand|grand)$/.exec(match[0])?.[1];
  if (unit) {
    result.multiplier = MULTIPLIERS[unit]!;
    result.bare = value / result.multiplier;
  }
  return result;
}

/** "2w" is twenty thousand in Chinese talk of money; "65w" of a charger is watts. */
function isTenThousand(text: string, start: number, at: number, bare: number, chinese: boolean): boolean {
  if (!chinese || bare >= 1000) return false;
  const after = text.slice(at, at + 6);
  const before = text.slice(Math.max(0, start - 10), start);
  if (
    bare <= 30 &&
    /(?:最多|不超过|最高|以内|低于|大概|大约|顶多|控制在|左右)$/.test(before) &&
    !/功率|充|瓦/.test(text)
  )
    return true;
  return /预算|价|花|[¥$]/.test(before) || /^w(?:块|元|左右|以内|以下|以上|上下|内|多|预算|的预算|到|-)/.test(after);
}

/** "半年", "半小时": half of a measure. */
const HALF_OF = /^(?:年|小时|个?钟头|升|斤|公斤|米)/;

function chineseToken(text: string, match: RegExpMatchArray): NumberToken | undefined {
  const start = match.index!;
  // "七百一晚" is seven hundred for one night.
  if (/[百千万]一$/.test(match[0]) && /[晚天个台件双间位张次年月人份套]/.test(text[start + match[0].length] ?? ''))
    match[0] = match[0].slice(0, -1);
  // A numeral inside ordinary words ("一下", "万一", "千万别", "十分") is none: alone it needs a multiplier or a counter.
  const value = parseChineseNumeral(match[0]);
  if (match[0] === '半' && (text[start - 1] === '年' || HALF_OF.test(text.slice(start + 1, start + 4))))
    return token(start, start + 1, 0.5, 'chinese');
  if (value === undefined || /^(?:万一|千万(?=别|不要|不)|十分(?!钟)|半)$/.test(match[0])) return undefined;
  if (match[0] === '千万' && /^(?:别|不|要|记得)/.test(text.slice(start + 2, start + 4))) return undefined;
  if (match[0] === '百' && /^(?:度|货|分)/.test(text.slice(start + 1, start + 2))) return undefined;
  if (match[0] === '万' && /^(?:能|象|用|全)/.test(text.slice(start + 1, start + 2))) return undefined;
  if (match[0] === '千' && /^(?:兆|瓦|克)/.test(text.slice(start + 1, start + 2))) return undefined;
  const end = start + match[0].length;
  const low = Array.isArray(value) ? value[0] : value;
  const result = token(start, end, low, 'chinese');
  if (Array.isArray(value)) result.high = value[1];
  const unit = /[十百千万]/.exec(match[0]);
  if (unit && /^[一二两三四五六七八九][百千万]$/.test(match[0])) {
    result.multiplier = { 百: 100, 千: 1000, 万: 10_000 }[match[0][1]!]!;
    result.bare = low / result.multiplier;
  }
  return result;
}

function attachCurrency(text: string, number: NumberToken, own: string): void {
  const before = currencyBefore(text, number.start, own);
  if (before) {
    number.currency = before.code;
    number.start = before.start;
  }
  const loose = /^(?:\+|多|来(?=块|元)|几(?=块|元)|好几|把(?=块)|ish\b|-ish\b|出头)/.exec(
    text.slice(number.end, number.end + 4),
  );
  if (loose) {
    number.end += loose[0].length;
    number.loose = loose[0] === '+' ? 'plus' : 'about';
  }
  const after = currencyAfter(text, number.end, own);
  if (after && !isCounterUse(text, after.end)) {
    number.currency ??= after.code;
    number.end = after.end;
    const trailing = /^(?:\+|多|出头)/.exec(text.slice(number.end, number.end + 2));
    if (trailing) {
      number.loose ??= trailing[0] === '+' ? 'plus' : 'about';
      number.end += trailing[0].length;
    }
  }
}

/** "两块电池" counts pieces: 块 followed by a thing. */
function isCounterUse(text: string, at: number): boolean {
  return /^(?:电池|硬盘|内存|屏幕|表|手表|肥皂|蛋糕|布|砖|显示器|充电宝|滑板|豆腐)/.test(text.slice(at, at + 3));
}
