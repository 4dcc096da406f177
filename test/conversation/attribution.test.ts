import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { writeSmallPack } from '../support/small-pack.ts';

describe('the link that a customer came by', () => {
  let folder: string;
  let shop: TestBot;
  beforeAll(async () => {
    folder = await writeSmallPack();
    shop = await startTestBot(folder);
  }, 60_000);
  afterAll(async () => {
    await shop.close();
    await rm(folder, { recursive: true, force: true });
  });

  const campaignsOf = async (customerId: string) => {
    const events = await shop.bot.store.events.find({ customerId, type: 'campaign_click' }, { limit: 10 });
    return events.map(({ data }) => (data as { campaign: string }).campaign);
  };

  test('is kept with the customer, once however often the event is delivered', async () => {
    const ann = shop.customer();
    const start = { id: 'start-1', action: { kind: 'start', payload: 'spring-sale' } } as const;
    const { customerId, reply } = await ann.say('', start);
    await ann.say('', start);
    expect(reply?.text).toContain('Small shop');
    await shop.bot.inbox.idle();
    expect(await campaignsOf(customerId)).toEqual(['spring-sale']);
  });

  test('is kept beside what the first message asks, which is answered', async () => {
    const bob = shop.customer();
    const { customerId, route } = await bob.say('推荐一款台灯', { campaign: 'wechat_qr' });
    await bob.say('便宜一点的');
    expect(route).toBe('recommend');
    expect(await campaignsOf(customerId)).toEqual(['wechat_qr']);
  });

  test('is nothing where there was none', async () => {
    const eve = shop.customer();
    const { customerId } = await eve.say('', { action: { kind: 'start' } });
    expect(await campaignsOf(customerId)).toEqual([]);
  });
});
