import type { Filters } from '../understanding.ts';
import { type Bound, boundOf, isNoLimit, isPricePlace, isTooMuch } from './bounds.ts';
import type { Quantity } from './ranges.ts';

type PriceFilters = Pick<Filters, 'minPrice' | 'maxPrice' | 'aboutPrice' | 'currency'>;

const YEAR_BEFORE = /(?:\b(?:in|from|since|of|by|until|year|model|released|(?:old|new|late|earli)er than|早在|在)\s*)$/;
const YEAR_AFTER = /^\s*(?:model|version|edition|release|年|款|版)/;
const PRICED_AFTER =
  /^\s*(?:的|价位|价格|档|级别|级|预算|机(?!器|场)|一?个?(?:晚|天|月|台|件|双|个|部|副)(?![以之])|每|\/|per\b|a night|a day|a month|each|apiece|能买|可以买|够|买个|买台|的预算|范围|区间|之间|or|budget|price|range)/;

/** "A group of at most 8", "fee below 300": neither is the price of the goods. */
const COUNTED_BEFORE =
  /(?:\b(?:groups?|party|team|people|persons?|guests|fees?)|团队?|人数)(?: size)?\s*(?:(?:is|of|up to|under|below|less than|no more than|max(?:imum)?|at most|不超过|最多)\s*)*$/;

/** A message that is nothing but a range answers "how much?". */
const ALONE_BEFORE = /^\s*(?:between|from|say|介于|在)?\s*$/;
const ALONE_AFTER = /^[\s.!。！]*(?:please|pls|吧|之间)?[\s.!。！]*$/;

/** Reads the prices among the quantities and marks their numbers as used. Numbers that may be anything else are left. */
export function readPrice(text: string, quantities: readonly Quantity[]): PriceFilters {
  const price: PriceFilters = {};
  // A budget gives way to a bound that is said as well: "budget 300, could stretch to 350".
  let budget = false;
  for (const quantity of quantities) {
    if (quantity.tokens.some((token) => token.used)) continue;
    const refused = isTooMuch(text, quantity.end);
    if (!refused && isNoLimit(text, quantity.start, quantity.end)) continue;
    const stated = boundOf(text, quantity.start, quantity.end);
    const bound = refused ? (stated ?? 'max') : stated;
    if (!isPrice(text, quantity, bound)) continue;
    for (const token of quantity.tokens) token.used = true;
    if (quantity.currency) price.currency ??= quantity.currency;
    if (budget && bound === 'max' && quantity.high === undefined) price.maxPrice = undefined;
    apply(price, quantity, bound);
    budget ||= bound === 'budget';
  }
  if (price.maxPrice === undefined) delete price.maxPrice;
  if (price.minPrice !== undefined && price.maxPrice !== undefined && price.minPrice > price.maxPrice) {
    [price.minPrice, price.maxPrice] = [price.maxPrice, price.minPrice];
  }
  return price;
}

function isPrice(text: string, quantity: Quantity, bound: Bound | undefined): boolean {
  const { low, high, currency, tokens } = quantity;
  const first = tokens[0]!;
  if (low < 0 || !Number.isFinite(high ?? low) || (high ?? low) >= 1e9) return false;
  const before = text.slice(Math.max(0, quantity.start - 24), quantity.start);
  const after = text.slice(quantity.end, quantity.end + 10);
  if (!currency && COUNTED_BEFORE.test(before)) return false;
  // "买一块换" counts a piece: one or two 块 alone are no price.
  if (currency) return first.script !== 'chinese' || low >= 3 || bound !== undefined;
  if (/^\s*(?:%|percent|折)/.test(after)) return false;
  if (/^\s*(?:each|apiece|per (?:piece|item|unit|night|person|month))\b/.test(after) && low >= 1) return true;
  const yearLike = tokens.every(
    (token) => token.script === 'digits' && token.multiplier === 1 && token.value >= 1980 && token.value <= 2040,
  );
  if (yearLike && (YEAR_AFTER.test(after) || YEAR_BEFORE.test(before))) return false;
  if (first.script === 'digits' && first.multiplier === 1 && first.value >= 1e7) return false;
  if (bound === 'budget') return low >= 5;
  if (bound === 'max' || bound === 'min') return low >= 5 || first.multiplier > 1;
  if (bound === 'about') return low >= 10;
  if (first.loose === 'about') return low >= 50;
  const money = isPricePlace(text, quantity.start);
  if (high !== undefined)
    return (
      (low >= 5 && ALONE_BEFORE.test(text.slice(0, quantity.start)) && ALONE_AFTER.test(text.slice(quantity.end))) ||
      (money && low >= 5) ||
      (low >= 20 &&
        ALONE_AFTER.test(text.slice(quantity.end)) &&
        !/(?:\bage[sd]?|\bsizes?|岁|[尺码]码?)\s*$/.test(before)) ||
      low >= 50 ||
      /^(?:\s*)$/.test(text.slice(0, quantity.start) + text.slice(quantity.end))
    );
  if (money && low >= 20 && !/^\s*[a-z]/.test(after)) return true;
  if (PRICED_AFTER.test(after) && (low >= 50 || first.multiplier > 1)) return true;
  // A message that is a number alone answers "how much?".
  return (
    low >= 20 &&
    first.script !== 'english' &&
    low < 1e6 &&
    text.slice(0, quantity.start).trim() === '' &&
    /^[\s.!。！吧呗]*$/.test(text.slice(quantity.end))
  );
}

function apply(price: PriceFilters, quantity: Quantity, bound: Bound | undefined): void {
  const { low, high, tokens } = quantity;
  if (high !== undefined) {
    if (bound === 'max') price.maxPrice = high;
    else if (bound === 'min' && tokens.length === 1) price.minPrice = low;
    else {
      price.minPrice ??= low;
      price.maxPrice = high;
    }
    return;
  }
  const loose = tokens[0]!.loose;
  if (bound === 'max') price.maxPrice = Math.max(price.maxPrice ?? low, low);
  else if (bound === 'min' || (loose === 'plus' && bound === undefined)) price.minPrice ??= low;
  else if (bound === 'budget' && loose === undefined) price.maxPrice ??= low;
  else if (price.maxPrice === undefined && price.minPrice === undefined) price.aboutPrice ??= low;
}
