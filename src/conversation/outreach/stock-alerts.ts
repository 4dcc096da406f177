import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { PersonalData, Subject } from '../../customers/privacy/personal-data.ts';
import { messageOf } from '../../errors.ts';
import type { Product } from '../../knowledge/pack.ts';
import type { Reply } from '../../replies/reply.ts';
import { defineModel } from '../../store/records.ts';
import type { ReplyLanguage } from '../../understanding/understanding.ts';
import type { Proactive } from './proactive.ts';

/** Who wants to be told that a product is back. */
export interface StockAlert {
  conversationId: string;
  customerId: string;
  productId: string;
  language: ReplyLanguage;
}

/** Notes that customers asked for: "tell me when it is back". */
export interface StockAlerts {
  /** Remembers the wish; twice is once. */
  add(alert: StockAlert): Promise<void>;
  /** Tells those whose product is to be had again, each once whatever happens; resolves with how many were told. */
  notify(): Promise<number>;
  /** Resolves when nobody is being told. */
  settled(): Promise<void>;
  /** Tells nobody more; who still waits is told after the next start. */
  stop(): Promise<void>;
  createIndexes(): Promise<void>;
}

export interface StockAlertsOptions {
  connection: Connection;
  proactive: Proactive;
  /** As it is now. */
  product(id: string): Product | undefined;
  /** Words the note. */
  write(product: Product, language: ReplyLanguage): Reply;
  logger: Logger;
  now?(): Date;
}

type Stored = StockAlert & { _id: string; since: Date; expiresAt: Date };

const COLLECTION = 'stockAlerts';
/** Who has waited longer no longer wants it. */
const KEPT_MS = 180 * 86_400_000;
const AT_ONCE = 20;

export function createStockAlerts(options: StockAlertsOptions): StockAlerts {
  const { connection, proactive, product, write, logger, now = () => new Date() } = options;
  const model = defineModel(
    connection,
    COLLECTION,
    { conversationId: String, customerId: String, productId: String, since: Date, expiresAt: Date },
    [[{ expiresAt: 1 }, { expireAfterSeconds: 0 }], [{ productId: 1 }], [{ customerId: 1 }], [{ conversationId: 1 }]],
  );
  let underWay: Promise<unknown> = Promise.resolve();
  let stopped = false;

  async function tell({ _id, conversationId, language, since }: Stored, back: Product): Promise<boolean> {
    try {
      const reply = write(back, language);
      const key = `${COLLECTION}:${_id}:${since.getTime()}`;
      const outcome = await proactive.send({ conversationId, reply, purpose: 'service', key });
      // A channel that is off today may be on tomorrow.
      if (outcome === 'off') return false;
      await model.deleteOne({ _id, since });
      return outcome === 'sent' || outcome === 'queued';
    } catch (error) {
      logger.error({ error: messageOf(error), productId: back.id }, 'a back-in-stock note is left for the next time');
      return false;
    }
  }

  async function notify(): Promise<number> {
    let told = 0;
    const wanted = (await model.distinct('productId')) as string[];
    for (const productId of wanted) {
      const back = product(productId);
      if (!back || !isToBeHad(back)) continue;
      const waiting = await model.find({ productId }).sort({ since: 1 }).lean<Stored[]>();
      for (let start = 0; start < waiting.length && !stopped; start += AT_ONCE) {
        const outcomes = await Promise.all(waiting.slice(start, start + AT_ONCE).map((alert) => tell(alert, back)));
        told += outcomes.filter(Boolean).length;
      }
    }
    return told;
  }

  return {
    async add({ conversationId, productId, ...rest }) {
      const since = now();
      await model.updateOne(
        { _id: `${conversationId}|${productId}` },
        {
          $set: { ...rest, expiresAt: new Date(since.getTime() + KEPT_MS) },
          $setOnInsert: { conversationId, productId, since },
        },
        { upsert: true },
      );
    },
    notify() {
      const notified = underWay.then(notify, notify);
      underWay = notified.catch(() => undefined);
      return notified;
    },
    async settled() {
      await underWay;
    },
    async stop() {
      stopped = true;
      await underWay;
    },
    createIndexes: () => model.createIndexes(),
  };
}

/** Stock that is not counted is always there. */
export function isToBeHad({ stock }: Product): boolean {
  return stock === null || stock > 0;
}

/** Where the wishes lie, for export and erase. */
export function stockAlertData(connection: Connection): PersonalData {
  const alerts = () => connection.collection<{ _id: string }>(COLLECTION);
  const of = ({ customerId, conversationIds }: Subject) => ({
    $or: [{ customerId: { $eq: customerId } }, { conversationId: { $in: [...conversationIds] } }],
  });
  return {
    collection: COLLECTION,
    count: (subject) => alerts().countDocuments(of(subject)),
    export: (subject) => alerts().find(of(subject)).toArray(),
    erase: async (subject) => (await alerts().deleteMany(of(subject))).deletedCount,
  };
}
