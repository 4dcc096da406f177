import type { Doc } from './targets.ts';

/** Midnight, or another hour, of a day of January 2026. */
export const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 0, day, hour));

export const ORDERS: Doc[] = [
  { _id: 1, who: 'ann', sum: 10, at: at(1, 9), items: ['a', 'b'], mood: 'glad', rate: 4 },
  { _id: 2, who: 'bob', sum: 25, at: at(1, 23), items: ['b'], mood: 'angry' },
  { _id: 3, who: 'ann', sum: 5, at: at(2, 1), items: [], mood: 'glad', rate: 2 },
  { _id: 4, who: '小明', sum: 40, at: at(3, 12), items: ['c', 'a', 'a'], mood: null, rate: 5 },
  { _id: 5, who: 'bob', sum: 0, at: at(3, 13) },
];
