import { hasWord } from './measures.ts';
import { checkAmount } from './money.ts';
import type { Quantity } from './quantities.ts';
import type { Reading } from './reading.ts';
import type { TurnFacts } from './turn-facts.ts';
import type { Violation } from './violation.ts';

const PRICE_BEFORE =
  /(?:\bcosts?(?: only| just| you)?|\bpriced (?:at|from)|\bprice(?:d)?(?: tag)?(?: is| of|:)|\bsells? for|\bgoes for|\byours for|\bretails? (?:at|for)|\bpay (?:only |just )?|价格?(?:是|为|:|：|才|只要|仅)|售价|只要|仅需|只需|卖价?|现价|到手价?|仅售|标价|要价)\s*$/;
const RATING = /\b(?:rat(?:ed|ing|ings)|scored?|stars?|reviews?)\b|评分|打分|口碑|星级|满分/;
const SCALE_END = /(?:\/|\bof|\bout of|满分(?:是|为)?)\s*$/;
const STOCK = /还有|\b(?:left|remaining|in stock|available|to go|on hand|stock)\b|剩|库存|现货|有货|名额|余/;
/** What a small number may count without saying anything of the business. */
const GENERIC =
  /^\s?(?:(?:great|good|solid|other|more|further|quick|simple|main|key|nice|strong|different|possible|such)\s)?(?:options?|picks?|choices?|things?|ways?|products?|models?|suggestions?|ideas?|reasons?|questions?|tips|steps?|items?|points?|ones|alternatives?|candidates?|recommendations?|favou?rites|results?|matches|that|which|of (?:them|these|those|our|the)|are|is|both|and|or|,|\.|:|!|\?|$|\)|款|个|种|点|样|台|件|条|只|双|本|项|方面|选择|产品|商品)/;
const LARGEST_GENERIC = 6;
const DIFFERENT = /^\s?(?:x|times)\b|^\s?[折倍]/;

/** Checks numbers without unit or currency: prices said bare, ratings, counts. Any that stands nowhere in the evidence is made up. */
export function checkCounts(reading: Reading, facts: TurnFacts): Violation[] {
  return reading.quantities.flatMap((quantity) => {
    if (quantity.currency !== undefined || quantity.dimension !== undefined) return [];
    const { start, end, value, digits } = quantity;
    const before = reading.lower.slice(Math.max(0, start - 24), start);
    const after = reading.lower.slice(end, end + 24);
    const clause = reading.clause(quantity);
    if (PRICE_BEFORE.test(before) && (digits || value > 12)) {
      return checkAmount({ ...quantity, currency: facts.currency }, reading, facts) ?? [];
    }
    if (STOCK.test(after.slice(0, 18)) || STOCK.test(before.slice(-8)) || DIFFERENT.test(after)) return [];
    if (value === 1 && !digits) return [];
    if (RATING.test(clause) && value <= 5) return checkRating(quantity, reading, before);
    const counted = checkCounted(quantity, reading, facts, after);
    if (counted !== undefined) return counted;
    if (facts.numbers.has(value) || isListSize(value, reading, facts)) return [];
    if (Number.isInteger(value) && value <= Math.max(LARGEST_GENERIC, facts.products.length) && GENERIC.test(after))
      return [];
    if (value <= 10 && /\b(?:first|last|next|other|top|these|those|all|any) $/.test(before)) return [];
    if (!digits && value <= 10 && reading.lower.charCodeAt(start) > 127) return [];
    const text = reading.text.slice(start, end).trim();
    return [{ kind: 'number', text, explain: `The number ${text} stands nowhere in the facts; leave it out.` }];
  });
}

function checkRating(quantity: Quantity, reading: Reading, before: string): Violation[] {
  if (quantity.value === 5 && SCALE_END.test(before)) return [];
  const { products } = reading.subjects(quantity);
  if (products.some(({ product }) => product.rating === quantity.value)) return [];
  const text = reading.text.slice(quantity.start, quantity.end).trim();
  const known = products.filter(({ product }) => product.rating !== undefined).slice(0, 3);
  const expected = known.map(({ product }) => `${product.name.en ?? product.name.zh}: ${product.rating}`).join('; ');
  return [
    {
      kind: 'attribute',
      text,
      ...(expected !== '' && { expected }),
      explain: `A rating of ${text} does not stand in the facts${expected === '' ? '' : `, which say ${expected}`}.`,
    },
  ];
}

/** "3 ports", "5 colours": counted by the record. Undefined when the record counts no such thing. */
function checkCounted(quantity: Quantity, reading: Reading, facts: TurnFacts, after: string): Violation[] | undefined {
  const noun = /^\s?(?:[a-z-]+\s)?([a-z]+)|^\s?[个种款档]?([\u4e00-\u9fff]{1,4})/.exec(after);
  if (!noun) return undefined;
  const words = noun[0].trim();
  const { products } = reading.subjects(quantity);
  if (/colou?rs?|颜色|配色/.test(words) && products.some(({ product }) => product.colors.length === quantity.value))
    return [];
  if (/sizes?|尺寸|尺码/.test(words) && products.some(({ product }) => product.sizes.length === quantity.value))
    return [];
  const attribute = facts.pack.attributes.find(
    ({ type, unit, name, synonyms }) =>
      type === 'number' &&
      unit === undefined &&
      [name.en, name.zh, ...synonyms].some((word) => word !== undefined && hasWord(words, word.toLowerCase())),
  );
  const counted = attribute && products.filter(({ product }) => typeof product.attributes[attribute.id] === 'number');
  if (!attribute || !counted || counted.length === 0) return undefined;
  if (counted.some(({ product }) => product.attributes[attribute.id] === quantity.value)) return [];
  if (counted.some(({ text }) => text.quantities.some(({ value }) => value === quantity.value))) return [];
  const text = reading.text.slice(quantity.start, quantity.end).trim();
  const expected = `${attribute.name.en ?? attribute.name.zh}: ${counted[0].product.attributes[attribute.id]}`;
  return [{ kind: 'attribute', text, expected, explain: `"${text}" is not in the facts, which say ${expected}.` }];
}

function isListSize(value: number, reading: Reading, facts: TurnFacts): boolean {
  return (
    value === facts.products.length || value === new Set(reading.mentions.flatMap(({ products }) => products)).size
  );
}
