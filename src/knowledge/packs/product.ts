import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hasHtml, htmlToText } from '../ingestion/html-text.ts';
import type { Report } from '../ingestion/report.ts';
import type { Product } from '../pack.ts';
import { createCategoryFinder } from './category.ts';
import { createColorFinder } from './color.ts';
import type { PackHead } from './pack-file.ts';
import { isCurrency } from './price.ts';
import type { ProductDraft } from './product-draft.ts';
import {
  checkId,
  clean,
  firstCurrency,
  localized,
  readAttribute,
  readDate,
  readPrice,
  readRating,
  readStock,
  readUrl,
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
  const attributes = new Map(head.attributes.map((attribute) => [attribute.id, attribute]));
  const images = new Map<string, boolean>();

  const unknownColor = (written: string) => {
    const meant = findColor(written, false);
    return `unknown color "${written}"${meant === undefined ? '' : `: did you mean "${meant}"?`}`;
  };

  return function check(draft: ProductDraft, origin: DraftOrigin): Product | undefined {
    const strict = declared && origin.own;
    const { file } = origin;
    let usable = true;
    const mistake = (message: string) => {
      usable = false;
      report.mistake(file, draft.line, draft.id === '' ? message : `${message} (product ${draft.id})`);
    };
    const warn = (message: string) => report.warn(file, draft.line, `${message} (product ${draft.id})`);

    const id = checkId(draft.id, strict, mistake);
    const earlier = firstLines.get(id);
    if (id !== '' && earlier !== undefined) mistake(`duplicate id "${id}", first in ${earlier}`);
    else firstLines.set(id, `${file}:${draft.line}`);

    const name = localized(draft.name, MAX_NAME, 'name', warn);
    if (Object.keys(name).length === 0) mistake('no name');
    if (head.currency === '') head.currency = firstCurrency(draft, name);
    if (draft.currency !== '' && draft.currency.toUpperCase() !== head.currency) {
      const known = isCurrency(draft.currency.toUpperCase());
      mistake(
        known
          ? `currency ${draft.currency} where the pack has ${head.currency}`
          : `unknown currency "${draft.currency}"`,
      );
    }
    const price = readPrice(draft.price, head.currency, strict, mistake);
    const listPrice = readPrice(draft.listPrice, head.currency, strict, mistake);
    if (strict && listPrice !== null && price !== null && listPrice < price)
      mistake(`list_price ${listPrice} is below price ${price}`);

    const extra = [...draft.extra];
    const product: Product = {
      id,
      name,
      description: localized(draft.description, MAX_TEXT, 'description', warn),
      category: findCategory(draft.category, strict, mistake, (message) => report.warn(file, draft.line, message)),
      brand: clean(draft.brand).slice(0, 200),
      price,
      currency: head.currency,
      stock: readStock(draft.stock, origin.own, mistake, warn),
      colors: [],
      sizes: draft.sizes.map(clean),
      attributes: {},
      tags: draft.tags.map(clean),
    };
    for (const written of draft.colors) {
      const color = findColor(written, strict);
      if (color === undefined && strict) mistake(unknownColor(written));
      else if (color === undefined) extra.push(written);
      else if (!product.colors.includes(color)) product.colors.push(color);
    }
    for (const [key, value] of Object.entries(draft.attributes)) {
      const attribute = attributes.get(key);
      if (attribute !== undefined) {
        const read = readAttribute(attribute, value, mistake);
        if (read !== undefined) product.attributes[key] = read;
      } else if (!strict) extra.push(typeof value === 'object' ? JSON.stringify(value) : `${key} ${String(value)}`);
      else if (!unknownAttributes.has(key)) {
        unknownAttributes.add(key);
        report.mistake(file, origin.headerLine ?? draft.line, `unknown attribute "${key}": pack.yaml does not list it`);
      }
    }
    if (listPrice !== null && price !== null && listPrice > price) product.listPrice = listPrice;
    const rating = readRating(draft.rating, strict, mistake);
    if (rating !== undefined) product.rating = rating;
    const since = readDate(draft.since, strict, mistake);
    if (since !== undefined) product.since = since;
    const url = readUrl(draft.url, strict, mistake);
    if (url !== undefined) product.url = url;
    const image = readImage(draft.image);
    if (image !== undefined) product.image = image;
    const more = clean(extra.map((each) => (hasHtml(each) ? htmlToText(each) : each)).join('\n')).slice(0, MAX_TEXT);
    if (more !== '') product.extra = more;
    return usable ? product : undefined;

    function readImage(written: string): string | undefined {
      if (written === '' || (!strict && !/^https?:\/\//i.test(written) && !declared)) return undefined;
      if (/^https?:\/\//i.test(written)) return written;
      if (/^[a-z]+:|\\|^\/|(^|\/)\.\.(\/|$)/i.test(written)) {
        mistake(`image "${written}" is neither a file under images/ nor an http address`);
        return undefined;
      }
      let exists = images.get(written);
      if (exists === undefined) {
        exists = existsSync(join(folder, 'images', written));
        images.set(written, exists);
      }
      if (!exists) warn(`no file images/${written}; shown without a picture`);
      return exists ? written : undefined;
    }
  };
}
