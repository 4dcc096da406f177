import type { Vocabulary, VocabularyEntry } from '../understanding.ts';

/**
 * Products with the shorter names customers use: without the brand, and each start of the name ("Pulse 5G") that no other
 * product shares. A start must have two words or a digit, so that an ordinary word never names a product.
 */
export function productAliases(vocabulary: Vocabulary): VocabularyEntry[] {
  const brands = vocabulary.brands.flatMap(({ id, names }) => [id, ...names]).map((name) => name.toLowerCase());
  const values = vocabulary.attributes.flatMap((attribute) => attribute.values ?? []);
  const common = new Set(
    [...vocabulary.categories, ...vocabulary.brands, ...vocabulary.colors, ...vocabulary.attributes, ...values]
      .flatMap((entry) => entry.names)
      .map((name) => name.toLowerCase()),
  );
  const wholes = new Map<string, string>();
  const owners = new Map<string, string | null>();
  const perProduct = vocabulary.products.map(({ id, names }) => {
    const starts = names.flatMap((name) => startsOf(name, brands));
    const aliases = new Set(starts.flatMap((start) => start.aliases));
    for (const { whole } of starts) wholes.set(whole, id);
    for (const alias of aliases) owners.set(alias, owners.has(alias) && owners.get(alias) !== id ? null : id);
    return { id, names, aliases };
  });
  // The whole of one name wins over the start of another: "iPhone 15" is not the Pro.
  const ownerOf = (alias: string) => wholes.get(alias) ?? owners.get(alias);
  return perProduct.map(({ id, names, aliases }) => ({
    id,
    names: [...names, ...[...aliases].filter((alias) => ownerOf(alias) === id && !isPlain(alias, common))],
  }));
}

function startsOf(name: string, brands: readonly string[]): { whole: string; aliases: string[] }[] {
  const plain = name
    .toLowerCase()
    .split(/[,，(（]| - | – /)[0]!
    .trim();
  const brand = brands.find(
    (one) => plain.startsWith(`${one} `) || (/\p{Script=Han}$/u.test(one) && plain.startsWith(one)),
  );
  const bare = brand ? plain.slice(brand.length).trim() : plain;
  return [plain, bare].map((whole) => {
    const words = whole.split(/\s+/);
    const starts = words.map((_, index) => words.slice(0, index + 1).join(' '));
    const models = words.filter((word) => word.length >= 4 && /^[a-z][a-z-]*\d/.test(word) && !SIZE.test(word));
    return {
      whole,
      aliases: [...starts, ...models].filter(
        (start) => start.length >= 4 && (start.includes(' ') || /\d/.test(start) || start === plain),
      ),
    };
  });
}

const SIZE = /^\d+(?:\.\d+)?(?:gb|tb|mah|w|hz|inch|ml|cm|mm|kg|g|l|k|寸)?$/;

/** Made of the vocabulary's ordinary words alone ("wireless mouse"): it names a kind, not a product. */
function isPlain(alias: string, common: ReadonlySet<string>): boolean {
  return common.has(alias) || alias.split(' ').every((word) => common.has(word) || SIZE.test(word));
}
