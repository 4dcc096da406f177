import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Client, startTestDashboard, type TestDashboard } from './dashboard.ts';

describe('the overview', () => {
  let site: TestDashboard;
  let client: Client;

  beforeAll(async () => {
    site = await startTestDashboard();
    client = await site.signedIn('viewer');
  }, 120_000);
  afterAll(() => site.close());

  test('before the first message, says so and shows no rate', async () => {
    const { status, text } = await client.get('/dashboard/');
    expect(status).toBe(200);
    expect(text).toContain('No conversations yet');
    expect(text).toContain('Nothing: nobody is angry');
  });

  test('after some messages: figures, who is angry, what is not carried, in both languages', async () => {
    const [ann, bo] = [site.customer(), site.customer()];
    await ann.say('do you sell bicycles?');
    await bo.say('This is terrible, I am furious, <b>your</b> delivery is awful');
    const { text } = await client.get('/dashboard/');
    expect(text).toMatch(/Conversations<\/p><p class="value">2</);
    expect(text).toContain('furious, &lt;b');
    expect(text).toContain(`/dashboard/conversations/${encodeURIComponent(bo.conversationId)}`);
    expect(text).toContain('bicycles</strong>');
    await client.get('/dashboard/?lang=zh');
    const chinese = await client.get('/dashboard/');
    expect(text).toContain('time zone UTC');
    expect(chinese.text).toContain('今天需要关注');
    expect(chinese.text).toContain('时区 UTC');
    expect(chinese.text).not.toContain('Needs attention');
    await client.get('/dashboard/?lang=en');
  });

  test('a period and a channel are chosen; nonsense is read as the usual period', async () => {
    expect((await client.get('/dashboard/?channel=slack')).text).toMatch(/Conversations<\/p><p class="value">0</);
    const day = new Date().toISOString().slice(0, 10);
    expect((await client.get(`/dashboard/?days=own&from=${day}&to=${day}`)).text).toMatch(/<p class="value">2</);
    const usual = (await client.get('/dashboard/?days=own&from=2026-13-99&to=x&channel=')).text;
    expect(usual).toMatch(/Conversations<\/p><p class="value">2</);
    expect((await client.get('/dashboard/?days=own&from=1900-01-01')).text).toMatch(/<p class="value">2</);
  });

  test('charts hold no style or script that the policy forbids', async () => {
    const { text } = await client.get('/dashboard/');
    expect(text).toContain('<svg class="on-desk"');
    expect(text).not.toMatch(/<style| style="|<script/);
  });
});
