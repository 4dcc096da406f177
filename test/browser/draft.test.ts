import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { PastTurn } from '../../adapters/web/history.ts';
import type { ReplyStream } from '../../src/conversation/channel.ts';
import type { Reply } from '../../src/replies/reply.ts';
import { serveWeb } from '../adapters/web/visitor.ts';
import { browserPath, HOW_TO_RUN, launchBrowser, replies, watchFaults } from './browser.ts';

const inBrowser = browserPath ? describe : describe.skip;

inBrowser(browserPath ? 'a reply that grows in a browser' : `a reply that grows in a browser (${HOW_TO_RUN})`, () => {
  let browser: Browser;
  let web: Awaited<ReturnType<typeof serveWeb>>;
  let asked: (address: unknown) => void = () => undefined;

  let past: PastTurn[] = [];

  beforeAll(async () => {
    web = await serveWeb({ history: async () => past });
    await web.channel.start(async ({ address }) => asked(address));
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await web?.channel.stop();
    await web?.close();
  });

  /** A page whose visitor has asked something, and the reply to it as it is being written. */
  async function ask(locale: string): Promise<{ page: Page; stream: ReplyStream; faults: string[] }> {
    const context = await browser.newContext({ locale });
    const faults = watchFaults(context);
    const page = await context.newPage();
    await page.goto(web.url);
    const address = new Promise<unknown>((resolve) => {
      asked = resolve;
    });
    await page.locator('#text').fill('hello');
    await page.keyboard.press('Enter');
    const stream = (await web.channel.stream?.(await address))!;
    return { page, stream, faults };
  }

  const draft = (page: Page) => page.locator('.draft');
  const reply = (text: string, language: Reply['language']): Reply => ({ text, language, by: 'test' });

  test.each([
    ['en-GB', 'en', 'Checking the facts…', 'Our **Mira**', ' costs $1', 'Our Mira costs $99.'],
    ['zh-CN', 'zh', '正在核对信息…', '我们的 **Mira**', ' 只要 $1', '我们的 Mira 售价 $99。'],
  ] as const)(
    'in %s is seen growing, then being checked, then as it was checked',
    async (locale, language, checking, start, rest, checked) => {
      const { page, stream, faults } = await ask(locale);
      await stream.update(start, 'writing');
      await draft(page).locator('strong', { hasText: 'Mira' }).waitFor();
      expect(await page.locator('.typing').count()).toBe(0);
      await stream.update(start + rest, 'checking');
      await draft(page).getByText(checking).waitFor();
      expect(await draft(page).locator('.bubble').textContent()).toContain(rest);
      await stream.finish(reply(checked, language));
      await replies(page).getByText(checked).waitFor();
      expect(await draft(page).count()).toBe(0);
      expect(await page.locator('body').textContent()).not.toContain(rest);
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  test('what was begun before a crash gives way to the reply that another stream brings', async () => {
    const { page, stream } = await ask('en-GB');
    await stream.update('Half a sen', 'writing');
    await draft(page).waitFor();
    const again = (await web.channel.stream?.(JSON.parse(JSON.stringify(await lastAddress(page)))))!;
    await again.update('A whole', 'writing');
    await draft(page).getByText('A whole').waitFor();
    await again.finish(reply('A whole sentence.', 'en'));
    await replies(page).getByText('A whole sentence.').waitFor();
    expect(await draft(page).count()).toBe(0);
    await page.context().close();
  });

  test('what we write first is shown once, also after a reload, and nobody is said to have asked', async () => {
    const { page, stream } = await ask('zh-CN');
    await stream.finish(reply('您好！', 'zh'));
    const id = 'proactive:lamp-1';
    const address = web.channel.standing?.(await lastAddress(page), id);
    const note = reply('您要的灯到货了。', 'zh');
    await web.channel.send(address, note);
    const shown = page.getByText(note.text);
    await shown.waitFor();
    const message = { id, author: { id: 'bot', isBot: true }, text: '', address, attachments: [] };
    past = [{ message, receivedAt: new Date(), status: 'sent', reply: note, proactive: { purpose: 'service' } }];
    await page.reload();
    await shown.waitFor();
    expect(await shown.count()).toBe(1);
    expect(await page.locator('.own').count()).toBe(0);
    past = [];
    await page.context().close();
  });

  test('is taken away when nothing is to be said', async () => {
    const { page, stream } = await ask('en-GB');
    await stream.update('Half a sen', 'writing');
    await draft(page).waitFor();
    await stream.fail();
    await draft(page).waitFor({ state: 'detached' });
    await page.context().close();
  });

  /** The address of what the page says next. */
  async function lastAddress(page: Page): Promise<unknown> {
    const address = new Promise<unknown>((resolve) => {
      asked = resolve;
    });
    await page.locator('#text').fill('again');
    await page.keyboard.press('Enter');
    return address;
  }
});
