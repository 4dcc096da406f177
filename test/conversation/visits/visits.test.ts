import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { createCalendar } from '../../../src/calendar.ts';
import type { Turn } from '../../../src/conversation/turn-record.ts';
import { visitOf } from '../../../src/conversation/visits/visit.ts';
import { createVisits, type Visits, type VisitsOptions } from '../../../src/conversation/visits/visits.ts';
import type { StoredEvent } from '../../../src/store/events.ts';
import { createStore, type Store } from '../../../src/store/store.ts';

const NOON = new Date('2026-03-04T12:00:00Z');
const HOUR_MS = 3_600_000;

let folder: string;
let store: Store<Turn, unknown, unknown, StoredEvent>;
let visits: Visits;
let clock: Date;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'visits-'));
  clock = NOON;
  await open();
});
afterEach(async () => {
  await visits.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(options: Partial<VisitsOptions> = {}): Promise<void> {
  store = await createStore({ folder });
  const { connection, turns } = store;
  visits = createVisits({ connection, turns, logger: pino({ level: 'silent' }), now: () => clock, ...options });
  await visits.createIndexes();
}

/** Another process, later. */
async function reopen(options?: Partial<VisitsOptions>): Promise<void> {
  await visits.close();
  await store.close();
  await open(options);
}

let made = 0;
function turnOf(text: string, parts: Partial<Turn> = {}): Turn {
  made += 1;
  return {
    id: `web|${made}`,
    conversationId: 'web:room',
    customerId: 'ann',
    channel: 'web',
    status: 'sent',
    receivedAt: clock,
    attempts: 1,
    message: { id: String(made), author: { id: 'ann', name: 'Ann', isBot: false }, text, address: {}, attachments: [] },
    ...parts,
  };
}

async function stored(...turns: Turn[]): Promise<void> {
  const customers = store.connection.collection<{ _id: string }>('customers');
  for (const turn of turns) {
    await customers.updateOne({ _id: turn.customerId }, { $set: { seen: true } }, { upsert: true });
    await store.turns.claim(turn);
  }
}

const listed = async () => (await visits.find({})).items.map(({ id, messages }) => [id, messages]);

describe('visits', () => {
  test('are one a conversation and day, and grow with it', async () => {
    const first = turnOf('hello');
    const second = turnOf('a phone please', { receivedAt: new Date(NOON.getTime() + HOUR_MS) });
    const next = turnOf('me again', { receivedAt: new Date(NOON.getTime() + 13 * HOUR_MS) });
    await stored(first);
    visits.note(first);
    await visits.settled();
    expect(await listed()).toEqual([['web:room|2026-03-04', 1]]);
    await stored(second, next);
    visits.note(second);
    visits.note(next);
    await visits.settled();
    expect(await listed()).toEqual([
      ['web:room|2026-03-05', 1],
      ['web:room|2026-03-04', 2],
    ]);
  });

  test('are parted by the days of the time zone, and anew when it is another one', async () => {
    const evening = turnOf('an offer?', { receivedAt: new Date('2026-03-03T15:00:00Z') });
    const night = turnOf('another one', { receivedAt: new Date('2026-03-03T17:00:00Z') });
    const morning = turnOf('and now', { receivedAt: new Date('2026-03-04T02:00:00Z') });
    await stored(evening, night, morning);
    await visits.catchUp();
    expect(await listed()).toEqual([
      ['web:room|2026-03-04', 1],
      ['web:room|2026-03-03', 2],
    ]);
    await reopen({ calendar: createCalendar('Asia/Shanghai') });
    expect(await visits.catchUp()).toBe(3);
    expect(await listed()).toEqual([
      ['web:room|2026-03-04', 2],
      ['web:room|2026-03-03', 1],
    ]);
    await reopen({ calendar: createCalendar('America/New_York') });
    expect(await visits.catchUp()).toBe(3);
    expect(await listed()).toEqual([['web:room|2026-03-03', 3]]);
    clock = new Date(NOON.getTime() + 24 * HOUR_MS);
    await visits.catchUp();
    await reopen({ calendar: createCalendar('America/New_York') });
    expect(await visits.catchUp()).toBe(0);
  });

  test('of one day with more turns than are read together are made all the same', async () => {
    const customers = store.connection.collection<{ _id: string }>('customers');
    await customers.insertOne({ _id: 'ann' });
    const machine = Array.from({ length: 6_000 }, () => ({
      ...turnOf('beep'),
      _id: `web|m${made}`,
      conversationId: 'web:machine',
    }));
    await store.connection.collection('turns').insertMany(machine as never);
    await stored(turnOf('hello'));
    expect(await visits.catchUp()).toBe(6_001);
    expect((await listed()).toSorted()).toEqual([
      ['web:machine|2026-03-04', 300],
      ['web:room|2026-03-04', 1],
    ]);
  });

  test('that were not all caught up with when the process ended are caught up with the next time', async () => {
    await stored(turnOf('long ago', { receivedAt: new Date('2026-01-01T10:00:00Z') }), turnOf('today'));
    await visits.close();
    await store.close();
    store = await createStore({ folder });
    const { connection, turns } = store;
    const find = async (...asked: Parameters<typeof turns.find>) => {
      if (asked[0].to) throw new Error('the store is away');
      return turns.find(...asked);
    };
    visits = createVisits({ connection, turns: { find }, logger: pino({ level: 'silent' }), now: () => clock });
    await expect(visits.catchUp()).rejects.toThrow('away');
    await visits.settled();
    expect(await listed()).toEqual([['web:room|2026-03-04', 1]]);
    await reopen();
    await visits.catchUp();
    expect(await listed()).toHaveLength(2);
  });

  test('of before are caught up with, and later only what is new', async () => {
    await stored(turnOf('long ago', { receivedAt: new Date('2026-01-01T10:00:00Z') }), turnOf('today'));
    expect(await visits.catchUp()).toBe(2);
    expect((await listed()).length).toBe(2);
    clock = new Date(NOON.getTime() + 24 * HOUR_MS);
    await stored(turnOf('left by a crash'));
    // The one of today is within the overlap; the one of long ago is not read again.
    expect(await visits.catchUp()).toBe(2);
    expect((await listed()).length).toBe(3);
    expect(await visits.catchUp({ whole: true })).toBe(3);
  });

  test('of a customer who was erased meanwhile do not come back', async () => {
    const turn = turnOf('my secret');
    await stored(turn);
    visits.note(turn);
    await store.connection.collection<{ _id: string }>('customers').deleteOne({ _id: 'ann' });
    await visits.settled();
    expect(await listed()).toEqual([]);
    await store.turns.deleteByCustomer('ann');
    visits.note(turn);
    await visits.settled();
    expect(await listed()).toEqual([]);
  });
});

describe('what a visit tells', () => {
  test('is nothing of no turns', () => {
    expect(visitOf([])).toBeUndefined();
  });

  test('names flags, what people wrote and the customer’s name, but not the bot’s own words', () => {
    const visit = visitOf([
      turnOf('where is my parcel', {
        unanswered: true,
        reply: { text: 'Bonjour from the bot', language: 'en', by: 'built-in', handoff: { reason: 'unanswered' } },
      }),
      turnOf('', {
        proactive: { purpose: 'service', author: 'ben' },
        reply: { text: 'Your courier lost it', language: 'en', by: 'person:ben' },
        status: 'failed',
      }),
    ])!;
    expect(visit.flags).toEqual(['handoff', 'unanswered', 'undelivered', 'person']);
    expect(visit.messages).toBe(1);
    expect(visit.keys).toEqual(expect.arrayContaining(['word:parcel', 'word:ann', 'word:courier', 'channel:web']));
    expect(visit.keys).not.toContain('word:bonjour');
  });

  test('of a made-up customer stays marked', () => {
    expect(visitOf([turnOf('hello', { simulated: true })])).toMatchObject({ simulated: true });
  });
});
