import type { Pack, Product } from '../knowledge/pack.ts';

/** Words of refusal that may stand before a thing, with what may stand between. */
const REFUSED_BEFORE =
  /(?:\b(?:not?|without|except|skip|avoid|anything but|other than|rather not|don'?t (?:want|like)|hate)(?:\s+(?:the|any|a|an|in|to|for|from))*\s*|(?:不要|不想要?|不去|别去?|除了|不喜欢|讨厌|排除)[去要有是的]?)$/i;

/** The key words of a text that are refused in it: "not the Maldives", "不要羽绒的". */
export function refusedWords(text: string, keywords: readonly string[]): string[] {
  const lower = text.toLowerCase();
  return keywords.filter((keyword) => {
    const at = lower.indexOf(keyword.toLowerCase());
    return at > 0 && REFUSED_BEFORE.test(lower.slice(0, at));
  });
}

/** Ids of the products whose names, tags or attributes hold one of the words, in either language. */
export function productsHolding(
  words: readonly string[],
  products: readonly Product[],
  pack: Pick<Pack, 'attributes'>,
): string[] {
  if (words.length === 0) return [];
  const wanted = words.map((word) => word.toLowerCase());
  const valueNames = new Map(
    pack.attributes.flatMap(({ id, values }) =>
      values.map((value) => [`${id}:${value.id}`, `${value.name.en ?? ''} ${value.name.zh ?? ''}`] as const),
    ),
  );
  return products
    .filter((product) => {
      const values = Object.entries(product.attributes).flatMap(([id, value]) =>
        [value].flat().map((one) => valueNames.get(`${id}:${one}`) ?? String(one)),
      );
      const text = [product.name.en, product.name.zh, ...product.tags, ...values].join(' ').toLowerCase();
      return wanted.some((word) => text.includes(word));
    })
    .map(({ id }) => id);
}
