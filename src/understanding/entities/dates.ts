import { parseChineseNumeral } from '../filters/numerals.ts';
import type { Span } from '../filters/read-filters.ts';

export interface DateReading {
  /** ISO dates in the order written, each once. */
  dates: string[];
  spans: Span[];
}

const DAY_MS = 86_400_000;
const RECENT_DAYS = 60;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');
const WEEKDAY = '(sun|mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?)(?:day)?';
const NUMERAL = '(\\d{1,3}|[一二两三四五六七八九十]{1,3})';
const PAST =
  /bought|ordered|purchased|paid|placed|received|arrived|came|got|since|was|were|did|ago|买的|下单|收到|订的|付的|拍的|购买|到的|已经/;
const SMALL = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

type Reader = (match: RegExpMatchArray, now: Date, text: string) => Date | undefined;

const number = (word: string): number => {
  const english = SMALL.indexOf(word);
  if (english >= 0) return english + 1;
  if (word === 'a' || word === 'an') return 1;
  if (/^\d+$/.test(word)) return Number(word);
  const value = parseChineseNumeral(word);
  return typeof value === 'number' ? value : Number.NaN;
};

/** First match wins a part of the text, so the more exact forms stand first. */
const FORMS: readonly (readonly [RegExp, Reader])[] = [
  [
    /(?<![\d-])(\d{4})(?:-|\/|\.|年\s?)(\d{1,2})(?:-|\/|\.|月\s?)(\d{1,2})(?:日|号)?(?![\d-])/g,
    (m) => day(Number(m[1]), Number(m[2]), Number(m[3])),
  ],
  [
    new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?![\\d:])\\b`, 'g'),
    (m, now) => named(m[1]!, m[2]!, m[3], now),
  ],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? (\\d{4}))?\\b`, 'g'),
    (m, now) => named(m[2]!, m[1]!, m[3], now),
  ],
  [
    new RegExp(`(下|上|这|本|今)?(?:个)?(?<![\\d一二三四五六七八九十])${NUMERAL}月(?:份)?${NUMERAL}[日号]?`, 'g'),
    (m, now) => near(now, number(m[2]!), number(m[3]!)),
  ],
  [
    new RegExp(`(下|上|这|本)个?月${NUMERAL}[日号]`, 'g'),
    (m, now) => day(now.getFullYear(), now.getMonth() + 1 + offset(m[1]), number(m[2]!)),
  ],
  [/\bon the (\d{1,2})(?:st|nd|rd|th)\b/g, (m, now, text) => dayOfMonth(now, Number(m[1]), text)],
  [
    /大后天|day after (?:the day after )?tomorrow|后天/g,
    (m, now) => plus(now, m[0] === '大后天' || m[0].includes('after the') ? 3 : 2),
  ],
  [/大前天|day before yesterday|前天/g, (m, now) => plus(now, m[0] === '大前天' ? -3 : -2)],
  [/\btomorrow\b|明天|明日|明晚|明早/g, (_, now) => plus(now, 1)],
  [/\byesterday\b|\blast night\b|昨天|昨日|昨晚/g, (_, now) => plus(now, -1)],
  [/\b(?:today|tonight|this (?:morning|afternoon|evening))\b|今天|今日|今晚|今早|当天(?!发货)/g, (_, now) => now],
  [
    new RegExp(`\\b(?:in|within) (a|an|${SMALL.join('|')}|\\d{1,3}) (day|week|month)s?\\b`, 'g'),
    (m, now, text) => (/fell|broke|died|stopped/.test(text) ? undefined : shift(now, number(m[1]!), m[2]!)),
  ],
  [
    new RegExp(`\\b(a|an|${SMALL.join('|')}|\\d{1,3}) (day|week|month)s? ago\\b`, 'g'),
    (m, now) => shift(now, -number(m[1]!), m[2]!),
  ],
  [
    new RegExp(`${NUMERAL}(天|个?星期|个?礼拜|周|个月)(之?前|以前)`, 'g'),
    (m, now) => shift(now, -number(m[1]!), m[2]!),
  ],
  [
    new RegExp(`${NUMERAL}(天|个?星期|个?礼拜|周|个月)(?:之?后|以后)`, 'g'),
    (m, now) => shift(now, number(m[1]!), m[2]!),
  ],
  [
    new RegExp(`\\b(next|last|this|coming|on|by|before|until|past)? ?(?<!black )\\b${WEEKDAY}\\b`, 'g'),
    (m, now, text) => weekday(WEEKDAYS.indexOf(m[2]!.slice(0, 3)), m[1], now, text),
  ],
  [
    /(下下|上上|下|上|这|本)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])(?!个)/g,
    (m, now, text) => chineseWeekday(m, now, text),
  ],
  [/\b(?:this |the )?weekend\b|(?:这|本)?周末/g, (_, now) => plus(now, (6 - now.getDay() + 7) % 7)],
  [/\bnext week\b|下(?:个)?(?:周|星期|礼拜)/g, (_, now) => plus(monday(now), 7)],
  [/\blast week\b|上(?:个)?(?:周|星期|礼拜)/g, (_, now) => plus(monday(now), -7)],
  [/\bnext month\b|下个?月/g, (_, now) => day(now.getFullYear(), now.getMonth() + 2, 1)],
  [/\bchristmas(?: day| eve)?\b|圣诞节?/g, (m, now) => near(now, 12, m[0].includes('eve') ? 24 : 25)],
  [/\bvalentine['’]?s?(?: day)?\b|情人节/g, (_, now) => near(now, 2, 14)],
  [/\bnew year['’]?s? (?:day|eve)\b|元旦/g, (m, now) => (m[0].endsWith('eve') ? near(now, 12, 31) : near(now, 1, 1))],
  [/国庆节?/g, (_, now) => near(now, 10, 1)],
  [/双十一|双11/g, (_, now) => near(now, 11, 11)],
  [/(?<![\d.月$¥])(\d{1,2})号(?![线楼])/g, (m, now) => nextDay(now, Number(m[1]))],
];

/** Dates of a lower-case text in both languages, relative ones seen from `now`; without a year the coming one, or a recent one. */
export function readDates(text: string, now: Date): DateReading {
  if (
    !/\d|月|天|周|星期|礼拜|日|晚|节|元旦|国庆|双十一|day|week|month|night|morning|evening|christmas|valentine|tomorrow|[jfmasond]\w{2}/.test(
      text,
    )
  )
    return { dates: [], spans: [] };
  const found: (Span & { date: string })[] = [];
  for (const [pattern, read] of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (found.some((other) => other.start < span.end && span.start < other.end)) continue;
      const date = read(match, now, text);
      if (date && !Number.isNaN(date.getTime())) found.push({ ...span, date: iso(date) });
      if (found.length >= 20) break;
    }
  }
  found.sort((a, b) => a.start - b.start);
  return { dates: [...new Set(found.map((one) => one.date))], spans: found.map(({ start, end }) => ({ start, end })) };
}

/** A day that exists; the month may run over the year's end. */
function day(year: number, month: number, date: number): Date | undefined {
  const result = new Date(year, month - 1, date);
  return year >= 1900 && year <= 2100 && date >= 1 && result.getDate() === date ? result : undefined;
}

function named(month: string, date: string, year: string | undefined, now: Date): Date | undefined {
  const index = MONTHS.indexOf(month.slice(0, 3)) + 1;
  return year ? day(Number(year), index, Number(date)) : near(now, index, Number(date));
}

/** The coming day of that name, or the one of the last two months. */
function near(now: Date, month: number, date: number): Date | undefined {
  if (!(month >= 1 && month <= 12)) return undefined;
  const earliest = now.getTime() - RECENT_DAYS * DAY_MS;
  return [-1, 0, 1]
    .map((step) => day(now.getFullYear() + step, month, date))
    .find((one) => one !== undefined && one.getTime() >= earliest);
}

function nextDay(now: Date, date: number): Date | undefined {
  const here = day(now.getFullYear(), now.getMonth() + 1, date);
  return here && here.getTime() >= plus(now, -1).getTime() ? here : day(now.getFullYear(), now.getMonth() + 2, date);
}

function dayOfMonth(now: Date, date: number, text: string): Date | undefined {
  return PAST.test(text) && date <= now.getDate()
    ? day(now.getFullYear(), now.getMonth() + 1, date)
    : nextDay(now, date);
}

function plus(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
}

function shift(now: Date, count: number, unit: string): Date | undefined {
  if (!Number.isFinite(count)) return undefined;
  if (/month|月/.test(unit)) return new Date(now.getFullYear(), now.getMonth() + count, now.getDate());
  return plus(now, count * (/week|周|星期|礼拜/.test(unit) ? 7 : 1));
}

const offset = (word: string | undefined) => (word === '下' ? 1 : word === '上' ? -1 : 0);

function monday(now: Date): Date {
  return plus(now, -((now.getDay() + 6) % 7));
}

/** "next Friday" is the one of next week, "last Friday" the one before today, a bare one the coming one. */
function weekday(target: number, word: string | undefined, now: Date, text: string): Date | undefined {
  if (target < 0) return undefined;
  const ahead = (target - now.getDay() + 7) % 7;
  if (word === 'next') return plus(monday(now), 7 + ((target + 6) % 7));
  if (word === 'last' || word === 'past' || (word !== 'this' && word !== 'coming' && PAST.test(text)))
    return plus(now, ahead === 0 ? -7 : ahead - 7);
  return plus(now, ahead);
}

function chineseWeekday(match: RegExpMatchArray, now: Date, text: string): Date {
  const index = '一二三四五六日'.indexOf(match[2] === '天' ? '日' : match[2]!);
  const weeks = { 下: 1, 下下: 2, 上: -1, 上上: -2 }[match[1] ?? ''];
  if (weeks !== undefined || match[1]) return plus(monday(now), index + 7 * (weeks ?? 0));
  return weekday((index + 1) % 7, undefined, now, text) ?? now;
}

function iso(date: Date): string {
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}
