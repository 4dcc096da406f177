import type { Product } from '../pack.ts';

/** Products by document number (their order in the index). */
export interface ProductSource {
  readonly count: number;
  get(document: number): Product;
  idOf(document: number): string;
  documentOf(id: string): number | undefined;
  /** Every product; reads them all when they are on disk. */
  all(): readonly Product[];
}

/** A source over products in memory. */
export function productsInMemory(products: readonly Product[]): ProductSource {
  const documents = new Map(products.map((product, document) => [product.id, document]));
  return {
    count: products.length,
    get: (document) => products[document],
    idOf: (document) => products[document].id,
    documentOf: (id) => documents.get(id),
    all: () => products,
  };
}

/** Products stored one JSON a line, parsed when asked for; the last ones asked for are kept. */
export function productsInBuffer(
  lines: Buffer,
  ids: readonly string[],
  offsets: Float64Array,
  keep = 5000,
): ProductSource {
  const documents = new Map(ids.map((id, document) => [id, document]));
  const parsed = new Map<number, Product>();
  let everything: readonly Product[] | undefined;
  const parse = (document: number) =>
    JSON.parse(lines.toString('utf8', offsets[document], offsets[document + 1])) as Product;
  const get = (document: number): Product => {
    if (everything) return everything[document];
    let product = parsed.get(document);
    if (!product) {
      product = parse(document);
      if (parsed.size >= keep) parsed.delete(parsed.keys().next().value!);
      parsed.set(document, product);
    }
    return product;
  };
  return {
    count: ids.length,
    get,
    idOf: (document) => ids[document],
    documentOf: (id) => documents.get(id),
    all() {
      everything ??= ids.map((_, document) => parsed.get(document) ?? parse(document));
      parsed.clear();
      return everything;
    },
  };
}
