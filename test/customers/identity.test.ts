import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createCustomers } from '../../src/customers/customers.ts';
import { createLinkCodes } from '../../src/customers/identity/link-codes.ts';
import { mergeCustomers } from '../../src/customers/identity/merge.ts';
import { createKeyedLock } from '../../src/customers/keyed-lock.ts';
import type { Profile } from '../../src/customers/profile.ts';
import type { StoredEvent } from '../../src/store/events.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import type { StoredTurn } from '../../src/store/turns.ts';

let folder: string;
let store: Store<StoredTurn, unknown, Profile, StoredEvent>;
let time: Date;
const now = () => time;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'identity-'));
  store = await createStore({ folder });
  time = new Date('2026-11-24T12:00:00Z');
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const anna = (channel: string) => ({ channel, userId: `${channel}-anna`, name: 'Anna' });
const bought = (customerId: string): StoredEvent => ({ id: `of-${customerId}`, customerId, type: 'view', at: time });

describe('one customer over channels', () => {
  test('a link code works once, in time, however it is typed', async () => {
    const codes = createLinkCodes(store.connection, now);
    const code = await codes.issue('c1');
    expect(await codes.redeem('WRONGCODE2')).toBeUndefined();
    expect(await codes.redeem(` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)}`)).toBe('c1');
    expect(await codes.redeem(code)).toBeUndefined();
    const late = await codes.issue('c1');
    time = new Date(time.getTime() + 11 * 60_000);
    expect(await codes.redeem(late)).toBeUndefined();
  });

  test('two people of one display name stay two until they are merged; then all history is one', async () => {
    const locked = createKeyedLock();
    const customers = createCustomers(store, now, locked);
    const [a, b] = [await customers.open(anna('telegram')), await customers.open(anna('slack'))];
    expect(a.id).not.toBe(b.id);
    await customers.setConsent(a.id, 'marketing', true, 'test');
    await customers.setConsent(b.id, 'marketing', false, 'test');
    await store.events.insert([bought(a.id), bought(b.id)]);
    expect(await mergeCustomers(store, locked, { intoId: a.id, fromId: b.id })).toBe(true);
    expect((await customers.open(anna('slack'))).id).toBe(a.id);
    expect((await customers.get(a.id))?.consent.marketing?.granted).toBe(false);
    expect(await store.events.count({ customerId: a.id })).toBe(2);
    expect(await customers.get(b.id)).toBeUndefined();
  });

  test('a merge into who is erased brings nobody back', async () => {
    const locked = createKeyedLock();
    const customers = createCustomers(store, now, locked);
    const [a, b] = [await customers.open(anna('telegram')), await customers.open(anna('slack'))];
    await store.events.insert([bought(a.id), bought(b.id)]);
    await Promise.all([customers.erase(b.id), mergeCustomers(store, locked, { intoId: a.id, fromId: b.id })]);
    expect(await customers.get(b.id)).toBeUndefined();
    expect(await store.events.count({ customerId: b.id })).toBe(0);
  });
});
