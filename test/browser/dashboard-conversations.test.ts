import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import axe, { type AxeResults } from 'axe-core';
import { pino } from 'pino';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { loadConfig } from '../../src/config/load-config.ts';
import { type App, startApp } from '../../src/main.ts';
import { browserPath, HOW_TO_RUN, launchBrowser, watchFaults } from './browser.ts';

const inBrowser = browserPath ? describe : describe.skip;
const PASSWORD = 'correct horse battery';
const DAY_MS = 86_400_000;
const MOST_TABS = 120;

/** Wednesday noon of the week before. */
function lastWeek(): Date {
  const now = new Date();
  const sinceMonday = (now.getDay() + 6) % 7;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - sinceMonday - 5, 12);
}

inBrowser(browserPath ? 'the dashboard in a browser' : `the dashboard in a browser (${HOW_TO_RUN})`, () => {
  let folder: string;
  let app: App;
  let browser: Browser;
  let context: BrowserContext | undefined;
  let session: Awaited<ReturnType<BrowserContext['storageState']>>;
  let faults: string[] = [];
  let messages = 0;

  /** A customer of the web chat says something. */
  async function say(name: string, text: string, receivedAt = new Date()): Promise<void> {
    messages += 1;
    await app.bot.inbox.receive({
      id: `message-${messages}`,
      channel: 'web',
      conversationId: `web:${name}`,
      author: { id: name, name, isBot: false },
      text,
      attachments: [],
      isDirect: true,
      receivedAt,
      address: { visitor: name },
    });
    await app.bot.inbox.idle();
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dashboard-'));
    const config = loadConfig({ PORT: '0', DATA_DIR: folder, PACK: 'shop', LOG_LEVEL: 'silent' }, join(folder, 'none'));
    app = await startApp({ config, logger: pino({ level: 'silent' }) });
    const then = lastWeek();
    await say('Angry Anna', 'My delivery is two weeks late! This is a scandal, you are thieves!!', then);
    await say('Early Ed', 'Your delivery is late! Thieves! Scandal!!', new Date(then.getTime() - 14 * DAY_MS));
    await say('Calm Carl', 'How long does delivery take?', then);
    await say('李雷', '你们的快递太慢了，气死我了！', then);
    await say('Phone Phil', 'I want a phone under 400');
    await say('Waiting Wanda', 'I want to talk to a human');
    await say('Gone Greta', 'hello there');
    await say('Hostile Hal', '<img src=x onerror="document.title=\'run\'"><script>document.title="run"</script>');
    await app.bot.settled();
    browser = await launchBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => {
    expect(faults).toEqual([]);
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    await context?.close();
    context = await browser.newContext({
      locale: 'en-US',
      viewport: { width: 1200, height: 850 },
      storageState: session,
      reducedMotion: 'reduce',
      ...options,
    });
    faults = watchFaults(context);
    const page = await context.newPage();
    await page.goto(`${app.url}/dashboard${path}`);
    return page;
  }

  /** Goes to something with the Tab key alone. */
  async function tabTo(page: Page, target: Locator): Promise<void> {
    await target.waitFor();
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      if ((await target.and(page.locator(':focus')).count()) === 1) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${target} cannot be reached by keyboard`);
  }

  const namesListed = (page: Page) => page.locator('tbody th a').allTextContents();
  const main = (page: Page) => page.locator('main');

  test('the first link makes the administrator, by keyboard', async () => {
    const page = await open('/sign-in');
    await page.goto(app.firstSignIn!);
    await tabTo(page, page.getByLabel('Your name'));
    await page.keyboard.type('Ann Lee');
    await page.keyboard.press('Tab');
    await page.keyboard.type('ann');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/dashboard/');
    session = await context!.storageState();
  }, 60_000);

  test('finds the angry customers of last week who asked about delivery, by keyboard, and the link can be shared', async () => {
    const page = await open('/conversations');
    await tabTo(page, page.getByLabel('When'));
    await page.keyboard.type('Last week');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Angry');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Delivery');
    await page.keyboard.press('Enter');
    if (!page.url().includes('mood=')) {
      await tabTo(page, page.getByRole('button', { name: 'Find' }));
      await page.keyboard.press('Enter');
    }
    await page.waitForURL('**mood=angry**');
    expect((await namesListed(page)).sort()).toEqual(['Angry Anna', '李雷'].sort());
    const [, path] = page.url().split('/dashboard');
    expect((await namesListed(await open(path!))).sort()).toEqual(['Angry Anna', '李雷'].sort());
  }, 60_000);

  test('corrects an intent by keyboard', async () => {
    const page = await open('/conversations?q=Calm');
    await tabTo(page, page.getByRole('link', { name: 'Calm Carl' }));
    await page.keyboard.press('Enter');
    const details = page.locator('summary', { hasText: 'How the bot got there' });
    await tabTo(page, details);
    await page.keyboard.press('Enter');
    const select = page.locator('select[name=value]');
    await tabTo(page, select);
    await page.keyboard.type('Warranty');
    await tabTo(page, page.getByRole('button', { name: 'Save' }));
    await page.keyboard.press('Enter');
    await page.getByText('Saved. The figures').waitFor();
    expect(await page.locator('.said.customer .badge').allTextContents()).toContain('Warranty · 100% sure');
    expect(await app.bot.corrections.count()).toBe(1);
  }, 60_000);

  test('takes a conversation over, writes to the customer, and hands back, by keyboard', async () => {
    const page = await open('/inbox');
    await tabTo(page, page.getByRole('link', { name: 'Waiting Wanda' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Take over' }));
    await page.keyboard.press('Enter');
    await page.getByText('You are answering. The bot is silent.').waitFor();
    await say('Waiting Wanda', 'are you there?');
    await tabTo(page, page.getByLabel('Your message'));
    await page.keyboard.type('Yes, I am Ann. How can I help?');
    await tabTo(page, page.getByRole('button', { name: 'Send' }));
    await page.keyboard.press('Enter');
    await page.getByText('Sent.').waitFor();
    const texts = await page.locator('.said .text').allTextContents();
    expect(texts.slice(-2)).toEqual(['are you there?', 'Yes, I am Ann. How can I help?']);
    await tabTo(page, page.getByRole('button', { name: 'Hand back to the bot' }));
    await page.keyboard.press('Enter');
    await page.getByText('The bot answers again.').waitFor();
    await say('Waiting Wanda', 'hello');
    const [last] = await app.bot.store.turns.recent('web:Waiting Wanda', 1);
    expect(last!.reply?.by).not.toContain('person');
  }, 60_000);

  test('tells of a new message, and does not take away what is being typed', async () => {
    const page = await open('/inbox/web%3AWaiting%20Wanda');
    await page.getByRole('button', { name: 'Take over' }).click();
    const box = page.getByLabel('Your message');
    await box.fill('I am typing');
    await say('Waiting Wanda', 'one more thing');
    await page.getByText('There is a new message.').waitFor();
    expect(await box.inputValue()).toBe('I am typing');
    await page.getByRole('link', { name: 'Show it' }).click();
    await page.locator('.said .text', { hasText: 'one more thing' }).waitFor();
    await page.getByRole('button', { name: 'Hand back' }).click();
  }, 60_000);

  test('erases a customer by keyboard, and proves it', async () => {
    const page = await open('/customers?q=Greta');
    await tabTo(page, page.getByRole('link', { name: 'Gone Greta' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('link', { name: 'Delete this customer' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('I know that this cannot be undone'));
    await page.keyboard.press('Space');
    await tabTo(page, page.getByRole('button', { name: 'Delete for good' }));
    await page.keyboard.press('Enter');
    await page.getByText('nothing is left').waitFor();
    expect(await (await open('/customers')).getByText('Gone Greta').count()).toBe(0);
    expect(await app.bot.store.conversations.get('web:Gone Greta')).toBeUndefined();
  }, 60_000);

  test('shows what customers write as text, and runs nothing of it', async () => {
    for (const path of ['/conversations', '/conversations/web%3AHostile%20Hal', '/customers']) {
      const page = await open(path);
      expect(await page.title()).not.toBe('run');
      expect(await page.locator('main img, main script').count()).toBe(0);
    }
    const page = await open('/conversations/web%3AHostile%20Hal');
    expect(await main(page).textContent()).toContain('<img src=x onerror');
  }, 60_000);

  const phil = () => app.bot.store.conversations.get('web:Phone Phil').then((found) => found!.customerId);
  const PAGES: [name: string, path: () => string | Promise<string>][] = [
    ['conversations', () => '/conversations?intent=recommend'],
    ['a transcript', () => '/conversations/web%3APhone%20Phil'],
    ['the inbox', () => '/inbox'],
    ['the desk of a conversation', () => '/inbox/web%3AWaiting%20Wanda'],
    ['customers', () => '/customers'],
    ['a customer', async () => `/customers/${await phil()}`],
    ['erasing', async () => `/customers/${await phil()}/erase`],
    ['knowledge', () => '/knowledge'],
    ['products', () => '/knowledge/products'],
    ['settings', () => '/settings'],
    ['a prompt', () => '/settings/prompts/reply'],
    ['users', () => '/users'],
    ['the audit log', () => '/users/log'],
    ['the account', () => '/account'],
    ['a page that is not there', () => '/no-such-page'],
  ];

  test.each(PAGES)(
    '%s: no serious accessibility finding, light and dark, in both languages, and nothing wider than a phone',
    async (_, path) => {
      for (const [colorScheme, lang] of [
        ['light', 'en'],
        ['dark', 'zh'],
      ] as const) {
        const page = await open(`${await path()}`, { colorScheme });
        const [, own] = page.url().split('/dashboard');
        await page.goto(`${app.url}/dashboard${own}${own!.includes('?') ? '&' : '?'}lang=${lang}`);
        expect(await page.locator('.sidebar').count()).toBe(1);
        await page.evaluate('for (const it of document.querySelectorAll("details")) it.open = true');
        await page.evaluate(axe.source);
        const results = await page.evaluate<AxeResults>('axe.run()');
        const serious = results.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
        expect(results.passes.length).toBeGreaterThan(10);
        await page.setViewportSize({ width: 360, height: 740 });
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
      }
    },
    60_000,
  );

  test('sign-in has no serious accessibility finding, and says what is wrong', async () => {
    const page = await open('/sign-in', { storageState: { cookies: [], origins: [] }, colorScheme: 'dark' });
    await page.getByLabel('User name or e-mail').fill('ann');
    await page.getByLabel('Password').fill('wrong');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').textContent()).toContain('wrong');
    await page.evaluate(axe.source);
    const results = await page.evaluate<AxeResults>('axe.run()');
    expect(results.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  }, 60_000);
});
