import type { PiiSpan } from './redact-pii.ts';

const STREET =
  'street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|way|place|pl|square|sq|terrace|highway|hwy|parkway|pkwy|crescent|close|mews|row|grove';
const UNIT = String.raw`(?:,?\s*(?:apt|apartment|suite|ste|unit|flat|floor|fl|room|rm|#)\.?\s*[\w-]{1,6})?`;
const TOWN = String.raw`(?:,\s*[A-Z][a-z.'-]{1,20}(?: [A-Z][a-z.'-]{1,20}){0,2})?(?:,?\s+[A-Z]{2}\b)?(?:,?\s+(?:\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}))?`;
/** A house number, capitalised street words, a kind of street; then unit, town and postcode when they follow. */
const ENGLISH = new RegExp(
  String.raw`(?:(?:[Ff]lat|[Uu]nit|[Aa]pt\.?|[Ss]uite|[Rr]oom) [\w-]{1,6},? )?(?<![\w.$£€¥-])\d{1,5}[A-Za-z]?,? (?:[NSEW]\.? )?(?:(?!(?:GB|TB|MB|Hz|Inch|Pro|Max)\b)(?:[A-Z][a-z'.]{1,20}|\d{1,3}(?:st|nd|rd|th)|St\.?) ){1,4}(?:${STREET.split(
    '|',
  )
    .map((one) => `${one[0]!.toUpperCase()}${one.slice(1)}`)
    .join('|')})\b\.?${UNIT}${TOWN}`,
  'g',
);
/** All in lower case only with the unmistakable kinds of street. */
const LOWER = new RegExp(
  String.raw`(?<![\w.$£€¥-])\d{1,5} (?:[a-z]{2,15} ){1,2}(?:street|avenue|road|boulevard|lane)\b${UNIT}`,
  'g',
);
const PO_BOX = /\bP\.?\s?O\.?\s?Box \d{1,6}\b/gi;
const NUMBER = '[\\d一二三四五六七八九十]{1,5}';
const TAIL = `(?:\\s?(?:${NUMBER}|[A-Za-z]\\d?)(?:号楼|号院|号|栋|幢|座|单元|楼|层|室|房|户|弄|支弄)(?:之\\d{1,3})?(?:[A-Za-z]座)?|\\s?[\\u4e00-\\u9fff]{2,10}(?:小区|花园|大厦|广场|公寓|新村|家园|苑|中心|大楼)|\\s?\\d{3,4}(?!\\d|元|块)){1,6}`;
const CHINESE = new RegExp(
  `(?:[\\u4e00-\\u9fff]{2,20}?(?:路|街|大道|巷|胡同|弄|道|村|镇|乡|街道))(?:[东南西北中]段)?${TAIL}|[\\u4e00-\\u9fff]{2,8}(?:省|市|区|县)[\\u4e00-\\u9fff]{1,16}(?:小区|花园|大厦|公寓|新村|家园|苑|村|镇)(?:${TAIL})?`,
  'g',
);
/** What stands before an address in a sentence and is no part of it. */
const LEAD =
  /^.*(?:地址(?:是|为|在|改(?:成|为|到))?|寄(?:到|往|去|给)|送(?:到|往|去)|发(?:到|往)|配送到|快递到|住(?:在|址)?|搬到|改(?:成|为|到)|位于|家在|就在|我在|公司在|还有|以及|因为|去|是|到)/;
const STATED = /号|栋|幢|座|单元|室|房|户|小区|花园|大厦|公寓|新村|家园|苑/;

/** Postal addresses in both languages, by their form; a place without a house is no address. */
export function findAddresses(text: string): PiiSpan[] {
  const found: PiiSpan[] = [];
  for (const pattern of [ENGLISH, LOWER, PO_BOX])
    for (const match of text.matchAll(pattern))
      found.push({ kind: 'address', start: match.index, end: match.index + match[0].length });
  if (/[路街道巷弄村镇乡同园厦寓苑区]/.test(text))
    for (const match of text.matchAll(CHINESE)) {
      const lead = LEAD.exec(match[0])?.[0].length ?? 0;
      const rest = match[0].slice(lead);
      if (rest.length >= 5 && /\d|[一二三四五六七八九十]/.test(rest) && STATED.test(rest))
        found.push({ kind: 'address', start: match.index + lead, end: match.index + match[0].length });
    }
  return found;
}
