import type { Span } from '../filters/read-filters.ts';

const NAMED =
  /(?:\border(?:s)?|\btracking|\bparcel|\bpackage|\binvoice|\bbooking|\breservation|\breference|\bref)(?:\s*(?:number|num|no\.?|nr\.?|id|code|#|:|is|was|=)){0,3}\s*[#:]?\s*([a-z]{0,6}-?\d[a-z\d-]{2,28})(?![a-z\d])|(?:订单|订单号|单号|编号|运单|快递单|物流单|预订号|流水号)(?:号码|号|编号)?\s*(?:是|为|:|：|=|#|\s){0,4}([a-z]{0,6}-?\d[a-z\d-]{3,28})|#\s?([a-z]{0,6}-?\d[a-z\d-]{3,28})(?![a-z\d])/gi;
/** Codes such as HH-10023, DW-7671 or ORD20240512001: two to six capitals and at least five digits, four after a hyphen. */
const CODE =
  /(?<![A-Za-z\d-])[A-Z]{2,6}(?:-?\d{5,}|-\d{4})(?:-\d+)*(?![A-Za-z\d-])|(?<![A-Za-z\d-])[A-Z]{2,6}-\d{3,}-\d+(?![A-Za-z\d-])/g;
const SHORT_CODE =
  /(?<![A-Za-z\d-])[A-Za-z]{1,6}-?\d{4,}(?![A-Za-z\d-])|(?<![\d.$¥£€-])\d{6,20}(?![\d.]|\s?(?:元|块|dollars|mah|毫安))/g;
const ABOUT_ORDER =
  /\border|parcel|package|tracking|refund|return|deliver|shipment|shipped|invoice|booking|订单|单号|快递|包裹|物流|退款|退货|发货|到货|收货|查件|查一下/i;

/** Order and tracking numbers as written, and where they stand. */
export function readOrderNumbers(text: string): { orderNumbers: string[]; spans: Span[] } {
  if (!/\d{3}/.test(text)) return { orderNumbers: [], spans: [] };
  const spans: Span[] = [];
  const take = (value: string, index: number) => {
    const span = { start: index, end: index + value.length };
    if (!spans.some((other) => other.start < span.end && span.start < other.end)) spans.push(span);
  };
  for (const match of text.matchAll(NAMED)) {
    const value = (match[1] ?? match[2] ?? match[3])!;
    if (isDate(value) || /^\d{1,3}$/.test(value)) continue;
    take(value, match.index + match[0].length - value.length);
  }
  for (const match of text.matchAll(CODE)) take(match[0], match.index);
  if (ABOUT_ORDER.test(text))
    for (const match of text.matchAll(SHORT_CODE)) if (!isDate(match[0])) take(match[0], match.index);
  spans.sort((a, b) => a.start - b.start);
  return { orderNumbers: [...new Set(spans.slice(0, 20).map(({ start, end }) => text.slice(start, end)))], spans };
}

const isDate = (value: string) => /^(?:19|20)\d\d-\d{1,2}-\d{1,2}$/.test(value) || /^\d{1,3}-\d{1,3}$/.test(value);
