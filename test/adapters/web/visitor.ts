import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { createWebChannel, type WebOptions } from '../../../adapters/web/index.ts';
import type { MarkNode } from '../../../adapters/web/markdown.ts';
import type { ReplyView } from '../../../adapters/web/render.ts';
import { createApp } from '../../../src/server/app.ts';

/** A web channel in the real HTTP app, on a free port of the loopback. Not started. */
export async function serveWeb(options: Partial<WebOptions> = {}) {
  const logger = pino({ level: 'silent' });
  const channel = createWebChannel({
    sessionSecret: 'a secret for tests',
    secure: false,
    shop: {
      name: { en: 'Harbour & Hill', zh: '港山优选' },
      contact: { en: 'call us', zh: '请致电' },
      wording: { en: {}, zh: {} },
    },
    history: async () => [],
    logger,
    ...options,
  });
  const app = createApp({
    routers: [['/', channel.router]],
    metrics: new Registry(),
    health: async () => ({ ok: true }),
    logger,
    secure: false,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { channel, url, close: () => closeServer(server) };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

export interface SeenEvent {
  id: string;
  name: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the server sent, which the test then looks into
  data: any;
}

/** A browser without a screen: keeps its cookie, posts, and listens. */
export async function openVisitor(url: string, headers: Record<string, string> = {}) {
  const page = await fetch(url, { headers });
  const cookie = page.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return visitorWith(url, cookie, await page.text());
}

export function visitorWith(url: string, cookie: string, html = '') {
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}/chat/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    cookie,
    html,
    post,
    say: (text: string, more: { id?: string; choice?: string } = {}) => post({ id: randomUUID(), text, ...more }),
    history: () => fetch(`${url}/chat/history`, { headers: { cookie } }),
    listen: (lastEventId?: string) => listen(url, cookie, lastEventId),
  };
}

/** Server-Sent Events as they come. */
async function listen(url: string, cookie: string, lastEventId?: string) {
  const stopping = new AbortController();
  const response = await fetch(`${url}/chat/events`, {
    headers: { cookie, ...(lastEventId && { 'last-event-id': lastEventId }) },
    signal: stopping.signal,
  });
  const seen: SeenEvent[] = [];
  const waiting = new Set<() => void>();
  let ended = false;
  const ending = (async () => {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s) as [string, string]));
        const data = fields.get('data');
        if (data !== undefined)
          seen.push({ id: fields.get('id') ?? '', name: fields.get('event') ?? '', data: JSON.parse(data) });
      }
      for (const check of waiting) check();
    }
  })()
    .catch(() => undefined)
    .finally(() => {
      ended = true;
      for (const check of waiting) check();
    });
  return {
    status: response.status,
    seen,
    named: (name: string) => seen.filter((event) => event.name === name),
    /** Resolves when so many events of that name have come. */
    until: (name: string, count = 1) =>
      new Promise<SeenEvent[]>((resolve, reject) => {
        const check = () => {
          const found = seen.filter((event) => event.name === name);
          if (found.length < count && !ended) return;
          waiting.delete(check);
          if (found.length < count) reject(new Error(`the stream ended before ${name}`));
          else resolve(found);
        };
        waiting.add(check);
        check();
      }),
    /** Resolves when the server ends the stream. */
    ended: () => ending,
    close: async () => {
      stopping.abort();
      await ending;
    },
  };
}

/** What a person reads of a reply on the page. */
export function readText(reply: ReplyView): string {
  const cards = reply.cards.flatMap(({ title, price, listPrice, reason, facts, buttons }) => [
    title,
    price,
    listPrice ?? '',
    reason,
    ...facts,
    ...buttons.map(({ text }) => text),
  ]);
  const table = reply.table ? [reply.table.columns, ...reply.table.rows].flat() : [];
  return [textOf(reply.body), ...table, ...cards, ...reply.choices.map(({ text }) => text)].join('\n');
}

export function textOf(nodes: MarkNode[]): string {
  return nodes
    .map((node) =>
      typeof node === 'string'
        ? node
        : `${node.tag === 'br' ? '\n' : ''}${textOf(node.children)}${node.tag === 'p' ? '\n' : ''}`,
    )
    .join('');
}
