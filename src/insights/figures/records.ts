import type { Connection } from 'mongoose';
import { distinctFrom } from './distinct.ts';
import { COUNTS, type Example, type Figures, MOODS, type Mood, NUMBERS, noFigures } from './figures.ts';

/** Every channel together. */
export const EVERY_CHANNEL = '*';

const DAY_MS = 86_400_000;
/** Words and products beyond these are too rare a day to matter over many. */
const KEYWORDS_KEPT = 300;
const PRODUCTS_KEPT = 300;

/** A day as it is kept: maps as lists, since their keys may hold dots. */
type StoredDay = { _id: string } & Record<(typeof NUMBERS)[number], number> &
  Record<(typeof COUNTS)[number], [string, number][]> &
  Record<(typeof MOODS)[number], [string, Mood][]> & {
    mood: Mood;
    examples: Example[];
    customers: Uint8Array | { buffer: Uint8Array };
    conversations: Uint8Array | { buffer: Uint8Array };
  };

/** When a day was counted and how long that took; `stale` = something of it changed since. */
export interface DayState {
  _id: string;
  countedAt?: Date;
  tookMs?: number;
  stale?: boolean;
}

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
export const startOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
export const dayAfter = (day: string, days = 1): string => dayOf(new Date(startOf(day).getTime() + days * DAY_MS));

/** The days from `from` to before `to`. */
export function daysBetween(from: Date, to: Date): string[] {
  const days: string[] = [];
  for (let day = dayOf(from); startOf(day) < to; day = dayAfter(day)) days.push(day);
  return days;
}

/** The days that are counted, and which of them are out of date. */
export function createDayRecords(connection: Connection) {
  const days = connection.collection<StoredDay>('daily');
  const states = connection.collection<DayState>('daily_states');
  return {
    async put(day: string, byChannel: ReadonlyMap<string, Figures>): Promise<void> {
      for (const [channel, figures] of byChannel) {
        const _id = `${day}|${channel}`;
        await days.replaceOne({ _id }, stored(figures) as never, { upsert: true });
      }
      const kept = [...byChannel.keys()].map((channel) => `${day}|${channel}`);
      await days.deleteMany({ _id: { $gte: `${day}|`, $lt: `${dayAfter(day)}|`, $nin: kept } as never });
    },
    async read(wanted: readonly string[], channel: string): Promise<Map<string, Figures>> {
      const ids = wanted.map((day) => `${day}|${channel}`);
      const found = await days.find({ _id: { $in: ids } }).toArray();
      return new Map(found.map((one) => [one._id.slice(0, 10), figuresOf(one as StoredDay)]));
    },
    /** Channels seen in the days, without the sum of all. */
    async channels(wanted: readonly string[]): Promise<string[]> {
      const first = wanted[0];
      if (first === undefined) return [];
      const range = { $gte: `${first}|`, $lt: `${dayAfter(wanted.at(-1)!)}|` };
      const found = await days.find({ _id: range } as never, { projection: { _id: 1 } }).toArray();
      const names = new Set(found.map(({ _id }) => String(_id).slice(11)));
      names.delete(EVERY_CHANNEL);
      return [...names].sort();
    },
    states: async (): Promise<DayState[]> => states.find().toArray(),
    async markStale(wanted: readonly string[]): Promise<void> {
      for (const _id of wanted) await states.updateOne({ _id }, { $set: { stale: true } }, { upsert: true });
    },
    /** Before it is counted: what changes while it is counted marks it again. */
    clearStale: async (_id: string): Promise<void> => {
      await states.updateOne({ _id }, { $set: { stale: false } }, { upsert: true });
    },
    async counted(_id: string, countedAt: Date, tookMs: number): Promise<void> {
      await states.updateOne({ _id }, { $set: { countedAt, tookMs } }, { upsert: true });
    },
    async oldestTurn(): Promise<Date | undefined> {
      const [first] = await connection
        .collection<{ receivedAt: Date }>('turns')
        .find({}, { projection: { receivedAt: 1 } })
        .sort({ receivedAt: 1 })
        .limit(1)
        .toArray();
      return first?.receivedAt;
    },
  };
}

function stored(figures: Figures): Omit<StoredDay, '_id'> {
  const most = <T>(map: ReadonlyMap<string, T>, size: (value: T) => number, kept: number): [string, T][] =>
    [...map].sort(([, a], [, b]) => size(b) - size(a)).slice(0, kept);
  const all = ({ positive, neutral, negative }: Mood) => positive + neutral + negative;
  return {
    ...Object.fromEntries(NUMBERS.map((name) => [name, figures[name]])),
    mood: figures.mood,
    intents: [...figures.intents],
    languages: [...figures.languages],
    keywords: most(figures.keywords, (n) => n, KEYWORDS_KEPT),
    aspects: [...figures.aspects],
    products: most(figures.products, all, PRODUCTS_KEPT),
    examples: figures.examples,
    customers: Buffer.from(figures.customers.toBytes()),
    conversations: Buffer.from(figures.conversations.toBytes()),
  } as unknown as Omit<StoredDay, '_id'>;
}

function figuresOf(day: StoredDay): Figures {
  const bytes = (value: StoredDay['customers']): Uint8Array => (value instanceof Uint8Array ? value : value.buffer);
  const figures = noFigures();
  for (const name of NUMBERS) figures[name] = day[name];
  for (const name of COUNTS) figures[name] = new Map(day[name]);
  for (const name of MOODS) figures[name] = new Map(day[name]);
  figures.mood = day.mood;
  figures.examples = day.examples;
  figures.customers = distinctFrom(bytes(day.customers));
  figures.conversations = distinctFrom(bytes(day.conversations));
  return figures;
}
