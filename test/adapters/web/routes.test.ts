import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { PastTurn, TurnView } from '../../../adapters/web/history.ts';
import type { WebOptions } from '../../../adapters/web/index.ts';
import type { IncomingMessage } from '../../../src/conversation/message.ts';
import { openVisitor, readText, serveWeb, visitorWith } from './visitor.ts';

let web: Awaited<ReturnType<typeof serveWeb>>;
let received: IncomingMessage[];
let nowMs: number;

async function serve(options: Partial<WebOptions> = {}) {
  web = await serveWeb({ now: () => new Date(nowMs), ...options });
  await web.channel.start(async (message) => {
    received.push(message);
  });
}

beforeEach(() => {
  received = [];
  nowMs = Date.parse('2026-11-24T08:00:00Z');
});
afterEach(async () => {
  await web.channel.stop();
  await web.close();
});

describe('the page', () => {
  test.each([
    ['en-GB,en;q=0.9', 'lang="en"', 'Chat with Harbour &amp; Hill', 'Where is my order?'],
    ['zh-CN,zh;q=0.9,en;q=0.5', 'lang="zh-CN"', '港山优选 在线咨询', '查订单'],
    ['fr', 'lang="en"', 'Chat with Harbour &amp; Hill', 'Where is my order?'],
  ])('is in the language of %s, with a greeting and starters', async (languages, ...parts) => {
    await serve();
    const { html } = await openVisitor(web.url, { 'accept-language': languages });
    for (const part of parts) expect(html).toContain(part);
  });

  test('keeps the language chosen on it', async () => {
    await serve();
    const toggle = await fetch(`${web.url}/?lang=zh`, { redirect: 'manual' });
    expect([toggle.status, toggle.headers.get('location')]).toEqual([303, '/']);
    const cookie = toggle.headers.getSetCookie()[0].split(';')[0];
    expect((await openVisitor(web.url, { cookie, 'accept-language': 'en' })).html).toContain('lang="zh-CN"');
  });

  test('escapes what the business is called, in the page and in its data', async () => {
    const name = '</script><b>"A" & B</b>';
    await serve({ shop: { name: { en: name }, contact: {}, wording: { en: {}, zh: {} } } });
    const { html } = await openVisitor(web.url);
    expect(html).not.toContain('<b>');
    expect(html.match(/<\/script>/g)).toHaveLength(2);
    const data = /id="page-data">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect(readText(JSON.parse(data).greeting)).toContain(name);
  });

  test('serves its script, its style and the pictures of the pack, and nothing else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'images-'));
    writeFileSync(join(folder, 'a b.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await serve({ imagesFolder: folder });
    const typeOf = async (path: string) => {
      const response = await fetch(web.url + path);
      return `${response.status} ${response.headers.get('content-type')?.split(';')[0]}`;
    };
    expect(await typeOf('/chat/assets/chat.js')).toBe('200 text/javascript');
    expect(await typeOf('/chat/assets/chat.css')).toBe('200 text/css');
    expect(await typeOf('/packs/images/a%20b.svg')).toBe('200 image/svg+xml');
    for (const path of [
      '/chat/assets/../index.ts',
      '/chat/assets/..%2findex.ts',
      '/packs/images/..%2f..%2fetc%2fpasswd',
    ]) {
      expect(await typeOf(path)).toMatch(/^4/);
    }
    rmSync(folder, { recursive: true });
  });
});

describe('a visitor', () => {
  test('is a signed cookie that no script reads and no other site sends', async () => {
    await serve();
    const [line] = (await fetch(web.url)).headers.getSetCookie();
    expect(line).toMatch(
      /^chat_visitor=[\w-]{22}\.[\w-]{43}; Max-Age=31536000; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    await web.channel.stop();
    await web.close();
    await serve({ secure: true });
    expect((await fetch(web.url)).headers.getSetCookie()[0]).toContain('; Secure');
  });

  test('stays the same over reloads', async () => {
    await serve();
    const visitor = await openVisitor(web.url);
    expect((await openVisitor(web.url, { cookie: visitor.cookie })).cookie).toBe(visitor.cookie);
  });

  test.each([
    ['none', () => ''],
    ['one without signature', (cookie: string) => cookie.split('.')[0]],
    [
      'another visitor under this signature',
      (cookie: string) => cookie.replace(/=./, (start) => (start === '=A' ? '=B' : '=A')),
    ],
    ['another signature', (cookie: string) => cookie.replace(/\.(.)/, (_, first) => (first === 'A' ? '.B' : '.A'))],
    ['a session of another secret', () => `chat_visitor=${'A'.repeat(22)}.${'A'.repeat(43)}`],
  ])('with a cookie that is %s reads and says nothing', async (_what, forge) => {
    await serve({ history: async () => [pastTurn({ text: 'secret' })] });
    const forged = visitorWith(web.url, forge((await openVisitor(web.url)).cookie));
    expect((await forged.say('hello')).status).toBe(401);
    expect((await forged.history()).status).toBe(401);
    expect((await forged.listen()).status).toBe(401);
    expect(received).toEqual([]);
  });

  test('reads the own conversation and no other', async () => {
    const asked: string[] = [];
    await serve({
      history: async (conversationId) => {
        asked.push(conversationId);
        return [];
      },
    });
    const [one, other] = [await openVisitor(web.url), await openVisitor(web.url)];
    await one.say('hello');
    await fetch(`${web.url}/chat/history?conversationId=${received[0].conversationId}`, {
      headers: { cookie: other.cookie },
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]).not.toBe(received[0].conversationId);
  });
});

describe('saying something', () => {
  test.each([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['an origin that is none', { origin: 'null' }],
    ['another site, told by the browser', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
  ])('is refused from %s', async (_what, headers: Record<string, string>) => {
    await serve();
    const visitor = await openVisitor(web.url);
    const response = await visitor.post({ id: randomUUID(), text: 'hello' }, headers);
    expect([response.status, received.length]).toEqual([403, 0]);
  });

  test.each([
    ['our own origin', (url: string) => ({ origin: url })],
    ['our own site, told by the browser', () => ({ 'sec-fetch-site': 'same-origin' })],
  ])('is allowed from %s', async (_what, headers) => {
    await serve();
    const visitor = await openVisitor(web.url);
    expect((await visitor.post({ id: randomUUID(), text: 'hello' }, headers(web.url))).status).toBe(202);
  });

  test.each([
    ['1 MB', 413, (): string => JSON.stringify({ id: randomUUID(), text: 'x'.repeat(1_000_000) })],
    ['broken JSON', 400, () => '{"id": '],
    ['JSON that is no object', 400, () => '"hello"'],
    ['another shape', 400, () => '{"message": "hello"}'],
  ])('is refused clearly for %s', async (_what, status, body) => {
    await serve();
    const response = await (await openVisitor(web.url)).post(body());
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { message: expect.stringMatching(/./) } });
    expect(received).toEqual([]);
  });

  test('is taken as JSON only, which no form of another site can send', async () => {
    await serve();
    const visitor = await openVisitor(web.url);
    const body = JSON.stringify({ id: randomUUID(), text: 'hello' });
    expect((await visitor.post(body, { 'content-type': 'text/plain' })).status).toBe(400);
    expect(received).toEqual([]);
  });

  test('50 times in a second is taken or refused with when to come back', async () => {
    await serve();
    const visitor = await openVisitor(web.url);
    const responses = await Promise.all(Array.from({ length: 50 }, (_, index) => visitor.say(`message ${index}`)));
    const taken = responses.filter(({ status }) => status === 202);
    const refused = responses.filter(({ status }) => status === 429);
    expect(taken.length + refused.length).toBe(50);
    expect(taken).toHaveLength(20);
    expect(received).toHaveLength(20);
    for (const { headers } of refused) expect(headers.get('retry-after')).toBe('1');
    nowMs += 1_000;
    expect((await visitor.say('again')).status).toBe(202);
    expect((await (await openVisitor(web.url)).say('another visitor')).status).toBe(202);
  });

  test('is answered with 503, to be sent again, when the store is away', async () => {
    web = await serveWeb();
    const visitor = await openVisitor(web.url);
    expect((await visitor.say('too early')).status).toBe(503);
    await web.channel.start(async () => {
      throw new Error('the store is away');
    });
    expect((await visitor.say('hello')).status).toBe(500);
  });

  test('shows in every page of the visitor, and so does the reply', async () => {
    await serve();
    const visitor = await openVisitor(web.url);
    const tabs = [await visitor.listen(), await visitor.listen()];
    for (const tab of tabs) await tab.until('history');
    await visitor.say('<b>hello</b>');
    await web.channel.send(received[0].address, { text: 'Hi **there**', language: 'en', by: 'test' });
    for (const tab of tabs) {
      const [reply] = await tab.until('reply');
      expect(tab.named('message')[0].data).toMatchObject({ id: received[0].id, text: '<b>hello</b>' });
      expect(reply.data).toMatchObject({ to: received[0].id });
      expect(readText(reply.data.reply)).toContain('Hi there');
    }
    await web.channel.stop();
    for (const tab of tabs) await tab.ended();
  });

  test('with a language of the browser tells it on', async () => {
    await serve();
    const visitor = await openVisitor(web.url);
    await visitor.post({ id: randomUUID(), text: '👍' }, { 'accept-language': 'zh-TW,en;q=0.5' });
    expect(received[0].author.locale).toBe('zh-TW');
  });
});

describe('the history', () => {
  test('shows past messages with their replies, degraded as they were when sent', async () => {
    const reply = {
      text: 'Free over $50.',
      language: 'en' as const,
      by: 'test',
      sources: [{ title: 'Delivery', file: 'faq.md', line: 3 }],
    };
    await serve({
      history: async () => [
        pastTurn({ text: 'delivery?', reply, status: 'sent' }),
        pastTurn({ text: 'and?', status: 'claimed' }),
      ],
    });
    const { turns } = (await (await (await openVisitor(web.url)).history()).json()) as { turns: TurnView[] };
    expect(turns).toMatchObject([
      { text: 'delivery?', pending: false },
      { text: 'and?', pending: true },
    ]);
    expect(readText(turns[0].reply!)).toContain('Source: Delivery');
    expect(turns[1].reply).toBeUndefined();
  });

  test('shows what we wrote first without a question', async () => {
    const reply = { text: '到货了', language: 'zh' as const, by: 'built-in' };
    await serve({
      history: async () => [pastTurn({ text: '', reply, status: 'sent', proactive: { purpose: 'service' } })],
    });
    const { turns } = (await (await (await openVisitor(web.url)).history()).json()) as { turns: TurnView[] };
    expect(turns).toMatchObject([{ pending: false, reply: { language: 'zh' } }]);
    expect(turns[0]).not.toHaveProperty('text');
  });

  test('comes first on every new page, and not again on one that was away for a moment', async () => {
    await serve();
    const visitor = await openVisitor(web.url);
    const page = await visitor.listen();
    const [{ id }] = await page.until('history');
    await page.close();
    await visitor.say('hello');
    const again = await visitor.listen(id);
    await again.until('message');
    expect(again.seen.map(({ name }) => name)).toEqual(['message']);
    await again.close();
  });
});

function pastTurn({ text, ...more }: { text: string } & Partial<PastTurn>): PastTurn {
  return {
    message: { id: randomUUID(), author: { id: 'v', isBot: false }, text, address: {}, attachments: [] },
    receivedAt: new Date(nowMs),
    status: 'sent',
    ...more,
  };
}
