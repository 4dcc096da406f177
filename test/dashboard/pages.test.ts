import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Client, PASSWORD, startTestDashboard, type TestDashboard } from './dashboard.ts';

let site: TestDashboard;
let admin: Client;

beforeAll(async () => {
  site = await startTestDashboard();
  const speaker = site.customer();
  await speaker.say('I want a phone');
  const turn = await speaker.say('is the warranty included?');
  await site.bot.corrections.correct({ turnId: turn.id, kind: 'sentiment', value: 'negative', by: 'test' });
  admin = await site.signedIn('admin');
}, 180_000);
afterAll(() => site.close());

const OWN_PAGES = [
  '/dashboard/account',
  '/dashboard/conversations',
  '/dashboard/inbox',
  '/dashboard/customers',
  '/dashboard/knowledge',
  '/dashboard/knowledge/products',
  '/dashboard/knowledge/faq',
  '/dashboard/knowledge/texts',
  '/dashboard/settings',
  '/dashboard/settings/prompts/reply',
  '/dashboard/users',
  '/dashboard/users/log',
];

describe('every page', () => {
  test.each(OWN_PAGES)('%s answers in both languages, with one heading and no missing word', async (path) => {
    for (const language of ['en', 'zh']) {
      admin.cookies.set('dashboard_language', language);
      const { status, text } = await admin.get(path);
      expect(status).toBe(200);
      expect(text.match(/<h1>/g)).toHaveLength(1);
      expect(text).not.toMatch(/undefined|\[object Object\]|NaN/);
      expect(text).not.toMatch(/ style="| onclick=|<script>/);
      expect(/[\u4e00-\u9fff]/.test(text.replace(/<a [^>]*hreflang[^>]*>[^<]*<\/a>/, ''))).toBe(
        language === 'zh' || path.includes('/prompts/'),
      );
    }
    admin.cookies.set('dashboard_language', 'en');
  });

  test('that needs a role the user lacks is refused', async () => {
    const viewer = await site.signedIn('viewer');
    for (const path of ['/dashboard/users', '/dashboard/users/log', '/dashboard/inbox']) {
      expect((await viewer.get(path)).status).toBe(403);
    }
    expect((await viewer.get('/dashboard/settings')).text).not.toContain('Download corrections');
    expect((await viewer.get('/dashboard/settings/corrections.jsonl')).status).toBe(403);
  });
});

describe('knowledge', () => {
  test('finds products as customers do', async () => {
    const { text } = await admin.get('/dashboard/knowledge/products?q=kettle');
    expect(text).toMatch(/kettle/i);
    expect(text).not.toMatch(/headphone/i);
  });

  test('goes on to the next page', async () => {
    const first = await admin.get('/dashboard/knowledge/products');
    const next = /href="([^"]*cursor=50)"/.exec(first.text)![1]!;
    const second = await admin.get(next);
    const rows = (text: string) => [...text.matchAll(/<th scope="row"[^>]*>([^<]+)</g)].map(([, name]) => name);
    expect(rows(first.text)).toHaveLength(50);
    expect(rows(second.text).some((name) => rows(first.text).includes(name))).toBe(false);
  });
});

test('corrections leave as a file that names nobody', async () => {
  const { text } = await admin.get('/dashboard/settings/corrections.jsonl');
  expect(
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object),
  ).toEqual([{ kind: 'sentiment', text: 'is the warranty included?', language: 'en', value: 'negative' }]);
});

describe('users', () => {
  test('are added with a link that lets them in, and have only their role', async () => {
    await admin.get('/dashboard/users');
    const added = await admin.post('/dashboard/users', { name: 'Max', login: 'Max@Example.com', role: 'marketer' });
    const link = /<code>http:\/\/[^/]+(\/dashboard\/link\/[\w-]+)<\/code>/.exec(added.text)![1]!;
    const max = site.visitor();
    expect((await max.get(link)).text).toContain('Welcome, Max');
    expect((await max.post(link, { password: PASSWORD, again: PASSWORD })).status).toBe(303);
    expect((await max.get('/dashboard/account')).text).toContain('Marketing');
    expect((await max.get('/dashboard/users')).status).toBe(403);
    const user = (await site.dashboard.accounts.list()).find(({ login }) => login === 'max@example.com')!;
    await admin.post(`/dashboard/users/${user.id}`, { name: 'Maximilian', role: 'viewer' });
    expect((await max.get('/dashboard/account')).text).toContain('Maximilian');
    expect((await max.get('/dashboard/account')).text).toContain('Viewer');
    await admin.post(`/dashboard/users/${user.id}/lock`, { locked: 'yes' });
    expect((await max.get('/dashboard/account')).status).toBe(303);
    await admin.post(`/dashboard/users/${user.id}/remove`);
    expect((await site.dashboard.accounts.list()).some(({ id }) => id === user.id)).toBe(false);
  });

  test('of a login that is taken or malformed are refused, and what was typed is kept', async () => {
    const taken = await admin.post('/dashboard/users', { name: 'Other', login: 'admin@example.com', role: 'viewer' });
    expect([taken.status, taken.text]).toEqual([400, expect.stringContaining('has this login already')]);
    const wrong = await admin.post('/dashboard/users', { name: 'Other', login: 'two words', role: 'king' });
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('value="two words"')]);
  });

  test('the last administrator cannot lock themselves out', async () => {
    const self = (await site.dashboard.accounts.list()).find(({ role }) => role === 'admin')!;
    for (const [action, fields] of [
      ['', { name: 'x', role: 'viewer' }],
      ['/lock', { locked: 'yes' }],
      ['/remove', {}],
    ] as const) {
      const answer = await admin.post(`/dashboard/users/${self.id}${action}`, fields);
      expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('must remain')]);
    }
    expect((await admin.get('/dashboard/users')).status).toBe(200);
  });

  test('the audit log tells who did what', async () => {
    const { text } = await admin.get('/dashboard/users/log');
    expect(text).toContain('admin@example.com');
    expect(text).toContain('Signed in');
    expect(text).toContain('Exported');
  });
});
