import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Client, startTestDashboard, type TestDashboard } from './dashboard.ts';

let site: TestDashboard;
let marketer: Client;
const conversations = new Map<string, string>();
const HOSTILE = '<script>alert(1)</script><b onclick="x()">=1+1</b> hello';

beforeAll(async () => {
  site = await startTestDashboard();
  const say = async (name: string, ...lines: string[]) => {
    const speaker = site.customer();
    conversations.set(name, speaker.conversationId);
    for (const text of lines) await speaker.say(text, { author: { id: name, name, isBot: false } });
  };
  await say('Angry Anna', 'My delivery is two weeks late! This is a scandal, you are thieves!!', 'where is my order');
  await say('Happy Hugo', 'How long does delivery take?', 'Great, thank you so much, I love this shop');
  await say('小李', '你们的快递太慢了，气死我了！', '我要投诉');
  await say('Phone Phil', 'I want a phone under 400');
  await say('Hostile Hal', HOSTILE);
  await say('Cell Carl', '=HYPERLINK("https://evil.example")');
  await site.bot.settled();
  marketer = await site.signedIn('marketer');
}, 180_000);
afterAll(() => site.close());

/** The names in the list, in order. */
async function found(query: string): Promise<string[]> {
  const { text } = await marketer.get(`/dashboard/conversations?${query}`);
  return [...text.matchAll(/<th scope="row"[^>]*><a [^>]*>([^<]+)<\/a>/g)].map(([, name]) => name!);
}

const pathOf = (name: string) => `/dashboard/conversations/${encodeURIComponent(conversations.get(name)!)}`;

describe('the list of conversations', () => {
  test('shows everybody by name, newest first', async () => {
    expect(await found('')).toEqual(['Cell Carl', 'Hostile Hal', 'Phone Phil', '小李', 'Happy Hugo', 'Angry Anna']);
  });

  test('finds the angry ones who asked about delivery this week, in both languages', async () => {
    expect(await found('mood=angry&about=delivery&period=7d')).toEqual(['小李', 'Angry Anna']);
    expect(await found('mood=angry&about=delivery&period=yesterday')).toEqual([]);
  });

  test.each([
    ['q=deliveries', ['Happy Hugo', 'Angry Anna']],
    ['q=%E5%BF%AB%E9%81%9E', ['小李']],
    ['q=late+thieves', ['Angry Anna']],
    ['intent=order_status', ['Angry Anna']],
    ['route=recommend', ['Phone Phil']],
    ['channel=telegram', []],
    ['mood=positive', ['Happy Hugo']],
    ['from=2020-01-01&to=2020-02-01', []],
    ['segment=no-such-segment', []],
    ['q=no-such-word-anywhere', []],
  ])('filters by %s', async (query, names) => {
    expect(await found(query)).toEqual(names);
  });

  test('finds by a product that was recommended, by id and by name', async () => {
    const { items } = await site.bot.visits.find({ groups: [['route:recommend']] });
    const [id] = items[0]!.products;
    expect(await found(`product=${id}`)).toContain('Phone Phil');
    const name = site.bot.retriever.product(id!)!.name.en!;
    expect(await found(`product=${encodeURIComponent(name)}`)).toContain('Phone Phil');
  });

  test('keeps its filters in the form, and ignores what makes no sense', async () => {
    const { text } = await marketer.get('/dashboard/conversations?mood=angry&q=late&period=nonsense&cursor=');
    expect(text).toContain('<option value="angry" selected>');
    expect(text).toContain('value="late"');
    expect((await marketer.get('/dashboard/conversations?cursor=garbage')).status).toBe(400);
  });

  test('pages by cursor without losing or repeating any', async () => {
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await site.bot.visits.find({}, { limit: 2, cursor });
      names.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    expect(names.length).toBe(6);
    expect(new Set(names).size).toBe(6);
  });
});

describe('a transcript', () => {
  test('tells what was understood, decided and recommended', async () => {
    const { text } = await marketer.get(pathOf('Phone Phil'));
    expect(text).toContain('I want a phone under 400');
    expect(text).toContain('Wants a recommendation');
    expect(text).toMatch(/\d+% sure/);
    expect(text).toContain('the built-in model');
    expect(text).toContain('Recommended, and why');
    expect(text).toContain('None: answered by the built-in models');
  });

  test('shows what customers write as text, never as HTML', async () => {
    for (const path of [pathOf('Hostile Hal'), '/dashboard/conversations']) {
      const { text } = await marketer.get(path);
      expect(text).not.toContain('<script>');
      expect(text).not.toContain('<b onclick');
      expect(text).toContain('&lt;b onclick=');
    }
  });

  test('notes in the audit log who looked', async () => {
    await marketer.get(pathOf('Angry Anna'));
    const conversation = await site.bot.store.conversations.get(conversations.get('Angry Anna')!);
    const [entry] = await site.bot.audit.find({ customerId: conversation!.customerId });
    expect(entry).toMatchObject({ actor: 'marketer@example.com', action: 'view' });
  });

  test('that does not exist is not found', async () => {
    expect((await marketer.get('/dashboard/conversations/nobody')).status).toBe(404);
  });
});

describe('a correction', () => {
  test('changes figures and search, keeps what the model said, and can be taken back', async () => {
    const path = pathOf('Happy Hugo');
    const id = conversations.get('Happy Hugo')!;
    const [turn] = await site.bot.store.turns.recent(id, 5);
    const before = turn!.understanding!;
    await marketer.get(path);
    const answer = await marketer.post(`${path}/correct`, {
      turn: turn!.id,
      kind: 'intent',
      value: 'warranty',
      back: path,
    });
    expect(answer.to).toMatch(/\?done=corrected#turn-\d+$/);
    await marketer.post(`${path}/correct`, { turn: turn!.id, kind: 'sentiment', value: 'angry' });
    const after = (await site.bot.store.turns.get(turn!.id))!.understanding!;
    expect(after.intent).toMatchObject({ name: 'warranty', confidence: 1, by: 'person:marketer@example.com' });
    expect(after.sentiment).toMatchObject({ label: 'negative', angry: true });
    expect(await found('intent=warranty&mood=angry')).toEqual(['Happy Hugo']);
    const { text } = await marketer.get(path);
    expect(text).toContain('The model had said: ');
    await marketer.post(`${path}/undo`, { turn: turn!.id, kind: 'intent' });
    await marketer.post(`${path}/undo`, { turn: turn!.id, kind: 'sentiment' });
    expect((await site.bot.store.turns.get(turn!.id))!.understanding).toEqual(before);
    expect(await found('intent=warranty')).toEqual([]);
    expect(await site.bot.corrections.count()).toBe(0);
  });

  test('to something that does not exist is refused, and a viewer may make none', async () => {
    const path = pathOf('Happy Hugo');
    const [turn] = await site.bot.store.turns.recent(conversations.get('Happy Hugo')!, 5);
    const wrong = { turn: turn!.id, kind: 'intent', value: 'no_such_intent' };
    expect((await marketer.post(`${path}/correct`, wrong)).status).toBe(400);
    const viewer = await site.signedIn('viewer');
    expect((await viewer.post(`${path}/correct`, { ...wrong, value: 'warranty' })).status).toBe(403);
    expect((await viewer.get(path)).text).not.toContain('Correct the mood');
  });
});

describe('an export', () => {
  test('as CSV has no cell that a spreadsheet takes for a formula', async () => {
    const { text, headers } = await marketer.get('/dashboard/conversations/export?format=csv');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(text.split('\r\n').length).toBe(1 + 9 + 1);
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    for (const cell of text.matchAll(/(?:^|,)"([^"]|"")/gm)) expect(cell[1]).not.toMatch(/[=+@-]/);
  });

  test('as JSON holds what the filters found, and one conversation alone', async () => {
    const all = JSON.parse((await marketer.get('/dashboard/conversations/export?format=json&mood=angry')).text) as {
      customerName: string;
      message: object;
    }[];
    expect(new Set(all.map(({ customerName }) => customerName))).toEqual(new Set(['小李', 'Angry Anna']));
    expect(all[0]!.message).not.toHaveProperty('address');
    const one = JSON.parse((await marketer.get(`${pathOf('小李')}/export?format=json`)).text) as object[];
    expect(one).toHaveLength(2);
  });

  test('is not for viewers', async () => {
    const viewer = await site.signedIn('viewer');
    expect((await viewer.get('/dashboard/conversations/export?format=csv')).status).toBe(403);
  });
});

test('erasing a customer takes their visits and corrections along', async () => {
  const id = conversations.get('Angry Anna')!;
  const conversation = (await site.bot.store.conversations.get(id))!;
  const [turn] = await site.bot.store.turns.recent(id, 1);
  await site.bot.corrections.correct({ turnId: turn!.id, kind: 'intent', value: 'warranty', by: 'test' });
  const { removed, left } = await site.bot.privacy.erase(conversation.customerId, 'test');
  expect(removed).toMatchObject({ visits: 1, corrections: 1 });
  expect(Object.values(left).every((count) => count === 0)).toBe(true);
  await site.bot.settled();
  expect(await found('mood=angry')).toEqual(['小李']);
});
