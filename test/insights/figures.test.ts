import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createCalendar } from '../../src/calendar.ts';
import { createDaily, type Daily } from '../../src/insights/figures/daily.ts';
import { createDistinct, distinctFrom } from '../../src/insights/figures/distinct.ts';
import { sumOf } from '../../src/insights/figures/figures.ts';
import { event, type OpenStore, openStore, turn } from './rows.ts';

describe('counting distinct ids without keeping them', () => {
  const many = (from: number, to: number) => {
    const distinct = createDistinct();
    for (let n = from; n < to; n++) distinct.add(`customer-${n}`);
    return distinct;
  };

  test('few are counted exactly, many within a few percent', () => {
    for (const size of [0, 1, 70, 999]) expect(many(0, size).count()).toBe(size);
    for (const size of [2_000, 9_000, 100_000]) {
      expect(Math.abs(many(0, size).count() - size) / size).toBeLessThan(0.04);
    }
  });

  test('few and many are added up, whichever comes first', () => {
    for (const [one, other] of [
      [many(0, 500), many(400, 3_000)],
      [many(400, 3_000), many(0, 500)],
      [many(0, 800), many(700, 1_500)],
    ] as const) {
      const size = other.count() > 1_000 || one.count() > 1_000 ? 3_000 : 1_500;
      one.merge(distinctFrom(other.toBytes()));
      expect(Math.abs(one.count() - size) / size).toBeLessThan(0.04);
      expect(distinctFrom(one.toBytes()).count()).toBe(one.count());
    }
  });

  test('who comes on two days is counted once, also after storing', () => {
    const [monday, tuesday] = [createDistinct(), createDistinct()];
    for (const id of ['ann', 'bo']) monday.add(id);
    for (const id of ['bo', 'cy']) tuesday.add(id);
    const both = distinctFrom(monday.toBytes());
    both.merge(distinctFrom(tuesday.toBytes()));
    expect(both.count()).toBe(3);
  });
});

describe('figures a day', () => {
  let store: OpenStore;
  let daily: Daily;
  let now: Date;
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  const read = (text: string) => ({
    label: 'negative' as const,
    score: -0.5,
    aspects: [],
    keywords: [text],
    language: 'en',
  });
  const sum = async (from: string, to: string, channel?: string) =>
    sumOf((await daily.read(day(from), day(to), channel)).days.map(({ figures }) => figures));

  beforeEach(async () => {
    store = await openStore();
    now = new Date('2026-06-10T12:30:00Z');
    daily = createDaily({ connection: store.connection, read, now: () => now });
  });
  afterEach(() => store.close());

  test('a closed day is counted once and kept, with its channels apart and together', async () => {
    await store.insertTurns([
      turn('2026-06-08T10:00:00Z', { label: 'positive', keywords: ['fast delivery', 'a.b$c'] }),
      turn('2026-06-08T11:00:00Z', {
        channel: 'slack',
        customer: 'bo',
        unanswered: true,
        label: 'negative',
        angry: true,
      }),
      turn('2026-06-08T11:05:00Z', {
        channel: 'slack',
        customer: 'bo',
        route: 'handoff',
        intent: 'human',
        handoff: true,
      }),
    ]);
    expect((await daily.read(day('2026-06-08'), day('2026-06-11'))).missing).toBe(2);
    expect(await daily.roll()).toBe(2);
    const all = await sum('2026-06-08', '2026-06-09');
    expect(all).toMatchObject({ turns: 3, answerable: 3, answered: 2, handoffs: 1, angry: 1 });
    expect(all.mood).toEqual({ positive: 1, neutral: 1, negative: 1, score: 0 });
    expect([all.customers.count(), all.conversations.count()]).toEqual([2, 2]);
    expect([...all.keywords]).toEqual([
      ['fast delivery', 1],
      ['a.b$c', 1],
    ]);
    expect((await sum('2026-06-08', '2026-06-09', 'slack')).turns).toBe(2);
    expect(await daily.channels(day('2026-06-08'), day('2026-06-11'))).toEqual(['slack', 'web']);
    expect(await daily.roll()).toBe(0);
  });

  test('what we wrote first is no message of a customer, and no answer to one', async () => {
    const marketing = { ...turn('2026-06-08T10:01:00Z', { shown: ['p1'] }), proactive: { purpose: 'marketing' } };
    const byPerson = {
      ...turn('2026-06-08T10:02:00Z', {
        customer: 'bo',
        handoff: true,
        unanswered: true,
        label: 'negative',
        angry: true,
      }),
      proactive: { purpose: 'service', author: 'cy@example.com' },
    };
    await store.insertTurns([turn('2026-06-08T10:00:00Z'), marketing, byPerson]);
    await store.insertEvents([event('2026-06-08T11:00:00Z', 'purchase', { productId: 'p1' })]);
    await daily.roll();
    const all = await sum('2026-06-08', '2026-06-09');
    expect(all).toMatchObject({ turns: 1, answerable: 1, answered: 1, handoffs: 0, angry: 0, shown: 0, bought: 0 });
    expect(all.mood).toEqual({ positive: 0, neutral: 1, negative: 0, score: 0 });
    expect([all.customers.count(), all.conversations.count()]).toEqual([1, 1]);
  });

  test('days are those of the time zone, an open one too; by another zone they are counted anew', async () => {
    const shanghai = createCalendar('Asia/Shanghai');
    const perDay = async (from: string, to: string) =>
      (await daily.read(shanghai.startOf(from), shanghai.startOf(to))).days.map(({ day, figures }) => [
        day,
        figures.turns,
      ]);
    await store.insertTurns([
      turn('2026-06-08T15:59:00Z'),
      turn('2026-06-08T16:00:00Z'),
      turn('2026-06-09T15:00:00Z'),
      turn('2026-06-09T16:30:00Z'),
      turn('2026-06-10T12:10:00Z'),
    ]);
    expect(await daily.roll()).toBe(2);
    daily = createDaily({ connection: store.connection, read, calendar: shanghai, now: () => now });
    expect(await daily.roll()).toBe(2);
    expect(await perDay('2026-06-08', '2026-06-11')).toEqual([
      ['2026-06-08', 1],
      ['2026-06-09', 2],
      ['2026-06-10', 2],
    ]);
    expect(await daily.roll()).toBe(0);
  });

  test('a day on which the clock is changed has all its hours, and no other', async () => {
    const london = createCalendar('Europe/London');
    now = new Date('2026-10-25T23:30:00Z');
    daily = createDaily({ connection: store.connection, read, calendar: london, now: () => now });
    await store.insertTurns([
      turn('2026-10-24T22:30:00Z'),
      turn('2026-10-24T23:30:00Z'),
      turn('2026-10-25T00:30:00Z'),
      turn('2026-10-25T01:30:00Z'),
      turn('2026-10-25T23:20:00Z'),
    ]);
    const turns = async () =>
      (await daily.read(london.startOf('2026-10-24'), london.startOf('2026-10-26'))).days.map(
        ({ figures }) => figures.turns,
      );
    await daily.roll();
    expect(await turns()).toEqual([1, 4]);
    now = new Date('2026-10-26T00:10:00Z');
    await daily.roll();
    expect(await turns()).toEqual([1, 4]);
  });

  test('the open day is counted live', async () => {
    await store.insertTurns([turn('2026-06-10T08:00:00Z'), turn('2026-06-10T12:10:00Z')]);
    expect((await sum('2026-06-10', '2026-06-11')).turns).toBe(2);
    await store.insertTurns([turn('2026-06-10T12:31:00Z')]);
    now = new Date('2026-06-10T12:32:00Z');
    expect((await sum('2026-06-10', '2026-06-11')).turns).toBe(3);
    await store.insertTurns([turn('2026-06-10T12:31:30Z')]);
    daily.noteTurn(new Date('2026-06-10T12:31:30Z'));
    expect((await sum('2026-06-10', '2026-06-11')).turns).toBe(4);
    await store.insertTurns([turn('2026-06-10T08:30:00Z')]);
    daily.noteTurn(new Date('2026-06-10T08:30:00Z'));
    expect((await sum('2026-06-10', '2026-06-11')).turns).toBe(5);
  });

  test('what comes in late has its day counted again, and no turn is counted twice', async () => {
    await store.insertTurns([turn('2026-06-08T10:00:00Z')]);
    await daily.roll();
    await store.insertTurns([turn('2026-06-08T10:00:00Z')]);
    daily.noteTurn(new Date('2026-06-08T10:00:00Z'));
    now = new Date('2026-06-10T13:30:00Z');
    await daily.settled();
    expect(await daily.roll()).toBe(1);
    expect((await sum('2026-06-08', '2026-06-09')).turns).toBe(2);
  });

  test('days whose data was removed are counted again at once', async () => {
    await store.insertTurns([turn('2026-06-08T10:00:00Z'), turn('2026-06-10T10:00:00Z')]);
    await daily.roll();
    expect((await sum('2026-06-08', '2026-06-11')).turns).toBe(2);
    await store.connection.collection('turns').deleteMany({});
    await daily.recount([new Date('2026-06-08T12:00:00Z')]);
    expect((await sum('2026-06-08', '2026-06-11')).turns).toBe(0);
  });

  test('days that an older release kept in another form are counted again, and break no page', async () => {
    await store.insertTurns([turn('2026-06-08T10:00:00Z')]);
    await daily.roll();
    for (const name of ['daily', 'daily_talk', 'daily_states']) {
      await store.connection.collection(name).updateMany({}, { $set: { format: 0, customers: 'of old', intents: 7 } });
    }
    expect(await daily.read(day('2026-06-08'), day('2026-06-09'))).toMatchObject({ missing: 1 });
    expect(await daily.roll()).toBe(2);
    expect((await sum('2026-06-08', '2026-06-09')).turns).toBe(1);
  });

  test('stopping does not wait for all the days that are due', async () => {
    await store.insertTurns([turn('2025-06-08T10:00:00Z')]);
    const rolling = daily.roll();
    await daily.stop();
    await rolling;
    const { missing } = await daily.read(day('2025-06-08'), day('2026-06-10'));
    expect(missing).toBeGreaterThan(300);
  });

  test('a process that died while counting leaves days that the next one counts', async () => {
    await store.insertTurns([turn('2026-06-07T10:00:00Z'), turn('2026-06-08T10:00:00Z')]);
    const broken = createDaily({
      connection: store.connection,
      read() {
        throw new Error('killed');
      },
      now: () => now,
    });
    await store.insertEvents([event('2026-06-07T10:00:00Z', 'review', { data: { text: 'bad' } })]);
    await expect(broken.roll()).rejects.toThrow('killed');
    expect((await daily.read(day('2026-06-07'), day('2026-06-09'))).missing).toBe(1);
    await daily.roll();
    expect((await sum('2026-06-07', '2026-06-09')).turns).toBe(2);
  });

  test('what was shown is followed into looks and purchases of the same customer within two weeks after', async () => {
    await store.insertTurns([
      turn('2026-05-20T10:00:00Z', { shown: ['p1', 'p2', 'p3', 'p4'] }),
      turn('2026-05-20T10:05:00Z', { products: ['p4'] }),
      turn('2026-05-20T11:00:00Z', { customer: 'bo', shown: ['p1'] }),
    ]);
    await store.insertEvents([
      event('2026-05-20T10:02:00Z', 'click', { productId: 'p1' }),
      event('2026-05-25T10:00:00Z', 'purchase', { productId: 'p2' }),
      event('2026-05-19T10:00:00Z', 'purchase', { productId: 'p3' }),
      event('2026-06-04T10:00:00Z', 'purchase', { productId: 'p1' }),
    ]);
    await daily.roll();
    expect(await sum('2026-05-20', '2026-05-21')).toMatchObject({ shown: 5, looked: 3, bought: 1 });
  });

  test('a purchase that is told late changes the day of the recommendation', async () => {
    await store.insertTurns([turn('2026-06-01T10:00:00Z', { shown: ['p1'] })]);
    await daily.roll();
    const late = event('2026-06-03T10:00:00Z', 'purchase', { productId: 'p1' });
    await store.insertEvents([late]);
    daily.noteEvents([late]);
    await daily.settled();
    now = new Date('2026-06-10T18:00:00Z');
    await daily.roll();
    expect((await sum('2026-06-01', '2026-06-02')).bought).toBe(1);
  });

  test('reviews speak of their product, by their stars or their words', async () => {
    await store.insertEvents([
      event('2026-06-08T10:00:00Z', 'rating', { productId: 'p.1', value: 5 }),
      event('2026-06-08T11:00:00Z', 'review', { productId: 'p.1', data: { text: 'broke', by: 'shop|ann' } }),
    ]);
    daily.noteEvents([{ type: 'review', at: new Date('2026-06-08T11:00:00Z') }]);
    await daily.settled();
    await daily.roll();
    const figures = await sum('2026-06-08', '2026-06-09', 'shop');
    expect(figures.products.get('p.1')).toEqual({ positive: 1, neutral: 0, negative: 1, score: 0.5 });
    const [from, to] = [day('2026-06-08'), day('2026-06-09')];
    expect((await daily.examples(from, to, 'product|p.1')).map(({ key }) => key)).toEqual(['product|p.1|negative']);
  });

  test('an answer after which the customer at once is unhappy was a bad one', async () => {
    await store.insertTurns([
      turn('2026-06-08T10:00:00Z', { customer: 'ann' }),
      turn('2026-06-08T10:02:00Z', { customer: 'ann', label: 'negative' }),
      turn('2026-06-08T10:00:00Z', { customer: 'bo' }),
      turn('2026-06-08T10:40:00Z', { customer: 'bo', label: 'negative' }),
    ]);
    await daily.roll();
    expect(await daily.examples(day('2026-06-08'), day('2026-06-09'), 'badly answered')).toMatchObject([
      { key: 'badly answered', kind: 'turn', customerId: 'ann' },
    ]);
  });
});
