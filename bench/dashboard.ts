import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { pino } from 'pino';
import { type Bot, createBot } from '../src/bot.ts';
import { loadConfig } from '../src/config/load-config.ts';
import { createDashboard } from '../src/dashboard/index.ts';
import { DAY_MS, DAYS, fillStore } from './dashboard-store.ts';
import { quantile } from './quantile.ts';

const TURNS = 20_000;
const VISITS = 12;
const PASSWORD = 'correct horse battery';

export interface DashboardBenchOptions {
  turns?: number;
  /** A MongoDB to measure on; absent = the embedded store. Its database should be empty. */
  mongodbUri?: string;
  /** Where the store is kept; one that has turns is measured as it is. Absent = a store of this run's own. */
  folder?: string;
}

/** Every page over a filled store, as a signed-in marketer sees it: target p95 500 ms on MongoDB, 1.5 s embedded. */
export async function benchDashboard({ turns = TURNS, mongodbUri, folder }: DashboardBenchOptions = {}): Promise<void> {
  const dataDir = folder ?? (await mkdtemp(join(tmpdir(), 'bench-dashboard-')));
  const logger = pino({ level: 'silent' });
  const bot = await createBot({
    config: { ...loadConfig({}, ''), pack: 'shop', dataDir, ...(mongodbUri && { mongodbUri }) },
    logger,
    channels: new Map(),
  });
  try {
    const { items } = await bot.store.turns.find({}, { limit: 1 });
    if (items.length === 0) await fill(bot, turns);
    const dashboard = await createDashboard({ bot, channels: new Map(), secret: 'bench', secure: false, logger });
    const app = express();
    app.use('/dashboard', dashboard.router);
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const visit = await signIn(`http://127.0.0.1:${port}`, await dashboard.firstLink());
    console.log(`  ${bot.store.kind}, ${VISITS} visits each, the first apart`);
    for (const path of await pathsOf(bot)) await measure(path, visit);
    server.closeAllConnections();
    server.close();
  } finally {
    await bot.close();
    if (folder === undefined) await rm(dataDir, { recursive: true, force: true });
  }
}

async function fill(bot: Bot, turns: number): Promise<void> {
  await timed(`${turns} turns written`, () => fillStore(bot, { turns }));
  // What the bot counted by itself meanwhile was counted too early.
  const days = Array.from({ length: DAYS + 1 }, (_, ago) => new Date(Date.now() - ago * DAY_MS));
  await timed('days counted', () => bot.insights.daily.recount(days));
  await timed('conversations made searchable', () => bot.visits.catchUp({ whole: true }));
  await timed('segments discovered', () => bot.segments.refresh());
}

async function timed(what: string, run: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await run();
  console.log(`  ${what.padEnd(44)} ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** Every page, a whole conversation, a whole customer, and the searches that read the most. */
async function pathsOf(bot: Bot): Promise<string[]> {
  const segments = await bot.segments.list();
  const { items } = await bot.store.conversations.find({}, { limit: 1 });
  const [conversation] = items;
  const segment = segments.find(({ kind }) => kind === 'discovered');
  return [
    '/',
    '/?days=90',
    '/?days=90&channel=web',
    '/segments',
    ...(segment ? [`/segments/${segment.id}`] : []),
    '/segments/compare',
    '/segments/new',
    '/insights',
    '/insights?days=90',
    '/insights/voices?key=aspect%7Cdelivery&days=90',
    '/insights/keywords?days=90',
    '/insights/questions?days=90',
    '/conversations',
    '/conversations?q=bicycles',
    '/conversations?mood=angry&about=delivery&period=7d',
    '/conversations?mood=positive&flag=handoff&route=compare',
    ...(conversation
      ? [
          `/conversations/${encodeURIComponent(conversation.id)}`,
          `/customers/${encodeURIComponent(conversation.customerId)}`,
        ]
      : []),
    '/customers',
    '/customers?q=bicycles',
    '/inbox',
    '/knowledge',
    '/settings',
  ];
}

type Visit = (path: string) => Promise<number>;

/** As the first administrator, made by the link or of a kept store; resolves with the status of a page. */
async function signIn(url: string, link: string | undefined): Promise<Visit> {
  const cookies = new Map<string, string>();
  async function ask(path: string, body?: URLSearchParams): Promise<{ status: number; text: string }> {
    const response = await fetch(url + path, {
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(body && { method: 'POST', body }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]!.split('=');
      cookies.set(name, value);
    }
    return { status: response.status, text: await response.text() };
  }
  const path = link ?? '/dashboard/sign-in';
  const form = await ask(path);
  const csrf = /name="csrf" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
  const fields = { csrf, name: 'Bench', login: 'bench', password: PASSWORD, again: PASSWORD };
  const { status } = await ask(path, new URLSearchParams(fields));
  if (status !== 303) throw new Error(`Signing in was answered with ${status}`);
  return async (path) => (await ask(`/dashboard${path}`)).status;
}

async function measure(path: string, visit: Visit): Promise<void> {
  const times: number[] = [];
  for (let n = 0; n < VISITS; n++) {
    const start = performance.now();
    const status = await visit(path);
    if (status !== 200) return console.log(`  ${path.padEnd(44)} answered ${status}`);
    times.push(performance.now() - start);
  }
  const [first = Number.NaN, ...rest] = times;
  const ms = (value: number) => `${Math.round(value)}`.padStart(6);
  const shown = path.length > 44 ? `${path.slice(0, 43)}…` : path;
  console.log(
    `  ${shown.padEnd(44)} p50 ${ms(quantile(rest, 0.5))} ms   p95 ${ms(quantile(rest, 0.95))} ms   first ${ms(first)} ms`,
  );
}
