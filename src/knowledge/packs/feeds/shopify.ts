import { htmlToText } from '../../ingestion/html-text.ts';
import { emptyDraft, type ProductDraft } from '../product-draft.ts';
import { type Feed, lowerCase, splitList, splitPath } from './feed.ts';
import { addOption, cheapest, type Variant } from './variants.ts';

/**
 * Shopify's product export: a product is a row with a title and the rows of its further variants and pictures, all
 * with its handle. Both the old column names and those of 2025 are read.
 * https://help.shopify.com/en/manual/products/import-export/using-csv
 */
export const shopifyFeed: Feed = {
  name: 'Shopify',
  own: false,
  recognises: (columns) =>
    (columns.has('handle') || columns.has('url handle')) &&
    columns.has('title') &&
    (columns.has('variant price') || columns.has('option1 name')),
  async *drafts(rows, { file, report }) {
    let current: { draft: ProductDraft; hidden: boolean; variants: Variant[]; options: string[] } | undefined;
    const finished = () => (current === undefined || current.hidden ? [] : [cheapest(current.draft, current.variants)]);
    for await (const row of rows) {
      const fields = lowerCase(row);
      const get = (...names: string[]) => names.map((name) => fields[name]).find((value) => value) ?? '';
      const handle = get('handle', 'url handle');
      const title = get('title');
      // A row without a handle of its own belongs to the product above it.
      if (
        current === undefined ||
        (handle !== '' && handle !== current.draft.id) ||
        (title !== '' && title !== current.draft.name.any)
      ) {
        yield* finished();
        const draft = emptyDraft(row.line);
        draft.id = handle;
        draft.name = { any: title };
        draft.description = { any: htmlToText(get('body (html)', 'description')) };
        draft.brand = get('vendor');
        draft.category = splitPath(get('type', 'custom product type', 'product category', 'standard product type'));
        draft.tags = splitList(get('tags'), ',');
        draft.image = get('image src', 'product image url');
        const published = get('published', 'published on online store');
        const hidden = /^(false|0|no)$/i.test(published) || /^(draft|archived)$/i.test(get('status'));
        if (handle === '') report.mistake(file, row.line, 'no handle');
        current = { draft, hidden: hidden || handle === '', variants: [], options: [] };
      }
      const { draft, variants, options } = current;
      for (const place of [1, 2, 3]) {
        options[place] = get(`option${place} name`) || options[place] || '';
        addOption(draft, options[place], get(`option${place} value`));
      }
      const price = get('variant price', 'price');
      if (price !== '') {
        variants.push({
          price,
          listPrice: get('variant compare at price', 'compare-at price'),
          stock: stockOf(fields),
        });
      }
      const sku = get('variant sku', 'sku');
      if (sku !== '') draft.extra.push(sku);
      for (const [column, value] of Object.entries(fields)) {
        if (column.includes('product.metafields.') && value !== '') draft.extra.push(value);
      }
    }
    yield* finished();
  },
};

/** '' where nobody counts: no tracker is set, or the product is sold beyond its stock. */
function stockOf(fields: Record<string, string>): string {
  const quantity = fields['variant inventory qty'] || (fields['inventory quantity'] ?? '');
  const tracker = fields['variant inventory tracker'] ?? fields['inventory tracker'];
  const policy = fields['variant inventory policy'] ?? fields['continue selling when out of stock'] ?? '';
  const oversells = /^(continue|true|yes)$/i.test(policy) && Number(quantity) <= 0;
  return tracker === '' || oversells ? '' : quantity;
}
