import type { Product } from '../pack.ts';

/** A longer name is a sentence of a catalogue, which no customer types. */
const MAX_NAME = 60;

/** What customers may call a product: its full names, those without brand, capacity and brackets, and the bare model. */
export function productNames(product: Product, brands: readonly string[]): string[] {
  const full = [product.name.en, product.name.zh].filter(
    (name) => name !== undefined && name.length <= MAX_NAME,
  ) as string[];
  const names = [...full];
  for (const name of full) {
    const bare = withoutCapacity(name);
    const unbranded = brands.reduce(withoutPrefix, bare);
    const model = modelOf(unbranded);
    const branded = model === unbranded ? [] : brands.map((brand) => `${brand} ${model}`);
    names.push(...[bare, unbranded, model].filter(isTelling), ...(model === '' ? [] : branded));
  }
  return names;
}

/** "Aura X2 (128 GB)" and "Aura X2 128GB" are asked for as "Aura X2". */
function withoutCapacity(name: string): string {
  return name
    .replace(/(\s|^)\([^()]*\)|（[^（）]*）/g, ' ')
    .replace(/\b\d+(\.\d+)?\s*([gtm]b|mah|ml|kg|g|l|w|inch|cm|mm|GB|TB|MB|mAh|L|W)(?![\w])/g, ' ')
    .replace(/\d+(\.\d+)?\s*(英寸|寸|升|毫升|克|千克|公斤|瓦|毫安)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s,，·-]+$/, '')
    .trim();
}

function withoutPrefix(name: string, brand: string): string {
  const rest = name.slice(brand.length);
  const begins = name.toLowerCase().startsWith(brand.toLowerCase()) && !/^[\p{Script=Latin}\d]/u.test(rest);
  return begins && rest.trim() !== '' ? rest.replace(/^[\s·-]+/, '') : name;
}

/** The words a name begins with before it goes on to describe: "Field 15" of "Field 15 laptop", "TH-N300" of "TH-N300 头戴耳机". */
function modelOf(name: string): string {
  const words = name.split(' ');
  const end = words.findIndex((word) => !/^[A-Z\d][\w.+-]*$/.test(word));
  return words.slice(0, end < 0 ? words.length : end).join(' ');
}

/** Whether a shortened name still means this product: it has a number, two words or three Chinese characters. */
function isTelling(name: string): boolean {
  if (/^\d+([kgpwd]|hz)?$/i.test(name)) return false;
  return /\S\s\S/.test(name) || (/\d/.test(name) && /\p{L}/u.test(name)) || /\p{Script=Han}{3}/u.test(name);
}
