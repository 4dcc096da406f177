import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Customers, createCustomers } from '../../src/customers/customers.ts';
import { createIdentities, type Identities } from '../../src/customers/identity/identities.ts';
import { mergeCustomers } from '../../src/customers/identity/merge.ts';
import { createKeyedLock } from '../../src/customers/keyed-lock.ts';
import { createAudit } from '../../src/customers/privacy/audit.ts';
import { customerData } from '../../src/customers/privacy/personal-data.ts';
import { createPrivacy, type Privacy, withPrivacy } from '../../src/customers/privacy/privacy.ts';
import type { Profile } from '../../src/customers/profile.ts';
import type { StoredEvent } from '../../src/store/events.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import type { StoredTurn } from '../../src/store/turns.ts';

let folder: string;
let store: Store<StoredTurn, unknown, Profile, StoredEvent>;
let time: Date;
let customers: Customers;
let identities: Identities;
let privacy: Privacy;
let locked: ReturnType<typeof createKeyedLock>;
const now = () => time;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'identity-'));
  store = await createStore({ folder, now });
  time = new Date('2026-11-24T12:00:00Z');
  locked = createKeyedLock();
  const { connection } = store;
  const places = customerData(connection);
  const audit = createAudit(connection, 'salt', now);
  privacy = createPrivacy({ connection, places, audit, locked, now });
  customers = withPrivacy(createCustomers(store, now, locked), privacy);
  identities = createIdentities({
    store,
    places,
    locked,
    audit,
    secret: 'secret',
    now,
    product: (id) => (id === 'tea' ? { category: 'kitchen', price: 5 } : undefined),
    observationOf: () => ({
      intent: 'recommend',
      sentiment: { label: 'neutral', score: 0 },
      filters: {},
      prices: [],
      categories: ['lamp'],
      preferences: [],
      at: time,
    }),
  });
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const anna = (channel: string) => ({ channel, userId: `${channel}-anna`, name: 'Anna' });
const bought = (customerId: string, channel = 'shop'): StoredEvent => ({
  id: `of-${customerId}`,
  customerId,
  type: 'purchase',
  productId: 'tea',
  value: 5,
  at: time,
  data: { by: `${channel}|${channel}-anna` },
});
const turnOf = (customerId: string, channel: string): StoredTurn => ({
  id: `${channel}|1`,
  conversationId: `${channel}:1`,
  customerId,
  channel,
  status: 'sent',
  receivedAt: time,
  attempts: 1,
  message: { id: '1', author: { id: `${channel}-anna` } } as StoredTurn['message'],
});
const merge = (intoId: string, fromId: string) =>
  mergeCustomers({ store, places: customerData(store.connection), locked, now }, { intoId, fromId });

describe('one customer over channels', () => {
  test('a link code works once, in time, however it is typed', async () => {
    const [a, b] = [await customers.open(anna('telegram')), await customers.open(anna('slack'))];
    const { code, minutes } = await identities.issueCode(a.id);
    expect(code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/);
    expect(await identities.redeem('WRONGCODE2', b.id)).toEqual({ kind: 'invalid' });
    expect(await identities.redeem(` ${code.toLowerCase().replace('-', ' ')}`, b.id)).toMatchObject({ kind: 'linked' });
    expect(await identities.redeem(code, b.id)).toEqual({ kind: 'invalid' });
    const late = await identities.issueCode(a.id);
    time = new Date(time.getTime() + (minutes * 60 + 1) * 1000);
    expect(await identities.redeem(late.code, a.id)).toEqual({ kind: 'invalid' });
  });

  test('two people of one display name stay two until they are merged; then all history is one', async () => {
    const [a, b] = [await customers.open(anna('telegram')), await customers.open(anna('slack'))];
    expect(a.id).not.toBe(b.id);
    await customers.setConsent(a.id, 'marketing', true, 'test');
    await customers.setConsent(b.id, 'marketing', false, 'test');
    await store.events.insert([bought(a.id), bought(b.id)]);
    expect(await merge(a.id, b.id)).toBe(true);
    expect((await customers.open(anna('slack'))).id).toBe(a.id);
    expect((await customers.get(a.id))?.consent.marketing?.granted).toBe(false);
    expect(await store.events.count({ customerId: a.id })).toBe(2);
    expect(await customers.get(b.id)).toBeUndefined();
    expect(await privacy.consentHistory(a.id)).toHaveLength(2);
  });

  test('namesakes who buy the same at the same minute never share a record', async () => {
    const people = await Promise.all(
      ['u1', 'u2', 'u3'].map((userId) => customers.open({ channel: 'web', userId, name: 'Anna' })),
    );
    expect(new Set(people.map(({ id }) => id)).size).toBe(3);
    await store.events.insert(people.map(({ id }) => bought(id)));
    for (const { id } of people) expect(await store.events.count({ customerId: id })).toBe(1);
  });

  test('a merge at the moment of an erase brings nobody back, whichever of the two is erased', async () => {
    for (const which of [0, 1]) {
      const pair = [await customers.open(anna('telegram')), await customers.open(anna('slack'))];
      await store.events.insert(pair.map(({ id }) => bought(id)));
      await Promise.all([customers.erase(pair[which].id), merge(pair[0].id, pair[1].id)]);
      expect(await customers.get(pair[which].id)).toBeUndefined();
      expect(await store.events.count({ customerId: pair[which].id })).toBe(0);
      for (const { id } of pair) await customers.erase(id);
      expect(await store.events.count({})).toBe(0);
      expect(await store.customers.count()).toBe(0);
    }
  });

  test('who asks for erasure while being merged is erased under the new record', async () => {
    const [a, b] = [await customers.open(anna('telegram')), await customers.open(anna('slack'))];
    await store.events.insert([bought(a.id), bought(b.id)]);
    await merge(a.id, b.id);
    await customers.erase(b.id);
    expect(await customers.get(a.id)).toBeUndefined();
    expect(await store.events.count({})).toBe(0);
    expect(await store.connection.collection('merges').countDocuments()).toBe(0);
  });

  test('parting a chat again gives each its own history back, also what came after the merge', async () => {
    const [a, b] = [await customers.open(anna('telegram')), await customers.open(anna('slack'))];
    for (const { id } of [a, b]) await customers.setConsent(id, 'personalisation', true, 'dashboard');
    await store.turns.claim(turnOf(a.id, 'telegram'));
    await store.events.insert([bought(a.id, 'telegram'), bought(b.id, 'slack')]);
    await customers.setConsent(b.id, 'marketing', false, 'slack|1');
    const { code } = await identities.issueCode(a.id);
    expect(await identities.redeem(code, b.id)).toMatchObject({ kind: 'linked', customerId: a.id });
    await store.turns.claim(turnOf(a.id, 'slack'));
    expect((await customers.get(a.id))?.consent.marketing?.granted).toBe(false);

    const parted = await identities.split(a.id, { channel: 'slack', userId: 'slack-anna' }, 'customer');
    expect((await customers.open(anna('slack'))).id).toBe(parted);
    expect((await customers.get(a.id))?.identities).toEqual([{ channel: 'telegram', userId: 'telegram-anna' }]);
    for (const [id, channel] of [
      [a.id, 'telegram'],
      [parted!, 'slack'],
    ]) {
      expect((await store.turns.find({ customerId: id })).items.map((turn) => turn.channel)).toEqual([channel]);
      expect((await store.events.find({ customerId: id })).map(({ data }) => data?.by)).toEqual([
        `${channel}|${channel}-anna`,
      ]);
    }
    const [left, gone] = [await customers.get(a.id), await customers.get(parted!)];
    expect(left?.consent.marketing).toBeUndefined();
    expect(gone?.consent.marketing?.granted).toBe(false);
    expect(left?.profile.turns).toBe(1);
    expect(left?.profile.activity?.spent).toBe(5);
    expect(gone?.profile.activity?.spent).toBe(5);
  });

  test('a turn that was under way while its customer was merged finds its owner', async () => {
    const [a, b] = [await customers.open(anna('telegram')), await customers.open(anna('slack'))];
    await merge(a.id, b.id);
    await store.turns.claim(turnOf(b.id, 'slack'));
    expect(await identities.settle()).toBe(1);
    expect(await store.turns.count({ customerId: a.id })).toBe(1);
    time = new Date(time.getTime() + 2 * 3_600_000);
    expect(await identities.settle()).toBe(0);
  });

  test('the only identity of a customer, and one of somebody else, cannot be parted', async () => {
    const a = await customers.open(anna('telegram'));
    await customers.open(anna('slack'));
    expect(await identities.split(a.id, { channel: 'telegram', userId: 'telegram-anna' }, 'customer')).toBeUndefined();
    expect(await identities.split(a.id, { channel: 'slack', userId: 'slack-anna' }, 'customer')).toBeUndefined();
  });
});

describe('what the shop says of who is who', () => {
  test('a signed link, the shop’s id and a verified e-mail name one person, who is found by each from then on', async () => {
    const chat = await customers.open(anna('telegram'));
    const shop = await customers.open({ channel: 'shop', userId: '17850' });
    await store.events.insert([bought(shop.id)]);
    const token = identities.linkToken(chat.id);
    const done = await identities.identify({ token, customer: '17850', email: 'Anna@Example.com' });
    expect(done.channels).toEqual(['telegram']);
    expect(await store.events.count({ customerId: done.customerId })).toBe(1);
    // Another chat comes with the same address, however it is written.
    const slack = await customers.open(anna('slack'));
    const again = await identities.identify({
      identity: { channel: 'slack', userId: 'slack-anna' },
      email: ' anna@example.com ',
    });
    expect(again.customerId).toBe((await customers.open(anna('telegram'))).id);
    expect(await customers.get(slack.id)).toBeUndefined();
    expect(JSON.stringify(await customers.get(again.customerId))).not.toContain('example.com');
  });

  test('two customers of the shop are never mixed, by code, link or e-mail', async () => {
    const [a, b] = [await customers.open(anna('telegram')), await customers.open(anna('slack'))];
    await identities.identify({ token: identities.linkToken(a.id), customer: '1', email: 'a@example.com' });
    await identities.identify({ token: identities.linkToken(b.id), customer: '2' });
    const [one, two] = [await customers.open(anna('telegram')), await customers.open(anna('slack'))];
    const { code } = await identities.issueCode(one.id);
    expect(await identities.redeem(code, two.id)).toEqual({ kind: 'conflict' });
    const mix = [
      { token: identities.linkToken(two.id), customer: '1' },
      { customer: '2', email: 'a@example.com' },
      { customer: '3', email: 'a@example.com' },
    ];
    for (const claim of mix) {
      await expect(identities.identify(claim)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    }
    expect(await store.customers.count()).toBe(2);
  });

  test('a link that is forged, of another purpose or too old opens nothing and makes nobody', async () => {
    const a = await customers.open(anna('telegram'));
    const token = identities.linkToken(a.id);
    const [text, signature] = token.split('.');
    const other = Buffer.from(JSON.stringify(['somebody', Date.now() * 2])).toString('base64url');
    for (const bad of ['', 'x', `${text}.`, `${other}.${signature}`, `${text}.${signature.slice(1)}`]) {
      await expect(identities.identify({ token: bad, customer: '9' })).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    }
    time = new Date(time.getTime() + 31 * 60_000);
    await expect(identities.identify({ token, customer: '9' })).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    expect(await store.customers.count()).toBe(1);
  });
});
