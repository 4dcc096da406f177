import type { Pack } from '../../knowledge/pack.ts';
import type { Filters } from '../../understanding/understanding.ts';

export interface Converted {
  filters: Filters;
  /** What was said and what it was read as; absent when nothing was to convert. */
  converted?: { amount: number; currency: string; meant: number };
}

/** Price limits in the pack's currency. A currency without a rate in pack.yaml is read as the pack's own. */
export function inPackCurrency(
  filters: Filters,
  { currency, exchange }: Pick<Pack, 'currency' | 'exchange'>,
): Converted {
  const said = filters.currency;
  const rate = said === undefined || said === currency ? undefined : exchange?.[said];
  const amount = filters.maxPrice ?? filters.aboutPrice ?? filters.minPrice;
  if (said === undefined || rate === undefined || amount === undefined) return { filters };
  const convert = (price: number) => Math.round(price / rate);
  const result: Filters = { ...filters, currency };
  for (const name of ['minPrice', 'maxPrice', 'aboutPrice'] as const) {
    const price = filters[name];
    if (price !== undefined) result[name] = convert(price);
  }
  return { filters: result, converted: { amount, currency: said, meant: convert(amount) } };
}
