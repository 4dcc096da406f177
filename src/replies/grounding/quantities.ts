import { currencyAfter, currencyBefore } from '../../understanding/filters/currencies.ts';
import {
  CHINESE_NUMERAL,
  ENGLISH_NUMERAL,
  parseChineseNumeral,
  parseEnglishNumeral,
} from '../../understanding/filters/numerals.ts';
import { unitAt } from './units.ts';

/** How exactly a number is meant. */
export type Hedge = 'exact' | 'about' | 'most' | 'least';

/** A number of a text with what it counts. */
export interface Quantity {
  /** With currency sign and unit. */
  start: number;
  end: number;
  value: number;
  /** ISO 4217, when it is money. */
  currency?: string;
  /** Of its unit: 'percent', 'days', 'bytes' ...; undefined for money and bare numbers. */
  dimension?: string;
  /** `value` in the dimension's base unit; else `value`. */
  base: number;
  hedge: Hedge;
  /** Of money: for each what it is paid ('month', 'year', 'person' ...), when that is said. */
  per?: string;
  /** The other end of the range it belongs to. */
  partner?: number;
  /** Written in digits. */
  digits: boolean;
}

const NUMBER = new RegExp(
  [
    String.raw`(?<digits>(?<![a-z\d_]|(?<=[a-z])[-.]|\d[.,'])(?:\d{1,3}(?:,\d{3})+(?!\d)|(?<=[$€£¥] ?)\d{1,3}(?:[ ']\d{3})+(?!\d)|\d+)(?:\.\d+)?)`,
    `(?<han>[${CHINESE_NUMERAL}]+(?:点[${CHINESE_NUMERAL}]+)?)`,
    `(?<![a-z'-])(?<words>${ENGLISH_NUMERAL}|a dozen|dozen|half)(?![a-z]|-[a-z]*(?:th|rd)(?![a-z]))`,
    `(?<=(?:within|in|for|after|lasts?|takes?|about|only|least|than|over|nearly|almost|full|is|of) )(?<one>an?)(?= (?:half-)?(?:hour|day|week|month|year|night|century|decade|minute|working day|business day)(?![a-z]))`,
  ].join('|'),
  'g',
);
const MULTIPLIER = /(?: ?(万|千|百万|十万|亿)| ?(thousand|grand|million|billion)(?![a-z])|(k|m)(?![a-z\d]))/y;
const SCALE: Record<string, number> = {
  k: 1e3,
  千: 1e3,
  thousand: 1e3,
  grand: 1e3,
  万: 1e4,
  十万: 1e5,
  m: 1e6,
  million: 1e6,
  百万: 1e6,
  亿: 1e8,
  billion: 1e9,
};
/** Words in which a numeral counts nothing. */
const HAN_IDIOM =
  /^(?:一(?:下|些|样|起|直|定|般|边|点(?!五)|共|旦|并|律|向|手|流|键|心|切|应|体|带|站|条龙|目|面|言|路|对|款|个|种|件|台|部|双|套|项|份|本|张|位|只|间|趟|处|句|次|程)|万一|千万|十分(?!钟)|三方|四季|四件|五官|九宫|百搭|百分|百货|千里|万能|万向|两全|二手|二维|二合一|三合一|七彩|八方|四川|半(?!年|个|小时|天|价))/;
const ABOUT_BEFORE =
  /(?:a (?:little|bit|touch|tad) (?:over|under|above|below|more than|less than)|just (?:over|above)|slightly (?:over|under|above|below)|barely|about|around|roughly|approximately|approx\.?|nearly|almost|close to|some|circa|near|~|≈|大约|大概|约合?|约为|将近|接近|差不多|近|上下)\s*(?:[$€£¥])?\s*$/;
const NEARLY_BEFORE =
  /(?:a (?:little|bit|touch|tad)|just|slightly|barely|only just) (?:over|under|above|below|more than|less than)\s*(?:us|hk)?[$€£¥]?\s*$|刚(?:过|超过?|好)\s*$/;
const MOST_BEFORE =
  /(?:under|below|less than|fewer than|up to|within|no more than|not more than|at most|at max|max(?:imum)?(?: of)?|shy of|beneath|cheaper than|不到|不超过|低于|少于|最多|最高|至多|不高于|小于|控制在|小于等于|<=?)\s*(?:us|hk)?[$€£¥]?\s*$/;
const LEAST_BEFORE =
  /(?:over|above|more than|at least|no less than|not less than|from|starting (?:at|from)|upwards of|min(?:imum)?(?: of)?|exceeds?|beyond|超过|高于|大于|至少|最低|最少|起码|不低于|不少于|>=?)\s*(?:us|hk)?[$€£¥]?\s*$/;
const AFTER =
  /^\s?(?:(左右|上下|多(?![少重久大个种])|出头|ish\b|-ish\b|or so\b)|(以内|以下|之内|之下|内(?![存置胆部容])|or less\b|or under\b|or fewer\b|封顶)|(以上|之上|起(?!来|床|身)|\+(?!\d)|or more\b|or over\b|and up\b|plus\b))/;

/** Every number of a lower-case text that says how much or how many, in order, with its currency or unit. Linear in the text. */
export function readQuantities(text: string, ownCurrency: string): Quantity[] {
  const found: Quantity[] = [];
  NUMBER.lastIndex = 0;
  for (let match = NUMBER.exec(text); match; match = NUMBER.exec(text)) {
    const quantity = quantityOf(text, match, ownCurrency);
    if (!quantity) continue;
    found.push(quantity);
    NUMBER.lastIndex = Math.max(NUMBER.lastIndex, quantity.end);
  }
  shareUnits(found, text);
  for (const quantity of found) if (quantity.currency !== undefined) addPeriod(text, quantity);
  return found;
}

function quantityOf(text: string, match: RegExpExecArray, own: string): Quantity | undefined {
  const { digits, han, words, one } = match.groups!;
  let end = match.index + match[0].length;
  let value: number | undefined;
  if (digits !== undefined) value = Number(digits.replace(/[,' ]/g, ''));
  else if (han !== undefined) {
    if (HAN_IDIOM.test(text.slice(match.index, end + 2))) return undefined;
    value = hanValue(han);
  } else if (words !== undefined)
    value = words.endsWith('dozen') ? 12 : words === 'half' ? 0.5 : parseEnglishNumeral(words);
  else if (one !== undefined) value = 1;
  if (value === undefined || !Number.isFinite(value)) return undefined;
  const scale = scaleAt(text, end);
  if (scale && !(words === 'half')) {
    value *= scale.factor;
    end = scale.end;
  }
  if (han !== undefined && /^个半(?=小时|钟头|月|星期|礼拜)/.test(text.slice(end, end + 4))) {
    value += 0.5;
    end += text[end + 2] === '月' ? 0 : 2;
    if (text[end] === '个') return { ...blank(match.index, end + 3, value), dimension: 'months', base: value };
  }
  if (/^ and a half\b/.test(text.slice(end, end + 11))) {
    value += 0.5;
    end += 11;
  }
  if (words === 'half') {
    const article = /^ (?:an?|of) /.exec(text.slice(end, end + 4));
    if (article) end += article[0].length - 1;
  }
  return withUnit(text, { start: match.index, end, value, bareWord: digits === undefined }, own);
}

function withUnit(
  text: string,
  { start, end, value, bareWord }: { start: number; end: number; value: number; bareWord: boolean },
  own: string,
): Quantity | undefined {
  const before = text.slice(Math.max(0, start - 24), start);
  const common = { value, base: value, digits: !bareWord };
  if (/百分之$/.test(before)) {
    return { ...common, start: start - 3, end, dimension: 'percent', hedge: hedgeOf(text, start - 3, end) };
  }
  const sign = currencyBefore(text, start, own);
  const word = currencyAfter(text, end, own);
  if (sign) {
    const past = word && word.code === sign.code ? word.end : end;
    return { ...common, start: sign.start, end: past, currency: sign.code, hedge: hedgeOf(text, sign.start, past) };
  }
  const unit = unitAt(text, end);
  if (word && !(unit && unit.end > word.end) && !(bareWord && /^[一二两]块$/.test(text.slice(start, word.end)))) {
    return { ...common, start, end: word.end, currency: word.code, hedge: hedgeOf(text, start, word.end) };
  }
  const cheng = /^成(?![立功员分为人熟都])/.exec(text.slice(end, end + 2));
  if (cheng) return { ...common, base: value * 10, start, end: end + 1, dimension: 'percent', hedge: 'exact' };
  if (
    !unit &&
    Number.isInteger(value) &&
    !/^ ?(?:\/|of|out of)/.test(text.slice(end, end + 7)) &&
    /\b(?:children|kids|child|minors|aged?|ages|toddlers) (?:from |of |over |above |under |aged |between )*$/.test(
      before,
    )
  ) {
    return { ...common, start, end, dimension: 'age', hedge: hedgeOf(text, start, end) };
  }
  if (!unit) {
    if (value === 0.5 && bareWord) return undefined;
    return { ...common, start, end, hedge: hedgeOf(text, start, end) };
  }
  if (unit.word === 'g' && /^[3-6]g/.test(text.slice(start, end + 1)) && end - start === 1) {
    return { ...common, start, end: unit.end, dimension: 'network', hedge: 'exact' };
  }
  let base = value * unit.factor;
  let past = unit.end;
  // "一年半", "两个半小时": the half stands behind or within.
  if (text[past] === '半' && text[past + 1] !== '价') {
    base += unit.factor / 2;
    past += 1;
  }
  return { ...common, base, start, end: past, dimension: unit.dimension, hedge: hedgeOf(text, start, past) };
}

function blank(start: number, end: number, value: number) {
  return { start, end, value, digits: false, hedge: 'exact' as const };
}

const PER_AFTER =
  /^\s?(?:(?:a|per|each|every|\/)\s?)(?:\w+ and )?(month|year|week|day|hour|night|person|head)\b|^\s?\/?\s?每?(月|年|周|天|晚|人)(?![\u4e00-\u9fff])/;
const PER_BEFORE =
  /(?:(monthly|yearly|annual)(?: fee| charge| cost)?(?: of| is|:)?|每(月|年|周|天|晚|人|间夜)[^，。；\d]{0,6}|(月|年)费(?:是|为|：|:)?)\s?$/;
const PERIODS: Record<string, string> = {
  monthly: 'month',
  yearly: 'year',
  annual: 'year',
  月: 'month',
  年: 'year',
  周: 'week',
  天: 'day',
  晚: 'night',
  间夜: 'night',
  人: 'person',
  head: 'person',
};

function addPeriod(text: string, quantity: Quantity): void {
  const after = PER_AFTER.exec(text.slice(quantity.end, quantity.end + 24));
  const before = PER_BEFORE.exec(text.slice(Math.max(0, quantity.start - 24), quantity.start));
  const word = after?.[1] ?? after?.[2] ?? before?.[1] ?? before?.[2] ?? before?.[3];
  if (word !== undefined) quantity.per = PERIODS[word] ?? word;
}

/** "2-4 days", "5 to 10 working days", "3 or 6 months": the first number has the unit of the second. */
function shareUnits(found: Quantity[], text: string): void {
  for (let at = found.length - 2; at >= 0; at--) {
    const [one, next] = [found[at], found[at + 1]];
    const between = text.slice(one.end, next.start);
    if (/^\s?(?:-|to|到|至)\s?$/.test(between)) {
      one.partner = next.value;
      next.partner = one.value;
    }
    if (one.dimension === 'age' && !next.dimension && !next.currency && /^ ?(?:-|to|and) ?$/.test(between))
      next.dimension = 'age';
    if (one.dimension || (one.currency && next.currency) || text[one.end - 1] === 'k') continue;
    if (!/^\s?(?:-|to|or|and|到|至|或)\s?$/.test(between)) continue;
    if (next.currency && !one.currency) one.currency = next.currency;
    else if (!one.currency && next.dimension) {
      one.dimension = next.dimension;
      one.base = one.value * (next.base / (next.value || 1));
    } else if (one.currency && !next.dimension && !next.currency && /^\s?(?:-|to|到|至)\s?$/.test(between)) {
      next.currency = one.currency;
    }
  }
}

function hanValue(han: string): number | undefined {
  if (han === '半') return 0.5;
  const [whole, fraction] = han.split('点');
  const value = parseChineseNumeral(whole);
  if (value === undefined) return undefined;
  const number = Array.isArray(value) ? value[0] : value;
  if (fraction === undefined) return number;
  const digits = [...fraction].map((one) => parseChineseNumeral(one));
  return Number(`${number}.${digits.join('')}`);
}

function scaleAt(text: string, at: number): { factor: number; end: number } | undefined {
  MULTIPLIER.lastIndex = at;
  const match = MULTIPLIER.exec(text);
  if (!match) return undefined;
  const word = (match[1] ?? match[2] ?? match[3])!;
  const end = at + match[0].length;
  // "5000 万像素" has its own unit, "千克", "千瓦" and "100 m" too.
  if (/^(?:万像素|千克|千瓦|千米)/.test(text.slice(at).trimStart().slice(0, 3))) return undefined;
  if (word === 'm') return undefined;
  return { factor: SCALE[word], end };
}

function hedgeOf(text: string, start: number, end: number): Hedge {
  const before = text.slice(Math.max(0, start - 22), start);
  const after = AFTER.exec(text.slice(end, end + 9));
  if (NEARLY_BEFORE.test(before)) return 'about';
  if (MOST_BEFORE.test(before) || after?.[2]) return 'most';
  if (LEAST_BEFORE.test(before) || after?.[3]) return 'least';
  if (ABOUT_BEFORE.test(before) || after?.[1]) return 'about';
  return 'exact';
}
