import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDaily } from '../../src/insights/figures/daily.ts';
import { segmentTalk } from '../../src/insights/segment-talk.ts';
import { type OpenStore, openStore, turn } from './rows.ts';

const NOW = new Date('2026-06-10T12:00:00Z');
let store: OpenStore;

beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

test('a segment talks: unhappy weeks, words said more than by everybody, the newest conversation of each', async () => {
  await store.insertTurns([
    ...Array.from({ length: 6 }, () =>
      turn('2026-06-08T10:00:00Z', { customer: 'ann', label: 'negative', keywords: ['late parcel'] }),
    ),
    turn('2026-06-01T10:00:00Z', { customer: 'ann', channel: 'slack', label: 'positive', keywords: ['kettle'] }),
    turn('2026-01-01T10:00:00Z', { customer: 'ann', keywords: ['long ago'] }),
    ...Array.from({ length: 30 }, () => turn('2026-06-08T11:00:00Z', { customer: 'other', keywords: ['kettle'] })),
  ]);
  const daily = createDaily({
    connection: store.connection,
    read: () => ({ label: 'neutral', score: 0, aspects: [], keywords: [], language: 'en' }),
    now: () => NOW,
  });
  await daily.roll();
  const { messages, weeks, words, conversations } = await segmentTalk(store.connection, daily, ['ann'], NOW);
  expect(messages).toBe(7);
  expect(weeks.slice(-2).map(({ messages: count, unhappy }) => [count, unhappy])).toEqual([
    [1, 0],
    [6, 1],
  ]);
  expect(weeks[0]).not.toHaveProperty('unhappy');
  expect(words.map(({ word }) => word)).toEqual(['late parcel']);
  expect(conversations).toEqual([
    { conversationId: 'web:ann', customerId: 'ann', at: new Date('2026-06-08T10:00:00Z'), channel: 'web' },
  ]);
});
