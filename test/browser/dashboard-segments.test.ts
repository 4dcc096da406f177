import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { startTestDashboard, type TestDashboard } from '../dashboard/dashboard.ts';
import { browserPath, HOW_TO_RUN, launchBrowser, watchFaults } from './browser.ts';

const inBrowser = browserPath ? describe : describe.skip;
const PHONE = { width: 390, height: 844 };
const TITLE = 'overview, segments and insights in a browser';

inBrowser(browserPath ? TITLE : `${TITLE} (${HOW_TO_RUN})`, () => {
  let site: TestDashboard;
  let browser: Browser;
  let context: BrowserContext;
  let faults: string[];

  beforeAll(async () => {
    site = await startTestDashboard();
    const talks = [
      ['I am looking for a phone', 'this is awful, nobody helps me and delivery is slow'],
      ['我想买一部手机', '太慢了，服务很差，很不满意'],
      ['show me kettles', 'thanks, lovely'],
    ];
    for (const [wish, mood] of talks) {
      const customer = site.customer();
      await customer.say(wish!);
      await customer.say(mood!);
    }
    // Only who agreed to personalisation is segmented, and their interests are learnt from then on.
    const { connection } = site.bot.store;
    const granted = { granted: true, at: new Date(), source: 'test' };
    const people = connection.collection<{ _id: string }>('customers');
    await people.updateMany({}, { $set: { 'consent.personalisation': granted } });
    const wishers = await connection.collection<{ customerId: string }>('turns').distinct('customerId', {
      'understanding.filters.category': 'phone',
    });
    await people.updateMany({ _id: { $in: wishers } }, { $set: { 'profile.interests': { phone: 1 } } });
    await site.signedIn('marketer');
    browser = await launchBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  beforeEach(() => {
    faults = [];
  });
  afterEach(async () => {
    await context?.close();
    expect(faults).toEqual([]);
  });

  /** A page of somebody signed in as marketing. */
  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options });
    faults = watchFaults(context);
    const { cookies } = await site.signedIn('marketer');
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: site.url })));
    return context.newPage();
  }

  async function seriousFindings(page: Page): Promise<string[]> {
    const { violations } = (await page.evaluate(`${axe.source}; axe.run()`)) as AxeResults;
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
  }

  test('makes the segment "asked for a phone, did not buy, unhappy" and exports it, by keyboard alone', async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.goto(`${site.url}/dashboard/segments`);
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).focus();
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    };
    const choose = async (label: string, text: string, which = 0) => {
      const select = page.getByLabel(label, { exact: true }).nth(which);
      await select.focus();
      await page.keyboard.type(text);
      expect(await select.locator('option:checked').textContent()).toContain(text);
    };
    await page.getByRole('link', { name: 'New segment' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Name in English').focus();
    await page.keyboard.type('Lost phone buyers');
    await choose('Category', 'Phones');
    await choose('Another condition', 'Did something in the shop');
    await press('Add');
    await page.getByLabel('The opposite: this must not be so').nth(1).focus();
    await page.keyboard.press('Space');
    await choose('Another condition', 'Was happy or unhappy');
    await press('Add');
    // Enter in a field previews.
    await page.getByLabel('Name in English').focus();
    await page.keyboard.press('Enter');
    await page.getByText('2 of 3 customers would belong to it.').waitFor();
    await press('Save the segment');
    await page.getByRole('heading', { level: 1, name: 'Lost phone buyers' }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Members as CSV' }).focus();
    await page.keyboard.press('Enter');
    const file = readFileSync(await (await download).path(), 'utf8');
    expect((await download).suggestedFilename()).toBe('lost-phone-buyers.csv');
    expect(file.trim().split('\r\n')).toHaveLength(3);
  }, 120_000);

  const PATHS = [
    '/dashboard/',
    '/dashboard/segments',
    '/dashboard/segments/new',
    '/dashboard/segments/compare',
    '/dashboard/insights',
    '/dashboard/insights/voices?key=aspect%7Cdelivery',
    '/dashboard/insights/keywords',
    '/dashboard/insights/questions',
    '/dashboard/insights/answers/new',
  ];

  test.each(['light', 'dark'] as const)(
    'every page is accessible in %s',
    async (colorScheme) => {
      const page = await open({ colorScheme, locale: colorScheme === 'dark' ? 'zh-CN' : 'en-GB' });
      const [segment] = await site.bot.segments.list();
      for (const path of [
        ...PATHS,
        `/dashboard/segments/${segment!.id}`,
        `/dashboard/segments/${segment!.id}/strategy`,
      ]) {
        await page.goto(site.url + path);
        expect([path, await seriousFindings(page)]).toEqual([path, []]);
      }
    },
    180_000,
  );

  test('nothing is wider than a phone, in either language', async () => {
    for (const locale of ['en-GB', 'zh-CN']) {
      const page = await open({ viewport: PHONE, locale });
      const [segment] = await site.bot.segments.list();
      for (const path of [
        ...PATHS,
        `/dashboard/segments/${segment!.id}`,
        `/dashboard/segments/${segment!.id}/strategy`,
      ]) {
        await page.goto(site.url + path);
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([path, wider]).toEqual([path, 0]);
      }
      await context.close();
    }
  }, 180_000);
});
