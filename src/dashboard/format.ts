import type { ReplyLanguage } from '../understanding/understanding.ts';
import { words } from './words/shell.ts';

const LOCALES = { en: 'en-GB', zh: 'zh-CN' } as const;
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Formats are dear to make and cheap to use. */
function kept<F extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => F): F {
  const known = made.get(key);
  if (known) return known as F;
  const format = make();
  made.set(key, format);
  return format;
}

/** 12345.6 -> '12,345.6'. */
export function formatNumber(value: number, language: ReplyLanguage, digits = 0): string {
  return kept(
    `n${language}${digits}`,
    () => new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits }),
  ).format(value);
}

/** 0.123 -> '12%'. */
export function formatShare(value: number, language: ReplyLanguage, digits = 0): string {
  return kept(
    `p${language}${digits}`,
    () => new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: digits }),
  ).format(value);
}

export function formatMoney(value: number, currency: string, language: ReplyLanguage): string {
  return kept(
    `m${language}${currency}`,
    () => new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
  ).format(value);
}

/** A count that was not counted to its end: '10,000 or more'. */
export function formatCapped(count: number, cap: number, language: ReplyLanguage): string {
  return count >= cap ? words[language].more(formatNumber(cap, language)) : formatNumber(count, language);
}

/** Days and times are those of the server's time zone (TZ). */
export function formatDay(at: Date, language: ReplyLanguage): string {
  return kept(
    `d${language}`,
    () => new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'short', year: 'numeric' }),
  ).format(at);
}

export function formatTime(at: Date, language: ReplyLanguage): string {
  return kept(
    `t${language}`,
    () =>
      new Intl.DateTimeFormat(LOCALES[language], {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
  ).format(at);
}
