import { findAddresses } from './addresses.ts';
import { isIban, isLuhn, isResidentId } from './checksums.ts';

export type PiiKind = 'email' | 'phone' | 'card' | 'id' | 'iban' | 'address';

export interface PiiSpan {
  kind: PiiKind;
  start: number;
  end: number;
}

/** One thing that was taken out. `value` is the secret itself: keep it out of logs and models. */
export interface FoundPii {
  kind: PiiKind;
  /** What stands in the text instead, e.g. '[EMAIL_1]'; the same value has the same placeholder. */
  placeholder: string;
  value: string;
}

export interface RedactedText {
  text: string;
  found: FoundPii[];
}

const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[a-z]{2,24}(?![\w-])/gi;
const CARD =
  /(?<![\w.-])[3-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?![\w-])|(?<![\w.-])3[47]\d{2}[ -]?\d{6}[ -]?\d{5}(?![\w-])/g;
const RESIDENT_ID = /(?<![\w-])[1-9]\d{16}[\dXx](?![\w-])/g;
const IBAN = /(?<![A-Za-z\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?(?![A-Za-z\d])/gi;
/** Chinese mobiles and landlines, service numbers, anything with + and a country code, North American and British forms. */
const PHONE =
  /(?<![\w.$£€¥#-])(?:(?:\+|00)86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?![\w-])|(?<![\w.#-])\+\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{2,4}(?:[ .-]?\d{2,4}){1,4}(?![\w-])|(?<![\w.#-])0\d{2,3}[ -]\d{7,8}(?:[ -]\d{1,4})?(?![\w-])|(?<![\w.#-])0\d{3}[ -]\d{3}[ -]\d{3,4}(?![\w-])|(?<![\w.#-])[48]00[ -]\d{3,4}[ -]?\d{3,4}(?![\w-])|(?<![\w.#-])(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w-])|(?<![\w.#-])0\d{4}[ ]?\d{3}[ ]?\d{3}(?![\w-])/g;
/** Bare digits are a phone number only where one is announced. */
const SAID_PHONE =
  /(?:\b(?:phone|mobile|cell|tel|telephone|call me(?: at| on)?|text me(?: at| on)?|reach me(?: at| on)?|whatsapp|contact(?: number)?|my number)(?: number| no\.?)?(?: is|:)?\s*|(?:电话|手机号?码?|联系方式|联系我|打我|微信)(?:号码?|是|为|:|：|\s){0,4})((?:\d[ -]?){7,14}\d)(?!\d)/gi;
const NOT_A_PHONE =
  /(?:order|tracking|invoice|ref|reference|parcel|sku|model|订单|单号|编号|运单|型号|货号)(?:\s?(?:number|no\.?|id|号码|号|是|为|[:：#]))*\s*#?$/i;
const NAMES: Record<PiiKind, string> = {
  email: 'EMAIL',
  phone: 'PHONE',
  card: 'CARD',
  id: 'ID',
  iban: 'IBAN',
  address: 'ADDRESS',
};

/** Takes e-mail, phone, card, identity and account numbers and postal addresses out of a text. Linear; never throws. */
export function redactPii(text: string): RedactedText {
  const spans = findPii(text);
  if (spans.length === 0) return { text, found: [] };
  const found = new Map<string, FoundPii>();
  const counts = new Map<PiiKind, number>();
  const parts: string[] = [];
  let at = 0;
  for (const { kind, start, end } of spans) {
    const value = text.slice(start, end);
    let one = found.get(value);
    if (!one) {
      one = { kind, placeholder: freePlaceholder(text, kind, counts), value };
      found.set(value, one);
    }
    parts.push(text.slice(at, start), one.placeholder);
    at = end;
  }
  parts.push(text.slice(at));
  return { text: parts.join(''), found: [...found.values()] };
}

/** Puts the values back where their placeholders stand. */
export function restorePii(text: string, found: readonly FoundPii[]): string {
  const values = new Map(found.map(({ placeholder, value }) => [placeholder, value]));
  return text.replace(
    /\[(?:EMAIL|PHONE|CARD|ID|IBAN|ADDRESS)_\d+\]/g,
    (placeholder) => values.get(placeholder) ?? placeholder,
  );
}

function freePlaceholder(text: string, kind: PiiKind, counts: Map<PiiKind, number>): string {
  for (;;) {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const placeholder = `[${NAMES[kind]}_${count}]`;
    if (!text.includes(placeholder)) return placeholder;
  }
}

/** Where personal data stands, in order, none overlapping; of two overlapping the surer kind wins. */
export function findPii(text: string): PiiSpan[] {
  const taken: PiiSpan[] = [];
  const take = (kind: PiiKind, pattern: RegExp, accept: (value: string, at: number) => boolean = () => true) => {
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? match[0];
      const start = match.index + match[0].length - value.length;
      if (accept(value, start)) taken.push({ kind, start, end: start + value.trimEnd().length });
    }
  };
  if (text.includes('@')) take('email', EMAIL);
  if (/\d{4}/.test(text)) {
    take('id', RESIDENT_ID, isResidentId);
    take('iban', IBAN, (value) => isIban(value.replaceAll(' ', '')));
    take('card', CARD, (value) => isCard(value.replace(/\D/g, '')));
    take('phone', PHONE, (_, at) => !NOT_A_PHONE.test(text.slice(Math.max(0, at - 24), at)));
    take('phone', SAID_PHONE);
  }
  if (/\d|[一二三四五六七八九十]号/.test(text)) taken.push(...findAddresses(text));
  return apart(taken);
}

const isCard = (digits: string) => digits.length >= 13 && digits.length <= 19 && isLuhn(digits);

const CERTAINTY: PiiKind[] = ['email', 'id', 'iban', 'card', 'address', 'phone'];

function apart(spans: PiiSpan[]): PiiSpan[] {
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: PiiSpan[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    if (!last || span.start >= last.end) kept.push(span);
    else if (CERTAINTY.indexOf(span.kind) < CERTAINTY.indexOf(last.kind)) kept[kept.length - 1] = span;
  }
  return kept;
}
