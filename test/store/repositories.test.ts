import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { StoredEvent } from '../../src/store/events.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import type { StoredTurn } from '../../src/store/turns.ts';

interface Turn extends StoredTurn {
  message: { id: string; text: string };
  route?: string;
  understanding?: { intent: { name: string }; sentiment: { label: string } };
}
interface Profile {
  turns: number;
  interests: Record<string, number>;
}

const MINUTE = 60_000;

describe('the repositories', () => {
  let folder: string;
  let time: Date;
  let store: Store<Turn, { shown: string[] }, Profile, StoredEvent>;
  const later = (ms: number) => {
    time = new Date(time.getTime() + ms);
  };
  const profile: Profile = { turns: 0, interests: {} };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'store-'));
    time = new Date('2026-06-01T10:00:00Z');
    store = await createStore({ folder, now: () => time });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const turn = (n: number, more: Partial<Turn> = {}): Turn => ({
    id: `web|${n}`,
    conversationId: 'web:1',
    customerId: 'ann',
    channel: 'web',
    status: 'claimed',
    receivedAt: new Date(time.getTime() + n * 1000),
    attempts: 1,
    message: { id: String(n), text: '我想买一个手机' },
    ...more,
  });

  test('the store answers, and makes the indexes it reads by', async () => {
    await store.ping();
    expect(store.kind).toBe('embedded');
    const indexes = await store.connection.db!.collection('turns').indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { customerId: 1, receivedAt: -1, _id: -1 } }));
  });

  describe('of turns', () => {
    test('claim a message once, and tell a finished one from a pending one', async () => {
      expect(await store.turns.claim(turn(1))).toBe('new');
      expect(await store.turns.claim(turn(1))).toBe('pending');
      await store.turns.save('web|1', { status: 'answered' });
      expect(await store.turns.claim(turn(1))).toBe('pending');
      await store.turns.save('web|1', { status: 'sent' });
      expect(await store.turns.claim(turn(1))).toBe('done');
    });

    test('claim a message once when it arrives ten times at once', async () => {
      const claims = await Promise.all(Array.from({ length: 10 }, () => store.turns.claim(turn(1))));
      expect(claims.filter((claim) => claim === 'new')).toHaveLength(1);
      expect(claims.filter((claim) => claim === 'pending')).toHaveLength(9);
    });

    test('give a turn back as it was stored', async () => {
      const stored = turn(1, { route: 'recommend' });
      await store.turns.claim(stored);
      expect(await store.turns.get('web|1')).toEqual(stored);
      expect(await store.turns.get('web|2')).toBeUndefined();
    });

    test('clear a field that is saved as undefined', async () => {
      await store.turns.claim(turn(1, { route: 'recommend' }));
      await store.turns.save('web|1', { route: undefined });
      expect(await store.turns.get('web|1')).toEqual(turn(1));
    });

    test('hand a turn left unfinished to one of several takers', async () => {
      await store.turns.claim(turn(1));
      expect(await store.turns.takeOver({ olderThan: time })).toBeUndefined();
      later(5 * MINUTE);
      const olderThan = new Date(time.getTime() - MINUTE);
      expect(await store.turns.findUnfinished(olderThan)).toHaveLength(1);
      const taken = await Promise.all(Array.from({ length: 5 }, () => store.turns.takeOver({ olderThan })));
      expect(taken.filter(Boolean)).toEqual([expect.objectContaining({ id: 'web|1', attempts: 2 })]);
    });

    test('never hand out a finished turn', async () => {
      await store.turns.claim(turn(1));
      await store.turns.save('web|1', { status: 'refused' });
      later(5 * MINUTE);
      expect(await store.turns.takeOver({ olderThan: time })).toBeUndefined();
      expect(await store.turns.takeOver({ olderThan: time, id: 'web|1' })).toBeUndefined();
    });

    test('give the last of a conversation, oldest first', async () => {
      for (let n = 1; n <= 5; n++) await store.turns.claim(turn(n));
      await store.turns.claim(turn(6, { conversationId: 'web:2' }));
      const recent = await store.turns.recent('web:1', 3);
      expect(recent.map(({ id }) => id)).toEqual(['web|3', 'web|4', 'web|5']);
    });

    test('are found by what they were about, page by page, also when many came at the same time', async () => {
      for (let n = 1; n <= 7; n++) await store.turns.claim(turn(n, { receivedAt: time }));
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.turns.find({ channel: 'web' }, { limit: 3, ...(cursor && { cursor }) });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      } while (cursor);
      expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map((n) => `web|${n}`));
    });

    test('are filtered by route, intent, sentiment and time', async () => {
      const about = (name: string, label: string) => ({ understanding: { intent: { name }, sentiment: { label } } });
      await store.turns.claim(turn(1, { route: 'recommend', ...about('buy', 'positive') }));
      await store.turns.claim(turn(2, { route: 'complaint', ...about('complain', 'negative') }));
      const found = async (filter: object) => (await store.turns.find(filter)).items.map(({ id }) => id);
      expect(await found({ route: 'complaint' })).toEqual(['web|2']);
      expect(await found({ intent: 'buy' })).toEqual(['web|1']);
      expect(await found({ sentiment: 'negative', customerId: 'ann' })).toEqual(['web|2']);
      expect(await found({ from: new Date(time.getTime() + 2000) })).toEqual(['web|2']);
      expect(await found({ to: new Date(time.getTime() + 2000) })).toEqual(['web|1']);
      expect(await store.turns.count({ channel: 'slack' })).toBe(0);
    });

    test('refuse a page cursor that is not theirs', async () => {
      await expect(store.turns.find({}, { cursor: '{"$ne":1}' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    });

    test('go by customer and by age, and change hands', async () => {
      await store.turns.claim(turn(1));
      await store.turns.claim(turn(2, { customerId: 'bob' }));
      await store.turns.claim(turn(3, { customerId: 'bob' }));
      expect(await store.turns.deleteByCustomer('ann')).toBe(1);
      expect(await store.turns.deleteOlderThan(new Date(time.getTime() + 3000))).toBe(1);
      expect(await store.turns.reassign('bob', 'ann')).toBe(1);
      expect(await store.turns.count({ customerId: 'ann' })).toBe(1);
    });
  });

  describe('of conversations', () => {
    const seed = { id: 'web:1', channel: 'web', customerId: 'ann', address: { room: 1 } };
    const lease = (owner: string) => ({ owner, ttlMs: MINUTE });

    test('make one on first sight, and give the lease to one owner', async () => {
      const owners = ['a', 'b', 'c', 'd', 'e', 'f'];
      const got = await Promise.all(owners.map((owner) => store.conversations.acquire(seed, lease(owner))));
      expect(got.filter(Boolean)).toEqual([{ ...seed, status: 'bot', createdAt: time, lastAt: time }]);
      expect(await store.conversations.count()).toBe(1);
    });

    test('keep the lease until it is released or has run out', async () => {
      expect(await store.conversations.acquire(seed, lease('a'))).toBeTruthy();
      expect(await store.conversations.acquire(seed, lease('b'))).toBeUndefined();
      expect(await store.conversations.release('web:1', 'b')).toBe(false);
      expect(await store.conversations.release('web:1', 'a', { state: { shown: ['p1'] } })).toBe(true);
      expect(await store.conversations.acquire(seed, lease('b'))).toMatchObject({ state: { shown: ['p1'] } });
      later(MINUTE + 1);
      expect(await store.conversations.acquire(seed, lease('c'))).toBeTruthy();
    });

    test('let an owner prolong the lease, and write nothing once it is lost', async () => {
      await store.conversations.acquire(seed, lease('a'));
      later(MINUTE / 2);
      expect(await store.conversations.renew('web:1', lease('a'))).toBe(true);
      later(MINUTE / 2 + 1);
      expect(await store.conversations.acquire(seed, lease('b'))).toBeUndefined();
      later(MINUTE);
      expect(await store.conversations.acquire(seed, lease('b'))).toBeTruthy();
      expect(await store.conversations.renew('web:1', lease('a'))).toBe(false);
      expect(await store.conversations.release('web:1', 'a', { status: 'human' })).toBe(false);
      expect(await store.conversations.get('web:1')).toMatchObject({ status: 'bot' });
    });

    test('are opened without a lease, saved and listed by status, last spoken first', async () => {
      await store.conversations.open(seed);
      later(1000);
      await store.conversations.open({ ...seed, id: 'web:2', language: 'zh' });
      await store.conversations.save('web:2', { status: 'waiting' });
      expect((await store.conversations.find({})).items.map(({ id }) => id)).toEqual(['web:2', 'web:1']);
      expect((await store.conversations.find({ status: 'waiting' })).items).toMatchObject([{ language: 'zh' }]);
      const first = await store.conversations.find({}, { limit: 1 });
      const second = await store.conversations.find({}, { limit: 1, cursor: first.next! });
      expect(second.items.map(({ id }) => id)).toEqual(['web:1']);
      expect(await store.conversations.deleteOlderThan(time)).toBe(1);
      expect(await store.conversations.reassign('ann', 'bob')).toBe(1);
      expect(await store.conversations.deleteByCustomer('bob')).toBe(1);
    });
  });

  describe('of customers', () => {
    const ann = { channel: 'web', userId: 'u1', name: 'Ann', locale: 'en' };

    test('make a customer once, however many ask at once', async () => {
      const opened = await Promise.all(Array.from({ length: 20 }, () => store.customers.open(ann, profile)));
      expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
      expect(await store.customers.count()).toBe(1);
      expect(opened[0]).toMatchObject({
        identities: [{ channel: 'web', userId: 'u1' }],
        displayName: 'Ann',
        locale: 'en',
        consent: {},
        profile,
      });
    });

    test('never mix two people of one name, nor one id on two channels', async () => {
      await store.customers.open(ann, profile);
      await store.customers.open({ ...ann, userId: 'u2' }, profile);
      await store.customers.open({ ...ann, channel: 'slack' }, profile);
      expect(await store.customers.count()).toBe(3);
    });

    test('remember consent, profile and when somebody was seen', async () => {
      const { id } = await store.customers.open(ann, profile);
      await store.customers.setConsent(id, 'marketing', { granted: false, at: time, source: 'web|1' });
      await store.customers.save(id, { profile: { turns: 1, interests: { 'tv.audio': 2 } }, locale: undefined });
      later(MINUTE);
      const again = await store.customers.open({ channel: 'web', userId: 'u1' }, profile);
      expect(again).toMatchObject({
        displayName: 'Ann',
        profile: { turns: 1, interests: { 'tv.audio': 2 } },
        consent: { marketing: { granted: false, at: expect.any(Date), source: 'web|1' } },
        lastSeenAt: time,
      });
      expect(again.locale).toBeUndefined();
    });

    test('link identities to one customer only', async () => {
      const first = await store.customers.open(ann, profile);
      const second = await store.customers.open({ channel: 'slack', userId: 's1' }, profile);
      expect(await store.customers.link(first.id, { channel: 'telegram', userId: 't1' })).toBe(true);
      expect(await store.customers.link(second.id, { channel: 'telegram', userId: 't1' })).toBe(false);
      expect(await store.customers.link('nobody', { channel: 'telegram', userId: 't2' })).toBe(false);
      expect((await store.customers.findByIdentity({ channel: 'telegram', userId: 't1' }))?.id).toBe(first.id);
      expect((await store.customers.get(second.id))?.identities).toEqual([{ channel: 'slack', userId: 's1' }]);
    });

    test('are listed, streamed and deleted, which frees the identity', async () => {
      const { id } = await store.customers.open(ann, profile);
      later(1000);
      await store.customers.open({ channel: 'web', userId: 'u2' }, profile);
      expect((await store.customers.find({ limit: 1 })).items[0]?.identities).toEqual([
        { channel: 'web', userId: 'u2' },
      ]);
      let streamed = 0;
      for await (const _ of store.customers.all()) streamed++;
      expect(streamed).toBe(2);
      expect(await store.customers.delete(id)).toBe(true);
      expect(await store.customers.delete(id)).toBe(false);
      expect((await store.customers.open(ann, profile)).id).not.toBe(id);
    });
  });

  describe('of events', () => {
    const event = (n: number, more: Partial<StoredEvent> = {}): StoredEvent => ({
      id: `e${n}`,
      customerId: 'ann',
      type: 'view',
      productId: 'p1',
      at: new Date(time.getTime() + n * 1000),
      ...more,
    });

    test('store each event once and say what was known', async () => {
      expect(await store.events.insert([event(1), event(2), event(1)])).toEqual({ inserted: 2, duplicates: 1 });
      expect(await store.events.insert([event(1), event(2)])).toEqual({ inserted: 0, duplicates: 2 });
      expect(await store.events.insert([])).toEqual({ inserted: 0, duplicates: 0 });
      expect(await store.events.count({})).toBe(2);
    });

    test('are found by customer, type, product and window, newest first', async () => {
      await store.events.insert([
        event(1),
        event(2, { type: 'purchase', value: 99.5 }),
        event(3, { type: 'purchase', customerId: 'bob', productId: 'p2' }),
      ]);
      const found = async (filter: object) => (await store.events.find(filter)).map(({ id }) => id);
      expect(await found({ customerId: 'ann' })).toEqual(['e2', 'e1']);
      expect(await found({ type: ['view', 'purchase'], from: event(2).at })).toEqual(['e3', 'e2']);
      expect(await found({ productId: 'p2' })).toEqual(['e3']);
      expect((await store.events.find({ type: 'purchase', customerId: 'ann' }))[0]?.value).toBe(99.5);
      const streamed: string[] = [];
      for await (const { id } of store.events.stream({})) streamed.push(id);
      expect(streamed).toEqual(['e3', 'e2', 'e1']);
      const totals = await store.events.aggregate([
        { $group: { _id: '$type', n: { $sum: 1 } } },
        { $sort: { _id: 1 } },
      ]);
      expect(totals).toEqual([
        { _id: 'purchase', n: 2 },
        { _id: 'view', n: 1 },
      ]);
    });

    test('say by code what a pipeline may not use', async () => {
      const pipeline = [{ $bucketAuto: { groupBy: '$value', buckets: 2 } }];
      await expect(store.events.aggregate(pipeline)).rejects.toMatchObject({
        code: 'STORE_UNSUPPORTED',
        message: expect.stringContaining('$bucketAuto'),
      });
    });

    test('go by customer and by age', async () => {
      await store.events.insert([event(1), event(2, { customerId: 'bob' }), event(3)]);
      expect(await store.events.deleteOlderThan(event(2).at)).toBe(1);
      expect(await store.events.reassign('bob', 'ann')).toBe(1);
      expect(await store.events.deleteByCustomer('ann')).toBe(2);
    });
  });

  test('a store that cannot be reached says so', async () => {
    const refused = createStore({ mongodbUri: 'mongodb://127.0.0.1:1/x', folder, connectTimeoutMs: 200 });
    await expect(refused).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});
