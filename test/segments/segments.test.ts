import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createSegments, type Segments } from '../../src/segments/segments.ts';
import { simulateCustomers } from '../../src/segments/simulation/customers.ts';
import { createStore, type Store } from '../../src/store/store.ts';

const NOW = new Date('2026-06-01T00:00:00Z');
const SIZE = 400;
const name = { en: 'Test', zh: '测试' };

describe('segments over a store', () => {
  let folder: string;
  let store: Store<never, unknown, unknown, never>;
  let segments: Segments;
  let broken = false;
  let time = NOW;
  const customers = () => store.connection.collection<{ _id: string }>('customers');

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'segments-'));
    store = await createStore({ folder });
    const granted = { granted: true, at: NOW, source: 'test' };
    await customers().insertMany(
      simulateCustomers({ customers: SIZE, now: NOW }).map(({ id, profile }, at) => ({
        _id: id,
        identities: [{ channel: at % 2 ? 'web' : 'slack', userId: id }],
        identityKeys: [id],
        consent: at < 10 ? {} : { personalisation: granted },
        profile,
        createdAt: NOW,
        lastSeenAt: NOW,
      })),
    );
    segments = createSegments({
      connection: store.connection,
      conversationOf: async (id) => `web:${id}`,
      naming: {
        label: (_, id) => {
          if (broken) throw new Error('no names today');
          return { en: id, zh: `${id}类` };
        },
        money: (amount) => ({ en: `$${amount}`, zh: `US$${amount}` }),
      },
      now: () => time,
    });
    await segments.createIndexes();
  });
  afterAll(async () => {
    await segments.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const property = (property: string, is: string, value: unknown, of?: string) => ({
    kind: 'property',
    property,
    is,
    value,
    ...(of && { of }),
  });
  const size = async (rule: unknown) => (await segments.preview(rule)).size;

  test('only customers who agreed are segmented', async () => {
    expect(await size(property('turns', 'gte', 0))).toBe(SIZE - 10);
  });

  test('a rule and its negation part everyone between them', async () => {
    const rule = property('frequency', 'gte', 6);
    const inside = await size(rule);
    expect(inside).toBeGreaterThan(0);
    expect(await size({ kind: 'not', rule })).toBe(SIZE - 10 - inside);
    expect(await size({ kind: 'and', rules: [rule, { kind: 'not', rule }] })).toBe(0);
    expect(await size({ kind: 'or', rules: [rule, { kind: 'not', rule }] })).toBe(SIZE - 10);
  });

  test('a preview shows the size and at most ten members', async () => {
    const shown = await segments.preview(property('channel', 'eq', 'web'));
    expect(shown).toMatchObject({ size: 195, of: SIZE - 10 });
    expect(shown.members).toHaveLength(10);
  });

  test('a random share is stable, and another for another seed', async () => {
    const make = (seed: string) => segments.create({ name, rule: { kind: 'share', percent: 50, seed } });
    const [a, b, c] = [await make('x'), await make('x'), await make('y')];
    const ids = async (id: string) => (await segments.members(id, { limit: 1000 })).ids;
    expect(await ids(a.id)).toEqual(await ids(b.id));
    expect(await ids(a.id)).not.toEqual(await ids(c.id));
    expect(a.size).toBeGreaterThan(150);
    expect(a.size).toBeLessThan(240);
    for (const { id } of [a, b, c]) await segments.remove(id);
  });

  test('events are counted within a window, and did-not looks at what came after', async () => {
    const at = (daysAgo: number) => new Date(NOW.getTime() - daysAgo * 86_400_000);
    const event = (id: string, customer: number, type: string, daysAgo: number, productId = 'p1') =>
      ({ id, customerId: `simulated-${customer}`, type, at: at(daysAgo), productId }) as never;
    await store.events.insert([
      event('e1', 20, 'purchase', 1),
      event('e2', 20, 'purchase', 5),
      event('e3', 21, 'purchase', 100),
      event('e4', 21, 'purchase', 1),
      event('e5', 22, 'cart', 2),
      event('e6', 23, 'cart', 9),
      event('e7', 23, 'purchase', 8, 'p2'),
      event('e8', 1, 'purchase', 1),
    ]);
    const members = async (rule: unknown) => (await segments.preview(rule)).members.map(({ id }) => id).sort();
    expect(await members({ kind: 'performed', event: 'purchase', atLeast: 2, days: 30 })).toEqual(['simulated-20']);
    expect(await members({ kind: 'performed', event: 'purchase', atLeast: 2 })).toEqual([
      'simulated-20',
      'simulated-21',
    ]);
    expect(await members({ kind: 'did_not', did: 'cart', butNot: 'purchase' })).toEqual(['simulated-22']);
    expect(await members({ kind: 'did_not', did: 'cart', butNot: 'purchase', sameProduct: true })).toEqual([
      'simulated-22',
      'simulated-23',
    ]);
  });

  test('sentiment and intent are counted over turns, within a window', async () => {
    const turn = (id: string, customer: number, label: string, intent: string, daysAgo: number) => ({
      _id: id,
      customerId: `simulated-${customer}`,
      receivedAt: new Date(NOW.getTime() - daysAgo * 86_400_000),
      intent,
      understanding: { sentiment: { label } },
    });
    const turns = store.connection.collection<{ _id: string }>('turns');
    await turns.insertMany([
      turn('t1', 50, 'negative', 'complaint', 1),
      turn('t2', 50, 'negative', 'complaint', 3),
      turn('t3', 51, 'negative', 'return_refund', 40),
      turn('t4', 51, 'negative', 'complaint', 2),
      turn('t5', 52, 'positive', 'recommend', 1),
      // Did not agree, and so is in no segment.
      turn('t6', 1, 'negative', 'complaint', 1),
    ]);
    const members = async (rule: unknown) => (await segments.preview(rule)).members.map(({ id }) => id).sort();
    const negative = { kind: 'sentiment', label: 'negative' };
    expect(await members({ ...negative, atLeast: 2 })).toEqual(['simulated-50', 'simulated-51']);
    expect(await members({ ...negative, atLeast: 2, days: 30 })).toEqual(['simulated-50']);
    expect(await members({ kind: 'sentiment', label: 'positive' })).toEqual(['simulated-52']);
    expect(await members({ kind: 'intent', intent: 'complaint', atLeast: 2 })).toEqual(['simulated-50']);
    expect(await members({ kind: 'intent', intent: 'return_refund', days: 7 })).toEqual([]);
    const complained = { kind: 'intent', intent: 'complaint' };
    expect(
      await members({ kind: 'and', rules: [complained, { kind: 'not', rule: { ...negative, atLeast: 2 } }] }),
    ).toEqual([]);
    await turns.deleteMany({});
  });

  test('a rule that nobody meets makes an empty segment, not an error', async () => {
    const nobody = { kind: 'and', rules: [property('turns', 'gt', 1e9), { kind: 'intent', intent: 'nothing' }] };
    expect(await segments.preview(nobody)).toEqual({ size: 0, of: SIZE - 10, members: [] });
    const segment = await segments.create({ name, rule: nobody });
    expect(segment).toMatchObject({ size: 0, status: 'ok', computed: { customers: SIZE - 10 } });
    await segments.remove(segment.id);
  });

  test('a rule may ask about a segment, but not in a circle', async () => {
    const a = await segments.create({ name, rule: property('frequency', 'gte', 6) });
    const b = await segments.create({ name, rule: { kind: 'not', rule: { kind: 'segment', segmentId: a.id } } });
    expect(a.size + b.size).toBe(SIZE - 10);
    await expect(segments.update(a.id, { rule: { kind: 'segment', segmentId: b.id } })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
    await expect(segments.remove(a.id)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await segments.remove(b.id);
    await segments.remove(a.id);
    expect(await customers().countDocuments({ 'segmentation.rules': a.id })).toBe(0);
  });

  test.each([
    ['an operator where a value belongs', property('turns', 'eq', { $gt: 0 })],
    ['a property of another name', property('$where', 'eq', 1)],
    ['a path smuggled into a category', property('interest', 'gt', 0, 'a.$b')],
    ['text for a number', property('turns', 'gt', 'many')],
    ['an unknown kind', { kind: '$where', code: 'sleep()' }],
    [
      '50 levels',
      Array.from({ length: 50 }).reduce<unknown>((rule) => ({ kind: 'not', rule }), property('turns', 'eq', 1)),
    ],
    [
      'ten thousand levels',
      Array.from({ length: 10_000 }).reduce<unknown>((rule) => ({ kind: 'not', rule }), property('turns', 'eq', 1)),
    ],
    ['a thousand conditions', { kind: 'or', rules: Array(1000).fill(property('turns', 'eq', 1)) }],
    ['a window without end', { kind: 'performed', event: 'purchase', days: 1e9 }],
    ['an infinite count', { kind: 'performed', event: 'purchase', atLeast: Number.POSITIVE_INFINITY }],
    ['no number', property('turns', 'gt', Number.NaN)],
    ['nothing', undefined],
  ])('refuses %s', async (_, rule) => {
    await expect(segments.preview(rule)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('a change of a customer moves them within one flush', async () => {
    const segment = await segments.create({ name, rule: property('turns', 'gte', 1000) });
    expect(segment.size).toBe(0);
    await customers().updateOne({ _id: 'simulated-30' }, { $set: { 'profile.turns': 1001 } });
    segments.touch('simulated-30');
    await segments.settled();
    expect((await segments.members(segment.id)).ids).toEqual(['simulated-30']);
    expect(await segments.get(segment.id)).toMatchObject({ size: 1, status: 'ok', computed: { at: NOW } });
    await segments.remove(segment.id);
  });

  test('discovered segments are named in both languages, placed on customers, and stay themselves', async () => {
    const run = await segments.refresh();
    expect(run).toMatchObject({ status: 'ok', customers: SIZE - 10 });
    const first = (await segments.list()).filter(({ kind }) => kind === 'discovered');
    expect(first.length).toBeGreaterThanOrEqual(3);
    expect(first.reduce((sum, { size }) => sum + size, 0)).toBe(SIZE - 10);
    expect(new Set(first.map(({ name }) => name.en)).size).toBe(first.length);
    for (const segment of first) {
      expect(segment.name.zh).toMatch(/\p{Script=Han}/u);
      expect(segment.description.en).toMatch(/\d/);
      expect(segment.typical[0]).toMatch(/^web:simulated-/);
    }
    const { id } = first[0]!;
    const strategy = { tone: 'concise', offers: 'premium_first', categories: [] } as const;
    await segments.update(id, { strategy, name });
    await segments.refresh();
    const second = (await segments.list()).filter(({ kind }) => kind === 'discovered');
    expect(second.map((one) => one.id).sort()).toEqual(first.map((one) => one.id).sort());
    expect(await segments.get(id)).toMatchObject({ name, strategy });
    const [member] = (await segments.members(id)).ids;
    expect(await segments.strategy(member!)).toEqual(strategy);
    expect((await segments.map()).length).toBe(SIZE - 10);
  });

  test('a change is seen within a minute though others keep coming, and without anybody asking', async () => {
    const segment = await segments.create({ name, rule: property('turns', 'gte', 2000) });
    await customers().updateOne({ _id: 'simulated-60' }, { $set: { 'profile.turns': 2001 } });
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance'], now: NOW });
    for (let second = 0; second < 60; second += 1) {
      segments.touch('simulated-60');
      jest.advanceTimersByTime(1000);
    }
    jest.useRealTimers();
    const members = async () => (await segments.members(segment.id)).ids;
    // What was begun within the minute ends with the store's own answers; nothing here sets it going.
    for (let look = 0; look < 2000 && (await members()).length === 0; look++);
    expect(await members()).toEqual(['simulated-60']);
    await segments.settled();
    expect(await segments.get(segment.id)).toMatchObject({ size: 1 });
    await segments.remove(segment.id);
  });

  test('a run that fails is shown as failed, with the older figures standing, until one is good again', async () => {
    await segments.refresh();
    const before = (await segments.list()).filter(({ kind, status }) => kind === 'discovered' && status === 'ok');
    broken = true;
    time = new Date(NOW.getTime() + 60_000);
    expect(await segments.refresh()).toMatchObject({ status: 'failed', failure: 'no names today' });
    for (const { id, size } of before) {
      expect(await segments.get(id)).toMatchObject({ status: 'failed', size, failure: { message: 'no names today' } });
    }
    expect((await segments.lastRun())?.status).toBe('failed');
    expect((await segments.map()).length).toBeGreaterThan(0);
    broken = false;
    time = new Date(NOW.getTime() + 120_000);
    await segments.refresh();
    for (const { id } of before) expect((await segments.get(id))?.status).toBe('ok');
  });

  test('a rule that cannot be asked is shown as failed and keeps its members; a few customers placed do not hide it', async () => {
    const segment = await segments.create({ name, rule: property('turns', 'gte', 0) });
    const stored = store.connection.collection<{ _id: string }>('segments');
    await stored.updateOne({ _id: segment.id }, { $set: { rule: { ...property('turns', 'gte', 0), of: 'lamp' } } });
    await segments.refreshRules();
    expect(await segments.get(segment.id)).toMatchObject({ status: 'failed', size: segment.size });
    await stored.updateOne({ _id: segment.id }, { $set: { rule: property('turns', 'gte', 0) } });
    segments.touch('simulated-70');
    await segments.settled();
    expect((await segments.get(segment.id))?.status).toBe('failed');
    await segments.refreshRules();
    expect(await segments.get(segment.id)).toMatchObject({ status: 'ok', size: segment.size });
    expect(await segments.get(segment.id)).not.toHaveProperty('failure');
    await segments.remove(segment.id);
  });

  test('who takes consent back leaves every segment', async () => {
    await customers().updateOne({ _id: 'simulated-40' }, { $set: { 'consent.personalisation.granted': false } });
    segments.touch('simulated-40');
    await segments.settled();
    expect(await customers().findOne({ _id: 'simulated-40' })).not.toHaveProperty('segmentation');
  });
});
