import { localize, type PackOrder } from '../../knowledge/pack.ts';
import type { Handler } from '../context.ts';

/** Tells an order's status; without a number it asks for one. */
export const orderStatus: Handler = ({ understanding, language, plan }, { pack, retriever }) => {
  if (plan.intent === 'no_order_number') {
    return {
      brief: { kind: 'order_which', lost: true },
      dialogue: { pending: { kind: 'handoff', reason: 'unanswered' } },
    };
  }
  const [asked] = understanding.entities.orderNumbers;
  if (asked === undefined) return { brief: { kind: 'order_which' }, dialogue: { pending: { kind: 'order' } } };
  const order = findOrder(pack.orders, asked);
  if (!order) return { brief: { kind: 'order_unknown', id: asked }, dialogue: { pending: { kind: 'order' } } };
  const items = order.items.map((id) => localize(retriever.product(id)?.name, language) || id);
  return { brief: { kind: 'order', order, items } };
};

/** By the whole number, or by its digits alone when just one order ends so. */
function findOrder(orders: readonly PackOrder[], asked: string): PackOrder | undefined {
  const wanted = normalise(asked);
  const exact = orders.find(({ id }) => normalise(id) === wanted);
  if (exact || !/^\d{4,}$/.test(wanted)) return exact;
  const ending = orders.filter(({ id }) => normalise(id).endsWith(wanted));
  return ending.length === 1 ? ending[0] : undefined;
}

const normalise = (id: string) => id.toUpperCase().replace(/[^A-Z0-9]/g, '');
