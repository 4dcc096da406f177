/** Days as a business counts them, by the clock of its time zone; a day is `YYYY-MM-DD`. */
export interface Calendar {
  /** IANA name. */
  readonly timeZone: string;
  dayOf(at: Date): string;
  /** Its first moment: not midnight where the clock is put forward then. */
  startOf(day: string): Date;
  /** The days from `from` to before `to`. */
  daysBetween(from: Date, to: Date): string[];
}

const DAY_MS = 86_400_000;

/** So many days later, or earlier. */
export const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Throws RangeError when there is no such time zone. */
export function createCalendar(timeZone = 'UTC'): Calendar {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const starts = new Map<string, Date>();

  /** What the clock shows, as if it were UTC. */
  const shown = (at: number): string => `${clock.format(at).replace(' ', 'T')}Z`;
  const dayOf = (at: Date): string => shown(at.getTime()).slice(0, 10);

  function startOf(day: string): Date {
    const known = starts.get(day);
    if (known) return known;
    const midnight = Date.parse(day);
    // The clock may be changed on the day itself or on the one before it.
    const offsets = [midnight - DAY_MS, midnight + DAY_MS].map((at) => Date.parse(shown(at)) - at);
    const possible = offsets.map((offset) => new Date(midnight - offset)).filter((at) => dayOf(at) === day);
    const start = new Date(Math.min(...possible.map(Number)));
    starts.set(day, start);
    return start;
  }

  return {
    timeZone,
    dayOf,
    startOf,
    daysBetween(from, to) {
      const days: string[] = [];
      for (let day = dayOf(from); startOf(day) < to; day = dayAfter(day)) days.push(day);
      return days;
    },
  };
}
