import type { Connection } from 'mongoose';
import type { Figures } from './figures.ts';
import { FUNNEL_MS, LOOKS, REVIEWS, type ReviewRow, type TextRead, TURN_FIELDS, type TurnRow } from './rows.ts';
import { createTally, type Tally } from './tally.ts';

export interface CountOptions {
  connection: Connection;
  /** Reads what a review says. */
  read(text: string): TextRead;
}

const BATCH = 250;
const CUSTOMERS_AT_ONCE = 200;

/** Counts everything that happened from `from` to before `to`, by channel. Streams: the store and the process stay free for others. */
export async function countStretch(
  { connection, read }: CountOptions,
  from: Date,
  to: Date,
): Promise<Map<string, Figures>> {
  const tally = createTally();
  const turns = connection
    .collection<TurnRow>('turns')
    .find({ receivedAt: { $gte: from, $lt: to } }, { projection: TURN_FIELDS, batchSize: BATCH })
    .sort({ receivedAt: 1 });
  for await (const turn of turns) tally.addTurn(turn as unknown as TurnRow);
  const reviews = connection
    .collection<ReviewRow>('events')
    .find({ type: { $in: [...REVIEWS] }, at: { $gte: from, $lt: to } }, { batchSize: BATCH });
  for await (const review of reviews) {
    const text = review.data?.text;
    tally.addReview(review as unknown as ReviewRow, typeof text === 'string' && text !== '' ? read(text) : undefined);
  }
  await follow(connection, tally, from, to);
  return tally.byChannel;
}

/** Follows what was shown into what the same customers did after it. */
async function follow(connection: Connection, tally: Tally, from: Date, to: Date): Promise<void> {
  const { showings, askedAbout, byChannel } = tally;
  const customers = [...new Set(showings.map(({ customerId }) => customerId))];
  const looked = new Map(askedAbout);
  const bought = new Map<string, number[]>();
  for (let first = 0; first < customers.length; first += CUSTOMERS_AT_ONCE) {
    const events = connection
      .collection<{ customerId: string; productId?: string; type: string; at: Date }>('events')
      .find(
        {
          customerId: { $in: customers.slice(first, first + CUSTOMERS_AT_ONCE) },
          at: { $gte: from, $lt: new Date(to.getTime() + FUNNEL_MS) },
          type: { $in: [...LOOKS] },
        },
        { projection: { customerId: 1, productId: 1, type: 1, at: 1 }, batchSize: BATCH },
      );
    for await (const { customerId, productId, type, at } of events) {
      const key = `${customerId}|${productId}`;
      looked.set(key, [...(looked.get(key) ?? []), at.getTime()]);
      if (type === 'purchase') bought.set(key, [...(bought.get(key) ?? []), at.getTime()]);
    }
  }
  for (const { customerId, productId, at, channel } of showings) {
    const since = at.getTime();
    const happened = (times: number[] | undefined) => times?.some((time) => time > since && time <= since + FUNNEL_MS);
    const figures = byChannel.get(channel)!;
    const key = `${customerId}|${productId}`;
    if (happened(looked.get(key))) figures.looked++;
    if (happened(bought.get(key))) figures.bought++;
  }
}
