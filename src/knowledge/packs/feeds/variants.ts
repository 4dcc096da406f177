import { parsePrice } from '../price.ts';
import type { ProductDraft } from '../product-draft.ts';
import { splitList } from './feed.ts';

/** One size or colour of a product, as sold. */
export interface Variant {
  price: string;
  listPrice: string;
  /** '' when stock is not counted. */
  stock: string;
}

/** The product at its cheapest variant's price, with the stock of all. */
export function cheapest(draft: ProductDraft, variants: readonly Variant[]): ProductDraft {
  let best: Variant | undefined;
  for (const variant of variants) {
    if (best === undefined || amountOf(variant.price) < amountOf(best.price)) best = variant;
  }
  if (best !== undefined) {
    draft.price = best.price;
    draft.listPrice = best.listPrice;
  }
  const stocks = variants.map((variant) => variant.stock);
  // What cannot be read stays as it is, so that it is reported with the product's line.
  const broken = stocks.find((stock) => !Number.isFinite(Number(stock)));
  if (broken !== undefined) draft.stock = broken;
  else if (stocks.length > 0 && !stocks.includes('')) {
    const total = stocks.reduce((sum, stock) => sum + Math.max(0, Number(stock)), 0);
    draft.stock = total > 0 ? total : Math.min(...stocks.map(Number));
  }
  return draft;
}

function amountOf(price: string): number {
  const reading = parsePrice(price, 'USD');
  // An unreadable price wins, so that it is reported rather than passed over.
  return 'amount' in reading ? reading.amount : -1;
}

/** Files an option such as "Color: Black" under the field it belongs to. */
export function addOption(draft: ProductDraft, name: string, value: string): void {
  if (value === '' || value === 'Default Title') return;
  const add = (list: string[]) => {
    for (const each of splitList(value, '|')) if (!list.includes(each)) list.push(each);
  };
  if (/colou?r|颜色|色/i.test(name)) add(draft.colors);
  else if (/size|尺码|尺寸|规格/i.test(name)) add(draft.sizes);
  else add(draft.extra);
}
