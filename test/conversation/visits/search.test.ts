import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Turn } from '../../../src/conversation/turn-record.ts';
import type { VisitQuery } from '../../../src/conversation/visits/search.ts';
import { createVisits, type Visits } from '../../../src/conversation/visits/visits.ts';
import type { StoredEvent } from '../../../src/store/events.ts';
import { createStore, type Store } from '../../../src/store/store.ts';

const MANY = 3500;
const START = Date.UTC(2026, 0, 1);
const MINUTE_MS = 60_000;

let folder: string;
let store: Store<Turn, unknown, unknown, StoredEvent>;
let visits: Visits;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'visits-'));
  store = await createStore({ folder });
  visits = createVisits({ connection: store.connection, turns: store.turns, logger: pino({ level: 'silent' }) });
  await visits.createIndexes();
  const made = Array.from({ length: MANY }, (_, n) => ({
    _id: `web:${n}|day`,
    conversationId: `web:${n}`,
    customerId: `customer-${n % 7}`,
    at: new Date(START + n * MINUTE_MS),
    keys: [
      'channel:web',
      ...(n % 2 === 0 ? ['mood:angry'] : ['mood:positive']),
      ...(n % 500 === 0 ? ['word:rare'] : []),
      ...(n === 3 ? ['flag:handoff'] : []),
    ],
  }));
  await store.connection.collection('visits').insertMany(made as never[]);
}, 60_000);
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every number found, page after page, and how many pages it took. */
async function all(query: VisitQuery, limit = 400): Promise<{ found: number[]; pages: number }> {
  const found: number[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const page = await visits.find(query, { limit, cursor });
    found.push(...page.items.map(({ conversationId }) => Number(conversationId.slice(4))));
    cursor = page.next;
    pages += 1;
  } while (cursor !== undefined && pages < 100);
  return { found, pages };
}

const downTo = (...ok: ((n: number) => boolean)[]) =>
  Array.from({ length: MANY }, (_, n) => MANY - 1 - n).filter((n) => ok.every((test) => test(n)));

describe('the search of visits', () => {
  test('finds everything once, newest first, however common its keys', async () => {
    expect((await all({})).found).toEqual(downTo());
    expect((await all({ groups: [['mood:angry']] })).found).toEqual(downTo((n) => n % 2 === 0));
    expect((await all({ groups: [['mood:angry', 'mood:positive'], ['channel:web']] })).found).toEqual(downTo());
  });

  test('finds the rare at once, with whatever else is asked', async () => {
    const rare = await all({ groups: [['mood:angry'], ['word:rare']] }, 3);
    expect(rare).toEqual({ found: downTo((n) => n % 500 === 0), pages: 3 });
    expect((await all({ groups: [['mood:positive'], ['word:rare']] })).found).toEqual([]);
  });

  test('keeps to its window', async () => {
    const window = { from: new Date(START + 1000 * MINUTE_MS), to: new Date(START + 1500 * MINUTE_MS) };
    const within = (n: number) => n >= 1000 && n < 1500;
    expect((await all({ ...window, groups: [['mood:angry']] })).found).toEqual(downTo(within, (n) => n % 2 === 0));
    expect((await all({ ...window, groups: [['word:rare']] })).found).toEqual([1000]);
  });

  test('looks through a bounded number for one page, says how far back it came, and goes on', async () => {
    const nothing = { groups: [['mood:angry'], ['mood:positive']] };
    const first = await visits.find(nothing);
    expect(first.items).toEqual([]);
    expect(first.lookedBackTo).toEqual(new Date(START + (MANY - 3000) * MINUTE_MS));
    const second = await visits.find(nothing, { cursor: first.next });
    expect(second).toEqual({ items: [] });
  });

  test('asks the last test about the fitting ones only', async () => {
    const asked: number[] = [];
    const keep = async (found: readonly { id: string }[]) => {
      asked.push(found.length);
      return new Set(found.filter(({ id }) => id.startsWith('web:1')).map(({ id }) => id));
    };
    expect((await all({ groups: [['word:rare']], keep })).found).toEqual([1500, 1000]);
    expect(asked).toEqual([7]);
  });

  test('finds one customer’s', async () => {
    expect((await all({ customerId: 'customer-3' }, 50)).found).toEqual(downTo((n) => n % 7 === 3));
  });
});
