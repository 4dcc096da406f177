import { z } from 'zod';
import type { Report } from '../ingestion/report.ts';
import { readRows } from '../ingestion/rows.ts';
import type { SourceFile } from '../ingestion/text-file.ts';
import type { PackOrder } from '../pack.ts';

const COLUMNS = ['id', 'status', 'items', 'placed_at'];
const notADate = (issue: { input?: unknown }) => `"${String(issue.input)}" is not a date such as 2025-03-31`;
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/, { error: notADate });
const orderSchema = z.object({
  id: z.string().trim().min(1, 'no id'),
  status: z.enum(['processing', 'shipped', 'delivered', 'cancelled', 'returned'], {
    error: (issue) => `unknown status "${String(issue.input)}"`,
  }),
  items: z.string().transform((items) =>
    items
      .split('|')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
  placed_at: date,
  eta_at: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2}.*)?$/, { error: notADate })
    .default(''),
  carrier: z.string().default(''),
  tracking: z.string().default(''),
});

/** Reads orders.csv; an item must be one of the products. */
export async function readOrders(
  source: SourceFile,
  productIds: ReadonlySet<string>,
  report: Report,
): Promise<PackOrder[]> {
  const orders = new Map<string, PackOrder>();
  let first = true;
  for await (const { line, fields } of readRows(source, report)) {
    const mistake = (message: string) => report.mistake(source.file, line, message);
    if (first) {
      const missing = COLUMNS.filter((column) => !(column in fields));
      for (const column of missing) report.mistake(source.file, 1, `missing column "${column}"`);
      if (missing.length > 0) return [];
      first = false;
    }
    const result = orderSchema.safeParse(fields);
    if (!result.success) {
      for (const issue of result.error.issues) mistake(`${issue.message} (${issue.path.join('.')})`);
      continue;
    }
    const { id, status, items, placed_at: placedAt, eta_at: etaAt, carrier, tracking } = result.data;
    for (const item of items) if (!productIds.has(item)) mistake(`unknown product "${item}" in order ${id}`);
    if (orders.has(id)) mistake(`duplicate id "${id}"`);
    const order: PackOrder = { id, status, items, placedAt };
    if (etaAt !== '') order.etaAt = etaAt;
    if (carrier !== '') order.carrier = carrier;
    if (tracking !== '') order.tracking = tracking;
    orders.set(id, order);
  }
  return [...orders.values()];
}
