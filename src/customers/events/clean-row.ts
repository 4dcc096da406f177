import { createHash } from 'node:crypto';
import { stripHtml } from '../../understanding/text/html.ts';
import { isPlainAscii, squeezeSpaces, UNICODE_STEPS } from '../../understanding/text/unicode.ts';
import { EVENT_TYPES, eventSchema, type IncomingEvent } from './event.ts';

/** Which column holds what; the names are those of `COLUMN_NAMES`. */
export type ColumnMap = Partial<Record<FieldName, string>>;

export type FieldName =
  | 'id'
  | 'customer'
  | 'type'
  | 'at'
  | 'productId'
  | 'value'
  | 'price'
  | 'quantity'
  | 'text'
  | 'invoice'
  | 'userAgent';

/** Names under which shops export a field, most telling first; compared without case, spaces and underscores. */
const COLUMN_NAMES: Record<FieldName, string[]> = {
  id: ['id', 'eventid', '事件编号'],
  customer: ['customer', 'customerid', 'userid', 'user', 'visitorid', '客户', '客户编号', '用户', '用户id'],
  type: ['type', 'event', 'eventtype', 'action', '类型', '事件'],
  at: ['at', 'time', 'timestamp', 'date', 'invoicedate', 'createdat', '时间', '日期'],
  productId: ['productid', 'product', 'stockcode', 'sku', 'itemid', 'item', '商品', '商品编号'],
  value: ['value', 'amount', 'total', 'revenue', 'rating', '金额', '评分'],
  price: ['price', 'unitprice', 'unitpricegbp', '单价', '价格'],
  quantity: ['quantity', 'qty', '数量'],
  text: ['text', 'query', 'review', 'comment', '内容', '评论'],
  invoice: ['invoice', 'invoiceno', 'orderid', 'order', '订单', '订单号'],
  userAgent: ['useragent'],
};

const FIELD_NAMES = Object.keys(COLUMN_NAMES) as FieldName[];
const TYPE_NAMES: Record<string, IncomingEvent['type']> = {
  buy: 'purchase',
  order: 'purchase',
  购买: 'purchase',
  transaction: 'purchase',
  pageview: 'view',
  浏览: 'view',
  addtocart: 'cart',
  add_to_cart: 'cart',
  加购: 'cart',
  搜索: 'search',
  refund: 'return',
  退货: 'return',
  评分: 'rating',
  评论: 'review',
};
const BOTS =
  /\b(?:bot|crawler|spider|slurp|headless|curl|wget|python-requests)\b|(?:google|bing|baidu)bot|baiduspider/i;

export type CleanedRow =
  | { event: IncomingEvent; changes: string[] }
  /** `mistake` = the row is wrong and its line is worth telling; else it was left out on purpose. */
  | { dropped: string; mistake: boolean };

/** Which columns of a file hold what; `given` goes before what the names tell. */
export function mapColumns(columns: readonly string[], given: ColumnMap = {}): ColumnMap {
  const plain = (name: string) => name.toLowerCase().replace(/[\s_-]+/g, '');
  const map: ColumnMap = {};
  for (const field of FIELD_NAMES) {
    const found = COLUMN_NAMES[field].map((name) => columns.find((column) => plain(column) === name)).find(Boolean);
    const column = given[field] ?? found;
    if (column !== undefined) map[field] = column;
  }
  return map;
}

/**
 * Makes rows into events. A file without types is one of invoices: each row a purchase, or a return when the quantity
 * is below 0 or the invoice begins with C. A row without an id gets one from its content, so that it stays one event.
 */
export function createRowCleaner({ columns, now }: { columns: ColumnMap; now: Date }) {
  const schema = eventSchema(now);
  return function clean(fields: Record<string, unknown>): CleanedRow {
    const changes = new Set<string>();
    const text = (field: FieldName): string | undefined => {
      const raw = columns[field] === undefined ? undefined : fields[columns[field]];
      if (raw === undefined || raw === null || raw === '') return undefined;
      if (typeof raw !== 'string' && typeof raw !== 'number') return undefined;
      return cleanValue(String(raw), changes) || undefined;
    };
    if (BOTS.test(text('userAgent') ?? '')) return { dropped: 'bot', mistake: false };
    const customer = text('customer');
    if (customer === undefined) return { dropped: 'no customer', mistake: false };
    const quantity = numberOf(text('quantity'));
    const price = numberOf(text('price'));
    const invoice = text('invoice');
    const said = text('type')?.toLowerCase();
    const isReturn = (quantity ?? 1) < 0 || /^c\d/i.test(invoice ?? '');
    const type = said === undefined ? (isReturn ? 'return' : 'purchase') : (TYPE_NAMES[said] ?? said);
    if (said === undefined && price === 0) return { dropped: 'price 0', mistake: false };
    const value = numberOf(text('value')) ?? (price === undefined ? undefined : round(price * Math.abs(quantity ?? 1)));
    const parsed = schema.safeParse({
      id: text('id') ?? idOf(fields),
      customer,
      type,
      at: timeOf(text('at')),
      productId: text('productId'),
      value,
      quantity: quantity === undefined ? undefined : Math.abs(quantity),
      text: text('text'),
      ...(invoice !== undefined && { data: { invoice } }),
    });
    if (parsed.success) return { event: parsed.data, changes: [...changes] };
    const [issue] = parsed.error.issues;
    const field = String(issue.path[0] ?? 'row');
    const problem = field === 'type' ? `is none of ${EVENT_TYPES.join(', ')}` : issue.message;
    return { dropped: `${columns[field as FieldName] ?? field}: ${problem}`, mistake: true };
  };
}

function cleanValue(raw: string, changes: Set<string>): string {
  if (isPlainAscii(raw) && !raw.includes('<') && !raw.includes('&')) return raw.trim();
  let text = raw;
  for (const { name, apply } of [...UNICODE_STEPS, { name: 'html', apply: stripHtml }]) {
    const next = apply(text);
    if (next !== text) changes.add(name);
    text = next;
  }
  return squeezeSpaces(text);
}

/** NaN stays NaN, so that the schema refuses it by name; absent stays absent. */
function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const plain = text.replace(/^[£$€¥]\s*/, '').replace(/,(?=\d{3}\b)/g, '');
  return plain === '' ? Number.NaN : Number(plain);
}

function timeOf(text: string | undefined): string | number | undefined {
  if (text === undefined || !/^\d{9,13}$/.test(text)) return text;
  return text.length > 10 ? Number(text) : Number(text) * 1000;
}

const round = (money: number): number => Math.round(money * 100) / 100;

/** An id from what the row says: the same row twice is one event. */
function idOf(fields: Record<string, unknown>): string {
  return `row-${createHash('sha1').update(JSON.stringify(fields)).digest('base64url')}`;
}
