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
    () => new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits, signDisplay: 'negative' }),
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

/** 24 Nov 2026, by the clock of a time zone. */
export function formatDay(at: Date, language: ReplyLanguage, timeZone: string): string {
  return kept(
    `d${language}${timeZone}`,
    () => new Intl.DateTimeFormat(LOCALES[language], { day: 'numeric', month: 'short', year: 'numeric', timeZone }),
  ).format(at);
}

/** 24 Nov 2026, 17:05. */
export function formatTime(at: Date, language: ReplyLanguage, timeZone: string): string {
  return kept(
    `t${language}${timeZone}`,
    () =>
      new Intl.DateTimeFormat(LOCALES[language], {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZone,
      }),
  ).format(at);
}

/** An hour of world time as it is now in a time zone: 5 -> '13:00'. */
export function formatHour(utcHour: number, timeZone: string, now: Date = new Date()): string {
  const at = new Date(now);
  at.setUTCHours(utcHour, 0, 0, 0);
  return kept(
    `h${timeZone}`,
    () => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }),
  ).format(at);
}
