import { htmlToText } from '../../ingestion/html-text.ts';
import { emptyDraft, type ProductDraft } from '../product-draft.ts';
import { type Feed, isWithin, lowerCase, splitList, splitPath } from './feed.ts';
import { addOption, cheapest, type Variant } from './variants.ts';

type Fields = Record<string, string>;

/**
 * WooCommerce's product export: variations are rows of their own that name their parent by id or SKU.
 * https://github.com/woocommerce/woocommerce/wiki/Product-CSV-Import-Schema
 */
export const wooCommerceFeed: Feed = {
  name: 'WooCommerce',
  own: false,
  recognises: (columns) =>
    columns.has('name') &&
    (columns.has('regular price') || columns.has('published')) &&
    (columns.has('id') || columns.has('sku')) &&
    columns.has('type'),
  async *drafts(rows, context) {
    const products = new Map<string, { draft: ProductDraft; variants: Variant[]; parent: boolean }>();
    const waiting: { line: number; fields: Fields; parent: string }[] = [];
    const bySku = new Map<string, string>();
    for await (const row of rows) {
      const fields = lowerCase(row);
      const parent = fields.parent ?? '';
      if (/\bvariation\b/.test(fields.type)) {
        waiting.push({ line: row.line, fields, parent });
        continue;
      }
      if (!isPublic(fields)) continue;
      const draft = draftOf(row.line, fields);
      if (products.has(draft.id)) context.report.mistake(context.file, row.line, `duplicate id "${draft.id}"`);
      if (fields.sku) bySku.set(fields.sku, draft.id);
      const variable = /\bvariable\b/.test(fields.type);
      products.set(draft.id, { draft, variants: variable ? [] : [variantOf(fields, context.now)], parent: variable });
    }
    for (const { fields, parent } of waiting) {
      const key = parent.startsWith('id:') ? parent.slice(3) : (bySku.get(parent) ?? parent);
      const product = products.get(key);
      // A variation of a hidden parent is hidden with it.
      if (product === undefined || fields.published === '0') continue;
      product.variants.push(variantOf(fields, context.now));
      addAttributes(product.draft, fields);
      if (fields.sku) product.draft.extra.push(fields.sku);
    }
    for (const { draft, variants } of products.values()) yield cheapest(draft, variants);
  },
};

/** Published is 1, 0 (private) or -1 (draft). */
function isPublic(fields: Fields): boolean {
  return (fields.published || '1') === '1' && fields['visibility in catalog'] !== 'hidden';
}

function draftOf(line: number, fields: Fields): ProductDraft {
  const draft = emptyDraft(line);
  draft.id = fields.id || fields.sku || '';
  draft.name = { any: htmlToText(fields.name) };
  draft.description = {
    any: [fields['short description'], fields.description]
      .filter(Boolean)
      .map((text) => htmlToText(text.replaceAll('\\n', '\n')))
      .join('\n'),
  };
  // Several categories are separated by commas; the first is the main one.
  const [main = '', ...others] = splitList(fields.categories ?? '', /(?<!\\),/);
  draft.category = splitPath(main.replaceAll('\\,', ','));
  draft.extra.push(...others);
  draft.tags = splitList(fields.tags ?? '', ',');
  draft.image = splitList(fields.images ?? '', ',')[0] ?? '';
  draft.brand = splitList(fields.brands ?? '', ',')[0] ?? '';
  if (fields.id && fields.sku) draft.extra.push(fields.sku);
  if (fields['external url']) draft.url = fields['external url'];
  addAttributes(draft, fields);
  return draft;
}

function variantOf(fields: Fields, now: Date): Variant {
  const regular = fields['regular price'] ?? '';
  const onSale = isWithin(now, fields['date sale price starts'] ?? '', fields['date sale price ends'] ?? '');
  const sale = onSale ? (fields['sale price'] ?? '') : '';
  const outOfStock = /^(0|no|false|outofstock)$/i.test(fields['in stock?'] ?? '');
  return {
    price: sale || regular,
    listPrice: sale === '' ? '' : regular,
    stock: outOfStock ? '0' : (fields.stock ?? ''),
  };
}

function addAttributes(draft: ProductDraft, fields: Fields) {
  for (let at = 1; fields[`attribute ${at} name`] !== undefined; at += 1) {
    const name = fields[`attribute ${at} name`];
    const values = splitList(fields[`attribute ${at} value(s)`] ?? '', /(?<!\\),/);
    if (/^brand$|品牌/i.test(name) && draft.brand === '') draft.brand = values[0] ?? '';
    else for (const value of values) addOption(draft, name, value);
  }
}
