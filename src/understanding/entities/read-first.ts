import type { Span } from '../filters/read-filters.ts';
import { findPii } from '../pii/redact-pii.ts';
import { readDates } from './dates.ts';
import { readOrderNumbers } from './orders.ts';

/** What was read of a text before its filters, and where: numbers in these places are no prices. */
export interface FirstReading {
  dates: string[];
  orderNumbers: string[];
  spans: Span[];
}

/** Dates, order numbers and personal data of a cleaned text. */
export function readFirst(text: string, now: Date): FirstReading {
  const dates = readDates(text.toLowerCase(), now);
  const orders = readOrderNumbers(text);
  return {
    dates: dates.dates,
    orderNumbers: orders.orderNumbers,
    spans: [...dates.spans, ...orders.spans, ...findPii(text)],
  };
}
