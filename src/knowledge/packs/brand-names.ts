import type { Pack, Product } from '../pack.ts';

/** Shares of a brand's products that must begin with a word for it to be the brand's name in that language. */
const SHARE = 0.9;

/** What a brand is called, by its name in lower case: as written, its parts in each script, and its name in the other language. */
export function brandNamesOf(pack: Pick<Pack, 'products'>): Map<string, string[]> {
  const products = new Map<string, Product[]>();
  for (const product of pack.products) {
    const key = product.brand.toLowerCase();
    if (key === '') continue;
    const own = products.get(key);
    if (own === undefined) products.set(key, [product]);
    else own.push(product);
  }
  const names = new Map<string, string[]>();
  for (const [key, own] of products) {
    const brand = own[0].brand;
    const translated = commonFirstWord(own, /\p{Script=Han}/u.test(brand) ? 'en' : 'zh', brand);
    names.set(key, [brand, ...scriptParts(brand), ...(translated === undefined ? [] : [translated])]);
  }
  return names;
}

/** A brand written in both languages ("华为 Huawei", "Sony/索尼") is said in either. */
function scriptParts(brand: string): string[] {
  const han = brand.match(/\p{Script=Han}[\p{Script=Han}\s]*/gu)?.map((part) => part.trim()) ?? [];
  const latin = han.length === 0 ? [] : (brand.match(/[A-Za-z][\w&'. -]*/g) ?? []).map((part) => part.trim());
  return [...han, ...latin].filter((part) => part !== brand);
}

/** Feeds have one brand column, but call "Tinghe TH-N300" in Chinese "听荷 TH-N300": the word they all begin with. */
function commonFirstWord(products: readonly Product[], language: 'en' | 'zh', brand: string): string | undefined {
  const counts = new Map<string, number>();
  let named = 0;
  for (const { name } of products) {
    const [first, ...rest] = (name[language] ?? '').split(' ');
    if (rest.length === 0) continue;
    named += 1;
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const [word, count] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0]);
  const isName = language === 'zh' ? /^\p{Script=Han}{2,6}$/u.test(word) : /^[A-Z]/.test(word);
  return named >= 2 && count >= named * SHARE && isName && word !== brand ? word : undefined;
}
