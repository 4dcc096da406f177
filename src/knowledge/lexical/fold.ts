import { simplify } from '../../understanding/text/traditional.ts';

const PLAIN = /^[\t\n\r\x20-\x7e]*$/;
const MARKS = /\p{M}+/gu;
const HAN = /[\u3400-\u9fff\uf900-\ufaff]/;
const TRADE_MARKS = /[™®©℠]/g;

/** Whether a text holds a Chinese character. */
export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/** Lower-case, compatibility forms and accents folded, Traditional Chinese as Simplified: what is indexed and asked alike. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const plain = text.replace(TRADE_MARKS, ' ').normalize('NFKD').replace(MARKS, '').normalize('NFC').toLowerCase();
  return HAN.test(plain) ? simplify(plain) : plain;
}
