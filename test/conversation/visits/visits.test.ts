import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Turn } from '../../../src/conversation/turn-record.ts';
import { visitOf } from '../../../src/conversation/visits/visit.ts';
import { createVisits, type Visits } from '../../../src/conversation/visits/visits.ts';
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
  store = await createStore({ folder });
  clock = NOON;
  const { connection, turns } = store;
  visits = createVisits({ connection, turns, logger: pino({ level: 'silent' }), now: () => clock });
  await visits.createIndexes();
});
afterEach(async () => {
  await visits.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

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
