import { isDenied, isSupposed } from './negation.ts';
import type { Reading } from './reading.ts';
import type { TurnFacts } from './turn-facts.ts';
import type { Violation } from './violation.ts';

const DONE =
  /\b(?:i(?:'ve| have|'ll| will| can| am|'m)?|we(?:'ve| have))(?: just| already| now| gone ahead and| personally| going to)* (?:cancell?(?:ed|ing)?|refund(?:ed|ing)?|credit(?:ed|ing)?|dispatch(?:ed|ing)?|shipp?(?:ed|ing)?|plac(?:e|ed|ing)|book(?:ed|ing)?|reserv(?:e|ed|ing)|appl(?:y|ied|ying)|charg(?:e|ed|ing)|upgrad(?:e|ed|ing)|extend(?:ed|ing)?|waiv(?:e|ed|ing)|transferr?(?:ed|ing)?|approv(?:e|ed|ing)|activat(?:e|ed|ing)|increas(?:e|ed|ing)|lower(?:ed|ing)?|reduc(?:e|ed|ing)|e-?mail(?:ed|ing)?|delet(?:ed|ing)|add(?:ed|ing)?)\b[^.!?\n]{0,40}\b(?:orders?|you|your|refund|account|cart|basket|code|discount|coupon|voucher|fees?|payment|card|money|points?|rooms?|trip|places?|seats?|limit|loan|subscription|warranty|data|password|file|e-?mail|price|it)\b|\b(?:your|the) (?:order|booking|refund|loan|application|payment|upgrade|discount|code|account)(?: has| is| was)?(?: been| now)? (?:cancell?ed|refunded|placed|booked|confirmed|approved|issued|activated|applied|credited|upgraded|waived|opened|closed|paid)\b|(?:我|我们)?(?:已经?|这就|马上|现在就|刚刚?|会|将)?(?:为|帮|给|替)您(?:的订单)?(?:已经?|成功)?(?:取消|退款|退了?钱|下单|下好单|预订|订好|预留|申请|发放|发送|充值|转账|开通|升级|延长|免除|减免|删除|寄出|加入购物车|改(?:了|好)|打折|返还|提额|批(?:了|下来)|放款)|已经?(?:成功)?(?:取消|退款|下单|预订|转账|放款|审批通过|通过审批|发放)(?:成功|完成|好了?|了)?/g;

/** Finds deeds the assistant can't do: whoever reads a reply believes that they were done. */
export function checkActions(reading: Reading, facts: TurnFacts): Violation[] {
  for (const match of reading.lower.matchAll(DONE)) {
    const at = { start: match.index, end: match.index + match[0].length };
    const text = reading.text.slice(at.start, at.end).trim();
    if (isDenied(reading, at) || isSupposed(reading, at) || facts.said.includes(match[0])) continue;
    if (
      /\b(?:when|once|after|until|before)\b|后|之前|可以|可|能/.test(
        reading.lower.slice(Math.max(0, at.start - 30), at.end),
      )
    )
      continue;
    if (isOrderState(match[0], facts)) continue;
    return [
      {
        kind: 'action',
        text,
        explain: `"${text}" says that something was done; nothing was. Offer to pass it to a person instead.`,
      },
    ];
  }
  return [];
}

/** "Your order was cancelled" of an order that was. */
function isOrderState(claim: string, { orders }: TurnFacts): boolean {
  return orders.some(
    ({ status }) =>
      (status === 'cancelled' && /cancel|取消/.test(claim)) ||
      (status === 'returned' && /refund|退/.test(claim)) ||
      (/placed|下单|预订/.test(claim) && status !== 'cancelled'),
  );
}
