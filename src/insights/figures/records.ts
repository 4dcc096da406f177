import type { Connection } from 'mongoose';
import { dayAfter } from '../../calendar.ts';
import { distinctFrom } from './distinct.ts';
import { type Example, type Figures, MOODS, type Mood, NUMBERS, noFigures } from './figures.ts';

/** Every channel together. */
export const EVERY_CHANNEL = '*';

/** What of the figures is read: the numbers; what was spoken of (keywords, aspects, products). */
export type Part = 'numbers' | 'talk';

/** Raised when what is kept of a day changes: days of another format are as if never counted. */
export const FORMAT = 2;

/** Words and products beyond these are too rare a day to matter over many. */
const KEYWORDS_KEPT = 300;
const PRODUCTS_KEPT = 200;
/** Ids asked for at once. */
const AT_ONCE = 400;

type Bytes = Uint8Array | { buffer: Uint8Array };
type Pairs<T> = [key: string, value: T][];

/** A day as it is kept, in two records so that a page reads what it shows: maps as lists, since their keys may hold dots. */
type Numbers = { _id: string; format: number } & Record<(typeof NUMBERS)[number], number> & {
    mood: Mood;
    intents: Pairs<number>;
    languages: Pairs<number>;
    customers: Bytes;
    conversations: Bytes;
  };
type Talk = { _id: string; format: number; turns: number; reviews: number } & { keywords: Pairs<number> } & Record<
    (typeof MOODS)[number],
    Pairs<Mood>
  >;
type Examples = { _id: string; examples: Example[] };

/** When a day was counted and how long that took; `stale` = something of it changed since. */
export interface DayState {
  _id: string;
  countedAt?: Date;
  tookMs?: number;
  stale?: boolean;
  channels?: string[];
  turns?: number;
  format?: number;
  /** Whose day it is; absent = UTC. */
  timeZone?: string;
}

/** What an example's key is about, without the feeling: `aspect|delivery`, `badly answered`. */
export const subjectOf = (key: string): string => key.split('|').slice(0, 2).join('|');

/** The days that are counted, and which of them are out of date. */
export function createDayRecords(connection: Connection) {
  const numbers = connection.collection<Numbers>('daily');
  const talks = connection.collection<Talk>('daily_talk');
  const examples = connection.collection<Examples>('daily_examples');
  const states = connection.collection<DayState>('daily_states');
  const wholeDay = (day: string) => ({ _id: { $gte: `${day}|`, $lt: `${dayAfter(day)}|` } }) as never;

  async function byIds<T extends { _id: string }>(
    collection: { find(filter: never): { toArray(): Promise<unknown[]> } },
    ids: readonly string[],
  ): Promise<T[]> {
    const found: T[] = [];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const some = await collection.find({ _id: { $in: ids.slice(at, at + AT_ONCE) } } as never).toArray();
      found.push(...(some as T[]));
    }
    return found;
  }

  return {
    /** Replaces a day. */
    async put(day: string, byChannel: ReadonlyMap<string, Figures>): Promise<void> {
      for (const collection of [numbers, talks, examples]) await collection.deleteMany(wholeDay(day));
      const days = [...byChannel].map(([channel, figures]) => ({ _id: `${day}|${channel}`, figures }));
      if (days.length === 0) return;
      await numbers.insertMany(days.map(({ _id, figures }) => ({ _id, ...numbersOf(figures) })) as never);
      await talks.insertMany(days.map(({ _id, figures }) => ({ _id, ...talkOf(figures) })) as never);
      const kept = days.flatMap(({ _id, figures }) =>
        [...bySubject(figures.examples)].map(([subject, list]) => ({ _id: `${_id}|${subject}`, examples: list })),
      );
      if (kept.length > 0) await examples.insertMany(kept as never);
    },
    async read(wanted: readonly string[], channel: string, parts: readonly Part[]): Promise<Map<string, Figures>> {
      const ids = wanted.map((day) => `${day}|${channel}`);
      const [counted, spoken] = await Promise.all([
        parts.includes('numbers') ? byIds<Numbers>(numbers as never, ids) : [],
        parts.includes('talk') ? byIds<Talk>(talks as never, ids) : [],
      ]);
      const days = new Map<string, Figures>();
      const figuresOf = ({ _id }: { _id: string }): Figures => {
        const day = _id.slice(0, 10);
        if (!days.has(day)) days.set(day, noFigures());
        return days.get(day)!;
      };
      for (const one of spoken) if (one.format === FORMAT) readTalk(figuresOf(one), one);
      for (const one of counted) if (one.format === FORMAT) readNumbers(figuresOf(one), one);
      return days;
    },
    /** Examples of one subject, oldest day first. */
    async examples(wanted: readonly string[], channel: string, subject: string): Promise<Example[]> {
      const found = await byIds<Examples>(
        examples as never,
        wanted.map((day) => `${day}|${channel}|${subject}`),
      );
      return found.sort((a, b) => (a._id < b._id ? -1 : 1)).flatMap((one) => one.examples);
    },
    /** Examples point at turns and reviews: those of days whose turns are gone by age go as well. */
    async dropExamplesBefore(day: string): Promise<void> {
      await examples.deleteMany({ _id: { $lt: `${day}|` } } as never);
    },
    states: async (): Promise<DayState[]> => states.find().toArray(),
    async markStale(wanted: readonly string[]): Promise<void> {
      for (const _id of wanted) await states.updateOne({ _id }, { $set: { stale: true } }, { upsert: true });
    },
    /** As if they had never been counted. */
    async forget(wanted: readonly string[]): Promise<void> {
      await states.updateMany({ _id: { $in: [...wanted] } }, { $unset: { countedAt: '' } });
    },
    /** Before it is counted: what changes while it is counted marks it again. */
    clearStale: async (_id: string): Promise<void> => {
      await states.updateOne({ _id }, { $set: { stale: false } }, { upsert: true });
    },
    async counted(
      _id: string,
      state: Required<Pick<DayState, 'countedAt' | 'tookMs' | 'channels' | 'turns' | 'timeZone'>>,
    ): Promise<void> {
      await states.updateOne({ _id }, { $set: { ...state, format: FORMAT } }, { upsert: true });
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

function bySubject(examples: readonly Example[]): Map<string, Example[]> {
  const subjects = new Map<string, Example[]>();
  for (const example of examples) {
    const subject = subjectOf(example.key);
    subjects.set(subject, [...(subjects.get(subject) ?? []), example]);
  }
  return subjects;
}

function numbersOf(figures: Figures): Omit<Numbers, '_id'> {
  const plain = Object.fromEntries(NUMBERS.map((name) => [name, figures[name]])) as Record<
    (typeof NUMBERS)[number],
    number
  >;
  return {
    format: FORMAT,
    ...plain,
    mood: figures.mood,
    intents: [...figures.intents],
    languages: [...figures.languages],
    customers: Buffer.from(figures.customers.toBytes()),
    conversations: Buffer.from(figures.conversations.toBytes()),
  };
}

function talkOf({ turns, reviews, keywords, aspects, products }: Figures): Omit<Talk, '_id'> {
  const most = <T>(map: ReadonlyMap<string, T>, size: (value: T) => number, kept: number): Pairs<T> =>
    [...map].sort(([, a], [, b]) => size(b) - size(a)).slice(0, kept);
  const all = ({ positive, neutral, negative }: Mood) => positive + neutral + negative;
  return {
    format: FORMAT,
    turns,
    reviews,
    keywords: most(keywords, (n) => n, KEYWORDS_KEPT),
    aspects: [...aspects],
    products: most(products, all, PRODUCTS_KEPT),
  };
}

function readNumbers(figures: Figures, day: Numbers): void {
  const bytes = (value: Bytes): Uint8Array => (value instanceof Uint8Array ? value : value.buffer);
  for (const name of NUMBERS) figures[name] = day[name];
  figures.intents = new Map(day.intents);
  figures.languages = new Map(day.languages);
  figures.mood = day.mood;
  figures.customers = distinctFrom(bytes(day.customers));
  figures.conversations = distinctFrom(bytes(day.conversations));
}

function readTalk(figures: Figures, day: Talk): void {
  figures.turns = day.turns;
  figures.reviews = day.reviews;
  figures.keywords = new Map(day.keywords);
  for (const name of MOODS) figures[name] = new Map(day[name]);
}
