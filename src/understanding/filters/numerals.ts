const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  俩: 2,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const UNITS: Record<string, number> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1_000,
  仟: 1_000,
  万: 10_000,
  亿: 100_000_000,
};

/** Characters Chinese numerals are written with, for a character class. */
export const CHINESE_NUMERAL = '零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟半';

/**
 * The value of a Chinese numeral, a pair for a span of two digits ("三五百" = 300 to 500), undefined when it is none.
 * A last digit after a unit counts tenths of it: "两千五" = 2500, "一万二" = 12000; "二零二四" is read digit by digit.
 */
export function parseChineseNumeral(text: string): number | [number, number] | undefined {
  if (text === '') return undefined;
  const span = /^([一二两三四五六七八九])([二两三四五六七八九])([十百千万]+)$/.exec(text);
  if (span) {
    const unit = [...span[3]!].reduce((product, one) => product * UNITS[one]!, 1);
    const [low, high] = [DIGITS[span[1]!]! * unit, DIGITS[span[2]!]! * unit];
    return low < high ? [low, high] : undefined;
  }
  if (text.length > 1 && [...text].every((one) => one in DIGITS))
    return Number([...text].map((one) => DIGITS[one]).join(''));
  return additive(text);
}

function additive(text: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastUnit = 1;
  let sawZero = false;
  for (const one of text) {
    if (one === '半') {
      if (lastUnit === 1) return undefined;
      section += lastUnit < 10_000 ? lastUnit / 2 : 0;
      total += lastUnit >= 10_000 ? lastUnit / 2 : 0;
      digit = undefined;
    } else if (one in DIGITS) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = DIGITS[one]!;
      if (digit === 0) sawZero = true;
    } else {
      const unit = UNITS[one];
      if (unit === undefined) return undefined;
      sawZero = false;
      if (unit >= 10_000) {
        total = (total + section + (digit ?? (section === 0 && total === 0 ? 1 : 0))) * unit;
        section = 0;
      } else {
        section += (digit ?? 1) * unit;
      }
      digit = undefined;
      lastUnit = unit;
    }
  }
  const tail = digit === undefined ? 0 : lastUnit >= 100 && !sawZero ? digit * (lastUnit / 10) : digit;
  return total + section + tail;
}

const ENGLISH_DIGITS: Record<string, number> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const ENGLISH_TENS: Record<string, number> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, (index + 2) * 10]),
);
const ENGLISH_UNITS: Record<string, number> = {
  hundred: 100,
  thousand: 1_000,
  grand: 1_000,
  k: 1_000,
  million: 1_000_000,
};

/** A regular expression source for an English number in words, "a" or "half a" before its unit included. */
export const ENGLISH_NUMERAL = (() => {
  const digit = [...Object.keys(ENGLISH_DIGITS), ...Object.keys(ENGLISH_TENS), 'fourty'].join('|');
  const small = `(?:${digit})(?:[ -](?:${digit}))?`;
  const big = `(?:(?:half a|a couple(?: of)?|a|${small})[ -])?(?:hundred|thousand|grand)(?:[ -]thousand)?`;
  const hundreds = `(?:(?<=thousand)[ -](?:${digit})[ -]hundred)?`;
  // "a hundred fifty and two hundred" is two numbers: a rest that has its own unit is not taken.
  const rest = `(?:(?: and)?[ -]${small}(?![a-z]|[ -](?:hundred|thousand|grand|${digit})))?`;
  return `${big}${hundreds}${rest}|${small}`;
})();

/** Twenty, thirty ... of a word, else 0. */
const tensOf = (word: string): number => ENGLISH_TENS[word] ?? 0;

/** The value of an English number in words: "two hundred and fifty", "half a grand", "twenty five"; "two fifty" is 250. */
export function parseEnglishNumeral(text: string): number | undefined {
  let total = 0;
  let current: number | undefined;
  for (const word of text.toLowerCase().split(/[\s-]+/)) {
    if (word === 'and' || word === 'of') continue;
    if (word === 'a') current ??= 1;
    else if (word === 'half') current = 0.5;
    else if (word === 'couple') current = 2;
    else if (current !== undefined && Number.isInteger(current) && current > 0 && current < 10 && tensOf(word))
      current = current * 100 + tensOf(word);
    else if (word in ENGLISH_DIGITS) current = (current ?? 0) + ENGLISH_DIGITS[word]!;
    else if (word in ENGLISH_TENS || word === 'fourty') current = (current ?? 0) + (ENGLISH_TENS[word] ?? 40);
    else if (word in ENGLISH_UNITS) {
      const unit = ENGLISH_UNITS[word]!;
      if (unit === 100) current = (current ?? 1) * 100;
      else {
        total += (current ?? 1) * unit;
        current = undefined;
      }
    } else return undefined;
  }
  return total + (current ?? 0);
}
