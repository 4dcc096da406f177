/** A day, time of day or weekday that a text names. */
export interface DateMark {
  start: number;
  end: number;
  /** What it names, alike in every spelling: '11-27', '2026-11-27', '2026-11', 'clock 14:00', 'weekday 5', 'tomorrow'. */
  key: string;
}

const MONTH_NAMES = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');
const HAN_WEEKDAYS = '日一二三四五六';
const two = (digits: string | number) => String(digits).padStart(2, '0');
const monthOf = (name: string) => MONTH_NAMES.indexOf(name.slice(0, 3)) + 1;

const HAN_DAYS = '[一二三四五六七八九十]{1,3}';
const HAN_DIGITS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** Small Chinese numbers and digits; NaN when it is none. */
function small(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const match = /^(?:([一二三])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return Number.NaN;
  return (match[2] ? 10 * (HAN_DIGITS[match[1]] ?? 1) : 0) + (HAN_DIGITS[match[3]] ?? 0);
}

type Reader = (match: RegExpExecArray) => string | undefined;

const dayKey = (year: string | undefined, month: number, day: string | number): string | undefined => {
  const date = Number(day);
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= 31)) return undefined;
  return `${year ? `${year}-` : ''}${two(month)}-${two(date)}`;
};

/** First match wins a part of the text, so the more exact forms stand first. */
const FORMS: readonly (readonly [RegExp, Reader])[] = [
  [/(?<![\d-])(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?![\d-])/g, (m) => dayKey(m[1], Number(m[2]), m[3])],
  [/(?<!\d)(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})[日号]?/g, (m) => dayKey(m[1], Number(m[2]), m[3])],
  [new RegExp(`(${HAN_DAYS})月(${HAN_DAYS})[日号]`, 'g'), (m) => dayKey(undefined, small(m[1]), small(m[2]))],
  [
    new RegExp(`(?<![a-z\\d])${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (20\\d\\d))?(?![\\d:])`, 'g'),
    (m) => dayKey(m[3], monthOf(m[1]), m[2]),
  ],
  [
    new RegExp(`(?<![a-z\\d.,$])(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? (20\\d\\d))?(?![a-z\\d])`, 'g'),
    (m) => dayKey(m[3], monthOf(m[2]), m[1]),
  ],
  [
    /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(20\d\d)(?![\d/])/g,
    (m) => dayKey(m[3], Number(m[1]), m[2]) ?? dayKey(m[3], Number(m[2]), m[1]),
  ],
  [/(20\d\d)年(\d{1,2})月/g, (m) => `${m[1]}-${two(m[2])}`],
  [
    /(?<![\d.:])([01]?\d|2[0-4])[:：]([0-5]\d)(?: ?([ap])\.?m\b\.?)?(?![\d:a-z%])/g,
    (m) => `clock ${two(Number(m[1]) + (m[3] === 'p' && Number(m[1]) < 12 ? 12 : 0))}:${m[2]}`,
  ],
  [
    /(?<![\d.$€£¥])(1[0-2]|[1-9]) ?([ap])\.?m\b\.?/g,
    (m) => `clock ${two((Number(m[1]) % 12) + (m[2] === 'p' ? 12 : 0))}:00`,
  ],
  [
    /(早上|上午|中午|下午|晚上|傍晚)?(\d{1,2}|十[一二]?|[一二两三四五六七八九])点(半|整|\d{1,2}分)?(?!五?[个折])(?=[前后到至之以开关发—-]|$|[，。,.；;\s)）])/g,
    (m) => {
      const hour = m[2] === '两' ? 2 : small(m[2]);
      const late = /下午|晚上|傍晚/.test(m[1] ?? '') && hour < 12 ? 12 : 0;
      return `clock ${two(hour + late)}:${m[3] === '半' ? '30' : two(Number.parseInt(m[3], 10) || 0)}`;
    },
  ],
  [
    /(?<![a-z])(sun|mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?)(?:days?)(?![a-z])/g,
    (m) => `weekday ${WEEKDAYS.indexOf(m[1].slice(0, 3))}`,
  ],
  [
    /(?:星期|礼拜|周)([一二三四五六日天])(?![年个期])/g,
    (m) => `weekday ${HAN_WEEKDAYS.indexOf(m[1] === '天' ? '日' : m[1])}`,
  ],
  [/\btomorrow\b|明天|明日|明早|明晚/g, () => 'tomorrow'],
  [/\btonight\b|\btoday\b|今天|今日|今晚|当日|当天/g, () => 'today'],
];

/** The dates and times of a lower-case text, in order. */
export function readDates(text: string): DateMark[] {
  const found: DateMark[] = [];
  for (const [pattern, read] of FORMS) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((other) => other.start < end && start < other.end)) continue;
      const key = read(match);
      if (key) found.push({ start, end, key });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What an ISO date may be called: with and without its year, and its weekday. */
export function keysOfDate(iso: string): string[] {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return [];
  const day = iso.slice(0, 10);
  return [day, day.slice(5), day.slice(0, 7), `weekday ${date.getUTCDay()}`];
}
