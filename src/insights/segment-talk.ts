import type { Connection } from 'mongoose';
import type { Daily } from './figures/daily.ts';
import { bump, sumOf } from './figures/figures.ts';
import { TURN_FIELDS, type TurnRow } from './figures/rows.ts';
import { type KeywordTrend, trendsOf } from './keywords.ts';

/** How a group of customers talks, from a sample of them. */
export interface SegmentTalk {
  messages: number;
  /** By week, oldest first; `unhappy` is a share, 0..1, absent in a week without a message. */
  weeks: { from: Date; messages: number; unhappy?: number }[];
  /** What they say clearly more often than everybody. */
  words: KeywordTrend[];
  /** Newest conversations, one a customer. */
  conversations: { conversationId: string; customerId: string; at: Date; channel: string }[];
}

const WEEK_MS = 7 * 86_400_000;
const WEEKS = 12;
const MOST_MESSAGES = 1_000;
const WORDS_SHOWN = 20;
const CONVERSATIONS_SHOWN = 6;
const BATCH = 250;

/** Reads the messages of `customerIds` (a sample of a hundred or so) of the last twelve weeks. */
export async function segmentTalk(
  connection: Connection,
  daily: Daily,
  customerIds: readonly string[],
  now: Date,
): Promise<SegmentTalk> {
  const from = new Date(now.getTime() - WEEKS * WEEK_MS);
  const weeks = Array.from({ length: WEEKS }, (_, at) => ({
    from: new Date(from.getTime() + at * WEEK_MS),
    messages: 0,
    felt: 0,
    negative: 0,
  }));
  const keywords = new Map<string, number>();
  const newest = new Map<string, SegmentTalk['conversations'][number]>();
  let messages = 0;
  const found = connection
    .collection<TurnRow>('turns')
    .find(
      { customerId: { $in: [...customerIds] }, receivedAt: { $gte: from } },
      { projection: TURN_FIELDS, batchSize: BATCH, limit: MOST_MESSAGES },
    );
  for await (const row of found) {
    const { customerId, conversationId, channel, receivedAt: at, understanding } = row as unknown as TurnRow;
    messages++;
    const week = weeks[Math.min(WEEKS - 1, Math.floor((at.getTime() - from.getTime()) / WEEK_MS))]!;
    week.messages++;
    if (understanding) {
      week.felt++;
      if (understanding.sentiment.label === 'negative') week.negative++;
      for (const word of understanding.keywords) bump(keywords, word);
    }
    if (at > (newest.get(customerId)?.at ?? new Date(0)))
      newest.set(customerId, { conversationId, customerId, at, channel });
  }
  const everybody = sumOf((await daily.read(from, now, undefined, ['talk'])).days.map(({ figures }) => figures));
  return {
    messages,
    weeks: weeks.map(({ felt, negative, ...week }) => ({ ...week, ...(felt > 0 && { unhappy: negative / felt }) })),
    words: trendsOf({ keywords, turns: messages, reviews: 0 }, everybody).rising.slice(0, WORDS_SHOWN),
    conversations: [...newest.values()].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, CONVERSATIONS_SHOWN),
  };
}
