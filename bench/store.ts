import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredEvent } from '../src/store/events.ts';
import { createStore, type Store } from '../src/store/store.ts';
import type { StoredTurn } from '../src/store/turns.ts';

type BenchStore = Store<StoredTurn, object, object, StoredEvent>;

const EVENTS = 20_000;
const BATCH = 1_000;
const OPERATIONS = 1_000;
const TURNS = 2_000;
const AT_ONCE = 50;

/** What the embedded engine does a second: bulk inserts, look-ups, atomic updates and a turn's writes, all durable. */
export async function benchStore(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-store-'));
  const store: BenchStore = await createStore({ folder });
  try {
    await report('events inserted, 1000 a call', EVENTS, async () => {
      for (let from = 0; from < EVENTS; from += BATCH) await store.events.insert(events(from, BATCH));
    });
    await report("a customer's last 50 events", OPERATIONS, () =>
      repeat(OPERATIONS, 1, (n) => store.events.find({ customerId: `c${n % 500}` }, { limit: 50 })),
    );
    await report('customers opened, known', OPERATIONS, () => repeat(OPERATIONS, 1, (n) => openCustomer(store, n)));
    await report('conversations leased (find and modify)', OPERATIONS, () =>
      repeat(OPERATIONS, 1, (n) => lease(store, n % 100, 'c')),
    );
    await report(`conversations leased, ${AT_ONCE} at once`, OPERATIONS * 4, () =>
      repeat(OPERATIONS * 4, AT_ONCE, (n) => lease(store, n % 100, 'c')),
    );
    await report("a turn's five calls", TURNS / 4, () => repeat(TURNS / 4, 1, (n) => writeTurn(store, n)));
    await report(`a turn's five calls, ${AT_ONCE} at once`, TURNS, () =>
      repeat(TURNS, AT_ONCE, (n) => writeTurn(store, n + TURNS)),
    );
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function report(what: string, count: number, run: () => Promise<void>): Promise<void> {
  const start = performance.now();
  await run();
  const ms = performance.now() - start;
  console.log(
    `  ${what.padEnd(42)} ${Math.round((count / ms) * 1000)
      .toString()
      .padStart(7)} /s  ${(ms / count).toFixed(3)} ms each`,
  );
}

/** Runs `count` operations, `atOnce` of them in flight. */
async function repeat(count: number, atOnce: number, run: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) await run(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

function events(from: number, count: number): StoredEvent[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `e${from + n}`,
    customerId: `c${(from + n) % 500}`,
    type: n % 5 === 0 ? 'purchase' : 'view',
    productId: `p${n % 300}`,
    at: new Date(1_760_000_000_000 + (from + n) * 1000),
    value: n % 200,
  }));
}

const openCustomer = (store: BenchStore, n: number) =>
  store.customers.open({ channel: 'bench', userId: `u${n % 100}` }, {});

const lease = (store: BenchStore, user: number, customerId: string) =>
  store.conversations.acquire(
    { id: `bench:${user}`, channel: 'bench', customerId, address: { user } },
    { owner: 'bench', ttlMs: 30_000 },
  );

/** A turn's calls as the inbox makes them: the last two go together, and so share one flush. */
async function writeTurn(store: BenchStore, n: number): Promise<void> {
  const user = n % 100;
  const conversationId = `bench:${user}`;
  const id = `bench|${n}`;
  const customer = await openCustomer(store, user);
  await store.turns.claim({
    id,
    conversationId,
    customerId: customer.id,
    channel: 'bench',
    status: 'claimed',
    receivedAt: new Date(),
    attempts: 1,
    message: { id: String(n) },
  });
  await lease(store, user, customer.id);
  await Promise.all([
    store.turns.save(id, { status: 'sent', ...{ reply: { text: 'x'.repeat(800) } } }),
    store.conversations.release(conversationId, 'bench', { state: { shown: ['p1', 'p2', 'p3'] } }),
  ]);
}
