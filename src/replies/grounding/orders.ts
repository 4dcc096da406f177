import type { PackOrder } from '../../knowledge/pack.ts';
import { keysOfDate } from './dates.ts';
import { isSupposed } from './negation.ts';
import type { Reading } from './reading.ts';
import type { TurnFacts } from './turn-facts.ts';
import type { Violation } from './violation.ts';

const STATES: Record<PackOrder['status'], RegExp> = {
  processing:
    /\b(?:being (?:prepared|processed|packed)|(?:is|still) (?:in )?(?:processing|preparation|preparing)|not (?:yet )?(?:been )?shipped)\b|正在(?:备货|处理|准备|审核)|处理中|备货中|尚未发货|还没发货/,
  shipped:
    /\b(?:on its way|on the way|(?:has|have|was|were|been|already|is|just|got) (?:been )?(?:shipped|dispatched|sent|posted)|shipped (?:on|out|yesterday|today)|left (?:our|the) warehouse|in transit|out for delivery|with the courier)\b|已经?(?:发货|发出|寄出|出库)|在途|运输中|派送中|正在(?:配送|派送|运输)|在路上/,
  delivered:
    /\b(?:(?:has|have|was|were|been|already|got|is) (?:been )?(?:delivered|arrived|received)|delivered (?:on|to|yesterday|today)|arrived (?:on|yesterday|today))\b|已经?(?:送达|签收|送到|到货|妥投)|签收了|送到了/,
  cancelled: /\b(?:(?:has|have|was|were|been|already|is|got) (?:been )?cancell?ed)\b|已经?(?:被)?取消|取消了/,
  returned:
    /\b(?:(?:has|have|was|were|been|already|is) (?:been )?(?:returned|refunded|sent back))\b|已经?(?:退货|退回|退款)|退回了/,
};
const OF_ORDER =
  /\b(?:orders?|parcels?|packages?|shipments?|items?|purchase|refund|booking|trip|application|card|it|they)\b|订单|包裹|快递|快件|货物|商品|申请|预订|您的|退款/;

/** Checks what is said of an order's state and of dates: both must be those of an order that was looked up, or of a text. */
export function checkOrders(reading: Reading, facts: TurnFacts): Violation[] {
  return [...checkStates(reading, facts), ...checkDates(reading, facts)];
}

function checkStates(reading: Reading, facts: TurnFacts): Violation[] {
  const violations: Violation[] = [];
  for (const [status, pattern] of Object.entries(STATES)) {
    const match = pattern.exec(reading.lower);
    if (!match) continue;
    const at = { start: match.index, end: match.index + match[0].length };
    const sentence = reading.sentenceAt(at.start);
    const whole = reading.lower.slice(sentence.start, sentence.end);
    if (
      (facts.orders.length === 0 && !OF_ORDER.test(whole)) ||
      isSupposed(reading, at) ||
      /\b(?:once|when|until|after|before|as soon as|unless|by the time)\b|之后|以后|之前|时$|后/.test(whole)
    )
      continue;
    if (facts.orders.some((order) => order.status === status) || facts.said.includes(match[0])) continue;
    if (facts.products.some(({ text }) => text.lower.includes(match[0]))) continue;
    const [order] = facts.orders;
    violations.push({
      kind: 'order',
      text: reading.text.slice(at.start, at.end).trim(),
      ...(order && { expected: `${order.id}: ${order.status}` }),
      explain: order
        ? `The order ${order.id} is ${order.status}, not what the reply says.`
        : 'No order was looked up; say nothing of its state.',
    });
  }
  return violations;
}

const LOOSE =
  /\b(?:deliver\w*|arriv\w*|ship\w*|dispatch\w*|by|expires?|ends?|only|refund\w*|until|order)\b|到|送|发|截止|之前|结束|退/;
const PLACED = /\b(?:placed|ordered|bought|made)\b|下单|订购|购买/;
const EXPECTED = /\b(?:expected|arriv\w*|due|eta|by|deliver\w*)\b|预计|送达|到/;

function checkDates(reading: Reading, facts: TurnFacts): Violation[] {
  return reading.dates.flatMap((date) => {
    const clause = reading.clause(date);
    const text = reading.text.slice(date.start, date.end).trim();
    if (date.key === 'today' && !LOOSE.test(clause)) return [];
    if (isKnownDate(date.key, facts) && !isDeniedThere(date.key, clause, facts)) {
      const swapped = facts.orders.some(({ placedAt, etaAt }) => {
        const of = (iso?: string) => iso !== undefined && keysOfDate(iso).slice(0, 2).includes(date.key);
        if (PLACED.test(clause) && !EXPECTED.test(clause)) return of(etaAt) && !of(placedAt);
        return EXPECTED.test(clause) && !PLACED.test(clause) && of(placedAt) && !of(etaAt);
      });
      if (!swapped) return [];
    }
    return [{ kind: 'date', text, explain: `"${text}" does not stand in the facts, or not for this; leave it out.` }];
  });
}

const NOT = /\b(?:not|no|never|closed|except|isn't|don't|doesn't)\b|不|休息|除外|除了|没/;

/** "We deliver on Sundays", where every sentence with that day says that one does not. */
function isDeniedThere(key: string, clause: string, { texts, customer }: TurnFacts): boolean {
  if (!key.startsWith('weekday') || NOT.test(clause) || customer.dates.some((one) => one.key === key)) return false;
  const sentences = texts.flatMap(({ dates, sentences: spans, lower }) =>
    dates
      .filter((one) => one.key === key)
      .map(({ start }) => {
        const span = spans.find(({ end }) => end > start);
        return span ? lower.slice(span.start, span.end) : '';
      }),
  );
  return sentences.length > 0 && sentences.every((sentence) => NOT.test(sentence));
}

function isKnownDate(key: string, { dates }: TurnFacts): boolean {
  if (dates.has(key)) return true;
  if (!/^20\d\d-\d\d-\d\d$/.test(key)) return false;
  const day = key.slice(5);
  return dates.has(day) && ![...dates].some((other) => other.length === 10 && other.endsWith(day));
}
