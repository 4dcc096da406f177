import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium named by CHROMIUM_PATH or found on the PATH; undefined where there is none. */
export const browserPath: string | undefined = [
  process.env.CHROMIUM_PATH,
  ...(process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name))),
].find((path) => path !== undefined && path !== '' && isExecutable(path));

/** Said in the titles of tests that need a browser where there is none. */
export const HOW_TO_RUN = 'skipped: install chromium (Debian: apt install chromium) or set CHROMIUM_PATH';

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath, args: ARGUMENTS });
}

/** What went wrong on a page without anybody having asked: script errors, and what its policy forbade. */
export function watchFaults(context: BrowserContext): string[] {
  const faults: string[] = [];
  context.on('weberror', (error) => faults.push(error.error().message));
  context.on('console', (message) => {
    if (/Content Security Policy|Uncaught/i.test(message.text())) faults.push(message.text());
  });
  return faults;
}

/** The bot's messages on the page, the greeting first. */
export const replies = (page: Page) => page.locator('.bot:not(.typing):not(.draft)');

/** Types a message, sends it with Enter and waits for the reply to it. */
export async function say(page: Page, text: string) {
  const before = await replies(page).count();
  await page.locator('#text').fill(text);
  await page.keyboard.press('Enter');
  return replyAfter(page, before);
}

/** The reply that comes after so many. */
export async function replyAfter(page: Page, count: number) {
  const reply = replies(page).nth(count);
  await reply.waitFor();
  return reply;
}
