import type { ProductFacts } from './product-facts.ts';
import type { Quantity } from './quantities.ts';
import type { TurnFacts } from './turn-facts.ts';

/** Whether a written amount may stand for a true one, as exactly as it claims. */
export function agrees(truth: number, { value, hedge }: Pick<Quantity, 'value' | 'hedge'>): boolean {
  if (Math.abs(truth - value) < 0.005) return true;
  if (hedge !== 'about') return false;
  const unit = 10 ** Math.floor(Math.log10(lastDigit(value)));
  return Math.abs(truth - value) <= Math.min(0.05 * truth, unit / 2);
}

/** The place value of the last digit that is not zero: 300 -> 100, 290 -> 10. */
function lastDigit(value: number): number {
  let unit = 1;
  while (value !== 0 && unit < value && value % (unit * 10) === 0) unit *= 10;
  return unit;
}

/** Whether two numbers differ by at most this share of the larger. */
export const near = (one: number, other: number, share: number) =>
  Math.abs(one - other) <= share * Math.max(one, other, 1e-9);

/** 100, 150, 3000: a figure one says a price is under or over of. */
export function isRound(value: number): boolean {
  const unit = 10 ** Math.floor(Math.log10(value));
  return (value / unit) % 0.5 === 0;
}

/** The prices of products, those before a reduction too unless `lists` is false. */
export function pricesOf(products: readonly ProductFacts[], lists = true): number[] {
  return products.flatMap(({ price, listPrice }) => [
    ...(price === null ? [] : [price]),
    ...(lists && listPrice !== undefined ? [listPrice] : []),
  ]);
}

/** Amounts the customer named, bare numbers of money's size too; in another currency, as the pack's rate reads them. */
export function customerAmounts({ customer, currency, pack, counts }: TurnFacts): number[] {
  const amounts = customer.quantities.flatMap((one) => {
    if (one.dimension) return [];
    if (one.currency === undefined || one.currency === currency) return [one.value];
    const rate = pack.exchange?.[one.currency];
    return rate ? [Math.round(one.value / rate), Math.round((one.value / rate) * 100) / 100] : [];
  });
  return [...amounts, ...counts];
}
