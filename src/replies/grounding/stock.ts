import { isSupposed } from './negation.ts';
import type { ProductFacts } from './product-facts.ts';
import type { Reading } from './reading.ts';
import type { Span } from './sentences.ts';
import type { TurnFacts } from './turn-facts.ts';
import type { Violation } from './violation.ts';

/** At or under this many units one may call them few. */
const FEW = 5;
const COUNT_AFTER =
  /^\s?(?:(?:more |last )?(?:units?|pieces?|pcs|items?|places?|seats?|spots?|rooms?|pairs?|sets?|of (?:them|these)|copies|tickets?)\s?)?(?:are |is |still )*(?:left|remain(?:ing|s)?|in stock|available|still available|on hand|to go|to grab)|^\s?[件台个只套双位间张条部块把本]?(?:名额)?(?:左右)?的?(?:库存|现货|有货|名额|可售|存货)/;
const COUNT_BEFORE =
  /(?:仅剩|只剩|还剩|剩下?|剩余|仅余|还有|库存(?:还)?(?:有|仅|只|为|:|：)*|最后|现货(?:有|仅)?|\bstock(?: of| is|:)|\bremaining:?|\bthe last|\bleft:?|\bin stock:?|\bavailable:?)\s?$/;
const NONE =
  /\b(?:sold[- ]out|out of stock|not in stock|no longer (?:available|in stock)|unavailable|not (?:currently )?available|isn't (?:currently )?available|(?:on )?back-?order(?:ed)?|fully booked|none left|no stock)\b|缺货|售罄|无货|断货|没货|卖完|卖光|没有现货|没有库存|抢光|满员|订满|无库存/g;
const SOME =
  /(?<!not |no longer |back |out of |isn't |aren't )\b(?:in stock|available (?:now|today|immediately|right away|straight away)|ready to (?:ship|go)|ready for dispatch|on hand|in our warehouse|places? (?:are )?(?:still )?available|still available)\b|(?<!没有|无|缺|断|没)(?:现货|有货|有库存|库存充足|货源充足|还有名额|可立即发货)/g;
const SCARCE =
  /\b(?:(?:only )?a few (?:are )?left|few (?:units )?left|running (?:low|out)|low (?:in |on )?stock|stock is low|almost (?:gone|sold out)|nearly (?:gone|sold out)|selling (?:fast|out|quickly)|limited (?:stock|quantit\w+|supply|availability)|last (?:few|pieces?|units?)|last (?:one|ones) (?:left|remaining|in stock))\b|库存(?:紧张|不多|有限|告急)|所剩(?:不多|无几)|快(?:卖|抢|售)(?:完|光|罄)|即将售罄|卖得很快|限量/g;
const PLENTY =
  /\b(?:plenty (?:of (?:them|stock|units) )?(?:in stock|left|available)|well[- ]stocked|lots (?:in stock|left)|hundreds|thousands (?:in stock|left))\b|库存充足|货源充足|大量现货|库存很多/g;

/** Checks what is said of stock against the units at hand. */
export function checkStock(reading: Reading, facts: TurnFacts): Violation[] {
  const checks: [RegExp, (product: ProductFacts) => boolean][] = [
    [NONE, ({ product }) => product.stock === 0],
    [SOME, ({ product }) => product.stock === null || product.stock > 0],
    [SCARCE, ({ product }) => product.stock !== null && product.stock > 0 && product.stock <= FEW],
    [PLENTY, ({ product }) => product.stock !== null && product.stock > FEW],
  ];
  const violations = checks.flatMap(([pattern, holds]) =>
    [...reading.lower.matchAll(pattern)].flatMap((match) => {
      const at = { start: match.index, end: match.index + match[0].length };
      if (isSupposed(reading, at) || isNotice(reading, at) || facts.said.includes(match[0])) return [];
      return claimAt(at, holds, reading, facts);
    }),
  );
  return [...violations, ...checkLeft(reading, facts)];
}

/** "I'll tell you when it is back in stock" states nothing. */
function isNotice(reading: Reading, at: Span): boolean {
  const sentence = reading.sentenceAt(at.start);
  return /\b(?:when|once|as soon as|until|back in|notify|let you know|check)\b|到货|补货|等|查/.test(
    reading.lower.slice(sentence.start, at.start),
  );
}

function claimAt(at: Span, holds: (product: ProductFacts) => boolean, reading: Reading, facts: TurnFacts): Violation[] {
  const { products, sure, every } = reading.subjects(at);
  const all = every || products.length === 1;
  if (products.length > 0 && (all || !sure ? products.every(holds) : products.some(holds))) return [];
  return [stockViolation(at, products, reading, facts)];
}

/** "Only 2 left": the very number. */
function checkLeft(reading: Reading, facts: TurnFacts): Violation[] {
  return reading.quantities.flatMap((quantity) => {
    const { start, end, value, currency, dimension } = quantity;
    if (currency !== undefined || (dimension !== undefined && dimension !== 'people' && dimension !== 'pieces'))
      return [];
    const after = reading.lower.slice(end, end + 30);
    const before = reading.lower.slice(Math.max(0, start - 14), start);
    if (!COUNT_AFTER.test(after) && !COUNT_BEFORE.test(before)) return [];
    if (/还有\s?$/.test(before) && !/^\s?[件台个只套双间张]/.test(after)) return [];
    // "The last one", "最后一段": an ordinal of anything.
    if (
      !COUNT_AFTER.test(after) &&
      (quantity.value === 1 || /(?:最后|the last)\s?$/.test(before)) &&
      !/^\s?[件台套双间名]/.test(after)
    )
      return [];
    const { products } = reading.subjects(quantity);
    if (products.some(({ product }) => product.stock === value)) return [];
    if (/^\s?(?:款|个|种|options?|models?)/.test(after) && value <= facts.products.length) return [];
    return [stockViolation({ start, end: end + (COUNT_AFTER.exec(after)?.[0].length ?? 0) }, products, reading, facts)];
  });
}

function stockViolation(at: Span, products: readonly ProductFacts[], reading: Reading, _facts: TurnFacts): Violation {
  const text = reading.text.slice(at.start, at.end).trim();
  const expected = products
    .slice(0, 3)
    .map(({ product }) => `${product.name.en ?? product.name.zh}: ${product.stock ?? 'stock is not counted'}`)
    .join('; ');
  return {
    kind: 'stock',
    text,
    ...(expected !== '' && { expected }),
    explain:
      expected === ''
        ? `The facts say nothing of stock; leave "${text}" out.`
        : `"${text}" is not what the facts say of stock (${expected}).`,
  };
}
