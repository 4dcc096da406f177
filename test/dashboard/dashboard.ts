import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import type { Role } from '../../src/dashboard/auth/role.ts';
import { createDashboard, type Dashboard } from '../../src/dashboard/index.ts';
import type { DashboardPage } from '../../src/dashboard/page.ts';
import { PAGES } from '../../src/dashboard/pages.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';

export const PASSWORD = 'correct horse battery';

/** A browser without a browser: keeps cookies, follows nothing, fills the CSRF token of the page it saw last. */
export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Posts a form, with the CSRF token of the last page unless one is given. */
  post(path: string, fields?: Record<string, string | string[]>): Promise<Answer>;
  cookies: Map<string, string>;
}

export interface Answer {
  status: number;
  /** Where a redirect leads. */
  to: string;
  text: string;
  headers: Headers;
}

export interface TestDashboard extends TestBot {
  dashboard: Dashboard;
  pages: readonly DashboardPage[];
  url: string;
  /** Somebody without a session. */
  visitor(): Client;
  /** Somebody of this role, signed in. */
  signedIn(role: Role): Promise<Client>;
}

/** The dashboard over a whole bot, on a port of its own. `clock.now` may be moved. */
export async function startTestDashboard(
  clock: { now: Date } = { now: new Date() },
  pack = 'shop',
): Promise<TestDashboard> {
  const test = await startTestBot(pack);
  const dashboard = await createDashboard({
    bot: test.bot,
    channels: new Map(),
    secret: 'a secret of the test',
    secure: false,
    logger: pino({ level: 'silent' }),
    now: () => clock.now,
  });
  const app = express();
  app.use('/dashboard', dashboard.router);
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function signedIn(role: Role): Promise<Client> {
    const { accounts } = dashboard;
    const login = `${role}@example.com`;
    const known = (await accounts.list()).find((user) => user.login === login);
    const user = known ?? (await accounts.add(login, `Test ${role}`, role));
    const client = createClient(url);
    await client.get(`/dashboard/link/${await accounts.link(user.id)}`);
    const entered = await client.post(`/dashboard/link/${await accounts.link(user.id)}`, {
      password: PASSWORD,
      again: PASSWORD,
    });
    if (entered.status !== 303) throw new Error(`${role} could not sign in: ${entered.status} ${entered.text}`);
    await client.get('/dashboard/account');
    return client;
  }

  return {
    ...test,
    dashboard,
    pages: PAGES,
    url,
    visitor: () => createClient(url),
    signedIn,
    async close() {
      server.closeAllConnections();
      server.close();
      await test.close();
    },
  };
}

export function createClient(url: string): Client {
  const cookies = new Map<string, string>();
  let csrf = '';

  async function ask(path: string, options: RequestInit): Promise<Answer> {
    const response = await fetch(url + path, {
      redirect: 'manual',
      ...options,
      headers: {
        accept: 'text/html',
        'accept-language': 'en',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(options.headers as Record<string, string>),
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = await response.text();
    csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? csrf;
    return { status: response.status, to: response.headers.get('location') ?? '', text, headers: response.headers };
  }

  return {
    cookies,
    get: (path, headers = {}) => ask(path, { headers }),
    post(path, fields = {}) {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries({ csrf, ...fields })) {
        for (const one of [value].flat()) body.append(name, one);
      }
      return ask(path, { method: 'POST', body });
    },
  };
}
