import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSegments } from '../src/segments/segments.ts';
import { simulateCustomers } from '../src/segments/simulation/customers.ts';
import { createStore } from '../src/store/store.ts';

const CUSTOMERS = 100_000;
const BATCH = 2_000;
const NOW = new Date('2026-06-01T00:00:00Z');

/** A whole run over the embedded store: read, cluster, name, write the members; target 60 s and 1.5 GB. */
export async function benchSegments({ customers = CUSTOMERS }: { customers?: number } = {}): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-segments-'));
  const store = await createStore({ folder });
  try {
    const consent = { personalisation: { granted: true, at: NOW, source: 'bench' } };
    for (let from = 0; from < customers; from += BATCH) {
      const drawn = simulateCustomers({ customers: Math.min(BATCH, customers - from), seed: from + 1, from, now: NOW });
      await store.connection.collection<{ _id: string }>('customers').insertMany(
        drawn.map(({ id, profile }) => ({
          _id: id,
          identities: [{ channel: 'web', userId: id }],
          identityKeys: [id],
          consent,
          profile,
          lastSeenAt: NOW,
        })),
      );
    }
    const segments = createSegments({
      connection: store.connection,
      conversationOf: async () => undefined,
      naming: {
        label: (_, id) => ({ en: id, zh: id }),
        money: (amount) => ({ en: String(amount), zh: String(amount) }),
      },
      now: () => NOW,
    });
    await segments.createIndexes();
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 100);
    for (const name of ['first run', 'run again']) {
      const start = performance.now();
      const used = process.cpuUsage();
      const run = await segments.refresh();
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const { user, system } = process.cpuUsage(used);
      const found = (await segments.list()).length;
      console.log(
        `  ${name}: ${customers} customers, ${found} segments, ${run.status}: ${seconds} s ` +
          `(${((user + system) / 1e6).toFixed(1)} s of processor), ${Math.round(peak / 2 ** 20)} MB at most`,
      );
    }
    clearInterval(watch);
    await segments.close();
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}
