import { hasHtml, htmlToText } from '../../ingestion/html-text.ts';
import { emptyDraft } from '../product-draft.ts';
import { type Feed, isWithin, lowerCase, splitList, splitPath } from './feed.ts';

/**
 * Google Merchant product data, TSV or XML (RSS 2.0 and Atom).
 * https://support.google.com/merchants/answer/7052112
 */
export const googleFeed: Feed = {
  name: 'Google Merchant',
  own: false,
  recognises: (columns) =>
    columns.has('id') &&
    columns.has('title') &&
    ['image_link', 'image link', 'availability', 'google_product_category', 'item_group_id'].some((each) =>
      columns.has(each),
    ),
  async *drafts(rows, { now }) {
    for await (const row of rows) {
      const raw = lowerCase(row);
      // TSV headers may be written with spaces or with the XML prefix.
      const fields: Record<string, string> = {};
      for (const [name, value] of Object.entries(raw)) fields[name.replace(/^g:/, '').replaceAll(' ', '_')] = value;
      const draft = emptyDraft(row.line);
      const description = fields.description ?? '';
      draft.id = fields.id ?? '';
      draft.name = { any: fields.title ?? '' };
      draft.description = { any: hasHtml(description) ? htmlToText(description) : description };
      draft.brand = fields.brand ?? '';
      draft.category = splitPath(fields.product_type || categoryName(fields.google_product_category ?? ''));
      const [from = '', to = ''] = (fields.sale_price_effective_date ?? '').split('/');
      const sale = isWithin(now, from, to) ? (fields.sale_price ?? '') : '';
      draft.price = sale || (fields.price ?? '');
      draft.listPrice = sale === '' ? '' : (fields.price ?? '');
      draft.stock = stockOf(fields);
      draft.colors = splitList(fields.color ?? '', '/');
      draft.sizes = splitList(fields.size ?? '', /[/,]/);
      draft.image = fields.image_link ?? '';
      draft.url = fields.link ?? '';
      draft.extra = [
        'gtin',
        'mpn',
        'material',
        'pattern',
        'gender',
        'age_group',
        'condition',
        'product_highlight',
        'product_detail',
      ]
        .map((name) => fields[name] ?? '')
        .filter((each) => each !== '');
      yield draft;
    }
  },
};

function stockOf(fields: Record<string, string>): string {
  const availability = (fields.availability ?? '').replaceAll('_', ' ').toLowerCase();
  if (availability === 'out of stock') return '0';
  return fields.quantity ?? fields.sell_on_google_quantity ?? '';
}

/** Google's category is a path, or its number in Google's list, which says nothing to a customer. */
function categoryName(category: string): string {
  return /^\d+$/.test(category) ? '' : category;
}
