import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { attentionAt, createAttentionIndexes } from '../../src/insights/attention.ts';
import { createDaily, type Daily } from '../../src/insights/figures/daily.ts';
import { keywordsIn } from '../../src/insights/keywords.ts';
import { overviewOf } from '../../src/insights/overview.ts';
import { insightData } from '../../src/insights/personal-data.ts';
import { satisfactionIn, voicesBehind } from '../../src/insights/satisfaction.ts';
import { event, type OpenStore, openStore, turn } from './rows.ts';

const NOW = new Date('2026-06-10T12:30:00Z');
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const aspect = (aspect: string, label: string, sentence: string) => ({ aspect, label, score: 0.5, sentence });

describe('what the business reads of its conversations', () => {
  let store: OpenStore;
  let daily: Daily;
  let now = NOW;
  const read = () => ({
    label: 'negative' as const,
    score: -0.7,
    aspects: [
      { aspect: 'battery' as const, label: 'negative' as const, score: -0.7, sentence: 'The battery is dead.' },
    ],
    keywords: ['battery'],
    language: 'en',
  });

  beforeAll(async () => {
    store = await openStore();
    daily = createDaily({ connection: store.connection, read, now: () => now });
    await createAttentionIndexes(store.connection);
    await store.insertTurns([
      // The days before: 6 and 7 June.
      ...Array.from({ length: 20 }, (_, n) =>
        turn('2026-06-06T10:00:00Z', { customer: `old-${n}`, keywords: ['shoes'] }),
      ),
      // The full days 8 and 9 June.
      turn('2026-06-08T10:00:00Z', {
        customer: 'ann',
        label: 'positive',
        aspects: [aspect('delivery', 'positive', 'Delivery was quick.')],
        products: ['p1'],
        text: 'Delivery was quick. I like the p1.',
      }),
      turn('2026-06-09T10:00:00Z', {
        customer: 'bo',
        label: 'negative',
        aspects: [aspect('delivery', 'negative', '快递太慢了')],
        text: '快递太慢了。',
        intent: 'complaint',
      }),
      ...Array.from({ length: 4 }, () => turn('2026-06-09T11:00:00Z', { customer: 'cy', keywords: ['gift card'] })),
      // Today.
      turn('2026-06-10T09:00:00Z', { customer: 'dee', label: 'negative', angry: true, text: 'I am furious' }),
      turn('2026-06-10T09:01:00Z', { customer: 'dee', label: 'negative', angry: true, text: 'still furious' }),
      ...['ed', 'flo'].map((customer) =>
        turn('2026-06-10T10:00:00Z', {
          customer,
          intent: 'search',
          route: 'recommend',
          unanswered: true,
          keywords: ['sell bicycles'],
          text: 'do you sell bicycles?',
        }),
      ),
    ]);
    await store.insertEvents([
      event('2026-06-09T12:00:00Z', 'review', {
        customerId: 'gus',
        productId: 'p1',
        value: 1,
        data: { text: 'The battery is dead. Sad.', by: 'shop|gus' },
      }),
    ]);
    await daily.roll();
  });
  afterAll(() => store.close());

  const period = { from: day('2026-06-08'), to: day('2026-06-11') };

  test('a change compares full days with as many before, so that a morning is not held against a day', async () => {
    const overview = await overviewOf(daily, period, NOW);
    expect(overview.summary).toMatchObject({ turns: 10, customers: 6, angry: 2, answerRate: 0.8 });
    expect(overview.compared).toMatchObject({
      days: 2,
      now: { turns: 6, customers: 3 },
      before: { turns: 20, customers: 20 },
    });
    expect(overview.days.map(({ day: name, turns }) => [name, turns])).toEqual([
      ['2026-06-08', 1],
      ['2026-06-09', 5],
      ['2026-06-10', 4],
    ]);
    expect(overview.intents[0]).toEqual({ intent: 'shipping', count: 7, share: 0.7, before: 1 });
    expect(overview.missing).toBe(0);
  });

  test('an empty channel has no rates, not rates of zero', async () => {
    const { summary } = await overviewOf(daily, { ...period, channel: 'teams' }, NOW);
    expect(summary).toEqual({
      turns: 0,
      conversations: 0,
      customers: 0,
      handoffs: 0,
      angry: 0,
      shown: 0,
      looked: 0,
      bought: 0,
    });
  });

  test('today: angry conversations once each with their last words, and what the shop does not carry', async () => {
    const attention = await attentionAt(store.connection, daily, NOW);
    expect(attention.angry).toMatchObject([{ conversationId: 'web:dee', text: 'still furious' }]);
    expect(attention.unanswered).toBe(2);
    expect(attention.missing).toEqual([{ phrase: 'bicycles', customers: 2, texts: ['do you sell bicycles?'] }]);
    expect((await attentionAt(store.connection, daily, NOW, 'slack')).angry).toEqual([]);
  });

  test('satisfaction counts who felt something; reviews speak too; the sentences behind it can be read', async () => {
    const { aspects, products } = await satisfactionIn(daily, period);
    expect(aspects).toMatchObject([
      { of: 'delivery', voices: 2, satisfied: 0.5 },
      { of: 'battery', voices: 1, satisfied: 0 },
    ]);
    expect(products).toMatchObject([{ of: 'p1', voices: 2, satisfied: 0.5 }]);
    const examples = (subject: string) => daily.examples(period.from, period.to, subject);
    const delivery = await voicesBehind(store.connection, await examples('aspect|delivery'), 'aspect|delivery', read);
    expect(delivery.map(({ sentence, label }) => [sentence, label])).toEqual([
      ['快递太慢了', 'negative'],
      ['Delivery was quick.', 'positive'],
    ]);
    const [review] = await voicesBehind(store.connection, await examples('aspect|battery'), 'aspect|battery', read);
    expect(review).toMatchObject({ kind: 'event', customerId: 'gus', sentence: 'The battery is dead.' });
  });

  test('a word that rises is one said clearly more often than before', async () => {
    const { most, rising } = await keywordsIn(daily, period);
    expect(most[0]).toMatchObject({ word: 'gift card', count: 4, before: 0 });
    expect(rising.map(({ word }) => word)).toEqual(['gift card']);
  });

  test('what retention deletes is no example any more, and the sums stay', async () => {
    const [from, to] = [day('2026-06-06'), day('2026-06-09')];
    const before = await daily.examples(from, to, 'aspect|delivery');
    expect(before).toHaveLength(1);
    await store.connection.collection('turns').deleteMany({ receivedAt: { $lt: day('2026-06-09') } });
    // A late purchase does not have a day counted again that has no turns any more.
    now = new Date(NOW.getTime() + 3_600_000);
    daily.noteEvents([{ type: 'purchase', at: day('2026-06-09') }]);
    await daily.settled();
    await daily.roll();
    expect(await daily.examples(from, to, 'aspect|delivery')).toEqual([]);
    expect((await daily.examples(day('2026-06-09'), day('2026-06-10'), 'aspect|delivery')).length).toBe(1);
    expect((await overviewOf(daily, { from, to }, NOW)).summary.turns).toBe(21);
  });

  test('who is erased is no example any more', async () => {
    const data = insightData(store.connection);
    const subject = { customerId: 'gus', conversationIds: [] };
    expect(await data.count(subject)).toBe(4);
    expect(await data.export(subject)).toHaveLength(4);
    await data.erase(subject);
    expect(await data.count(subject)).toBe(0);
  });
});
