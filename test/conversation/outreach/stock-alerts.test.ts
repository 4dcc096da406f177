import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Proactive } from '../../../src/conversation/outreach/proactive.ts';
import { createStockAlerts } from '../../../src/conversation/outreach/stock-alerts.ts';
import { buildIndex } from '../../../src/knowledge/index/build-index.ts';
import { loadPack } from '../../../src/knowledge/packs/load-pack.ts';
import { createStore } from '../../../src/store/store.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';
import { writeSmallPack } from '../../support/small-pack.ts';

const logger = pino({ level: 'silent' });
let folder: string;
let shop: TestBot;

beforeEach(async () => {
  folder = await writeSmallPack(0);
  shop = await startTestBot(folder);
}, 60_000);

afterEach(async () => {
  await shop.close();
  await rm(folder, { recursive: true, force: true });
});

/** The shop's goods come in: the index is built anew and taken up. */
async function restock(stock: number): Promise<void> {
  await writeSmallPack(stock, folder);
  const before = shop.bot.retriever.info.version;
  await buildIndex(await loadPack(folder), { folder: shop.indexFolder });
  while (shop.bot.retriever.info.version === before) await new Promise((resolve) => setImmediate(resolve));
  // The one that the new index has begun goes first.
  await shop.bot.stockAlerts.notify();
}

const notesOf = async (conversationId: string) =>
  (await shop.bot.store.turns.recent(conversationId, 20)).filter(({ proactive }) => proactive);

describe('goods that are back', () => {
  test.each([
    [
      'en',
      'is the Aurelia reading lamp in stock?',
      'tell me when it is back',
      'I’ll write to you here',
      'back in stock',
    ],
    ['zh', '奥蕾阅读灯有货吗？', '到货通知我', '一到货我就在这里通知您', '到货了'],
  ] as const)(
    'are told of in %s to who asked for it, once',
    async (language, ask, wish, noted, told) => {
      const ann = shop.customer();
      const soldOut = await ann.say(ask);
      expect(soldOut.reply?.choices?.map(({ id }) => id)).toContain('notify:lamp-a');
      expect((await ann.say(wish)).reply?.text).toContain(noted);
      await ann.say(wish);
      expect(await shop.bot.stockAlerts.notify()).toBe(0);
      expect(await notesOf(ann.conversationId)).toEqual([]);
      await restock(3);
      await restock(4);
      const notes = await notesOf(ann.conversationId);
      expect(notes).toMatchObject([{ status: 'sent', proactive: { purpose: 'service' }, reply: { language } }]);
      expect(notes[0]?.reply?.text).toContain(told);
      expect(notes[0]?.reply?.products).toMatchObject([{ productId: 'lamp-a', price: '$40' }]);
      // What the note showed is what is spoken of.
      const price = await ann.say(language === 'en' ? 'how much is it?' : '它多少钱？');
      expect(price.reply?.text).toContain('$40');
    },
    60_000,
  );

  test('by the button, too; each customer by themselves, and nobody who did not ask', async () => {
    const [ann, bob, eve] = [shop.customer(), shop.customer(), shop.customer()];
    await ann.say('is the Aurelia reading lamp in stock?');
    const pressed = await ann.press('notify:lamp-a');
    expect(pressed.reply?.text).toContain('Aurelia reading lamp');
    await bob.say('tell me when the Aurelia reading lamp is back in stock');
    await eve.say('is the Aurelia reading lamp in stock?');
    await restock(1);
    const told = await Promise.all([ann, bob, eve].map(({ conversationId }) => notesOf(conversationId)));
    expect(told.map(({ length }) => length)).toEqual([1, 1, 0]);
  }, 60_000);

  test('are said at once to be there, when they are', async () => {
    const ann = shop.customer();
    const { reply } = await ann.say('let me know when the Borea floor lamp is back in stock');
    expect(reply?.text).toContain('available now');
    expect(reply?.products).toMatchObject([{ productId: 'lamp-b' }]);
    await restock(3);
    expect(await notesOf(ann.conversationId)).toEqual([]);
  }, 60_000);

  test('a wish is erased with its customer, and then nobody is told', async () => {
    const ann = shop.customer();
    const { customerId } = await ann.say('tell me when the Aurelia reading lamp is back');
    const wishes = () => shop.bot.store.connection.collection('stockAlerts').countDocuments({});
    expect(await wishes()).toBe(1);
    await shop.bot.customers.erase(customerId);
    expect(await wishes()).toBe(0);
    await restock(5);
    expect(await notesOf(ann.conversationId)).toEqual([]);
  }, 60_000);

  test('who was not told before the end is told after the next start', async () => {
    const stores = await mkdtemp(join(tmpdir(), 'alerts-'));
    const sent: string[] = [];
    const proactive: Proactive = {
      async send({ conversationId }) {
        sent.push(conversationId);
        return 'sent';
      },
    };
    const open = async () => {
      const { connection, close } = await createStore({ folder: stores });
      const product = () => ({ ...shop.bot.retriever.product('lamp-a')!, stock: 1 });
      const write = () => ({ text: 'back', language: 'en' as const, by: 'test' });
      return { close, alerts: createStockAlerts({ connection, proactive, product, write, logger }) };
    };
    const before = await open();
    await before.alerts.add({ conversationId: 'test:1', customerId: 'ann', productId: 'lamp-a', language: 'en' });
    await before.alerts.stop();
    expect([await before.alerts.notify(), sent]).toEqual([0, []]);
    await before.close();
    const after = await open();
    expect([await after.alerts.notify(), await after.alerts.notify(), sent]).toEqual([1, 0, ['test:1']]);
    await after.close();
    await rm(stores, { recursive: true, force: true });
  }, 60_000);
});
