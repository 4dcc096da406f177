import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import axe, { type AxeResults } from 'axe-core';
import { pino } from 'pino';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { loadConfig } from '../../src/config/load-config.ts';
import { type App, startApp } from '../../src/main.ts';
import { browserPath, HOW_TO_RUN, launchBrowser, replies, replyAfter, say, watchFaults } from './browser.ts';

const inBrowser = browserPath ? describe : describe.skip;
const PHONE = { width: 360, height: 740 };

// The reporter says nothing of skipped titles when many files run.
if (!browserPath) process.stderr.write(`test/browser ${HOW_TO_RUN}\n`);

inBrowser(browserPath ? 'the web chat in a browser' : `the web chat in a browser (${HOW_TO_RUN})`, () => {
  let folder: string;
  let app: App;
  let browser: Browser;
  let context: BrowserContext;
  let faults: string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'web-chat-'));
    const config = loadConfig({ PORT: '0', DATA_DIR: folder, PACK: 'shop', LOG_LEVEL: 'silent' }, join(folder, 'none'));
    app = await startApp({ config, logger: pino({ level: 'silent' }) });
    browser = await launchBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    await context?.close();
    context = await browser.newContext({ locale: 'en-US', viewport: { width: 1100, height: 800 }, ...options });
    faults = watchFaults(context);
    return openTab();
  }

  async function openTab(): Promise<Page> {
    const page = await context.newPage();
    await page.goto(app.url);
    await replies(page).first().waitFor();
    return page;
  }

  /** Waits until the page's script has greeted, by the shop's name in the page's language. */
  const greeted = (page: Page, shop: string) => replies(page).getByText(shop).first().waitFor();

  beforeEach(() => {
    faults = [];
  });
  afterEach(() => {
    expect(faults).toEqual([]);
  });

  const textsOf = (page: Page) => page.locator('.message .bubble').allTextContents();

  test('sells a phone in English, and a reload finds the conversation again', async () => {
    const page = await open();
    expect(await replies(page).first().textContent()).toContain('Harbour & Hill');
    expect(await (await say(page, 'I want a phone')).locator('.card').count()).toBeGreaterThan(1);
    const affordable = await say(page, 'under 400');
    for (const price of await affordable.locator('.price strong').allTextContents()) {
      expect(Number(price.replace(/[^\d.]/g, ''))).toBeLessThanOrEqual(400);
    }
    const cheaper = await say(page, 'something cheaper');
    const second = await cheaper.locator('.card h2').nth(1).textContent();
    const colours = await (await say(page, 'what colours does the second one come in')).textContent();
    expect(colours).toContain(second);
    expect(colours).toMatch(/black|white|red|blue|green|grey|silver/i);

    const before = await textsOf(page);
    await page.reload();
    await page
      .locator('.message .bubble')
      .nth(before.length - 1)
      .waitFor();
    expect(await textsOf(page)).toEqual(before);
    expect(await page.locator('.card').count()).toBeGreaterThan(3);
  }, 60_000);

  test('sells a phone in Chinese', async () => {
    const page = await open({ locale: 'zh-CN' });
    expect(await replies(page).first().textContent()).toContain('港山优选');
    expect(await (await say(page, '我想买一个手机')).locator('.card').count()).toBeGreaterThan(1);
    await say(page, '3000以内的');
    const cheaper = await say(page, '有更便宜的吗');
    const second = await cheaper.locator('.card h2').nth(1).textContent();
    const colours = await (await say(page, '第二个有什么颜色')).textContent();
    expect(colours).toContain(second);
    expect(colours).toContain('色');
  }, 60_000);

  test('shows every message and reply in both of two tabs', async () => {
    const first = await open();
    const second = await openTab();
    await say(first, 'I want a kettle');
    await replyAfter(second, 1);
    expect(await textsOf(second)).toEqual(await textsOf(first));
    await say(second, '谢谢');
    await replyAfter(first, 2);
    expect(await textsOf(first)).toEqual(await textsOf(second));
  }, 60_000);

  test('works by keyboard alone, and Enter that ends a composition sends nothing', async () => {
    const page = await open();
    const box = page.locator('#text');
    expect(await page.locator('#text:focus').count()).toBe(1);
    await page.keyboard.type('I want');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('a laptop');
    expect(await box.inputValue()).toBe('I want\na laptop');
    await box.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
    await box.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true });
    expect(await page.locator('.own').count()).toBe(0);
    await page.keyboard.press('Enter');
    const reply = await replyAfter(page, 1);
    expect(await page.locator('#text:focus').count()).toBe(1);
    const title = await reply.locator('.card h2').first().textContent();
    for (let tabs = 0; tabs < 30; tabs++) {
      if ((await reply.locator('.card:first-child button:focus').count()) === 1) break;
      await page.keyboard.press('Shift+Tab');
    }
    await page.keyboard.press('Enter');
    const about = await replyAfter(page, 2);
    expect(await page.locator('.own .bubble').last().textContent()).toContain(title);
    expect(await about.textContent()).toContain(title);
    expect(await page.locator('#text:focus').count()).toBe(1);
  }, 60_000);

  test.each([
    ['light', 'en-US', 'I want a phone', 'compare the first two'],
    ['dark', 'zh-CN', '我想买一个手机', '对比前两个'],
  ] as const)(
    'has no serious accessibility finding in %s, %s',
    async (colorScheme, locale, ...lines) => {
      const page = await open({ colorScheme, locale, reducedMotion: 'reduce' });
      for (const line of lines) await say(page, line);
      await page.evaluate(axe.source);
      const results = await page.evaluate<AxeResults>('axe.run()');
      const serious = results.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      expect(results.passes.length).toBeGreaterThan(10);
    },
    60_000,
  );

  test.each(['en-US', 'zh-CN'])(
    'fits a phone of 360 pixels without scrolling sideways, %s',
    async (locale) => {
      const page = await open({ viewport: PHONE, locale, hasTouch: true, isMobile: true });
      const isChinese = locale === 'zh-CN';
      await say(page, isChinese ? '我想买一个手机' : 'I want a phone');
      const table = (await say(page, isChinese ? '对比前两个' : 'compare the first two')).locator('table');
      await table.waitFor();
      await say(page, `${'x'.repeat(300)} https://example.com/${'y'.repeat(200)}`);
      const widths = await page.evaluate<number[]>(
        `[document.documentElement.scrollWidth, ...[document.querySelector('#scroller')].map((it) => it.scrollWidth - it.clientWidth)]`,
      );
      expect(widths).toEqual([360, 0]);
    },
    60_000,
  );

  test('shows HTML as text, and runs nothing of it', async () => {
    const page = await open();
    const text = '<img src=x onerror="document.title=\'run\'"><script>document.title="run"</script>';
    await say(page, text);
    expect(await page.locator('.own .bubble').last().textContent()).toContain(text);
    await page.reload();
    await page.locator('.own').waitFor();
    expect(await page.locator('.own .bubble').last().textContent()).toContain(text);
    expect(await page.locator('.log img[src="x"], .log script').count()).toBe(0);
    expect(await page.title()).not.toBe('run');
  }, 60_000);

  test('refuses what is too long, in both languages, and keeps it in the box', async () => {
    const page = await open();
    const long = 'word '.repeat(14_000).trim();
    await page.locator('#text').fill(long);
    await page.keyboard.press('Enter');
    await page.getByText('too long to be sent').waitFor();
    expect(await page.locator('#text').inputValue()).toBe(long);
    await page.getByRole('link', { name: '中文' }).click();
    await greeted(page, '港山优选');
    expect(await page.locator('#text').inputValue()).toBe(long);
    await page.locator('#text').press('Enter');
    await page.getByText('这条消息太长').waitFor();
  }, 60_000);

  test('keeps what is written before its script has come', async () => {
    const page = await open();
    let come: () => void = () => undefined;
    const coming = new Promise<void>((resolve) => {
      come = resolve;
    });
    await page.route('**/chat.js', async (route) => {
      await coming;
      await route.continue();
    });
    await page.reload({ waitUntil: 'commit' });
    await page.locator('#text').fill('I want a kettle');
    come();
    await greeted(page, 'Harbour & Hill');
    expect(await page.locator('#text').inputValue()).toBe('I want a kettle');
    await page.reload();
    await greeted(page, 'Harbour & Hill');
    expect(await page.locator('#text').inputValue()).toBe('I want a kettle');
  }, 60_000);

  test('gives back what was sent too fast', async () => {
    const page = await open();
    await page.route('**/chat/messages', (route) => route.fulfill({ status: 429, headers: { 'retry-after': '3' } }));
    await page.locator('#text').fill('hello');
    await page.keyboard.press('Enter');
    await page.getByText('Please wait 3 s').waitFor();
    expect(await page.locator('#text').inputValue()).toBe('hello');
    expect(await page.locator('.own').count()).toBe(0);
  }, 60_000);

  test('says when the connection is lost, and sends what was written meanwhile once it is back', async () => {
    const page = await open();
    await context.setOffline(true);
    await page.getByText('The connection is lost').waitFor();
    await page.locator('#text').fill('I want a kettle');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await context.setOffline(false);
    const reply = await replyAfter(page, 1);
    expect(await reply.locator('.card').count()).toBeGreaterThan(0);
    expect(await page.locator('.own').count()).toBe(1);
    expect(await page.locator('#offline').textContent()).toBe('');
  }, 60_000);

  test('tries again when asked', async () => {
    const page = await open();
    await page.route('**/chat/messages', (route) => route.abort(), { times: 1 });
    await page.locator('#text').fill('I want a kettle');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Try again' }).click();
    await replyAfter(page, 1);
    expect(await page.locator('.own').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  }, 60_000);

  test('does not call unsent what arrived although the acknowledgement was lost', async () => {
    const page = await open();
    let lost: () => void = () => undefined;
    const losing = new Promise<void>((resolve) => {
      lost = resolve;
    });
    await page.route('**/chat/messages', async (route) => {
      await route.fetch();
      await losing;
      await route.abort();
    });
    await page.locator('#text').fill('I want a kettle');
    await page.keyboard.press('Enter');
    await replyAfter(page, 1);
    const failing = page.waitForEvent('requestfailed');
    lost();
    await failing;
    await page.unroute('**/chat/messages');
    await page.reload();
    await replyAfter(page, 1);
    await say(page, '谢谢');
    expect(await page.locator('.own').count()).toBe(2);
    expect(await replies(page).count()).toBe(3);
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  }, 60_000);
});
