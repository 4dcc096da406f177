import { dayAfter } from '../calendar.ts';
import type { Daily } from './figures/daily.ts';
import { type Figures, meanOf, sumOf, voices } from './figures/figures.ts';

/** A stretch of whole days, `from` <= day < `to`, of one channel or all. */
export interface Period {
  from: Date;
  to: Date;
  channel?: string;
}

/** What a stretch of time came to. Shares are 0..1, mood is -1..1; undefined where there is nothing to divide by. */
export interface Summary {
  turns: number;
  conversations: number;
  customers: number;
  answerRate?: number;
  handoffs: number;
  angry: number;
  mood?: number;
  unhappy?: number;
  shown: number;
  looked: number;
  bought: number;
}

export interface Overview {
  /** The whole period, today so far included. */
  summary: Summary;
  /** The period's full days, and as many days before them: what a change compares. Absent when there is no full day. */
  compared?: { days: number; now: Summary; before: Summary };
  days: ({ day: string } & Summary)[];
  intents: { intent: string; count: number; share: number; before: number }[];
  /** Past days that are still being counted. */
  missing: number;
}

const INTENTS_SHOWN = 8;

/** The figures of a period beside those of the same number of full days before it. */
export async function overviewOf(daily: Daily, { from, to, channel }: Period, now: Date): Promise<Overview> {
  const { dayOf, startOf, daysBetween } = daily.calendar;
  const today = startOf(dayOf(now));
  const full = daysBetween(from, to < today ? to : today).length;
  const start = startOf(dayAfter(dayOf(from), -full));
  const { days, missing } = await daily.read(start, to, channel, ['numbers']);
  const first = dayOf(from);
  const open = dayOf(now);
  const own = days.filter(({ day }) => day >= first);
  const before = sumOf(days.filter(({ day }) => day < first).map(({ figures }) => figures));
  const all = sumOf(own.map(({ figures }) => figures));
  const closed = sumOf(own.filter(({ day }) => day < open).map(({ figures }) => figures));
  return {
    summary: summaryOf(all),
    ...(full > 0 && { compared: { days: full, now: summaryOf(closed), before: summaryOf(before) } }),
    days: own.map(({ day, figures }) => ({ day, ...summaryOf(figures) })),
    intents: [...all.intents]
      .sort(([, a], [, b]) => b - a)
      .slice(0, INTENTS_SHOWN)
      .map(([intent, count]) => ({
        intent,
        count,
        share: count / Math.max(1, all.turns),
        before: (before.intents.get(intent) ?? 0) / Math.max(1, before.turns),
      })),
    missing,
  };
}

export function summaryOf(figures: Figures): Summary {
  const { mood, answerable, answered } = figures;
  const said = voices(mood);
  return {
    turns: figures.turns,
    conversations: figures.conversations.count(),
    customers: figures.customers.count(),
    ...(answerable > 0 && { answerRate: answered / answerable }),
    handoffs: figures.handoffs,
    angry: figures.angry,
    ...(said > 0 && { mood: meanOf(mood), unhappy: mood.negative / said }),
    shown: figures.shown,
    looked: figures.looked,
    bought: figures.bought,
  };
}
