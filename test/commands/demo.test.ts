import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { type Bot, createBot } from '../../src/bot.ts';
import { createSilentChannels } from '../../src/commands/demo/channels.ts';
import { describeDemo } from '../../src/commands/demo/summary.ts';
import { removeDemo, runDemo } from '../../src/commands/demo/world.ts';
import { loadConfig } from '../../src/config/load-config.ts';

const logger = pino({ level: 'silent' });
const to = new Date('2026-11-24T12:00:00Z');
const folders: string[] = [];

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'demo-'));
  folders.push(folder);
  return folder;
}

const optionsFor = (dataDir: string, pack: string) => ({
  config: { ...loadConfig({}, ''), pack, dataDir },
  logger,
  customers: 10,
  days: 30,
  seed: 5,
  to,
});

/** Does something with a real bot on the data, and closes it. */
async function withReal<T>(dataDir: string, task: (bot: Bot) => Promise<T>): Promise<T> {
  const config = { ...loadConfig({}, ''), pack: 'shop', dataDir };
  const bot = await createBot({ config, logger, channels: createSilentChannels() });
  return task(bot).finally(() => bot.close());
}

/** Everything in the store, by collection. */
async function everything({ store }: Bot): Promise<Record<string, { _id: unknown }[]>> {
  const found: Record<string, { _id: unknown }[]> = {};
  for (const { name } of await store.connection.listCollections()) {
    found[name] = await store.connection.collection(name).find().sort({ _id: 1 }).toArray();
  }
  return found;
}

/** What was said on both sides, in the order of time. */
async function transcript({ store }: Bot): Promise<unknown[]> {
  const found = await store.connection
    .collection('turns')
    .find({ simulated: { $eq: true }, proactive: { $exists: false } })
    .sort({ receivedAt: 1, _id: 1 })
    .toArray();
  return found.map(({ _id, message, reply, route, receivedAt }) => [_id, message.text, route, reply, receivedAt]);
}

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

describe('a demo beside real customers', () => {
  let dataDir: string;
  let before: Record<string, { _id: unknown }[]>;
  let first: unknown[];
  let count: { turns: number; events: number };

  beforeAll(async () => {
    dataDir = await dataFolder();
    before = await withReal(dataDir, async (real) => {
      await real.inbox.receive({
        id: 'real-1',
        channel: 'web',
        conversationId: 'web:ann',
        author: { id: 'ann', name: 'Ann', isBot: false },
        text: 'I want a phone under 300',
        attachments: [],
        isDirect: true,
        receivedAt: new Date('2026-11-20T10:00:00Z'),
        address: { visitor: 'ann' },
      });
      await real.inbox.idle();
      const at = new Date('2026-11-21T10:00:00Z');
      const customer = { channel: 'web', userId: 'ann' };
      const id = 'real-event';
      await real.intake.take([{ id, customer, type: 'purchase', productId: 'phone-mira64', value: 129, at }]);
      await real.settled();
      return everything(real);
    });

    const { bot, ...played } = await runDemo(optionsFor(dataDir, 'shop'));
    count = played;
    first = await transcript(bot);
    await bot.close();
  }, 240_000);

  test('plays dialogues and events at their own times, all marked as simulated', async () => {
    const { turns, customers, events, conversations } = await withReal(dataDir, everything);
    const real = new Set(['web|real-1', 'real-event', 'web:ann', ...before.customers.map(({ _id }) => _id)]);
    for (const one of [...turns, ...customers, ...events, ...conversations] as { _id: string; simulated?: true }[]) {
      expect([one._id, one.simulated]).toEqual([one._id, real.has(one._id) ? undefined : true]);
    }
    const times = (turns as unknown as { receivedAt: Date; simulated?: true }[])
      .filter(({ simulated }) => simulated)
      .map(({ receivedAt }) => receivedAt.getTime());
    expect(times.length).toBeGreaterThan(count.turns / 2);
    expect(Math.max(...times)).toBeLessThanOrEqual(to.getTime());
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(15 * 86_400_000);
    expect(count.events).toBeGreaterThan(20);
  });

  test('played again takes the place of the first, word for word', async () => {
    const { bot, replaced } = await runDemo(optionsFor(dataDir, 'shop'));
    expect(replaced).toBeGreaterThan(5);
    const [second, told] = await Promise.all([transcript(bot), describeDemo(bot, loadConfig({}, ''))]);
    await bot.close();
    expect(second).toEqual(first);
    expect(told).toMatch(/SIMULATED/);
  }, 240_000);

  test('can’t be played while the bot is running on the same data', async () => {
    await withReal(dataDir, () =>
      expect(runDemo(optionsFor(dataDir, 'shop'))).rejects.toMatchObject({ code: 'STORE_LOCKED' }),
    );
  });

  test('cleared, leaves nothing but the real data', async () => {
    const removed = await removeDemo(optionsFor(dataDir, 'shop'));
    expect(removed.customers).toBeGreaterThan(5);
    const after = await withReal(dataDir, everything);
    for (const name of ['turns', 'conversations', 'events', 'customers', 'consents', 'audit', 'visits', 'outcomes']) {
      expect([name, after[name] ?? []]).toEqual([name, before[name] ?? []]);
    }
    // Whatever other rooms keep: no word of a made-up person is anywhere.
    const rest = JSON.stringify(after);
    expect(rest).not.toMatch(/simulated|U0DEMO|de300000-|"demo-\d+-\d|29:demo|"90000000\d\d"/);
    expect(after.segments ?? []).toEqual([]);
  }, 120_000);
});

test.each(['finance', 'travel'])(
  'the pack %s has its demo too',
  async (pack) => {
    const { bot, turns, events } = await runDemo({ ...optionsFor(await dataFolder(), pack), customers: 6 });
    const { items } = await bot.store.turns.find({}, { limit: 500 });
    expect(turns).toBeGreaterThan(20);
    expect(events).toBeGreaterThan(5);
    expect(items.flatMap(({ faults }) => faults ?? [])).toEqual([]);
    await bot.close();
  },
  240_000,
);
