import { createHash } from 'node:crypto';
import { hasHtml, htmlToText } from '../ingestion/html-text.ts';
import type { AttributeValue, Localized, PackAttribute } from '../pack.ts';
import { inItsLanguage, languageOf } from './language.ts';
import { currencyIn, isCurrency, parsePrice } from './price.ts';
import type { DraftText, ProductDraft } from './product-draft.ts';

/** What exports write for "nothing". */
const NOTHING = /^(nan|null|none|n\/a|undefined|-)$/i;

/** Reports about the product at hand. */
export type Say = (message: string) => void;

/** Ids of foreign exports may be anything; too long ones are shortened so that buttons of every channel can carry them. */
export function checkId(written: string, strict: boolean, mistake: Say): string {
  const id = clean(written);
  if (id === '') mistake('no id');
  else if (strict && !/^[A-Za-z0-9._-]{1,48}$/.test(id))
    mistake(`id "${id.slice(0, 60)}" is not 1 to 48 of A-Z a-z 0-9 . _ -`);
  else if (!strict && Buffer.byteLength(id) > 48) {
    const hash = createHash('sha256').update(id).digest('hex').slice(0, 12);
    return `${id.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 35)}-${hash}`;
  }
  return id;
}

/** Without control characters. */
export function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ').trim();
}

/** The text of what may be HTML. */
export function withoutHtml(text: string): string {
  return hasHtml(text) ? htmlToText(text) : text;
}

/** The end of a message about something unknown that is close to something known. */
export function didYouMean(known: string | undefined): string {
  return known === undefined ? '' : `: did you mean "${known}"?`;
}

/** A draft's texts by language, cut to `limit` characters. */
export function localized(text: DraftText, limit: number, field: 'name' | 'description', warn: Say): Localized {
  const read = (written: string | undefined): string => {
    if (written === undefined || written === '') return '';
    // What is cut anyway need not be parsed first.
    const plain = clean(withoutHtml(written.slice(0, 10 * limit)));
    const shown = field === 'name' ? plain.replace(/\s+/g, ' ') : plain;
    if (shown.length <= limit) return shown;
    warn(`${field} of ${shown.length} characters cut to ${limit}`);
    return shown.slice(0, limit).replace(/[\ud800-\udbff]$/, '');
  };
  const any = read(text.any);
  const result: Localized = inItsLanguage(any);
  for (const language of ['en', 'zh'] as const) {
    const written = read(text[language]);
    if (written !== '') result[language] = written;
  }
  return result;
}

/** Reports a product's own currency that is not the pack's. */
export function checkCurrency(written: string, currency: string, mistake: Say): void {
  const code = written.toUpperCase();
  if (code === '' || code === currency) return;
  mistake(isCurrency(code) ? `currency ${code} where the pack has ${currency}` : `unknown currency "${written}"`);
}

/** The currency of a pack that does not say it, from its first price: '' while there is none. */
export function firstCurrency(draft: ProductDraft, name: Localized): string {
  if (isCurrency(draft.currency.toUpperCase())) return draft.currency.toUpperCase();
  if (draft.price === '') return '';
  return currencyIn(String(draft.price)) ?? (languageOf(name.zh ?? name.en ?? '') === 'zh' ? 'CNY' : 'USD');
}

/** The amount; null when there is none. */
export function readPrice(written: string | number, currency: string, strict: boolean, mistake: Say): number | null {
  if (written === '' || (!strict && NOTHING.test(String(written)))) return null;
  const reading = parsePrice(written, currency || 'USD');
  if ('amount' in reading) return reading.amount;
  mistake(reading.problem);
  return null;
}

/** Whole units; null when they are not counted. */
export function readStock(written: string | number, own: boolean, mistake: Say, warn: Say): number | null {
  const text = String(written).trim();
  if (text === '' || /^in[ _-]?stock$/i.test(text)) return null;
  if (/^out[ _-]?of[ _-]?stock$/i.test(text)) return 0;
  const stock = Number(text);
  if (!Number.isInteger(stock)) mistake(`stock "${text}" is not a whole number`);
  else if (stock < 0 && own) mistake(`stock ${stock} is negative`);
  else if (stock < 0) {
    // Shops that sell beyond their stock export it so.
    warn(`stock ${stock} read as 0`);
    return 0;
  } else return stock;
  return null;
}

/** 1..5. */
export function readRating(written: string | number, strict: boolean, mistake: Say): number | undefined {
  if (written === '') return undefined;
  const rating = strict ? Number(written) : Number.parseFloat(String(written));
  if (rating >= 1 && rating <= 5) return rating;
  if (strict) mistake(`rating "${written}" is not between 1 and 5`);
  return undefined;
}

/** YYYY-MM-DD. */
export function readDate(written: string, strict: boolean, mistake: Say): string | undefined {
  if (written === '') return undefined;
  const date = new Date(`${written.slice(0, 10)}T00:00:00Z`);
  if (
    /^\d{4}-\d{2}-\d{2}/.test(written) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(written.slice(0, 10))
  ) {
    return written.slice(0, 10);
  }
  if (strict) mistake(`since "${written}" is not a date such as 2025-03-31`);
  return undefined;
}

/** Only http addresses: a feed must not bring script into a page. */
export function readUrl(written: string, strict: boolean, mistake: Say): string | undefined {
  if (/^https?:\/\/\S+$/i.test(written)) return written;
  if (written !== '' && strict) mistake(`url "${written.slice(0, 80)}" is not an http address`);
  return undefined;
}

/** A value of the attribute's type; for several values of an enum a list. */
export function readAttribute(attribute: PackAttribute, value: unknown, mistake: Say): AttributeValue | undefined {
  const written = Array.isArray(value) ? value.map(String) : String(value ?? '').trim();
  if (written === '' || written.length === 0) return undefined;
  if (attribute.type === 'number') {
    if (/^-?\d+(\.\d+)?$/.test(String(written))) return Number(written);
    mistake(`${attribute.id} "${written}" is not a number without unit`);
    return undefined;
  }
  if (attribute.type === 'boolean') {
    if (/^(true|false)$/i.test(String(written))) return String(written).toLowerCase() === 'true';
    mistake(`${attribute.id} "${written}" is not true or false`);
    return undefined;
  }
  const values = Array.isArray(written) ? written : written.split('|').map((each) => each.trim());
  for (const each of values) {
    if (!attribute.values.some((known) => known.id === each)) mistake(`unknown value "${each}" of ${attribute.id}`);
  }
  return values.length === 1 ? values[0] : values;
}
