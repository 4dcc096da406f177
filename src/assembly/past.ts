import type { TurnStore } from '../conversation/inbox.ts';

/** A customer's newest purchases that recommendations read, and their newest other doings: many views must not hide what was bought. */
const PURCHASES_READ = 300;
const DOINGS_READ = 100;
const DOINGS = ['cart', 'click', 'view', 'return', 'rating', 'review'];
/** A customer's newest recommending turns in which a product that was bought is looked for. */
const LISTS_READ = 20;

/** What recommendations read of a customer's past. */
export function createPast({ events, turns }: Pick<TurnStore, 'events' | 'turns'>) {
  return {
    /** What a customer did with products, newest first. */
    async deedsOf(customerId: string) {
      const [bought, done] = await Promise.all([
        events.find({ customerId, type: 'purchase' }, { limit: PURCHASES_READ }),
        events.find({ customerId, type: DOINGS }, { limit: DOINGS_READ }),
      ]);
      const found = [...bought, ...done].sort((a, b) => b.at.getTime() - a.at.getTime());
      return found.flatMap(({ productId, ...deed }) => (productId === undefined ? [] : [{ ...deed, productId }]));
    },
    /** The lists a customer was shown within a time, newest first. */
    async shownTo(customerId: string, from: Date, to: Date) {
      const { items } = await turns.find({ customerId, route: 'recommend', from, to }, { limit: LISTS_READ });
      return items.map(({ id, receivedAt: at, recommendations = [] }) => ({ turnId: id, at, items: recommendations }));
    },
  };
}
