import { distanceOf } from '../../lexical/spelling.ts';
import type { ProductDraft } from '../product-draft.ts';
import type { FeedContext } from './feed.ts';

/** A field of a draft that one column fills. */
export type Field =
  | Exclude<keyof ProductDraft, 'line' | 'name' | 'description' | 'attributes' | 'extra'>
  | 'name'
  | 'description';

/** Column names by field: the documented one first, then what plain catalogues call it. */
const COLUMNS: Record<Field, string[]> = {
  id: [
    'id',
    'product_id',
    'productid',
    'product id',
    'product_uid',
    'uid',
    'item_id',
    'asin',
    'sku',
    'code',
    '编号',
    '商品编号',
    '商品id',
  ],
  name: ['name', 'title', 'product_name', 'product_title', 'product name', 'product title', '名称', '商品名称', '标题'],
  description: [
    'description',
    'body',
    'product_description',
    'product description',
    'desc',
    'summary',
    'text',
    '描述',
    '商品描述',
    '简介',
  ],
  category: ['category', 'categories', 'product_type', 'product_category', 'type', '类别', '分类', '品类'],
  brand: ['brand', 'product_brand', 'supplier', 'manufacturer', 'vendor', '品牌'],
  price: ['price', 'product_price', '价格', '售价'],
  listPrice: ['list_price', 'listprice', '原价'],
  stock: ['stock', 'quantity', 'inventory', '库存'],
  colors: ['colors', 'colours', 'color', 'colour', 'product_color', '颜色'],
  sizes: ['sizes', 'size', '尺码', '尺寸'],
  tags: ['tags', 'keywords', 'labels', '标签'],
  rating: ['rating', 'average_rating', '评分'],
  since: ['since', 'first_sale', '上架日期'],
  image: ['image', 'image_url', 'img', 'picture', 'thumbnail', 'img_low', 'img_high', '图片'],
  url: ['url', 'link', '链接'],
  currency: ['currency', '币种'],
};
const NAME_COLUMNS = ['name_en', 'name_zh', 'title_en', 'title_zh'];
const FIELD_OF = new Map(
  Object.entries(COLUMNS).flatMap(([field, names]) => names.map((name) => [name, field as Field])),
);

const isLocalizedColumn = (column: string) => /^(name|title|description)_(en|zh)$/.test(column);
export const isAttributeColumn = (column: string) => column.startsWith('attr.');
const isKnown = (column: string) =>
  FIELD_OF.has(column) || isLocalizedColumn(column) || isAttributeColumn(column) || column === 'attributes';

/** Which column fills which field: of several that could, the first in the order of COLUMNS. */
export interface ColumnPlan {
  fields: Partial<Record<Field, string>>;
  hasName: boolean;
}

export function planColumns(columns: string[]): ColumnPlan {
  const lower = new Map(columns.map((column) => [column.toLowerCase(), column]));
  const fields: Partial<Record<Field, string>> = {};
  for (const [field, names] of Object.entries(COLUMNS)) {
    const found = names.find((name) => lower.has(name));
    if (found !== undefined) fields[field as Field] = lower.get(found);
  }
  return { fields, hasName: fields.name !== undefined || NAME_COLUMNS.some((column) => lower.has(column)) };
}

/** Whether a file has the columns it cannot do without; reports those that are missing. */
export function hasNeededColumns(
  { fields, hasName }: ColumnPlan,
  { file, report, headerLine = 1 }: FeedContext,
): boolean {
  if (fields.id === undefined) report.mistake(file, headerLine, 'missing column "id"');
  if (!hasName) report.mistake(file, headerLine, 'missing column: one of "name_en", "name_zh", "name" and "title"');
  return fields.id !== undefined && hasName;
}

/** A check of column names that says each unknown one once, however the rows of a JSON feed differ. */
export function createColumnCheck({ file, report, declared, headerLine }: FeedContext) {
  const seen = new Set<string>(['']);
  return (columns: readonly string[], line: number) => {
    if (!declared) return;
    for (const column of columns) {
      if (seen.has(column)) continue;
      seen.add(column);
      if (isKnown(column.toLowerCase())) continue;
      const meant = similarColumn(column.toLowerCase());
      const at = headerLine ?? line;
      if (meant !== undefined) report.mistake(file, at, `unknown column "${column}": did you mean "${meant}"?`);
      else report.warn(file, at, `unknown column "${column}": its text is only searched`);
    }
  };
}

/** A documented column that differs by one or two letters: a slip of the pen, not a column of its own. */
function similarColumn(column: string): string | undefined {
  const documented = [
    ...Object.values(COLUMNS).map((names) => names[0]),
    'name_en',
    'name_zh',
    'description_en',
    'description_zh',
  ];
  return documented.find((name) => name.length >= 4 && distanceOf(name, column, 3) <= (name.length > 5 ? 2 : 1));
}
