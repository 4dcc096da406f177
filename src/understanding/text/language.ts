import type { Language } from '../understanding.ts';
import { foreignness } from './foreign-words.ts';

const LONGEST_READ = 5_000;
const HAN = /[\u3400-\u9fff\uf900-\ufaff]/g;
const LATIN_WORD = /[\p{Script=Latin}\p{M}]+(?:['’-][\p{Script=Latin}\p{M}]+)*/gu;
/** Letters that are neither Latin nor Han: kana, Hangul, Cyrillic, Arabic, Thai ... */
const OTHER_LETTER = /(?![\p{Script=Latin}\p{Script=Han}ー々〇])\p{L}/gu;
const URL_OR_EMAIL = /(?:https?:\/\/|www\.)\S{1,500}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}/g;
/** Names, units and loan words that a Chinese sentence holds without being mixed. */
const LOAN_WORDS = new Set(
  (
    'iphone ipad ipod imac macbook airpods mac apple huawei xiaomi samsung sony oppo vivo bose jbl dell lenovo hp asus acer ' +
    'lg dyson nike adidas canon nikon kindle switch ps xbox android ios windows app wifi usb type-c typec hdmi led oled lcd ' +
    'tv pc cpu gpu ssd gb tb mah hz kg cm mm ml pro max plus mini ultra lite se air note vip ok nfc gps vr ar ai bb kol pk ' +
    'app qq email e-mail id rmb usd hi bye ps logo diy sku spa wi-fi bluetooth nova mate pixel galaxy redmi thinkpad surface'
  ).split(' '),
);

/**
 * The language of a text. 'mixed' = Chinese and English words in one text (names such as iPhone do not count);
 * 'other' = neither, or nothing to tell by (digits, emoji). Reads the first 5,000 characters.
 */
export function detectLanguage(text: string): Language {
  const read = text.slice(0, LONGEST_READ).replace(URL_OR_EMAIL, ' ');
  const han = read.match(HAN)?.length ?? 0;
  const other = read.match(OTHER_LETTER)?.length ?? 0;
  const words = read.match(LATIN_WORD) ?? [];
  const latin = words.reduce((sum, word) => sum + word.length, 0);
  if (han + other + latin === 0) return 'other';
  // A Han character says about as much as two Latin letters; a little kana in Chinese ("鲜の每日") is decoration.
  if (other * 2 > han * 2 + latin || isJapanese(han, other)) return 'other';
  if (han === 0) return foreignness(words) ? 'other' : 'en';
  const english = words.filter((word) => isEnglishWord(word)).length;
  const share = han / (han + 2 * english);
  if (share > 0.9) return 'zh';
  if (share < 0.08) return 'en';
  return foreignness(words) && english > 3 ? 'other' : 'mixed';
}

const isJapanese = (han: number, other: number) => other >= 2 && other > han * 0.25;

function isEnglishWord(word: string): boolean {
  const lower = word.toLowerCase();
  return word.length > 1 && lower !== word.toUpperCase() && !/^[A-Z]{2,5}$/.test(word) && !LOAN_WORDS.has(lower);
}
