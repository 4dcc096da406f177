import type { Connection } from 'mongoose';
import { dayAfter } from '../calendar.ts';
import type { Daily } from './figures/daily.ts';
import { sumOf } from './figures/figures.ts';
import { type Wishing, wishFor } from './wish.ts';

/** An angry message, the newest of its conversation. */
export interface AngryConversation {
  conversationId: string;
  customerId: string;
  channel: string;
  at: Date;
  /** PII redacted, as stored. */
  text: string;
}

/** Something customers wanted and the pack does not have. */
export interface Missing {
  phrase: string;
  customers: number;
  /** What they wrote, newest first. */
  texts: string[];
}

/** What somebody should look at today. */
export interface Attention {
  /** Since yesterday. */
  angry: AngryConversation[];
  /** Since yesterday. */
  unanswered: number;
  /** Within seven days. */
  missing: Missing[];
}

interface Row extends Wishing {
  conversationId: string;
  customerId: string;
  channel: string;
  receivedAt: Date;
  message: { text: string };
}

const MISSING_DAYS = 7;
/** Messages read at most: what is older than so many matters less than a quick page. */
const ANGRY_READ = 60;
const UNANSWERED_READ = 250;
const ANGRY_SHOWN = 5;
const MISSING_SHOWN = 6;
const TEXTS_SHOWN = 3;
/** Turns that were angry or unanswered are few: each has an index of its own. */
export async function createAttentionIndexes(connection: Connection): Promise<void> {
  const turns = connection.collection('turns');
  await turns.createIndex({ unanswered: 1, receivedAt: -1 }, { partialFilterExpression: { unanswered: true } });
  await turns.createIndex(
    { 'understanding.sentiment.angry': 1, receivedAt: -1 },
    { partialFilterExpression: { 'understanding.sentiment.angry': true } },
  );
}

/** What needs a look: angry conversations, questions without an answer, goods asked for that are not carried. */
export async function attentionAt(
  connection: Connection,
  daily: Daily,
  now: Date,
  channel?: string,
): Promise<Attention> {
  const own = channel === undefined ? {} : { channel: { $eq: channel } };
  const { dayOf, startOf } = daily.calendar;
  const today = dayOf(now);
  const yesterday = startOf(dayAfter(today, -1));
  const week = startOf(dayAfter(today, -MISSING_DAYS));
  const [angry, unanswered, { days }] = await Promise.all([
    read(connection, { 'understanding.sentiment.angry': true, receivedAt: { $gte: yesterday }, ...own }, ANGRY_READ),
    read(connection, { unanswered: true, receivedAt: { $gte: week }, ...own }, UNANSWERED_READ),
    daily.read(yesterday, startOf(dayAfter(today)), channel, ['numbers']),
  ]);
  const { answerable, answered } = sumOf(days.map(({ figures }) => figures));
  const seen = new Set<string>();
  const conversations = angry.filter(({ conversationId }) => !seen.has(conversationId) && seen.add(conversationId));
  return {
    angry: conversations
      .slice(0, ANGRY_SHOWN)
      .map(({ conversationId, customerId, channel: name, receivedAt, message }) => ({
        conversationId,
        customerId,
        channel: name,
        at: receivedAt,
        text: message.text,
      })),
    unanswered: answerable - answered,
    missing: missingOf(unanswered),
  };
}

async function read(connection: Connection, filter: object, limit: number): Promise<Row[]> {
  const found = connection
    .collection('turns')
    .find(filter, {
      projection: {
        conversationId: 1,
        customerId: 1,
        channel: 1,
        receivedAt: 1,
        intent: 1,
        message: 1,
        understanding: 1,
      },
    })
    .sort({ receivedAt: -1 })
    .limit(limit);
  return (await found.toArray()) as unknown as Row[];
}

/** Wishes that named no category of the pack and found nothing: those are for goods it does not carry. */
function missingOf(rows: readonly Row[]): Missing[] {
  const byPhrase = new Map<string, { customers: Set<string>; texts: Set<string> }>();
  for (const row of rows) {
    const { customerId, message } = row;
    const phrase = wishFor(row);
    if (phrase === undefined) continue;
    const known = byPhrase.get(phrase) ?? { customers: new Set(), texts: new Set() };
    byPhrase.set(phrase, known);
    known.customers.add(customerId);
    known.texts.add(message.text);
  }
  return [...byPhrase]
    .map(([phrase, { customers, texts }]) => ({
      phrase,
      customers: customers.size,
      texts: [...texts].slice(0, TEXTS_SHOWN),
    }))
    .sort((a, b) => b.customers - a.customers || (a.phrase < b.phrase ? -1 : 1))
    .slice(0, MISSING_SHOWN);
}
