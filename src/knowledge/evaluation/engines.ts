import type { Pack } from '../pack.ts';
import { both } from '../products/product-text.ts';

/** A search engine under test: ids of the best products, best first. */
export interface Engine {
  name: string;
  search(query: string, limit: number): Promise<string[]> | string[];
}

interface Row {
  id: string;
  title: string;
  body: string;
}

/** What every engine is given of a product. */
export function rowsOf(pack: Pick<Pack, 'products'>): Row[] {
  return pack.products.map((product) => ({
    id: product.id,
    title: [product.brand, both(product.name)].join(' ').trim(),
    body: [both(product.description), ...product.tags].join(' '),
  }));
}

/** MiniSearch with its defaults. */
export async function miniSearchEngine(rows: readonly Row[]): Promise<Engine> {
  const { default: MiniSearch } = await import('minisearch');
  const index = new MiniSearch({ fields: ['title', 'body'] });
  index.addAll(rows);
  return {
    name: 'MiniSearch',
    search: (query, limit) =>
      index
        .search(query)
        .slice(0, limit)
        .map((hit) => String(hit.id)),
  };
}

/** MiniSearch with prefix search and typo tolerance. */
export async function fuzzyMiniSearchEngine(rows: readonly Row[]): Promise<Engine> {
  const { default: MiniSearch } = await import('minisearch');
  const index = new MiniSearch({
    fields: ['title', 'body'],
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  index.addAll(rows);
  return {
    name: 'MiniSearch fuzzy',
    search: (query, limit) =>
      index
        .search(query)
        .slice(0, limit)
        .map((hit) => String(hit.id)),
  };
}

/** Orama's full-text search with its defaults. */
export async function oramaEngine(rows: readonly Row[]): Promise<Engine> {
  const { create, insertMultiple, search } = await import('@orama/orama');
  const index = create({ schema: { id: 'string', title: 'string', body: 'string' } as const });
  await insertMultiple(index, [...rows], 1000);
  return {
    name: 'Orama',
    async search(query, limit) {
      const { hits } = await search(index, { term: query, properties: ['title', 'body'], limit });
      return hits.map((hit) => String(hit.document.id));
    },
  };
}
