import { agrees, customerAmounts, near, pricesOf } from './amounts.ts';
import { type Quantity, readQuantities } from './quantities.ts';
import type { Reading, Subjects } from './reading.ts';
import type { TurnFacts } from './turn-facts.ts';

const DIFFERENCE =
  /\b(?:cheaper|less|more|saves?|saved|savings?|difference|extra|dearer|pricier|higher|lower|apart|gap|spare|remaining|left|short|under your|below your|over your|above your|within your)\b|便宜|贵|省|差|少|多|剩|余|低|高|补/;
/** Words of a price that was taken down. */
export const REDUCTION =
  /\b(?:off|discount(?:ed)?|reduced by|reduction|knocked|slashed|rebate|marked down by|drop(?:ped)?|saves?|saved|savings?)\b|立减|优惠|满减|减免?|直降|降价?|省/;
/** Words of a sum. */
export const TOTAL =
  /\b(?:would be|comes? to|makes|for (?:two|three|four|five|six|ten|you both)|total|together|altogether|combined|sum|in all|overall|for both|for all|comes to|bundle|pair|plus|twice|double)\b|\b(?:two|three|four|five|ten|\d+) (?:of (?:them|these)|units|pieces|nights|people|persons)\b|一共|总共|合计|加起来|总价|共计|[两三四\d] ?(?:件|个|副|人|晚|台|位)|一起|都买|加上|运费/;
const PARTS =
  /\b(?:instal?ments?|parts|monthly|a month|per month|each|apiece|per person|a head|per night|a night|split|half|deposit)\b|每月|每期|分期|期|每人|人均|每晚|定金|首付|一半|折合/;

export type Money = Quantity & { currency: string };

/** An amount and what stands around it. */
export interface MoneyScene {
  money: Money;
  facts: TurnFacts;
  reading: Reading;
  clause: string;
  sentence: string;
  before: string;
  after: string;
  subjects: Subjects;
}

/** A reduction of the product's own list price. */
export function isReduction({ money, subjects, clause, sentence }: MoneyScene): boolean {
  const before =
    /原价|\b(?:was|usual|before|original|list price)\b/.test(sentence) && /便宜|\b(?:cheaper|less)\b/.test(clause);
  if (!REDUCTION.test(clause) && !(before && !THAN.test(clause))) return false;
  return subjects.products.some(
    ({ price, listPrice }) => price !== null && listPrice !== undefined && agrees(listPrice - price, money),
  );
}

/** What one costs more or less than another, or than the customer's limit; which is the cheaper one must be right. */
export function isDifference({ money, subjects, clause, facts, reading }: MoneyScene): boolean {
  if (!DIFFERENCE.test(clause) || /\boff\b|discount|立减|优惠|满|折(?!叠|页)/.test(clause)) return false;
  const cheaper = /\b(?:cheaper|less|saves?|lower|under|below|within|spare)\b|便宜|省|低|少/.test(clause);
  const dearer = /\b(?:dearer|pricier|more|higher|extra|over|above)\b|贵|高|多|补/.test(clause);
  const compared = comparedIn(money, reading);
  const own = compared ?? (subjects.sure ? subjects.products : facts.products);
  const fits = (from: number, to: number) => {
    const difference = to - from;
    if (!agrees(Math.abs(difference), money) || difference === 0) return false;
    if (cheaper === dearer || (!subjects.sure && !compared)) return true;
    return cheaper ? difference > 0 : difference < 0;
  };
  return own.some(({ price, listPrice }) => {
    if (price === null) return false;
    const before =
      listPrice !== undefined && /原价|\b(?:before|usual|normal|list|was|original)/.test(clause) ? [listPrice] : [];
    const others = [...pricesOf(facts.products, false), ...before, ...customerAmounts(facts)];
    return others.some((other) => fits(price, other) || (!compared && fits(other, price)));
  });
}

const THAN = /\bthan\b|\bcompared (?:to|with)\b|\bnext to\b|\bunlike\b|比|相比|对比/;

/** Of whom "cheaper" or "dearer" is said: the one named before "than", or after "compared with ...,". Undefined when unclear. */
function comparedIn(
  money: Money,
  { mentions, lower, sentenceAt }: Reading,
): MoneyScene['subjects']['products'] | undefined {
  const { start, end } = sentenceAt(money.start);
  const named = mentions.filter((one) => one.start >= start && one.end <= end);
  const [first, second] = named;
  if (!first) return undefined;
  if (named.length === 1)
    return first.end <= money.start && !THAN.test(lower.slice(start, first.start)) ? first.products : undefined;
  if (named.length !== 2) return undefined;
  if (THAN.test(lower.slice(start, first.start))) return second.products;
  return THAN.test(lower.slice(first.end, second.start)) ? first.products : undefined;
}

/** A sum of prices, of several of one, with a fee or points taken from the texts. */
export function isTotal({ money, facts, clause, sentence }: MoneyScene): boolean {
  if (!TOTAL.test(clause) && !TOTAL.test(sentence)) return false;
  const prices = pricesOf(facts.products, false).slice(0, 12);
  const fees = facts.texts.flatMap(({ quantities }) =>
    quantities.filter(({ currency }) => currency === money.currency).map(({ value }) => value),
  );
  const counts = countsSaid(sentence, facts);
  const sums: number[] = [];
  for (let one = 0; one < prices.length; one++) {
    for (const count of counts) sums.push(prices[one] * count);
    for (const fee of fees) sums.push(prices[one] + fee);
    for (let two = one + 1; two < prices.length; two++) {
      sums.push(prices[one] + prices[two]);
      for (let three = two + 1; three < prices.length; three++) sums.push(prices[one] + prices[two] + prices[three]);
    }
  }
  return sums.some((sum) => agrees(sum, money));
}

/** How many the sentence or the customer speaks of. */
export function countsSaid(sentence: string, { customer }: Pick<TurnFacts, 'customer'>): number[] {
  const words = /\b(?:both|pair|couple|twice)\b|两|俩|双/.test(sentence) ? [2] : [];
  const read = [...readQuantities(sentence, ''), ...customer.quantities].filter(
    ({ currency }) => currency === undefined,
  );
  return [...new Set([...words, ...read.map(({ value }) => value)])].filter(
    (count) => Number.isInteger(count) && count >= 2 && count <= 500,
  );
}

/** A price in equal parts, or a share of it that the texts name (a deposit of 20%). */
export function isPart({ money, facts, subjects, clause, sentence }: MoneyScene): boolean {
  if (!PARTS.test(clause) && !PARTS.test(sentence)) return false;
  const prices = subjects.products.flatMap(({ price }) => price ?? []);
  const counts = countsSaid(sentence, facts).filter((count) => count <= 60 && facts.numbers.has(count));
  const shares = facts.texts.flatMap(({ quantities }) =>
    quantities.filter(({ dimension }) => dimension === 'percent').map(({ value }) => value / 100),
  );
  const several = prices.flatMap((price) => [price, ...countsSaid(sentence, facts).map((count) => price * count)]);
  const rounded = (part: number) =>
    Math.abs(part - money.value) < 0.0051 || (money.hedge === 'about' && near(part, money.value, 0.0005));
  return (
    prices.some((price) => counts.some((count) => rounded(price / count))) ||
    several.some((price) => shares.some((share) => rounded(price * share)))
  );
}
