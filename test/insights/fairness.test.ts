import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fairnessReport } from '../../src/insights/fairness.ts';
import { createStore, type Store } from '../../src/store/store.ts';

const AT = new Date('2026-06-10T12:00:00Z');
const later = (days: number) => new Date(AT.getTime() + days * 86_400_000);
let folder: string;
let store: Store<never, unknown, unknown, never>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fairness-'));
  store = await createStore({ folder });
  const turn = (
    id: string,
    customerId: string,
    language: string,
    score: number,
    shown: string[],
    unanswered = false,
  ) => ({
    _id: id,
    customerId,
    receivedAt: AT,
    understanding: { language, sentiment: { score } },
    recommendations: shown.map((productId) => ({ productId })),
    unanswered,
  });
  await store.connection
    .collection<{ _id: string }>('turns')
    .insertMany([
      turn('1', 'ann', 'en', 0.5, ['p1', 'p2']),
      turn('2', 'bo', 'zh', -0.5, ['p1', 'p3']),
      turn('3', 'bo', 'zh', 0, [], true),
    ]);
  const bought = (id: string, customerId: string, productId: string, at: Date) =>
    ({ id, customerId, productId, type: 'purchase', at }) as never;
  await store.events.insert([
    bought('a', 'ann', 'p1', later(3)),
    bought('b', 'bo', 'p1', later(-1)),
    bought('c', 'bo', 'p3', later(20)),
  ]);
  await store.connection
    .collection<{ _id: string }>('customers')
    .insertOne({ _id: 'ann', segmentation: { rules: ['vip'], discovered: 'd1' } } as never);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

test('acceptance counts what was bought after it was shown, within the window; by segment and by language', async () => {
  const report = await fairnessReport(store.connection, { from: later(-1), to: later(1) });
  expect(report.byLanguage).toEqual([
    { group: 'zh', customers: 1, turns: 2, shown: 2, accepted: 0, acceptance: 0, sentiment: -0.25, answered: 0.5 },
    { group: 'en', customers: 1, turns: 1, shown: 2, accepted: 1, acceptance: 0.5, sentiment: 0.5, answered: 1 },
  ]);
  expect(report.bySegment.map(({ group }) => group).sort()).toEqual(['d1', 'none', 'vip']);
});
