import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Speaker } from '../support/bot.ts';
import { type Client, startTestDashboard, type TestDashboard } from './dashboard.ts';

let site: TestDashboard;
let agent: Client;
let admin: Client;
let first: Speaker;
let second: Speaker;

beforeAll(async () => {
  site = await startTestDashboard();
  agent = await site.signedIn('agent');
  admin = await site.signedIn('admin');
  first = site.customer();
  second = site.customer();
}, 180_000);
afterAll(() => site.close());

const named = (name: string) => ({ author: { id: name, name, isBot: false } });
const pathOf = ({ conversationId }: Speaker) => `/dashboard/inbox/${encodeURIComponent(conversationId)}`;
const namesIn = (text: string) =>
  [...text.matchAll(/<th scope="row"[^>]*><a [^>]*>([^<]+)<\/a>/g)].map(([, name]) => name);

describe('the inbox', () => {
  test('is empty until a customer wants a person, and then says so on every page', async () => {
    expect((await agent.get('/dashboard/inbox')).text).toContain('Nobody is waiting');
    await first.say('I want to talk to a human', named('First Fay'));
    await second.say('我要找人工客服', named('阿强'));
    const { text } = await agent.get('/dashboard/inbox');
    expect(namesIn(text)).toEqual(['First Fay', '阿强']);
    expect(text).toContain('Asked for a person');
    expect((await agent.get('/dashboard/account')).text).toMatch(/Inbox\s*<span class="count">2<\/span>/);
  });

  test('is for who may answer customers', async () => {
    for (const role of ['viewer', 'marketer'] as const) {
      const other = await site.signedIn(role);
      expect((await other.get('/dashboard/inbox')).status).toBe(403);
      expect((await other.post(`${pathOf(first)}/take`)).status).toBe(403);
      expect((await other.get('/dashboard/account')).text).not.toContain('/dashboard/inbox');
    }
  });
});

describe('taking over', () => {
  test('one must take over before one can write', async () => {
    await agent.get(pathOf(first));
    expect((await agent.post(`${pathOf(first)}/write`, { text: 'Hello' })).status).toBe(409);
  });

  test('silences the bot, which still records what the customer says', async () => {
    const taken = await agent.post(`${pathOf(first)}/take`);
    expect(taken.to).toBe(`${pathOf(first)}?done=took#end`);
    expect((await agent.get(taken.to)).text).toContain('You are answering. The bot is silent.');
    const turn = await first.say('I want a phone', named('First Fay'));
    expect(turn).toMatchObject({ route: 'silent', status: 'dropped' });
    expect(turn.reply).toBeUndefined();
    expect((await agent.get(pathOf(first))).text).toContain('I want a phone');
  });

  test('lets the person write to the customer on their channel, once a press', async () => {
    const written = await agent.post(`${pathOf(first)}/write`, { text: 'Hello, this is *Test* agent.' });
    expect(written.to).toBe(`${pathOf(first)}?done=sent#end`);
    const [turn] = (await site.bot.store.turns.recent(first.conversationId, 1)).slice(-1);
    expect(turn).toMatchObject({
      status: 'sent',
      proactive: { purpose: 'service', author: 'agent@example.com' },
      reply: { by: 'person:agent@example.com' },
    });
    const { text } = await agent.get(pathOf(first));
    expect(text).toContain('Test agent (our team)');
    await site.bot.settled();
    const { items } = await site.bot.visits.find({ groups: [['flag:person']] });
    expect(items.map(({ conversationId }) => conversationId)).toEqual([first.conversationId]);
  });

  test('refuses an empty message, and keeps what was typed when something is wrong', async () => {
    expect((await agent.post(`${pathOf(first)}/write`, { text: '   ' })).text).toContain('Write something first.');
    const refused = await admin.post(`${pathOf(first)}/write`, { text: 'my long answer' });
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('A colleague was faster')]);
  });

  test('two at once: one gets it, the other is told', async () => {
    await Promise.all([agent.get(pathOf(second)), admin.get(pathOf(second))]);
    const answers = await Promise.all([agent.post(`${pathOf(second)}/take`), admin.post(`${pathOf(second)}/take`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  });

  test('a colleague may take over from who went home', async () => {
    const { text } = await admin.get(pathOf(first));
    expect(text).toContain('Take over from Test agent');
    expect((await admin.post(`${pathOf(first)}/take`, { from: 'agent@example.com' })).status).toBe(303);
    expect((await agent.get(pathOf(first))).text).toContain('Test admin is answering');
  });

  test('after handing back the bot answers again', async () => {
    await admin.post(`${pathOf(first)}/back`);
    const turn = await first.say('I want a phone', named('First Fay'));
    expect(turn.status).toBe('sent');
    expect(namesIn((await agent.get('/dashboard/inbox')).text)).toEqual(['阿强']);
    const { customerId } = (await site.bot.store.conversations.get(first.conversationId))!;
    const entries = await site.bot.audit.find({ customerId, action: 'change' });
    expect(entries.map(({ details }) => details?.takeover)).toEqual(['back', 'took', 'took']);
  });

  test('the page’s script learns of a new message', async () => {
    const before = JSON.parse((await agent.get(`${pathOf(first)}/last`)).text) as { last: string };
    const turn = await first.say('thanks', named('First Fay'));
    const after = JSON.parse((await agent.get(`${pathOf(first)}/last`)).text) as { last: string };
    expect(before.last).not.toBe(after.last);
    expect(after.last).toBe(turn.id);
  });
});
