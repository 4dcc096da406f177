import type { Filters } from '../../understanding/understanding.ts';

const AMOUNT =
  /([$¥￥€£]\s*)?(\d[\d,]*(?:\.\d+)?)\s*(k|w|千|万)?(\s*(?:元|块钱|块|刀|美元|usd|dollars?|bucks|rmb|yuan|cny|eur|euros?))?/giu;
/** An amount in Chinese numerals, of two digits or with its currency word. */
const HAN_AMOUNT =
  /[一二两三四五六七八九十百千万零]{2,}(?:元|块钱|块|刀|美元)?|[一二两三四五六七八九十百千万](?:元|块钱|块|刀|美元)/g;
const SCALE: Record<string, number> = { k: 1000, 千: 1000, w: 10_000, 万: 10_000 };

/** The text without the amounts that its filters already hold, so that "under 200" is not looked for in titles. */
export function withoutAmounts(text: string, filters: Filters): string {
  const amounts = [filters.minPrice, filters.maxPrice, filters.aboutPrice].filter((amount) => amount !== undefined);
  if (amounts.length === 0) return text;
  const near = (value: number) => amounts.some((amount) => Math.abs(amount - value) < 0.01 * Math.max(1, amount));
  return text
    .replace(AMOUNT, (written, sign, digits: string, scale: string | undefined, currency) => {
      const value = Number(digits.replaceAll(',', '')) * (scale ? SCALE[scale.toLowerCase()] : 1);
      return sign || currency || near(value) ? ' ' : written;
    })
    .replace(HAN_AMOUNT, ' ');
}
