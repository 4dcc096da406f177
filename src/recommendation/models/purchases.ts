const DAY_MS = 86_400_000;

/** One purchase of one product, as the models read it. */
export interface Purchase {
  customerId: string;
  productId: string;
  at: Date;
}

/** What one customer bought: parallel arrays sorted by item, then day; one entry a product and day. */
export interface History {
  items: Int32Array;
  /** Days since 1970. */
  days: Float64Array;
}

/** All purchases by index: customer `u` has the entries `start[u]` to `start[u + 1]`. Plain arrays, so that a thread can be given them. */
export interface Purchases extends History {
  products: string[];
  start: Int32Array;
}

export const dayOf = (at: Date): number => at.getTime() / DAY_MS;

/** Gathers purchases one by one; `build` numbers, sorts and merges them. */
export function createPurchaseLog() {
  const products = new Map<string, number>();
  const customers = new Map<string, { items: number[]; days: number[] }>();
  return {
    get size() {
      return customers.size;
    },
    add({ customerId, productId, at }: Purchase) {
      const item = products.get(productId) ?? products.size;
      if (item === products.size) products.set(productId, item);
      const history = customers.get(customerId) ?? { items: [], days: [] };
      customers.set(customerId, history);
      history.items.push(item);
      history.days.push(dayOf(at));
    },
    build(): Purchases & { customers: string[] } {
      const histories = [...customers.values()].map(({ items, days }) => toHistory(items, days));
      return { ...join(histories, [...products.keys()]), customers: [...customers.keys()] };
    },
  };
}

/** The history of (item, day) pairs in any order. */
export function toHistory(items: readonly number[], days: readonly number[]): History {
  const order = items.map((_, at) => at).sort((a, b) => items[a] - items[b] || days[a] - days[b]);
  const kept = order.filter(
    (at, n) => n === 0 || items[at] !== items[order[n - 1]] || Math.floor(days[at]) !== Math.floor(days[order[n - 1]]),
  );
  return { items: Int32Array.from(kept, (at) => items[at]), days: Float64Array.from(kept, (at) => days[at]) };
}

export function historyOf({ start, items, days }: Purchases, customer: number): History {
  const [from, to] = [start[customer], start[customer + 1]];
  return { items: items.subarray(from, to), days: days.subarray(from, to) };
}

/** Only what was bought before `day`; customers keep their numbers. */
export function before(purchases: Purchases, day: number): Purchases {
  const histories = Array.from({ length: purchases.start.length - 1 }, (_, customer) => {
    const { items, days } = historyOf(purchases, customer);
    const kept = Array.from(items.keys()).filter((at) => days[at] < day);
    return { items: Int32Array.from(kept, (at) => items[at]), days: Float64Array.from(kept, (at) => days[at]) };
  });
  return join(histories, purchases.products);
}

function join(histories: readonly History[], products: string[]): Purchases {
  const size = histories.reduce((sum, { items }) => sum + items.length, 0);
  const joined = {
    products,
    start: new Int32Array(histories.length + 1),
    items: new Int32Array(size),
    days: new Float64Array(size),
  };
  let at = 0;
  histories.forEach(({ items, days }, customer) => {
    joined.items.set(items, at);
    joined.days.set(days, at);
    at += items.length;
    joined.start[customer + 1] = at;
  });
  return joined;
}

/** What is known of each product a customer bought. Ages in days before `now`. */
export interface Bought {
  item: number;
  count: number;
  /** Age of the last and the first purchase. */
  last: number;
  first: number;
  /** Sum of exp(-age / 365) over its purchases. */
  decayed: number;
}

export function summarize({ items, days }: History, now: number): { bought: Bought[]; baskets: number } {
  const bought: Bought[] = [];
  const baskets = new Set<number>();
  for (let at = 0; at < items.length; at++) {
    const age = Math.max(0, now - days[at]);
    baskets.add(Math.floor(days[at]));
    const open = bought.at(-1);
    if (open?.item === items[at]) {
      open.count++;
      open.last = age;
      open.decayed += Math.exp(-age / 365);
    } else bought.push({ item: items[at], count: 1, last: age, first: age, decayed: Math.exp(-age / 365) });
  }
  return { bought, baskets: baskets.size };
}
