import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Router } from 'express';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { createEventIntake } from '../../src/customers/events/intake.ts';
import type { Profile } from '../../src/customers/profile.ts';
import { createApp } from '../../src/server/app.ts';
import { createEventsRouter } from '../../src/server/events.ts';
import type { StoredEvent } from '../../src/store/events.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import type { StoredTurn } from '../../src/store/turns.ts';
import { listening } from '../support/listening.ts';

const KEY = 'a-key-of-the-shop';
const NOW = new Date('2026-11-24T12:00:00Z');
let folder: string;
let store: Store<StoredTurn, unknown, Profile, StoredEvent>;
let server: Awaited<ReturnType<typeof listening>>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'events-'));
  store = await createStore({ folder });
  const intake = createEventIntake({
    store,
    product: (id) => (id === 'tea' ? { category: 'kitchen', price: 5 } : undefined),
  });
  const app = createApp({
    routers: [['/', createEventsRouter({ apiKey: KEY, intake, now: () => NOW })]],
    metrics: new Registry(),
    health: async () => ({ ok: true }),
    logger: pino({ level: 'silent' }),
    secure: false,
  });
  server = await listening(Router().use(app));
});

afterEach(async () => {
  await server.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const purchase = (changes: object = {}) => ({
  id: 'e1',
  customer: '17850',
  type: 'purchase',
  at: '2026-11-20T10:00:00Z',
  productId: 'tea',
  value: 10,
  ...changes,
});

async function post(body: unknown, headers: Record<string, string> = { authorization: `Bearer ${KEY}` }) {
  const response = await fetch(`${server.url}/api/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('POST /api/events', () => {
  test('the same batch twice is stored once and told once to the profile', async () => {
    const batch = { events: [purchase(), purchase({ id: 'e2', at: '2026-11-21T10:00:00Z' }), purchase()] };
    expect(await post(batch)).toEqual({ status: 201, body: { inserted: 2, duplicates: 1, unknownProducts: 0 } });
    expect(await post(batch)).toEqual({ status: 200, body: { inserted: 0, duplicates: 3, unknownProducts: 0 } });
    const customer = await store.customers.findByIdentity({ channel: 'shop', userId: '17850' });
    expect(customer?.profile.activity).toMatchObject({ baskets: 2, spent: 20, events: { purchase: 2 } });
    expect(await store.events.count({ customerId: customer?.id })).toBe(2);
  });

  test('the same batch at once from two clients counts once', async () => {
    await Promise.all([post([purchase()]), post([purchase()]), post([purchase()])]);
    const customer = await store.customers.findByIdentity({ channel: 'shop', userId: '17850' });
    expect(customer?.profile.activity?.baskets).toBe(1);
  });

  test('without consent an event leaves no interest, with consent it does', async () => {
    await post(purchase());
    const { id, profile } = (await store.customers.findByIdentity({ channel: 'shop', userId: '17850' }))!;
    expect(profile.interests).toEqual({});
    await store.customers.setConsent(id, 'personalisation', { granted: true, at: NOW, source: 'test' });
    await post(purchase({ id: 'e2' }));
    expect((await store.customers.get(id))?.profile.interests).toEqual({ kitchen: 3 });
  });

  test.each([
    ['no key', {}],
    ['a wrong key', { authorization: 'Bearer a-key-of-the-shoq' }],
    ['a longer key', { 'x-api-key': `${KEY}x` }],
  ])('%s is refused', async (_, headers) => {
    expect((await post(purchase(), headers)).status).toBe(401);
    expect(await store.events.count({})).toBe(0);
  });

  test.each<[string, unknown, RegExp]>([
    ['a wrong type', purchase({ type: 'steal' }), /event 1, type/],
    ['an operator where a value belongs', purchase({ customer: { $ne: null } }), /event 1, customer/],
    ['an operator as a key', purchase({ data: { $where: '1' } }), /event 1, data/],
    ['an infinite price', JSON.stringify(purchase()).replace('10}', '1e999}'), /event 1, value/],
    ['a price below 0', purchase({ value: -1 }), /value/],
    ['a date in the far future', purchase({ at: '3026-01-01T00:00:00Z' }), /at: is in the future/],
    ['a day that does not exist', purchase({ at: '2026-02-31T00:00:00Z' }), /at: is no date/],
    ['a rating of 9', purchase({ type: 'rating', value: 9 }), /1 to 5/],
    ['one bad event among good ones', [purchase(), purchase({ id: '' })], /Nothing was stored: event 2, id/],
    ['no event', [], /no event/],
    ['too many', Array.from({ length: 1001 }, (_, n) => purchase({ id: `e${n}` })), /at most 1000/],
    ['what is no JSON', '{"id": NaN}', /could not be read/],
  ])('%s is a clear 400 and stores nothing', async (_, body, message) => {
    const { status, body: answer } = await post(body);
    expect(status).toBe(400);
    expect((answer.error as { message: string }).message).toMatch(message);
    expect(await store.events.count({})).toBe(0);
  });

  test('events of before somebody signed up, and of products the pack lacks, are kept and told', async () => {
    const old = purchase({ at: '2011-01-01 08:00:00', productId: 'sold long ago' });
    expect(await post(old)).toEqual({ status: 201, body: { inserted: 1, duplicates: 0, unknownProducts: 1 } });
    const customer = await store.customers.findByIdentity({ channel: 'shop', userId: '17850' });
    expect(customer?.createdAt.getTime()).toBeGreaterThan(Date.parse('2011-01-01'));
    expect(customer?.profile.activity).toMatchObject({ baskets: 1, lastBasket: '2011-01-01' });
  });

  test('a hundred megabytes that do not say their length are refused, and not held in memory meanwhile', async () => {
    let sent = 0;
    let most = 0;
    const chunk = Buffer.alloc(1 << 20, ' ');
    const before = process.memoryUsage().arrayBuffers;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += chunk.length;
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
        if (sent > 100 * chunk.length) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const response = await fetch(`${server.url}/api/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': KEY },
      body,
      duplex: 'half',
    } as RequestInit).catch(() => undefined);
    // The connection may be cut before the answer is read.
    expect(response?.status ?? 413).toBe(413);
    expect(most).toBeLessThan(60 * chunk.length);
    expect(await store.events.count({})).toBe(0);
  });

  test('a body past the limit is a 413', async () => {
    expect((await post(purchase({ text: 'x'.repeat(3_000_000) }))).status).toBe(413);
  });
});
