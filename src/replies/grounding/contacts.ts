import { foldUnicode } from './fold.ts';
import { withoutInstructions } from './instructions.ts';
import type { Evidence, Violation } from './violation.ts';

const TOP_LEVEL =
  'com|net|org|example|io|cn|co|shop|xyz|info|biz|me|app|dev|ru|top|link|site|store|online|test|vip|cc|club|uk|de|edu|gov|ai';
const URL = new RegExp(
  `(?:[a-z][a-z\\d+.-]{1,9}:\\/\\/|www\\.|data:|javascript:)[^\\s<>"')\\]，。）]+|(?<![@\\w.-])(?:[a-z\\d-]+\\.)+(?:${TOP_LEVEL})(?![\\w.-]*@)(?![a-z\\d-])(?:[:/?#][^\\s<>"')\\]，。）]*)?`,
  'gi',
);
const EMAIL = /(?<![\w.+%-])[\w.+%-]{1,64} ?(?:@|\[at\]|\(at\)) ?[\w-]+(?: ?(?:\.|\[dot\]|\(dot\)) ?[\w-]+)+/gi;
const PHONE = /(?<![\w.,$€£¥#-])\+?\(?\d(?:[\d\s()./-]{5,18})\d(?![\w,%]|\.\d)/g;

/** Checks links, e-mail addresses and telephone numbers: each must stand in the evidence as it is. */
export function checkContacts(raw: string, evidence: Evidence, standing: string): Violation[] {
  const text = foldUnicode(raw);
  const business = foldUnicode(
    [
      ...evidence.products.flatMap(({ url, image, description }) => [
        url,
        image,
        withoutInstructions(description.en ?? ''),
        withoutInstructions(description.zh ?? ''),
      ]),
      ...evidence.passages.flatMap(({ text: passage, answer }) => [passage, answer]),
      ...(evidence.texts ?? []),
      ...(evidence.orders ?? []).flatMap(({ order }) => [order.id, order.tracking]),
      standing,
    ]
      .filter((one) => one !== undefined)
      .join('\n'),
  ).toLowerCase();
  const all = `${business}\n${foldUnicode([evidence.customerMessage, ...(evidence.customerFacts ?? [])].join('\n')).toLowerCase()}`;
  const digits = all.replace(/(?<=\d)[\s()./-]+(?=\d)/g, '');
  const violations: Violation[] = [];
  const object = (found: string, what: string) =>
    violations.push({
      kind: 'contact',
      text: found,
      explain: `The ${what} ${found} stands nowhere in the facts; leave it out.`,
    });
  const emails = [...text.matchAll(EMAIL)];
  for (const [found] of emails)
    if (!all.includes(found.toLowerCase().replace(/[.]+$/, ''))) object(found, 'e-mail address');
  for (const match of text.matchAll(URL)) {
    const link = match[0].replace(/[.,;:!?*_]+$/, '');
    if (emails.some((email) => email.index <= match.index && match.index < email.index + email[0].length)) continue;
    if (!isPartOf(business, link.toLowerCase())) object(link, 'link');
  }
  for (const match of text.matchAll(PHONE)) {
    const number = match[0].trim();
    const plain = number.replace(/\D/g, '');
    if (plain.length < 7 || isDateLike(number)) continue;
    if (!digits.includes(plain)) object(number, 'telephone number');
  }
  return violations;
}

/** Whether a link stands in the evidence whole, not as the beginning of another. */
function isPartOf(business: string, link: string): boolean {
  for (let at = business.indexOf(link); at >= 0; at = business.indexOf(link, at + 1)) {
    if (!/[\w/?=&-]/.test(business[at + link.length] ?? ' ')) return true;
  }
  return false;
}

const isDateLike = (number: string) =>
  /^(?:20\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]20\d\d|\d{1,4} ?- ?\d{1,4})$/.test(number);
