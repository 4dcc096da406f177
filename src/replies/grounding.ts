import type { Pack } from '../knowledge/pack.ts';
import type { Brief } from './brief.ts';
import { formatMoney } from './format.ts';
import type { Reply } from './reply.ts';

export interface GroundingResult {
  /** The reply without what could not be grounded. */
  reply: Reply;
  /** What was objected to, in words for the log. */
  violations: string[];
}

/**
 * Checks that every product card stands in the pack with its price, and that nothing is sold in a complaint.
 * Cards that fail are taken out.
 */
export function checkGrounding(reply: Reply, briefs: readonly Brief[], pack: Pack): GroundingResult {
  const violations: string[] = [];
  const complaining = briefs.some(({ kind }) => kind === 'complaint');
  const products = (reply.products ?? []).filter((card) => {
    const product = pack.products.find(({ id }) => id === card.productId);
    if (!product) violations.push(`product ${card.productId} is not in the pack`);
    else if (complaining) violations.push(`product ${card.productId} offered to a complaining customer`);
    else if (product.price !== null && card.price !== formatMoney(product.price, product.currency, reply.language)) {
      violations.push(`price of ${card.productId} is not the pack's`);
    } else return true;
    return false;
  });
  if (violations.length === 0) return { reply, violations };
  return { reply: { ...reply, products }, violations };
}
