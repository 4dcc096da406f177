import { parseChineseNumeral } from '../../understanding/filters/numerals.ts';
import { isDenied } from './negation.ts';
import type { Reading } from './reading.ts';
import type { Span } from './sentences.ts';
import { isSaidBy } from './support.ts';
import type { TurnFacts } from './turn-facts.ts';
import type { Violation } from './violation.ts';

const OFF =
  /(?<![\d.])(\d{1,3}(?:\.\d+)?) ?(?:%|percent|per cent) ?(?:off|discount|reduction|rebate|price cut|lower price|knocked)|(?:discount(?:ed)?|sav(?:e|es|ing)|reduced|reduction|slashed|cut|drop(?:ped)?|off|knocked|marked down|rebate)(?: of| by| you)?(?: up to| about| around| over| almost| a full| another)? ?(\d+(?:\.\d+)?) ?(?:%|percent|per cent)|(?<![\d.])([\d.]{1,4}|[一二三四五六七八九]{1,2}) ?折(?!叠|页|起来|后(?!价|只|仅|\d|\s?[$¥]))|(?:优惠|立减|降价?|便宜|减免|省)了? ?(\d+(?:\.\d+)?) ?%|(?<![\d.])(\d{1,3}(?:\.\d+)?) ?% ?的?(?:优惠|折扣|减免)/g;
const WORDS_OFF =
  /\b(ten|fifteen|twenty|twenty[- ]five|thirty|forty|fifty|sixty|seventy|eighty|ninety) ?(?:%|percent|per cent) ?(?:off|discount|reduction)/g;
const WORDS: Record<string, number> = {
  ten: 10,
  fifteen: 15,
  twenty: 20,
  'twenty five': 25,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** Where a text speaks of a reduction in percent ("20% off", "八折"), as percent taken off. */
export function readDiscounts(lower: string): (Span & { percent: number })[] {
  const found: (Span & { percent: number })[] = [];
  for (const match of lower.matchAll(OFF)) {
    const [, off, by, zhe, reduced, less] = match;
    const span = { start: match.index, end: match.index + match[0].length };
    if (zhe !== undefined) found.push({ ...span, percent: percentOfZhe(zhe) });
    else found.push({ ...span, percent: Number(off ?? by ?? reduced ?? less) });
  }
  for (const match of lower.matchAll(WORDS_OFF)) {
    found.push({ start: match.index, end: match.index + match[0].length, percent: WORDS[match[1].replace('-', ' ')] });
  }
  return found.filter(({ percent }) => Number.isFinite(percent));
}

/** "8.5折" and "八五折" leave 85%: 15 off. */
function percentOfZhe(text: string): number {
  const number = /^[\d.]+$/.test(text)
    ? Number(text)
    : Number([...text].map((one) => parseChineseNumeral(one)).join(''));
  const left = number > 10 ? number : number * 10;
  return Math.round((100 - left) * 100) / 100;
}

/** Checks reductions in percent: of the product's own list price, or of a text of the evidence. */
export function checkDiscounts(reading: Reading, facts: TurnFacts): Violation[] {
  return readDiscounts(reading.lower).flatMap((at) => {
    if (isDenied(reading, at)) return [];
    const { products } = reading.subjects(at);
    const own = products.some(
      ({ price, listPrice }) =>
        price !== null &&
        listPrice !== undefined &&
        Math.abs(((listPrice - price) / listPrice) * 100 - at.percent) <= 0.51,
    );
    if (own) return [];
    const sentence = reading.sentenceAt(at.start);
    const percent = {
      ...at,
      value: at.percent,
      base: at.percent,
      dimension: 'percent',
      hedge: 'exact' as const,
      digits: true,
    };
    const said = isSaidBy(facts.texts, percent, {
      clause: reading.clause(at),
      sentence: reading.lower.slice(sentence.start, sentence.end),
      fits: ({ value }) => value === at.percent,
    });
    const told = facts.texts.some(({ lower }) => readDiscounts(lower).some(({ percent: one }) => one === at.percent));
    if (said || told) return [];
    const text = reading.text.slice(at.start, at.end).trim();
    return [{ kind: 'discount', text, explain: `No discount of ${at.percent}% stands in the facts; leave it out.` }];
  });
}
