import type { Calendar } from '../../calendar.ts';
import { type Figures, sumOf } from './figures.ts';
import { EVERY_CHANNEL } from './records.ts';

export interface TodayOptions {
  count(from: Date, to: Date): Promise<Map<string, Figures>>;
  calendar: Calendar;
  now(): Date;
}

interface Hour {
  countedAt: number;
  tookMs: number;
  /** A turn of it came in since. */
  changed: boolean;
  figures: Promise<Map<string, Figures>>;
}

const HOUR_MS = 3_600_000;
/** The hour under way is at most so old, whoever wrote to it; after a turn of our own it is counted at once if that is quick. */
const FRESH_MS = 15_000;
const QUICK_MS = 100;
/** An hour that is over gets its late purchases so often. */
const RENEWED_MS = 15 * 60_000;
/** After so long an hour has all its turns. */
const GRACE_MS = 2 * 60_000;

/** The open day, counted by hours that are kept in memory: only the hour under way is counted when asked. */
export function createToday({ count, calendar, now }: TodayOptions) {
  const hours = new Map<number, Hour>();

  function counted(hour: number): Promise<Map<string, Figures>> {
    const start = performance.now();
    const entry: Hour = { countedAt: now().getTime(), tookMs: 0, changed: false, figures: Promise.resolve(new Map()) };
    entry.figures = count(new Date(hour), new Date(hour + HOUR_MS)).then(
      (figures) => {
        entry.tookMs = performance.now() - start;
        return figures;
      },
      (error) => {
        hours.delete(hour);
        throw error;
      },
    );
    hours.set(hour, entry);
    return entry.figures;
  }

  const startOfToday = (): number => calendar.startOf(calendar.dayOf(now())).getTime();

  /** From the day's start: some clocks are half an hour off. */
  function hoursOfToday(): number[] {
    const time = now().getTime();
    const start = startOfToday();
    for (const hour of hours.keys()) if (hour < start) hours.delete(hour);
    return Array.from({ length: Math.floor((time - start) / HOUR_MS) + 1 }, (_, at) => start + at * HOUR_MS);
  }

  const age = (hour: number): number => now().getTime() - (hours.get(hour)?.countedAt ?? 0);
  /** Counted before it had all its turns. */
  const isOpen = (hour: number): boolean => (hours.get(hour)?.countedAt ?? 0) < hour + HOUR_MS + GRACE_MS;

  async function current(): Promise<Map<string, Figures>[]> {
    const all: Map<string, Figures>[] = [];
    for (const hour of hoursOfToday()) {
      const known = hours.get(hour);
      const stale = isOpen(hour) && (age(hour) > FRESH_MS || (known?.changed && known.tookMs < QUICK_MS));
      all.push(await (!known || stale ? counted(hour) : known.figures));
    }
    return all;
  }

  return {
    async read(channel: string): Promise<Figures> {
      const parts = (await current()).flatMap((hour) =>
        channel === EVERY_CHANNEL ? [...hour.values()] : [hour.get(channel) ?? []].flat(),
      );
      return sumOf(parts);
    },
    async channels(): Promise<string[]> {
      return [...new Set((await current()).flatMap((hour) => [...hour.keys()]))];
    },
    /** Whether the time belongs to today; an hour that was counted without it is counted again. */
    note(at: Date): boolean {
      const time = at.getTime();
      const start = startOfToday();
      if (time < start) return false;
      const hour = time - ((time - start) % HOUR_MS);
      const known = hours.get(hour);
      if (known) known.changed = true;
      if (!isOpen(hour)) hours.delete(hour);
      return true;
    },
    /** Counts what is missing and renews the oldest, so that a reader waits for one hour at most. */
    async tend(): Promise<void> {
      await current();
      const old = hoursOfToday().filter((hour) => age(hour) > RENEWED_MS);
      if (old.length > 0) await counted(old.reduce((a, b) => (age(a) >= age(b) ? a : b)));
    },
    forget: () => hours.clear(),
  };
}
