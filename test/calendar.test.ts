import { describe, expect, test } from '@jest/globals';
import { createCalendar, dayAfter } from '../src/calendar.ts';

const lengths = (timeZone: string, days: readonly string[]) => {
  const { startOf } = createCalendar(timeZone);
  return days.map((day) => (startOf(dayAfter(day)).getTime() - startOf(day).getTime()) / 3_600_000);
};

describe('the calendar of a time zone', () => {
  test.each([
    ['UTC', '2026-11-24', '2026-11-24T00:00:00.000Z'],
    ['Asia/Shanghai', '2026-11-24', '2026-11-23T16:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-24', '2026-11-23T18:30:00.000Z'],
    ['America/New_York', '2026-11-24', '2026-11-24T05:00:00.000Z'],
    ['Europe/London', '2026-07-01', '2026-06-30T23:00:00.000Z'],
    ['Pacific/Apia', '2026-01-01', '2025-12-31T11:00:00.000Z'],
  ])('in %s the day %s begins at %s', (timeZone, day, start) => {
    const calendar = createCalendar(timeZone);
    expect(calendar.startOf(day).toISOString()).toBe(start);
    expect(calendar.dayOf(new Date(start))).toBe(day);
    expect(calendar.dayOf(new Date(Date.parse(start) - 1))).toBe(dayAfter(day, -1));
  });

  test('a day on which the clock is changed has 23 or 25 hours, the days about it 24', () => {
    expect(lengths('Europe/London', ['2026-03-28', '2026-03-29', '2026-03-30'])).toEqual([24, 23, 24]);
    expect(lengths('Europe/London', ['2026-10-24', '2026-10-25', '2026-10-26'])).toEqual([24, 25, 24]);
    expect(lengths('America/New_York', ['2026-03-08', '2026-11-01'])).toEqual([23, 25]);
    expect(lengths('Asia/Shanghai', ['2026-03-29', '2026-10-25'])).toEqual([24, 24]);
  });

  test('a day whose midnight the clock leaps over begins an hour later', () => {
    const cairo = createCalendar('Africa/Cairo');
    expect(cairo.startOf('2026-04-24').toISOString()).toBe('2026-04-23T22:00:00.000Z');
    expect(lengths('Africa/Cairo', ['2026-04-23', '2026-04-24', '2026-10-29'])).toEqual([24, 23, 25]);
  });

  test('lists the days that a stretch of time touches', () => {
    const { daysBetween } = createCalendar('Asia/Shanghai');
    expect(daysBetween(new Date('2026-11-24T15:59:00Z'), new Date('2026-11-24T16:00:00Z'))).toEqual(['2026-11-24']);
    expect(daysBetween(new Date('2026-11-24T15:59:00Z'), new Date('2026-11-25T16:00:01Z'))).toEqual([
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
    ]);
  });
});
