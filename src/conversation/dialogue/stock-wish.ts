import type { CleanText } from '../../understanding/understanding.ts';

/** The intent of who wants to be told that goods are back. */
export const STOCK_ALERT = 'stock_alert';

const TELL = '(?:tell|notify|message|text|ping|inform|alert|remind|e-?mail|let) me\\b';
const THERE =
  '(?:back|in stock|available|restock(?:ed|s)?|arriv(?:es?|ed)|comes? in|gets? more|(?:have|gets?) (?:it|them|any|some|more) (?:again|back|in)|again)';
const WHEN = '\\b(?:when|once|as soon as|the moment|the day)\\b';
const EN = [
  `\\b${TELL}.{0,40}${WHEN}.{0,60}\\b${THERE}\\b`,
  `\\b${TELL}.{0,40}\\bif\\b.{0,60}\\b(?:back|restock(?:ed|s)?)\\b`,
  `${WHEN}.{0,60}\\b${THERE}\\b.{0,30}\\b${TELL}`,
  '\\b(?:back[- ]in[- ]stock|restock|stock) (?:alert|notification|notice|reminder)\\b',
].map((pattern) => new RegExp(pattern, 'i'));
const THERE_ZH = '(?:到货|补货|有货|现货|来货|上货|上架|有库存|有了|回货|返货)';
const TELL_ZH = '(?:通知|告诉|告知|提醒|叫|喊|联系|说一声|发消息|发个消息|吱)';
const ZH = [
  new RegExp(`${THERE_ZH}.{0,8}${TELL_ZH}`),
  new RegExp(`${TELL_ZH}.{0,3}我.{0,12}${THERE_ZH}`),
  /(?:到货|补货)(?:通知|提醒)/,
];
/** Then something of the customer's own is awaited, or a person. */
const OTHER =
  /\b(?:my|the) (?:order|parcel|package|delivery|shipment|refund|money)\b|\b(?:you(?:['’]re| are)|agent|someone|colleague).{0,20}available|订单|快递|包裹|退款|我(?:买|订|下单)的/i;

/** Whether the customer asks to be told when goods can be had again. */
export function asksForStockAlert({ text }: Pick<CleanText, 'text'>): boolean {
  return !OTHER.test(text) && [...EN, ...ZH].some((pattern) => pattern.test(text));
}
