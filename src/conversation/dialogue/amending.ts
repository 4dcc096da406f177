import type { Filters } from '../../understanding/understanding.ts';

const AMENDS =
  /\bi (?:meant|mean)\b|\b(?:instead|rather)\s*[?.!]*$|我(?:是说|说的是|的意思是|指的是)|不是[^，,。]{1,10}[，,]\s*(?:而)?是|换成/i;

/** "No, I meant a coffee machine", "headphones instead", 我是说手持的: the subject is put right, and what it may cost stays. */
export const isAmending = (text: string): boolean => AMENDS.test(text);

const LIFTED: [what: 'price' | 'brand' | 'color', words: string][] = [
  ['price', 'price|budget|价格|价钱|预算'],
  ['brand', 'brand|make|牌子|品牌'],
  ['color', 'colou?r|颜色'],
];

/** The limits that a text takes back: "forget the colour", 颜色不管了. */
export function liftedIn(text: string): ('price' | 'brand' | 'color')[] {
  return LIFTED.filter(([, words]) =>
    new RegExp(
      `\\b(?:forget|ignore|drop|skip|never mind)(?: about)?(?: the| my)? (?:${words})\\b|(?:不管|别管|不限|无所谓)(?:${words})|(?:${words})(?:就|都)?(?:不管了?|别管了?|算了|无所谓|不限|随便|都行|都可以)`,
      'i',
    ).test(text),
  ).map(([what]) => what);
}

/** "Anything dearer?" */
export const asksForDearer = (text: string): boolean => /\bdearer\b/i.test(text);

/** Limits on the price among filters. */
export function pricesOf({ minPrice, maxPrice, aboutPrice }: Filters): Filters {
  return {
    ...(minPrice !== undefined && { minPrice }),
    ...(maxPrice !== undefined && { maxPrice }),
    ...(aboutPrice !== undefined && { aboutPrice }),
  };
}
