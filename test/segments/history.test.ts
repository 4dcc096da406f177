import { expect, test } from '@jest/globals';
import { noteSizes, shrinkingSegments, sizeBefore } from '../../src/segments/history.ts';
import type { SegmentRecords } from '../../src/segments/records.ts';
import type { Segment } from '../../src/segments/segment.ts';

const TODAY = '2026-06-10';
const segment = (id: string, size: number, history: [day: string, size: number][] = []) =>
  ({ id, size, status: 'ok', history: history.map(([day, was]) => ({ day, size: was })) }) as unknown as Segment;

test('sizes are noted once a day, the last of a day counts', async () => {
  const kept = new Map([['a', segment('a', 10, [['2026-06-09', 8]])]]);
  const records = {
    list: async () => [...kept.values()],
    change: async (id: string, changes: Partial<Segment>) => {
      kept.set(id, { ...kept.get(id)!, ...changes });
    },
  } as unknown as SegmentRecords;
  await noteSizes(records, TODAY);
  kept.set('a', { ...kept.get('a')!, size: 12 });
  await noteSizes(records, TODAY);
  expect(kept.get('a')!.history).toEqual([
    { day: '2026-06-09', size: 8 },
    { day: '2026-06-10', size: 12 },
  ]);
});

test('a segment shrinks when it lost clearly many within a week; a young one is not judged', () => {
  const shrunk = segment('shrunk', 60, [
    ['2026-06-01', 100],
    ['2026-06-09', 62],
  ]);
  const steady = segment('steady', 97, [['2026-06-02', 100]]);
  const small = segment('small', 1, [['2026-06-02', 4]]);
  const young = segment('young', 10, [['2026-06-08', 100]]);
  expect(sizeBefore(shrunk, 7, TODAY)).toBe(100);
  expect(shrinkingSegments([steady, shrunk, small, young], TODAY)).toEqual([{ segment: shrunk, before: 100 }]);
});
