import type { Report } from '../ingestion/report.ts';
import type { Product } from '../pack.ts';
import { createCategoryFinder } from './category.ts';
import { createColorFinder } from './color.ts';
import { createImageFinder } from './image.ts';
import type { PackHead } from './pack-file.ts';
import type { ProductDraft } from './product-draft.ts';
import {
  checkCurrency,
  checkId,
  clean,
  didYouMean,
  firstCurrency,
  localized,
  readAttribute,
  readDate,
  readPrice,
  readRating,
  readStock,
  readUrl,
  withoutHtml,
} from './product-fields.ts';

const MAX_NAME = 500;
const MAX_TEXT = 20_000;

export interface ProductCheckOptions {
  /** Folder of the pack, for `images/`. */
  folder: string;
  /** Categories are added to it where a feed brings its own; `currency` '' is set by the first price. */
  head: PackHead;
  /** Whether pack.yaml exists: then it says what categories, colours and attributes there are. */
  declared: boolean;
  report: Report;
}

/** Where a draft comes from. */
export interface DraftOrigin {
  file: string;
  /** Line of the column names, if there is one. */
  headerLine?: number;
  /** Written in the pack's own columns. */
  own: boolean;
}

/** Turns drafts into products, reporting all that is wrong with each; undefined when it cannot be used. */
export function createProductCheck({ folder, head, declared, report }: ProductCheckOptions) {
  const firstLines = new Map<string, string>();
  const unknownAttributes = new Set<string>();
  const findCategory = createCategoryFinder(head, declared);
  const findColor = createColorFinder(head.colors);
  const findImage = createImageFinder(folder);
  const attributesById = new Map(head.attributes.map((attribute) => [attribute.id, attribute]));

  return function check(draft: ProductDraft, { file, headerLine, own }: DraftOrigin): Product | undefined {
    const strict = declared && own;
    let usable = true;
    const about = draft.id === '' ? '' : ` (product ${draft.id})`;
    const mistake = (message: string) => {
      usable = false;
      report.mistake(file, draft.line, `${message}${about}`);
    };
    const warn = (message: string) => report.warn(file, draft.line, `${message}${about}`);

    const id = checkId(draft.id, strict, mistake);
    const earlier = firstLines.get(id);
    if (id !== '' && earlier !== undefined) mistake(`duplicate id "${id}", first in ${earlier}`);
    else firstLines.set(id, `${file}:${draft.line}`);
    const name = localized(draft.name, MAX_NAME, 'name', warn);
    if (Object.keys(name).length === 0) mistake('no name');
    if (head.currency === '') head.currency = firstCurrency(draft, name);
    checkCurrency(draft.currency, head.currency, mistake);

    const price = readPrice(draft.price, head.currency, strict, mistake);
    const extra = [...draft.extra];
    const product: Product = {
      id,
      name,
      description: localized(draft.description, MAX_TEXT, 'description', warn),
      category: findCategory(draft.category, strict, mistake, warn),
      brand: clean(draft.brand).slice(0, 200),
      price,
      currency: head.currency,
      stock: readStock(draft.stock, own, mistake, warn),
      colors: colorsOf(draft.colors),
      sizes: draft.sizes.map(clean),
      attributes: attributesOf(draft.attributes),
      tags: draft.tags.map(clean),
      ...given('listPrice', readListPrice()),
      ...given('rating', readRating(draft.rating, strict, mistake)),
      ...given('since', readDate(draft.since, strict, mistake)),
      ...given('url', readUrl(draft.url, strict, mistake)),
      ...given('image', findImage(draft.image, strict, mistake, warn)),
    };
    const more = clean(extra.map(withoutHtml).join('\n')).slice(0, MAX_TEXT);
    if (more !== '') product.extra = more;
    return usable ? product : undefined;

    function readListPrice(): number | undefined {
      const listPrice = readPrice(draft.listPrice, head.currency, strict, mistake);
      if (listPrice === null || price === null) return undefined;
      if (strict && listPrice < price) mistake(`list_price ${listPrice} is below price ${price}`);
      return listPrice > price ? listPrice : undefined;
    }

    function colorsOf(written: string[]): string[] {
      const found = new Set<string>();
      for (const each of written) {
        const color = findColor(each, strict);
        if (color !== undefined) found.add(color);
        else if (strict) mistake(`unknown color "${each}"${didYouMean(findColor(each, false))}`);
        else extra.push(each);
      }
      return [...found];
    }

    function attributesOf(written: Record<string, unknown>): Product['attributes'] {
      const result: Product['attributes'] = {};
      for (const [key, value] of Object.entries(written)) {
        const attribute = attributesById.get(key);
        const read = attribute && readAttribute(attribute, value, mistake);
        if (read !== undefined) result[key] = read;
        if (attribute !== undefined) continue;
        if (!strict) extra.push(typeof value === 'object' ? JSON.stringify(value) : `${key} ${String(value)}`);
        else if (!unknownAttributes.has(key)) {
          unknownAttributes.add(key);
          report.mistake(file, headerLine ?? draft.line, `unknown attribute "${key}": pack.yaml does not list it`);
        }
      }
      return result;
    }
  };
}

/** A property of that name, or none where there is no value. */
function given<K extends keyof Product>(key: K, value: Product[K] | undefined): Partial<Product> {
  return value === undefined ? {} : { [key]: value };
}
