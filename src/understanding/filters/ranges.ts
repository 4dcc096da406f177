import type { NumberToken } from './numbers.ts';

/** One number or two that belong together ("200 to 300", "三五百"), as limits. */
export interface Quantity {
  tokens: NumberToken[];
  start: number;
  end: number;
  low: number;
  /** Present when two ends were said. */
  high?: number;
  currency?: string;
}

const BETWEEN = /(?:between|from|介于|在|从)\s*(?:about |around |大概|大约)?$/;
const RANGE = /^\s*(?:-|–|—|~|--|to|till|until|through|and up to|up to|到|至|-->?)\s*(?:about |around |大概|大约)?$/;
/** "13 or 14 inch": what is between does, too, where a unit follows. */
const OR = /^\s*(?:or|或者?|还是)\s*$/;
const AND = /^\s*(?:and|&|to|-|和|与|跟|、)\s*$/;

/** Joins the unused numbers of a text into ranges where a range is written; the others stay single. */
export function findQuantities(
  text: string,
  numbers: readonly NumberToken[],
  unitEnd: (end: number) => number,
): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < numbers.length; at++) {
    const first = numbers[at]!;
    if (first.used) continue;
    const second = numbers[at + 1];
    const range = second && !second.used ? rangeOf(text, first, second, unitEnd) : undefined;
    if (range) {
      found.push(range);
      at++;
    } else found.push(single(first));
  }
  return found;
}

function single(token: NumberToken): Quantity {
  const quantity: Quantity = { tokens: [token], start: token.start, end: token.end, low: token.value };
  if (token.high !== undefined) quantity.high = token.high;
  if (token.currency) quantity.currency = token.currency;
  return quantity;
}

/** "5、600块", "三、四百": neighbouring digits of one unit. */
function adjacentDigits(text: string, first: NumberToken, second: NumberToken): Quantity | undefined {
  if (!/^[、,，]$/.test(text.slice(first.end, second.start)) || first.value < 1 || first.value > 9) return undefined;
  const unit = 10 ** (String(second.value).length - 1);
  if (unit < 100 || second.value !== (first.value + 1) * unit) return undefined;
  const range: Quantity = {
    tokens: [first, second],
    start: first.start,
    end: second.end,
    low: first.value * unit,
    high: second.value,
  };
  if (second.currency) range.currency = second.currency;
  return range;
}

function rangeOf(
  text: string,
  first: NumberToken,
  second: NumberToken,
  unitEnd: (end: number) => number,
): Quantity | undefined {
  const digits = adjacentDigits(text, first, second);
  if (digits) return digits;
  const gaps = [text.slice(first.end, second.start), text.slice(unitEnd(first.end), second.start)];
  const between = BETWEEN.test(text.slice(Math.max(0, first.start - 18), first.start));
  const measured = unitEnd(second.end) !== second.end;
  if (!gaps.some((gap) => RANGE.test(gap) || (between && AND.test(gap)) || (measured && OR.test(gap))))
    return undefined;
  const high = second.high ?? second.value;
  // "1 to 2k", "三到五百", "two to three hundred": the unit is said once.
  const shared =
    first.multiplier === 1 && first.high === undefined && second.multiplier > 1 && first.value <= second.bare;
  const low = shared ? first.value * second.multiplier : first.value;
  if (low >= high) return undefined;
  const range: Quantity = { tokens: [first, second], start: first.start, end: second.end, low, high };
  const currency = second.currency ?? first.currency;
  if (currency) range.currency = currency;
  return range;
}
