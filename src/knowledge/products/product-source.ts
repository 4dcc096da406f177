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
