import type { EventRepository, StoredEvent } from '../../store/events.ts';
import { fitInThread } from './fit-in-thread.ts';
import type { NextBasket } from './next-basket.ts';
import { createPurchaseLog, dayOf, type Purchase } from './purchases.ts';

export interface LiveModelOptions {
  events: Pick<EventRepository<StoredEvent>, 'stream'>;
  logger: { info(details: object, message: string): void; warn(details: object, message: string): void };
  now?(): Date;
  /** The segment of each customer who is in one. */
  segmentsOf?(): AsyncIterable<{ customerId: string; segmentId: string }>;
  /** Default: in a thread. */
  train?: typeof fitInThread;
}

/** The model of the store's purchases, fitted again in the background. */
export interface LiveModel {
  /** Absent until the first fit, and while there are too few purchases. */
  current(): (NextBasket & { version: number }) | undefined;
  /** Customers of a segment who bought each product, as of the last fit. */
  buyersIn(segmentId: string): ReadonlyMap<string, number> | undefined;
  /** Fits now; at once one fit only, and a failed one leaves the old model. */
  refresh(): Promise<void>;
  /** Tells that events came in; many enough start a fit. */
  note(count: number): void;
  /** Fits now and every half hour in which something came in. */
  start(): void;
  stop(): Promise<void>;
}

const EVERY_MS = 30 * 60_000;
const EVENTS_WORTH_FITTING = 5000;
/** The newest purchases read, and the most bought products kept: beyond them lie only time and memory. */
const MOST_PURCHASES = 600_000;
const MOST_PRODUCTS = 4000;
const FEWEST_CUSTOMERS = 20;

export function createLiveModel({
  events,
  logger,
  now = () => new Date(),
  segmentsOf,
  train = fitInThread,
}: LiveModelOptions): LiveModel {
  let model: (NextBasket & { version: number }) | undefined;
  let buyers = new Map<string, Map<string, number>>();
  let running: Promise<void> | undefined;
  let noted = 0;
  let timer: NodeJS.Timeout | undefined;
  const stopping = new AbortController();

  async function read() {
    const purchases: Purchase[] = [];
    const counts = new Map<string, number>();
    for await (const { customerId, productId, at } of events.stream({ type: 'purchase' })) {
      if (stopping.signal.aborted || purchases.length >= MOST_PURCHASES) break;
      if (productId === undefined) continue;
      purchases.push({ customerId, productId, at });
      counts.set(productId, (counts.get(productId) ?? 0) + 1);
    }
    const sorted = [...counts].sort(([, a], [, b]) => b - a).slice(0, MOST_PRODUCTS);
    const kept = new Set(sorted.map(([id]) => id));
    const log = createPurchaseLog();
    for (const purchase of purchases) if (kept.has(purchase.productId)) log.add(purchase);
    buyers = await countBuyers(purchases);
    return log;
  }

  async function countBuyers(purchases: readonly Purchase[]): Promise<typeof buyers> {
    const segments = new Map<string, string>();
    for await (const { customerId, segmentId } of segmentsOf?.() ?? []) segments.set(customerId, segmentId);
    const counted = new Set<string>();
    const counts: typeof buyers = new Map();
    for (const { customerId, productId } of segments.size === 0 ? [] : purchases) {
      const segment = segments.get(customerId);
      if (segment === undefined || counted.has(`${customerId}|${productId}`)) continue;
      counted.add(`${customerId}|${productId}`);
      const own = counts.get(segment) ?? new Map<string, number>();
      counts.set(segment, own.set(productId, (own.get(productId) ?? 0) + 1));
    }
    return counts;
  }

  async function fitOnce(): Promise<void> {
    noted = 0;
    try {
      const log = await read();
      if (log.size < FEWEST_CUSTOMERS || stopping.signal.aborted) return;
      const { customers: _, ...purchases } = log.build();
      const started = performance.now();
      const fitted = await train(purchases, dayOf(now()), stopping.signal);
      model = { ...fitted, version: (model?.version ?? 0) + 1 };
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      logger.info({ products: model.products.length, customers: log.size, seconds }, 'recommendation model fitted');
    } catch (error) {
      if (!stopping.signal.aborted)
        logger.warn({ err: error }, 'the recommendation model could not be fitted; the old one stays');
    }
  }

  function refresh(): Promise<void> {
    running ??= fitOnce().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    current: () => model,
    buyersIn: (segmentId) => buyers.get(segmentId),
    refresh,
    note(count) {
      noted += count;
      if (noted >= EVENTS_WORTH_FITTING) void refresh();
    },
    start() {
      void refresh();
      timer = setInterval(() => noted > 0 && void refresh(), EVERY_MS);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}
