import type { Filters } from '../../understanding/understanding.ts';

const AMENDS =
  /\bi (?:meant|mean)\b|\b(?:instead|rather)\s*[?.!]*$|我(?:是说|说的是|的意思是|指的是)|不是[^，,。]{1,10}[，,]\s*(?:而)?是|换成/i;

/** "No, I meant a coffee machine", "headphones instead", 我是说手持的: the subject is put right, and what it may cost stays. */
export const isAmending = (text: string): boolean => AMENDS.test(text);

/** Limits on the price among filters. */
export function pricesOf({ minPrice, maxPrice, aboutPrice }: Filters): Filters {
  return {
    ...(minPrice !== undefined && { minPrice }),
    ...(maxPrice !== undefined && { maxPrice }),
    ...(aboutPrice !== undefined && { aboutPrice }),
  };
}
