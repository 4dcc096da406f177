import type { Pack } from '../../knowledge/pack.ts';
import type { Filters, ReplyLanguage } from '../../understanding/understanding.ts';

export interface Converted {
  filters: Filters;
  /** What was said and what it was read as; absent when nothing was to convert. */
  converted?: { amount: number; currency: string; meant: number };
  /** The currency that this conversation speaks of, as far as the message tells. */
  spoken?: string;
}

/** What tells which currency an amount without one is in. */
export interface Spoken {
  /** Named earlier in the conversation, or read so. */
  currency?: string;
  language: ReplyLanguage;
  /** Prices of the goods in question, in the pack's currency; [] = unknown. */
  prices: readonly number[];
  /** Prices were shown before. */
  shown: boolean;
}

/** Where a language is spoken people count in its currency. */
const USUAL: Partial<Record<ReplyLanguage, string>> = { zh: 'CNY' };

/**
 * Price limits in the pack's currency. Without a currency the conversation's counts; who has seen no price yet is taken to count as
 * people of the language do, where goods cost as much. A currency without a rate in pack.yaml is read as the pack's own.
 */
export function inPackCurrency(
  filters: Filters,
  { currency, exchange }: Pick<Pack, 'currency' | 'exchange'>,
  context: Spoken,
): Converted {
  const amount = filters.maxPrice ?? filters.aboutPrice ?? filters.minPrice;
  if (amount === undefined) return { filters, ...(filters.currency && { spoken: filters.currency }) };
  const said = filters.currency ?? context.currency ?? usualCurrency(amount, { currency, exchange }, context);
  const rate = said === undefined || said === currency ? undefined : exchange?.[said];
  if (said === undefined || rate === undefined) return { filters, ...(said && { spoken: said }) };
  const convert = (price: number) => Math.round(price / rate);
  const result: Filters = { ...filters, currency };
  for (const name of ['minPrice', 'maxPrice', 'aboutPrice'] as const) {
    const price = filters[name];
    if (price !== undefined) result[name] = convert(price);
  }
  return { filters: result, converted: { amount, currency: said, meant: convert(amount) }, spoken: said };
}

function usualCurrency(
  amount: number,
  { currency, exchange }: Pick<Pack, 'currency' | 'exchange'>,
  { language, prices, shown }: Spoken,
): string | undefined {
  const usual = USUAL[language];
  const rate = usual === undefined || usual === currency ? undefined : exchange?.[usual];
  if (rate === undefined || prices.length === 0 || amount / rate < Math.min(...prices)) return undefined;
  return !shown || amount >= Math.max(...prices) ? usual : undefined;
}
