import type { Mention } from './mentions.ts';
import type { ProductFacts } from './product-facts.ts';

/** The tables of a text: whose column or row a place is in. */
export interface TableColumns {
  /** The products a cell speaks of; undefined outside tables and in cells of no product. */
  productsAt(position: number): readonly ProductFacts[] | undefined;
}

interface Cell {
  start: number;
  end: number;
  products?: readonly ProductFacts[];
}

/** Reads Markdown tables whose columns or rows are headed by products. */
export function columnsOf(text: string, mentions: readonly Mention[]): TableColumns {
  if (!text.includes('|')) return { productsAt: () => undefined };
  const cells: Cell[] = [];
  let header: Cell[] | undefined;
  let start = 0;
  for (const line of text.split('\n')) {
    const row = /^\s*\|.*\|\s*$/.test(line) ? cellsOf(line, start, mentions) : undefined;
    if (!row) header = undefined;
    else if (!header) header = row;
    else {
      for (let index = 0; index < row.length; index++) {
        const first = row.find(({ products }) => products)?.products;
        cells.push({ ...row[index], products: row[index].products ?? header[index]?.products ?? first });
      }
    }
    start += line.length + 1;
  }
  return {
    productsAt: (position) => cells.find((cell) => cell.start <= position && position < cell.end)?.products,
  };
}

function cellsOf(line: string, offset: number, mentions: readonly Mention[]): Cell[] {
  const cells: Cell[] = [];
  let start = line.indexOf('|') + 1;
  for (let end = line.indexOf('|', start); end >= 0; start = end + 1, end = line.indexOf('|', start)) {
    const mention = mentions.find((one) => one.start >= offset + start && one.end <= offset + end);
    cells.push({ start: offset + start, end: offset + end, products: mention?.products });
  }
  return cells;
}
