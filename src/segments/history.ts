import { dayAfter } from '../calendar.ts';
import type { SegmentRecords } from './records.ts';
import type { Segment } from './segment.ts';

/** How many members a segment had at the end of a day of the business; of today, now. */
export interface SizeAt {
  day: string;
  size: number;
}

const DAYS_KEPT = 400;
/** A loss below this share or number is chance. */
const CLEAR_SHARE = 0.15;
const CLEAR_NUMBER = 5;

/** Writes today's sizes; again on the same day replaces them. */
export async function noteSizes(records: SegmentRecords, today: string): Promise<void> {
  for (const { id, size, history = [], status } of await records.list()) {
    if (status === 'pending' || status === 'gone') continue;
    const last = history.at(-1);
    if (last?.day === today && last.size === size) continue;
    const before = history.filter(({ day }) => day < today);
    await records.change(id, { history: [...before, { day: today, size }].slice(-DAYS_KEPT) });
  }
}

/** The size so many days ago: of the last day not after it; undefined when the segment is younger. */
export function sizeBefore(
  { history = [] }: Pick<Segment, 'history'>,
  days: number,
  today: string,
): number | undefined {
  const day = dayAfter(today, -days);
  return history.findLast((one) => one.day <= day)?.size;
}

/** Segments that lost clearly many members within so many days, worst first. */
export function shrinkingSegments(
  segments: readonly Segment[],
  today: string,
  days = 7,
): { segment: Segment; before: number }[] {
  return segments
    .flatMap((segment) => {
      const before = sizeBefore(segment, days, today);
      return before === undefined || segment.status === 'gone' ? [] : [{ segment, before }];
    })
    .filter(({ segment, before }) => before - segment.size >= Math.max(CLEAR_NUMBER, CLEAR_SHARE * before))
    .sort((a, b) => a.segment.size / a.before - b.segment.size / b.before);
}
