import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createRetention } from '../../../src/customers/privacy/retention.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';

/** Collections without anything about one customer. */
const IMPERSONAL = ['segments', 'segment_runs', 'audit'];

describe('privacy over the whole bot', () => {
  let shop: TestBot;
  beforeAll(async () => {
    shop = await startTestBot('shop');
  }, 60_000);
  afterAll(() => shop.close());

  const collection = (name: string) => shop.bot.store.connection.collection<{ _id: string }>(name);
  const event = (id: string, customerId: string, at = new Date()) =>
    ({ id, customerId, type: 'purchase', productId: 'x', at }) as never;
  const idOf = async (userId: string) =>
    (await shop.bot.store.customers.findByIdentity({ channel: 'test', userId }))!.id;
  const userOf = (conversationId: string) => conversationId.replace('test:', '');

  test.each([
    ['en', 'What do you know about me?', /all your data as a file.*\/privacy\/export\//i, 'Delete my data'],
    ['zh', '你知道我的哪些信息？', /全部数据.*\/privacy\/export\//, '删除我的数据'],
  ])('export and erase work in chat (%s), and nothing is left', async (_, ask, link, erase) => {
    const speaker = shop.customer();
    await speaker.say('I am looking for a phone');
    const id = await idOf(userOf(speaker.conversationId));
    await shop.bot.customers.setConsent(id, 'marketing', true, 'test');
    await shop.bot.store.events.insert([event(`e-${id}`, id)]);
    await collection('segments').insertOne({
      _id: `of-${userOf(speaker.conversationId)}`,
      typical: [speaker.conversationId],
    } as never);
    const shown = await speaker.say(ask);
    expect(shown.reply?.text).toMatch(link);
    const token = /export\/([\w.-]+)/.exec(shown.reply!.text)![1]!;
    const data = await shop.bot.privacy.export(shop.bot.exportLinks.open(token), 'customer');
    expect(data).toMatchObject({
      turns: expect.arrayContaining([expect.objectContaining({ customerId: id })]),
      events: [expect.objectContaining({ _id: `e-${id}` })],
      customers: [expect.objectContaining({ _id: id })],
      consents: [expect.objectContaining({ purpose: 'marketing', granted: true })],
      segments: [expect.objectContaining({ _id: `of-${userOf(speaker.conversationId)}` })],
      audit: [expect.objectContaining({ action: 'export', actor: 'customer' })],
    });
    await speaker.say(erase);
    await expect(speaker.press('erase:yes')).rejects.toThrow('not in the store');
    for (const { name } of await shop.bot.store.connection.db!.listCollections().toArray()) {
      const text = JSON.stringify(await collection(name).find().toArray());
      expect({ name, holds: text.includes(id) || text.includes(`"${speaker.conversationId}"`) }).toEqual({
        name,
        holds: false,
      });
    }
    await expect(shop.bot.privacy.export(id, 'customer')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const [entry] = await shop.bot.audit.find({ customerId: id, action: 'erase' });
    expect(entry?.subject).toMatch(/^erased:/);
    const { left, removed } = entry!.details as { left: Record<string, number>; removed: Record<string, number> };
    expect(Object.values(left).every((count) => count === 0)).toBe(true);
    expect(removed).toMatchObject({ events: 1, customers: 1, consents: 1, segments: 1 });
  });

  test('a collection with customers in it is registered as personal data', async () => {
    const speaker = shop.customer();
    await speaker.say('Hello');
    const id = await idOf(userOf(speaker.conversationId));
    await shop.bot.customers.setConsent(id, 'personalisation', true, 'test');
    await shop.bot.store.events.insert([event(`r-${id}`, id)]);
    const registered = Object.keys((await shop.bot.privacy.export(id, 'test')) as object);
    const holding: string[] = [];
    for (const { name } of await shop.bot.store.connection.db!.listCollections().toArray()) {
      const found = await collection(name).findOne({ $or: [{ customerId: { $exists: true } }, { _id: id }] });
      if (found) holding.push(name);
    }
    expect(holding).toEqual(expect.arrayContaining(['turns', 'conversations', 'events', 'customers', 'consents']));
    expect(holding.filter((name) => !registered.includes(name) && !IMPERSONAL.includes(name))).toEqual([]);
  });

  test('a link that was changed opens nothing', () => {
    const token = shop.bot.exportLinks.tokenFor('somebody');
    expect(shop.bot.exportLinks.open(token)).toBe('somebody');
    expect(() => shop.bot.exportLinks.open(`x${token}`)).toThrow(/not valid/);
    expect(() => shop.bot.exportLinks.open('')).toThrow(/not valid/);
  });

  test('what is too old goes by itself, and who was not seen goes whole', async () => {
    const speaker = shop.customer();
    await speaker.say('Hello');
    const id = await idOf(userOf(speaker.conversationId));
    const { store, privacy, audit } = shop.bot;
    const inDays = (days: number) => () => new Date(Date.now() + days * 86_400_000);
    const retention = (now: () => Date) => createRetention({ store, privacy, audit, days: 30, now });
    await retention(inDays(29)).run();
    expect(await store.customers.get(id)).toBeDefined();
    const deleted = await retention(inDays(31)).run();
    expect(deleted.turns).toBeGreaterThan(0);
    expect(await store.customers.get(id)).toBeUndefined();
    expect((await audit.find({ action: 'retention' }))[0]).toMatchObject({ actor: 'system' });
  });
});
