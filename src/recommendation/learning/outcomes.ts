import type { Connection } from 'mongoose';
import type { StoredEvent } from '../../store/events.ts';
import { defineModel, isDuplicate, rawCollection, toRecord, toStored } from '../../store/records.ts';
import { learnFrom, type Parts, shareOf } from './part-weights.ts';
import type { RankingWeights } from './ranking-weights.ts';

/** A list of recommendations as a turn showed it, best first. */
export interface ShownList {
  turnId: string;
  at: Date;
  items: { productId: string; parts: Parts }[];
}

/** That a product shown in a turn was then opened, put into the cart or bought. */
export interface Outcome {
  /** `turn|product|type`: told twice, it counts once. */
  id: string;
  turnId: string;
  customerId: string;
  productId: string;
  type: string;
  /** Place in the list, from 0. */
  place: number;
  at: Date;
}

export interface OutcomesOptions {
  connection: Connection;
  weights: RankingWeights;
  /** The lists a customer was shown within a time, newest first. */
  shownTo(customerId: string, from: Date, to: Date): Promise<ShownList[]>;
  now?(): Date;
  logger?: { warn(details: object, message: string): void };
}

/** What counts as a choice, and how much of a lesson it is. */
const LESSONS: Record<string, number> = { click: 0.5, view: 0.5, cart: 0.8, purchase: 1 };
/** An event so long after a list was shown is not its doing. */
const WITHIN_MS = 7 * 86_400_000;
/** A customer's outcomes of so many days share their influence. */
const INFLUENCE_MS = 30 * 86_400_000;

/** Ties what customers do to the turns that recommended it, and has the ranking learn from it. */
export function createOutcomes(options: OutcomesOptions) {
  const { connection, weights, shownTo, now = () => new Date(), logger } = options;
  const model = defineModel(connection, 'outcomes', { customerId: String, at: Date }, [
    [{ customerId: 1, at: -1 }],
    [{ turnId: 1 }],
    [{ at: -1 }],
  ]);
  const outcomes = rawCollection(model);
  let learning: Promise<void> = Promise.resolve();

  /** Events of one customer: what they were shown is read once. */
  async function learnAll(customerId: string, events: readonly StoredEvent[]): Promise<void> {
    const times = events.map(({ at }) => at.getTime());
    const lists = await shownTo(customerId, new Date(Math.min(...times) - WITHIN_MS), new Date(Math.max(...times) + 1));
    if (lists.length > 0) for (const event of events) await learn(event, lists);
  }

  async function learn({ customerId, productId, type, at }: StoredEvent, lists: readonly ShownList[]): Promise<void> {
    const list = lists.find(
      (one) =>
        one.at <= at &&
        at.getTime() - one.at.getTime() <= WITHIN_MS &&
        one.items.some((item) => item.productId === productId),
    );
    if (!list) return;
    const place = list.items.findIndex((item) => item.productId === productId);
    const since = new Date(now().getTime() - INFLUENCE_MS);
    const earlier = await outcomes.countDocuments({ customerId: { $eq: customerId }, at: { $gte: since } } as object);
    const { turnId } = list;
    const id = `${turnId}|${productId}|${type}`;
    if (!(await insert({ id, turnId, customerId, productId: productId!, type, place, at }))) return;
    const parts = list.items.map((item) => item.parts);
    await weights.change((old) => learnFrom(old, parts, place, LESSONS[type] * shareOf(earlier)));
  }

  async function insert(outcome: Outcome): Promise<boolean> {
    try {
      await outcomes.insertOne(toStored(outcome));
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  return {
    createIndexes: () => model.createIndexes(),
    /** Looks at new events in the background, one after another; old ones and those of no product teach nothing. */
    note(events: readonly StoredEvent[]): void {
      const oldest = now().getTime() - WITHIN_MS;
      const telling = events.filter(
        ({ productId, type, at }) => productId !== undefined && LESSONS[type] !== undefined && at.getTime() >= oldest,
      );
      for (const [customerId, own] of byCustomer(telling)) {
        learning = learning
          .then(() => learnAll(customerId, own))
          .catch((error) => logger?.warn({ err: error }, 'an outcome was not learnt from'));
      }
    },
    /** Resolves when every noted event is learnt from. */
    settled: () => learning,
    async ofTurn(turnId: string): Promise<Outcome[]> {
      const found = await outcomes.find({ turnId: { $eq: turnId } } as object).toArray();
      return found.map((one) => toRecord<Outcome>(one));
    },
    deleteOlderThan: async (date: Date) => (await outcomes.deleteMany({ at: { $lt: date } } as object)).deletedCount,
    reassign: async (fromId: string, intoId: string) =>
      (await outcomes.updateMany({ customerId: { $eq: fromId } } as object, { $set: { customerId: intoId } }))
        .modifiedCount,
  };
}

function byCustomer(events: readonly StoredEvent[]): Map<string, StoredEvent[]> {
  const groups = new Map<string, StoredEvent[]>();
  for (const event of events) {
    const group = groups.get(event.customerId);
    if (group) group.push(event);
    else groups.set(event.customerId, [event]);
  }
  return groups;
}

export type Outcomes = ReturnType<typeof createOutcomes>;
