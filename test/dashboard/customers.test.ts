import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Client, startTestDashboard, type TestDashboard } from './dashboard.ts';

let site: TestDashboard;
let agent: Client;
let id: string;

beforeAll(async () => {
  site = await startTestDashboard();
  const speaker = site.customer();
  const author = { author: { id: 'mei-42', name: '梅 <i>Mei</i>', isBot: false } };
  await speaker.say('I want a phone under 400', author);
  await speaker.say('我喜欢红色的', author);
  id = (await site.bot.store.conversations.get(speaker.conversationId))!.customerId;
  await site.bot.customers.setConsent(id, 'personalisation', true, 'turn');
  await site.bot.customers.setConsent(id, 'marketing', true, 'turn');
  await speaker.say('recommend me a kettle', author);
  const product = site.bot.retriever.products[0]!;
  const at = new Date(Date.now() - 86_400_000);
  await site.bot.store.events.insert([
    { id: 'e1', customerId: id, type: 'purchase', productId: product.id, value: 99, at },
  ]);
  await site.customer().say('hello', { author: { id: 'anonymous-9f3c', isBot: false } });
  await site.bot.settled();
  agent = await site.signedIn('agent');
}, 180_000);
afterAll(() => site.close());

const pathOf = (customerId: string) => `/dashboard/customers/${customerId}`;

describe('the customers', () => {
  test('are listed by name, and who gave none by channel', async () => {
    const { text } = await agent.get('/dashboard/customers');
    expect(text).toContain('梅 &lt;i>Mei&lt;/i>');
    expect(text).toContain('Test visitor 9f3c');
    expect(text).toContain('Personalisation, Marketing messages');
  });

  test('are found by name and by what they wrote', async () => {
    const mei = await agent.get('/dashboard/customers?q=mei');
    expect(mei.text).toContain('梅');
    expect(mei.text).not.toContain('9f3c');
    expect((await agent.get('/dashboard/customers?q=kettles')).text).toContain('梅');
    expect((await agent.get('/dashboard/customers?q=nobody-at-all')).text).toContain('Nobody of that name');
  });

  test('have a page with profile, consent and a timeline over conversations and purchases', async () => {
    const { text } = await agent.get(pathOf(id));
    expect(text).toContain('Interested in');
    expect(text).toMatch(/Agreed on/);
    expect(text).toContain('Bought: ');
    expect(text).toMatch(/Conversation: /);
    expect(text.indexOf('Conversation: ')).toBeLessThan(text.indexOf('Bought: '));
    expect(text).not.toContain('Who looked at');
    const admin = await site.signedIn('admin');
    expect((await admin.get(pathOf(id))).text).toContain('Who looked at');
  });

  test('show no tastes without consent, which can be withdrawn', async () => {
    await agent.post(`${pathOf(id)}/withdraw`, { purpose: 'personalisation' });
    const { text } = await agent.get(`${pathOf(id)}?done=withdrawn`);
    expect(text).toContain('has not agreed to personalisation');
    expect(text).not.toContain('Interested in');
    expect((await site.bot.customers.get(id))!.consent).toMatchObject({
      personalisation: { granted: false, source: 'dashboard' },
      marketing: { granted: true },
    });
  });

  test('can be exported whole, by who may', async () => {
    const data = JSON.parse((await agent.get(`${pathOf(id)}/export`)).text) as Record<string, unknown[]>;
    expect(data.customerId).toBe(id);
    expect(data.turns).toHaveLength(3);
    expect(data.visits).toHaveLength(1);
    const viewer = await site.signedIn('viewer');
    expect((await viewer.get(`${pathOf(id)}/export`)).status).toBe(403);
    expect((await viewer.get(`${pathOf(id)}/erase`)).status).toBe(403);
  });

  test('are erased for good, after asking once more', async () => {
    await agent.get(`${pathOf(id)}/erase`);
    const unsure = await agent.post(`${pathOf(id)}/erase`);
    expect([unsure.status, unsure.text]).toEqual([400, expect.stringContaining('Tick the box')]);
    const done = await agent.post(`${pathOf(id)}/erase`, { sure: 'yes' });
    expect(done.text).toContain('nothing is left');
    expect(done.text).toMatch(/Messages<\/th><td[^>]*>3<\/td><td[^>]*>0<\/td>/);
    expect((await agent.get(pathOf(id))).status).toBe(404);
    expect((await agent.get('/dashboard/conversations')).text).not.toContain('梅');
  });
});

describe('the timeline', () => {
  test('goes back in steps without gaps or repeats', async () => {
    const customer = await site.bot.customers.open({ channel: 'test', userId: 'buyer' });
    const start = Date.now();
    const events = Array.from({ length: 120 }, (_, n) => ({
      id: `many-${n}`,
      customerId: customer.id,
      type: 'view',
      productId: `p${n}`,
      at: new Date(start - n * 1000),
    }));
    await site.bot.store.events.insert(events);
    const seen: string[] = [];
    let path: string | undefined = pathOf(customer.id);
    while (path) {
      const { text } = await agent.get(path);
      seen.push(...[...text.matchAll(/Looked at: (p\d+)/g)].map(([, name]) => name!));
      path = /href="([^"]*before=\d+)"/.exec(text)?.[1];
    }
    expect(seen).toEqual(events.map(({ productId }) => productId));
  });
});
