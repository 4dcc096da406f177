import { type Calendar, createCalendar, dayAfter } from '../../calendar.ts';
import { messageOf } from '../../errors.ts';
import { type CountOptions, countStretch } from './count-stretch.ts';
import { type Example, type Figures, fewExamples, noFigures, sumOf } from './figures.ts';
import { createDayRecords, type DayState, EVERY_CHANNEL, FORMAT, type Part, subjectOf } from './records.ts';
import { FUNNEL_MS, LOOKS, REVIEWS } from './rows.ts';
import { createToday } from './today.ts';

export interface DailyOptions extends CountOptions {
  /** Whose days are counted. Default: UTC's. */
  calendar?: Calendar;
  now?(): Date;
  logger?: { error(details: object, message: string): void };
}

/** What a reading of days holds. */
export interface DaysRead {
  days: { day: string; figures: Figures }[];
  /** Days whose figures are still being counted. */
  missing: number;
}

/** The first counting after a start leaves the start alone. */
const FIRST_MS = 5_000;
const EVERY_MS = 60_000;
/** A closed day may still get the end of a turn. */
const GRACE_MS = 2 * 60_000;
/** A day that keeps changing is counted again after so many times what its counting takes: 0.1% of a core. */
const PATIENCE = 1_000;
/** How long a mark is known to stand, so that a thousand events make one write. */
const MARK_KNOWN_MS = 5_000;

export type Daily = ReturnType<typeof createDaily>;

/**
 * Figures a day of the calendar and channel. Closed days are counted once from the turns themselves and kept, and counted again, whole, when
 * something late comes in; the open day is counted live, hour by hour. Counting replaces, so a crash costs only a repeat.
 */
export function createDaily(options: DailyOptions) {
  const { calendar = createCalendar(), now = () => new Date(), logger } = options;
  const { timeZone, dayOf, startOf, daysBetween } = calendar;
  const records = createDayRecords(options.connection);
  const today = createToday({ count: (from, to) => countStretch(options, from, to), calendar, now });
  const marked = new Map<string, number>();
  let rolling: Promise<number> = Promise.resolve(0);
  let marking: Promise<unknown> = Promise.resolve();
  let tending: Promise<void> = Promise.resolve();
  let timers: NodeJS.Timeout[] = [];
  let stopped = false;

  function mark(days: readonly string[]): void {
    marking = Promise.all([marking, markNow(days)]);
  }

  async function markNow(days: readonly string[]): Promise<void> {
    const at = Date.now();
    const unknown = days.filter((day) => at - (marked.get(day) ?? 0) > MARK_KNOWN_MS);
    if (unknown.length === 0) return;
    for (const day of unknown) marked.set(day, at);
    try {
      await records.markStale(unknown);
    } catch (error) {
      for (const day of unknown) marked.delete(day);
      logger?.error({ err: error }, 'figures of past days could not be marked as out of date');
    }
  }

  /** Closed days that were never counted, or changed since. */
  async function due(): Promise<string[]> {
    const closed = dayOf(new Date(now().getTime() - GRACE_MS));
    const states = new Map((await records.states()).map((state) => [state._id, state]));
    const oldest = await records.oldestTurn();
    const all = new Set([...(oldest ? daysBetween(oldest, startOf(closed)) : []), ...states.keys()]);
    const firstDay = oldest ? dayOf(oldest) : closed;
    return [...all]
      .filter((day) => day < closed && isDue(states.get(day), day >= firstDay))
      .sort()
      .reverse();
  }

  /** A day whose turns are gone by age keeps the sums it has. */
  function isDue(state: DayState | undefined, hasTurns: boolean): boolean {
    if (state?.countedAt === undefined || state.format !== FORMAT) return true;
    if (state.countedAt < startOf(dayAfter(state._id))) return true;
    if (!hasTurns && (state.turns ?? 0) > 0) return false;
    if ((state.timeZone ?? 'UTC') !== timeZone) return true;
    return state.stale === true && now().getTime() - state.countedAt.getTime() > PATIENCE * (state.tookMs ?? 0);
  }

  async function count(day: string): Promise<void> {
    const start = performance.now();
    marked.delete(day);
    await records.clearStale(day);
    const byChannel = await countStretch(options, startOf(day), startOf(dayAfter(day)));
    const counted = new Map(byChannel);
    if (byChannel.size > 0) {
      const all = sumOf(byChannel.values());
      counted.set(EVERY_CHANNEL, { ...all, examples: fewExamples(all.examples) });
    }
    await records.put(day, counted);
    const channels = [...byChannel.keys()];
    const turns = counted.get(EVERY_CHANNEL)?.turns ?? 0;
    await records.counted(day, { countedAt: now(), tookMs: performance.now() - start, channels, turns, timeZone });
  }

  async function roll(): Promise<number> {
    const days = await due();
    for (const day of days) {
      // What is left is due at the next start.
      if (stopped) break;
      await count(day);
    }
    const oldest = await records.oldestTurn();
    if (oldest) await records.dropExamplesBefore(dayOf(oldest));
    return days.length;
  }

  function tend(): Promise<void> {
    tending = tending.then(async () => {
      try {
        await today.tend();
        rolling = rolling.then(roll, roll);
        await rolling;
      } catch (error) {
        logger?.error({ err: error }, `figures could not be counted: ${messageOf(error)}`);
      }
    });
    return tending;
  }

  return {
    calendar,
    /** Counts what is due, newest first; resolves with the number of days. One at a time. */
    roll(): Promise<number> {
      rolling = rolling.then(roll, roll);
      return rolling;
    },
    /** Counts what is due, and keeps the open day's hours fresh, every minute until `stop`. */
    start(): void {
      timers = [setTimeout(() => void tend(), FIRST_MS).unref(), setInterval(() => void tend(), EVERY_MS).unref()];
    },
    async stop(): Promise<void> {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      await this.settled();
    },
    /** Notes that a turn was stored. */
    noteTurn(receivedAt: Date): void {
      if (!today.note(receivedAt)) mark([dayOf(receivedAt)]);
    },
    /** Notes events that were stored: a review tells of its day, a purchase of what was shown in the two weeks before. */
    noteEvents(events: readonly { type: string; at: Date }[]): void {
      const days = new Set<string>();
      for (const { type, at } of events) {
        if (REVIEWS.includes(type)) days.add(dayOf(at));
        if (LOOKS.includes(type)) {
          for (const day of daysBetween(new Date(at.getTime() - FUNNEL_MS), at)) days.add(day);
        }
      }
      const open = dayOf(now());
      mark([...days].filter((day) => day < open));
    },
    /** Counts the days of these times again at once: data of theirs was removed, or put there past the bot. */
    async recount(times: readonly Date[]): Promise<void> {
      today.forget();
      await records.forget([...new Set(times.map(dayOf))]);
      await this.roll();
    },
    /** Figures of each day from `from` to before `to`, of one channel or all; a day on which nothing happened is empty. */
    async read(
      from: Date,
      to: Date,
      channel: string = EVERY_CHANNEL,
      parts: readonly Part[] = ['numbers', 'talk'],
    ): Promise<DaysRead> {
      const open = dayOf(now());
      const wanted = daysBetween(from, to).filter((day) => day <= open);
      const closed = wanted.filter((day) => day < open);
      const [kept, live, waiting] = await Promise.all([
        records.read(closed, channel, parts),
        wanted.at(-1) === open ? today.read(channel) : undefined,
        due(),
      ]);
      const days = wanted.map((day) => ({ day, figures: (day === open ? live : kept.get(day)) ?? noFigures() }));
      const uncounted = new Set(waiting);
      return { days, missing: closed.filter((day) => uncounted.has(day) && !kept.has(day)).length };
    },
    /** Where to read what figures of a period were made from, oldest first: `aspect|delivery`, `badly answered`. */
    async examples(from: Date, to: Date, subject: string, channel: string = EVERY_CHANNEL): Promise<Example[]> {
      const open = dayOf(now());
      const wanted = daysBetween(from, to);
      const live = wanted.includes(open) ? (await today.read(channel)).examples : [];
      const kept = await records.examples(
        wanted.filter((day) => day < open),
        channel,
        subject,
      );
      return [...kept, ...live.filter(({ key }) => subjectOf(key) === subject)];
    },
    async channels(from: Date, to: Date): Promise<string[]> {
      const [first, last] = [dayOf(from), dayOf(to)];
      const states = (await records.states()).filter(({ _id }) => _id >= first && _id <= last);
      const names = [...states.flatMap(({ channels = [] }) => channels), ...(await today.channels())];
      return [...new Set(names)].sort();
    },
    /** Resolves when all that was noted is kept, and nothing is being counted. */
    async settled(): Promise<void> {
      await marking;
      await tending;
      await rolling.catch(() => undefined);
    },
  };
}
