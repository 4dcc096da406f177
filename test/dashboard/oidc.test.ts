import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express, { Router } from 'express';
import type { AuditEntry } from '../../src/customers/privacy/audit.ts';
import { type Accounts, createAccounts } from '../../src/dashboard/auth/accounts.ts';
import { createCookies } from '../../src/dashboard/auth/cookies.ts';
import { createViews } from '../../src/dashboard/auth/guard.ts';
import { createOidc } from '../../src/dashboard/auth/oidc.ts';
import { createAccountRouter, createSignInRouter } from '../../src/dashboard/auth/routes.tsx';
import { createThrottle } from '../../src/dashboard/auth/throttle.ts';
import type { StoredEvent } from '../../src/store/events.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import type { StoredTurn } from '../../src/store/turns.ts';
import { createUserRepository } from '../../src/store/users.ts';
import { createAttemptRepository } from '../../src/store/users-attempts.ts';
import { type Client, createClient } from './dashboard.ts';
import { type IdentityProvider, startIdentityProvider } from './identity-provider.ts';

let folder: string;
let store: Store<StoredTurn, unknown, unknown, StoredEvent>;
let provider: IdentityProvider;
let accounts: Accounts;
let url: string;
let close: () => void;
const audited: Partial<AuditEntry>[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'oidc-'));
  store = await createStore({ folder });
  provider = await startIdentityProvider('dashboard');
  const users = createUserRepository(store.connection);
  const attempts = createAttemptRepository(store.connection);
  await Promise.all([users.createIndexes(), attempts.createIndexes()]);
  const now = () => new Date();
  accounts = createAccounts({ users, throttle: createThrottle({ attempts, now }), now });

  const app = express();
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  const cookies = createCookies({ secret: 'a secret of the test', secure: false });
  const auth = {
    accounts,
    cookies,
    audit: { record: async (entry: Partial<AuditEntry>) => void audited.push(entry) } as never,
    oidc: createOidc({
      settings: { issuer: provider.issuer, clientId: 'dashboard', clientSecret: 'a client secret' },
      redirectUri: `${url}/dashboard/oidc/callback`,
    }),
  };
  const router = Router();
  router.use(createViews({ accounts, cookies, timeZone: 'UTC' }), createSignInRouter(auth), createAccountRouter(auth));
  app.use('/dashboard', router);
});
afterAll(async () => {
  close();
  provider.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Goes to the provider and back, as a browser does. */
async function signIn(client: Client, change: (callback: URL) => void = () => undefined) {
  const away = await client.get('/dashboard/oidc?next=%2Fdashboard%2Fcustomers');
  const there = await fetch(away.to, { redirect: 'manual' });
  const callback = new URL(there.headers.get('location')!);
  change(callback);
  return client.get(callback.pathname + callback.search);
}

describe('sign-in by OpenID Connect', () => {
  test('is refused to who was not added, and says what to do', async () => {
    provider.person = { sub: 'stranger', email: 'stranger@example.com', email_verified: true };
    const answer = await signIn(createClient(url));
    expect([answer.status, answer.text]).toEqual([401, expect.stringContaining('Ask an administrator to add')]);
  });

  test('lets in who was added by their verified address, and leads to where they wanted to go', async () => {
    await accounts.add('ann@example.com', 'Ann', 'marketer');
    provider.person = { sub: 'ann-1', email: 'Ann@example.com', email_verified: true };
    const client = createClient(url);
    const answer = await signIn(client);
    expect([answer.status, answer.to]).toEqual([303, '/dashboard/customers']);
    expect((await client.get('/dashboard/account')).text).toContain('Marketing');
    expect(audited.at(-1)).toMatchObject({ actor: 'ann@example.com', action: 'sign_in', details: { provider: true } });
    expect(provider.challenges.every((challenge) => challenge.length === 43)).toBe(true);
  });

  test('knows them again when their address changes, and nobody else under the old one', async () => {
    provider.person = { sub: 'ann-1', email: 'ann.new@example.com', email_verified: true };
    expect((await signIn(createClient(url))).status).toBe(303);
    provider.person = { sub: 'impostor', email: 'ann@example.com', email_verified: true };
    expect((await signIn(createClient(url))).status).toBe(401);
  });

  test('does not believe an address that the provider has not verified', async () => {
    await accounts.add('ben@example.com', 'Ben', 'admin');
    provider.person = { sub: 'ben-1', email: 'ben@example.com', email_verified: false };
    expect((await signIn(createClient(url))).status).toBe(401);
  });

  test('refuses a forged token, a foreign state, and an answer without a question', async () => {
    provider.person = { sub: 'ann-1', email: 'ann@example.com', email_verified: true };
    provider.forge = true;
    expect((await signIn(createClient(url))).status).toBe(401);
    provider.forge = false;
    const foreign = await signIn(createClient(url), (callback) => callback.searchParams.set('state', 'another'));
    expect(foreign.status).toBe(401);
    const unasked = await createClient(url).get('/dashboard/oidc/callback?code=x&state=y');
    expect([unasked.status, unasked.to]).toEqual([303, '/dashboard/sign-in']);
  });

  test('refuses who was locked', async () => {
    const ann = (await accounts.list()).find(({ login }) => login === 'ann@example.com')!;
    await accounts.change(ann.id, { disabled: true }).catch(() => undefined);
    provider.person = { sub: 'ann-1', email: 'ann@example.com', email_verified: true };
    expect((await signIn(createClient(url))).status).toBe(401);
  });
});
