import { describe, expect, test } from '@jest/globals';
import type { Request } from 'express';
import { createCalendar } from '../../src/calendar.ts';
import { formatDay, formatHour, formatTime } from '../../src/dashboard/format.ts';
import { type Period, windowOf } from '../../src/dashboard/pages/conversations/filters.ts';
import { periodOf } from '../../src/dashboard/period.tsx';

const SHANGHAI = createCalendar('Asia/Shanghai');
const LONDON = createCalendar('Europe/London');
const at = (text: string) => new Date(text);
const asked = (query: object) => ({ query }) as Request;

describe('days on the dashboard, by the clock of the business', () => {
  test.each<[Period, string, string | undefined]>([
    // Tuesday 10 November, 01:30 in Shanghai; Monday in London and by UTC.
    ['today', '2026-11-09T16:00:00.000Z', undefined],
    ['yesterday', '2026-11-08T16:00:00.000Z', '2026-11-09T16:00:00.000Z'],
    ['last_week', '2026-11-01T16:00:00.000Z', '2026-11-08T16:00:00.000Z'],
    ['7d', '2026-11-03T16:00:00.000Z', undefined],
  ])('in Shanghai "%s" begins at %s', (period, from, to) => {
    const window = windowOf({ period }, at('2026-11-09T17:30:00Z'), SHANGHAI);
    expect([window.from?.toISOString(), window.to?.toISOString()]).toEqual([from, to]);
  });

  test.each<[Period, string, string | undefined]>([
    // Monday 26 October, the day after the clock was put back.
    ['today', '2026-10-26T00:00:00.000Z', undefined],
    ['yesterday', '2026-10-24T23:00:00.000Z', '2026-10-26T00:00:00.000Z'],
    ['last_week', '2026-10-18T23:00:00.000Z', '2026-10-26T00:00:00.000Z'],
    ['30d', '2026-09-26T23:00:00.000Z', undefined],
  ])('in London after a change of the clock "%s" begins at %s', (period, from, to) => {
    const window = windowOf({ period }, at('2026-10-26T09:00:00Z'), LONDON);
    expect([window.from?.toISOString(), window.to?.toISOString()]).toEqual([from, to]);
  });

  test('days given in the address are whole days there', () => {
    const { from, to } = windowOf({ from: '2026-03-29', to: '2026-03-29' }, at('2026-05-01T00:00:00Z'), LONDON);
    expect([from?.toISOString(), to?.toISOString()]).toEqual(['2026-03-29T00:00:00.000Z', '2026-03-29T23:00:00.000Z']);
  });

  test('a period of figures ends with the day it is there', () => {
    expect(periodOf(asked({ days: '7' }), at('2026-11-09T17:30:00Z'), SHANGHAI)).toEqual({
      days: '7',
      fromDay: '2026-11-04',
      toDay: '2026-11-10',
      from: at('2026-11-03T16:00:00Z'),
      to: at('2026-11-10T16:00:00Z'),
    });
    expect(
      periodOf(asked({ days: 'own', from: '2026-10-25', to: '2026-10-25' }), at('2026-10-30T12:00:00Z'), LONDON),
    ).toMatchObject({ from: at('2026-10-24T23:00:00Z'), to: at('2026-10-26T00:00:00Z') });
  });

  test('days and times are shown by that clock, in both languages', () => {
    const late = at('2026-11-09T17:30:00Z');
    expect(formatDay(late, 'en', 'Asia/Shanghai')).toBe('10 Nov 2026');
    expect(formatDay(late, 'zh', 'Asia/Shanghai')).toBe('2026年11月10日');
    expect(formatTime(late, 'en', 'Asia/Shanghai')).toBe('10 Nov 2026, 01:30');
    expect(formatTime(late, 'zh', 'Asia/Shanghai')).toBe('2026年11月10日 01:30');
    expect(formatTime(at('2026-07-01T12:00:00Z'), 'en', 'Europe/London')).toBe('1 Jul 2026, 13:00');
    expect(formatHour(18, 'Asia/Shanghai')).toBe('02:00');
    expect(formatHour(18, 'Asia/Kolkata')).toBe('23:30');
    expect(formatHour(12, 'Europe/London', at('2026-07-01T00:00:00Z'))).toBe('13:00');
    expect(formatHour(12, 'Europe/London', at('2026-12-01T00:00:00Z'))).toBe('12:00');
  });
});
