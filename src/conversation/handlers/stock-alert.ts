import type { Product } from '../../knowledge/pack.ts';
import type { Handled, TurnContext, TurnParts } from '../context.ts';
import { isToBeHad } from '../outreach/stock-alerts.ts';

/** "Tell me when it is back": noted when it is sold out, answered at once when it is not. */
export async function stockAlert(
  { turn, customer, language }: TurnContext,
  { stockAlerts }: TurnParts,
  product: Product,
): Promise<Handled> {
  const about = { about: [product], dialogue: { focus: product.id } };
  if (isToBeHad(product)) return { brief: { kind: 'stock_alert', product, state: 'available' }, ...about };
  if (!stockAlerts) return { brief: { kind: 'product_facts', product, asked: ['stock'], passages: [] }, ...about };
  const { conversationId } = turn;
  await stockAlerts.add({ conversationId, customerId: customer.id, productId: product.id, language });
  return { brief: { kind: 'stock_alert', product, state: 'noted' }, ...about };
}
