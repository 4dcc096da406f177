import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { projectRoot } from '../../src/paths.ts';
import { type Client, startTestDashboard, type TestDashboard } from './dashboard.ts';

describe('insights', () => {
  let site: TestDashboard;
  let client: Client;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pack-'));
    cpSync(join(projectRoot, 'knowledge/shop'), folder, { recursive: true });
    site = await startTestDashboard({ now: new Date() }, folder);
    client = await site.signedIn('marketer');
  }, 180_000);
  afterAll(async () => {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('satisfaction by aspect and product, with the sentences behind it, in the chat and in reviews', async () => {
    const ann = site.customer();
    await ann.say('The delivery was terribly slow and I am disappointed');
    const product = site.bot.retriever.products[0]!;
    const at = new Date();
    await site.bot.intake.take([
      {
        id: 'r1',
        customer: 'shopper',
        type: 'review',
        at,
        productId: product.id,
        value: 5,
        text: 'Great sound & a <i>lovely</i> screen.',
      },
    ]);
    const { text } = await client.get('/dashboard/insights');
    expect(text).toContain('Delivery');
    expect(text).toContain(product.name.en!);
    const delivery = (await client.get('/dashboard/insights/voices?key=aspect%7Cdelivery')).text;
    expect(delivery).toContain('terribly slow');
    expect(delivery).toContain(`/dashboard/conversations/${encodeURIComponent(ann.conversationId)}`);
    const review = (await client.get(`/dashboard/insights/voices?key=product%7C${product.id}`)).text;
    expect(review).toContain('a &lt;i>lovely');
    expect((await client.get('/dashboard/insights/voices?key=nonsense')).status).toBe(200);
  });

  test('keywords of both languages', async () => {
    await site.customer().say('请问可以刻字服务吗');
    const { text } = await client.get('/dashboard/insights/keywords');
    expect(text).toContain('Said most');
    expect(text).toContain('服务');
  });

  test('an open question is answered, reviewed, written into the pack, and the bot knows it', async () => {
    const question = 'do you sell bicycles?';
    await site.customer().say(question);
    await site.customer().say('你们有自行车卖吗');
    const page = (await client.get('/dashboard/insights/questions')).text;
    expect(page).toMatch(/do you sell bicycles\?.*你们有自行车卖吗/s);
    const href = /href="(\/dashboard\/insights\/answers\/new\?[^"]+)"/.exec(page)![1]!.replaceAll('&amp;', '&');
    expect((await client.get(href)).text).toContain(question);
    const fields = {
      question_en: question,
      answer_en: 'We do not sell bicycles, but our partner Pedalworks does.',
      question_zh: '你们卖自行车吗？',
      answer_zh: '我们不卖自行车，合作伙伴 Pedalworks 有售。',
      variants_en: 'any bikes in stock\nbicycle',
      variants_zh: '有自行车吗',
    };
    const missing = await client.post('/dashboard/insights/answers/new', { ...fields, answer_en: '' });
    expect([missing.status, missing.text]).toEqual([400, expect.stringContaining('in the same language')]);
    const drafted = await client.post('/dashboard/insights/answers/new', fields);
    expect(drafted.to).toBe('/dashboard/insights/questions?done=drafted');
    expect(readFileSync(join(folder, 'faq.md'), 'utf8')).not.toContain('Pedalworks');
    const [draft] = await site.bot.insights.drafts.list('draft');
    expect((await client.get(`/dashboard/insights/answers/${draft!.id}`)).text).toContain('Pedalworks');
    const approved = await client.post(`/dashboard/insights/answers/${draft!.id}`, { ...fields, do: 'approve' });
    expect(approved.to).toBe('/dashboard/insights/questions?done=approved');
    expect(readFileSync(join(folder, 'faq.md'), 'utf8')).toContain('### zh: 你们卖自行车吗？\n- 有自行车吗\n');
    expect(site.bot.pack.faq.at(-1)).toMatchObject({ id: 'do-you-sell-bicycles' });
    const [passage] = await site.bot.retriever.answer('Do you sell bicycles?', 'en');
    expect(passage?.answer).toContain('Pedalworks');
  }, 120_000);

  test('a viewer reads, and writes nothing', async () => {
    const viewer = await site.signedIn('viewer');
    expect((await viewer.get('/dashboard/insights/questions')).text).not.toContain('Write the answer');
    expect((await viewer.get('/dashboard/insights/answers/new')).status).toBe(403);
    expect((await viewer.post('/dashboard/insights/answers/new', {})).status).toBe(403);
  });
});
