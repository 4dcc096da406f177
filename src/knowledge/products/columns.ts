import type { Pack, Product } from '../pack.ts';

/** Products' filterable facts by column: a number a product (NaN = none), or the documents of each value. */
export interface ProductColumns {
  count: number;
  /** 'price', 'stock', 'rating', 'since' (ms) and numeric attributes as 'attr.<id>'. */
  numbers: Record<string, Float64Array>;
  /** 'category', 'brand', 'color', 'size' and other attributes as 'attr.<id>'; brand values are in lower case. */
  sets: Record<string, ValueSet>;
}

/** Documents of value i: documents[offsets[i] .. offsets[i + 1]]. */
export interface ValueSet {
  values: string[];
  offsets: Uint32Array;
  documents: Uint32Array;
}

/** The columns of a pack's products. */
export function columnsOf(products: Iterable<Product>, count: number, pack: Pick<Pack, 'attributes'>): ProductColumns {
  const numbers: Record<string, Float64Array> = {};
  const lists = new Map<string, Map<string, number[]>>();
  for (const column of ['price', 'stock', 'rating', 'since'])
    numbers[column] = new Float64Array(count).fill(Number.NaN);
  for (const { id, type } of pack.attributes)
    if (type === 'number') numbers[`attr.${id}`] = new Float64Array(count).fill(Number.NaN);
  let document = 0;
  const put = (column: string, value: string) => {
    if (value === '') return;
    const values = lists.get(column) ?? new Map<string, number[]>();
    lists.set(column, values);
    const documents = values.get(value);
    if (!documents) values.set(value, [document]);
    else if (documents.at(-1) !== document) documents.push(document);
  };
  for (const product of products) {
    if (product.price !== null) numbers.price[document] = product.price;
    if (product.stock !== null) numbers.stock[document] = product.stock;
    if (product.rating !== undefined) numbers.rating[document] = product.rating;
    if (product.since !== undefined) numbers.since[document] = Date.parse(product.since);
    put('category', product.category);
    put('brand', product.brand.toLowerCase());
    for (const color of product.colors) put('color', color);
    for (const size of product.sizes) put('size', size.toLowerCase());
    for (const [id, value] of Object.entries(product.attributes)) {
      const column = `attr.${id}`;
      if (typeof value === 'number' && numbers[column]) numbers[column][document] = value;
      else for (const one of [value].flat()) put(column, String(one));
    }
    document++;
  }
  const sets = Object.fromEntries([...lists].map(([column, values]) => [column, setOf(values)]));
  return { count, numbers, sets };
}

function setOf(values: ReadonlyMap<string, number[]>): ValueSet {
  const offsets = new Uint32Array(values.size + 1);
  let at = 0;
  for (const documents of values.values()) {
    offsets[at + 1] = offsets[at] + documents.length;
    at++;
  }
  return { values: [...values.keys()], offsets, documents: Uint32Array.from([...values.values()].flat()) };
}
