import type { Report } from '../../ingestion/report.ts';
import type { Row } from '../../ingestion/row.ts';
import type { ProductDraft } from '../product-draft.ts';

/** One way of writing products, recognised by its columns. */
export interface Feed {
  name: string;
  /** Whether ids, categories and colours are the pack's own, so that an unknown one is a mistake. */
  own: boolean;
  /** `columns` are in lower case. */
  recognises(columns: ReadonlySet<string>): boolean;
  drafts(rows: AsyncIterable<Row>, context: FeedContext): AsyncIterable<ProductDraft>;
}

export interface FeedContext {
  file: string;
  report: Report;
  /** The pack has a pack.yaml: columns are checked strictly. */
  declared: boolean;
  /** Where the column names stand; a JSON feed repeats them in every row and has none. */
  headerLine?: number;
  /** Tells whether a sale is on. */
  now: Date;
}

/** A field as text: '' when it is missing; numbers and flags as written. */
export function fieldText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return '';
  return String(value).trim();
}

/** The row with lower-case column names, as exports differ in case from version to version. */
export function lowerCase(row: Row): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row.fields).map(([name, value]) => [name.trim().toLowerCase(), fieldText(value)]),
  );
}

export function splitList(text: string, mark: string | RegExp): string[] {
  return text
    .split(mark)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** A category path as feeds write it: "Electronics > Phones". */
export function splitPath(text: string): string[] {
  return splitList(text, /\s*>\s*/);
}

/** Whether `now` lies between two dates as written; a missing or unreadable one does not limit. */
export function isWithin(now: Date, from: string, to: string): boolean {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  // A bare date means the whole day.
  const last = /^\d{4}-\d{2}-\d{2}$/.test(to) ? end + 24 * 3600 * 1000 - 1 : end;
  return !(now.getTime() < start) && !(now.getTime() > last);
}
