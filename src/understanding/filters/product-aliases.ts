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
  const owners = new Map<string, string | null>();
  const perProduct = vocabulary.products.map(({ id, names }) => {
    const aliases = new Set(names.flatMap((name) => startsOf(name, brands)));
    for (const alias of aliases) owners.set(alias, owners.has(alias) && owners.get(alias) !== id ? null : id);
    return { id, names, aliases };
  });
  return perProduct.map(({ id, names, aliases }) => ({
    id,
    names: [
      ...names,
      ...[...aliases].filter((alias) => owners.get(alias) === id && !common.has(alias) && !isPlain(alias, common)),
    ],
  }));
}

function startsOf(name: string, brands: readonly string[]): string[] {
  const plain = name
    .toLowerCase()
    .split(/[,，(（]| - | – /)[0]!
    .trim();
  const brand = brands.find(
    (one) => plain.startsWith(`${one} `) || (/\p{Script=Han}$/u.test(one) && plain.startsWith(one)),
  );
  const bare = brand ? plain.slice(brand.length).trim() : plain;
  return [plain, bare].flatMap((text) => {
    const words = text.split(/\s+/);
    const starts = words.map((_, index) => words.slice(0, index + 1).join(' '));
    const models = words.filter(
      (word) =>
        /[a-z]/.test(word) &&
        /\d/.test(word) &&
        word.length >= 4 &&
        !/^\d+(?:gb|tb|mah|w|hz|inch|ml|cm|mm|kg|l|k)$/.test(word),
    );
    return [...starts, ...models].filter(
      (start) => start.length >= 4 && (start.includes(' ') || /\d/.test(start) || start === plain),
    );
  });
}

/** Made of the vocabulary's ordinary words alone ("wireless mouse"): it names a kind, not a product. */
function isPlain(alias: string, common: ReadonlySet<string>): boolean {
  return alias
    .split(' ')
    .every((word) => common.has(word) || /^\d+(?:\.\d+)?(?:gb|tb|mah|w|hz|inch|ml|cm|mm|kg|l|k|寸)?$/.test(word));
}
