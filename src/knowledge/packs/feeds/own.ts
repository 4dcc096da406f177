import type { Row } from '../../ingestion/row.ts';
import { type DraftText, emptyDraft, type ProductDraft } from '../product-draft.ts';
import { type Feed, type FeedContext, fieldText, splitList, splitPath } from './feed.ts';

type Field =
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
const isAttributeColumn = (column: string) => column.startsWith('attr.');
const isKnown = (column: string) =>
  FIELD_OF.has(column) || isLocalizedColumn(column) || isAttributeColumn(column) || column === 'attributes';

/** The columns of docs/PACKS.md, and plain catalogues of ids, titles and whatever else they hold. */
export const ownFeed: Feed = {
  name: 'own columns',
  own: true,
  recognises: () => true,
  async *drafts(rows, context) {
    const plans = new Map<string, ColumnPlan>();
    for await (const row of rows) {
      const signature = Object.keys(row.fields).join('\n');
      let plan = plans.get(signature);
      if (plan === undefined) {
        plan = planColumns(Object.keys(row.fields));
        if (context.headerLine !== undefined && !hasNeededColumns(plan, context)) return;
        checkUnknownColumns(row, plans, context);
        plans.set(signature, plan);
      }
      yield draftOf(row, plan);
    }
  },
};

/** Which column fills which field: of several that could, the first in the order of COLUMNS. */
interface ColumnPlan {
  fields: Partial<Record<Field, string>>;
  hasName: boolean;
}

function planColumns(columns: string[]): ColumnPlan {
  const lower = new Map(columns.map((column) => [column.toLowerCase(), column]));
  const fields: Partial<Record<Field, string>> = {};
  for (const [field, names] of Object.entries(COLUMNS)) {
    const found = names.find((name) => lower.has(name));
    if (found !== undefined) fields[field as Field] = lower.get(found);
  }
  return { fields, hasName: fields.name !== undefined || NAME_COLUMNS.some((column) => lower.has(column)) };
}

function hasNeededColumns({ fields, hasName }: ColumnPlan, { file, report, headerLine = 1 }: FeedContext): boolean {
  if (fields.id === undefined) report.mistake(file, headerLine, 'missing column "id"');
  if (!hasName) report.mistake(file, headerLine, 'missing column: one of "name_en", "name_zh", "name" and "title"');
  return fields.id !== undefined && hasName;
}

/** Reports each unknown column once, however the rows of a JSON feed differ. */
function checkUnknownColumns(
  row: Row,
  plans: Map<string, ColumnPlan>,
  { file, report, declared, headerLine }: FeedContext,
) {
  if (!declared) return;
  const seen = new Set([...plans.keys()].flatMap((signature) => signature.split('\n')));
  for (const column of Object.keys(row.fields)) {
    if (column === '' || seen.has(column) || isKnown(column.toLowerCase())) continue;
    const line = headerLine ?? row.line;
    const meant = similarColumn(column.toLowerCase());
    if (meant !== undefined) report.mistake(file, line, `unknown column "${column}": did you mean "${meant}"?`);
    else report.warn(file, line, `unknown column "${column}": its text is only searched`);
  }
}

function draftOf(row: Row, { fields: plan }: ColumnPlan): ProductDraft {
  const draft = emptyDraft(row.line);
  const value = (field: Field): unknown => (plan[field] === undefined ? undefined : row.fields[plan[field]]);
  const scalar = (field: Field): string | number => {
    const raw = value(field);
    return typeof raw === 'number' ? raw : fieldText(raw);
  };
  draft.id = fieldText(value('id'));
  draft.name = textOf(value('name'));
  draft.description = textOf(value('description'));
  draft.category = pathOf(value('category'));
  draft.brand = fieldText(value('brand'));
  draft.price = scalar('price');
  draft.listPrice = scalar('listPrice');
  draft.stock = scalar('stock');
  draft.rating = scalar('rating');
  draft.colors = listOf(value('colors'));
  draft.sizes = listOf(value('sizes'));
  draft.tags = listOf(value('tags'));
  draft.since = fieldText(value('since'));
  draft.image = fieldText(value('image'));
  draft.url = fieldText(value('url'));
  draft.currency = fieldText(value('currency'));

  const used = new Set(Object.values(plan));
  for (const [column, raw] of Object.entries(row.fields)) {
    if (used.has(column)) continue;
    const localized = /^(name|title|description)_(en|zh)$/.exec(column.toLowerCase());
    if (localized !== null) {
      const target = localized[1] === 'description' ? draft.description : draft.name;
      target[localized[2] as 'en' | 'zh'] = fieldText(raw);
    } else if (isAttributeColumn(column.toLowerCase())) draft.attributes[column.slice(5)] = raw;
    else if (column === 'attributes' && typeof raw === 'object' && raw !== null) Object.assign(draft.attributes, raw);
    else draft.extra.push(...searchableTexts(raw));
  }
  return draft;
}

function textOf(value: unknown): DraftText {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { en, zh } = value as Record<string, unknown>;
    return { en: fieldText(en), zh: fieldText(zh) };
  }
  if (Array.isArray(value)) return { any: value.map(fieldText).join('\n') };
  return { any: fieldText(value) };
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(fieldText).filter((each) => each !== '') : splitList(fieldText(value), '|');
}

function pathOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(fieldText).filter((each) => each !== '') : splitPath(fieldText(value));
}

/** Words of an unknown field, however nested; links, flags and bare numbers say nothing a customer would search. */
function searchableTexts(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return /^\s*$|^https?:|^data:|^-?[\d.,]+$/.test(value) ? [] : [value.trim()];
  if (typeof value !== 'object' || value === null || depth > 4) return [];
  return Object.values(value).flatMap((each) => searchableTexts(each, depth + 1));
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
  return documented.find((name) => name.length >= 4 && editDistance(name, column) <= (name.length > 5 ? 2 : 1));
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}
