import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RequestHandler, Router } from 'express';
import { createClient, PASSWORD, startTestDashboard, type TestDashboard } from './dashboard.ts';

const clock = { now: new Date('2026-05-04T09:00:00Z') };
let site: TestDashboard;

beforeAll(async () => {
  site = await startTestDashboard(clock);
}, 120_000);
afterAll(() => site.close());

const later = (minutes: number) => {
  clock.now = new Date(clock.now.getTime() + minutes * 60_000);
};

/** Every route of a router, with its parameters filled in. */
function routesOf(router: Router, base = ''): { method: string; path: string }[] {
  const { stack } = router as unknown as { stack: Layer[] };
  return stack.flatMap((layer) => {
    if (layer.route) {
      const path = base + layer.route.path.replace(/\{?\/:?\w*\}/g, '').replace(/:\w+/g, 'x');
      return Object.keys(layer.route.methods).map((method) => ({ method: method.toUpperCase(), path }));
    }
    if (!('stack' in layer.handle)) return [];
    return routesOf(layer.handle as unknown as Router, base + mountOf(layer));
  });
}

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  handle: RequestHandler & { stack?: unknown };
  matchers?: ((path: string) => { path: string } | false)[];
}

/** Express keeps no mount path: the one of the dashboard's pages that the layer matches. */
function mountOf(layer: Layer): string {
  const found = site.pages.find(({ path }) => path !== '' && layer.matchers?.some((match) => match(`/${path}`)));
  return found && !layer.matchers?.some((match) => match('/no-such-page')) ? `/${found.path}` : '';
}

describe('the first sign-in', () => {
  test('happens by the newest link, which works once and makes the administrator', async () => {
    const former = (await site.dashboard.firstLink())!;
    const link = (await site.dashboard.firstLink())!;
    const visitor = site.visitor();
    expect((await visitor.get(former)).status).toBe(410);
    const page = await visitor.get(link);
    expect(page.text).toContain('make the administrator');
    const refused = await visitor.post(link, { name: 'Ann', login: 'ann', password: 'short', again: 'short' });
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('Use at least 12 characters')]);
    const entered = await visitor.post(link, { name: 'Ann', login: 'Ann', password: PASSWORD, again: PASSWORD });
    expect([entered.status, entered.to]).toEqual([303, '/dashboard/']);
    expect((await visitor.get('/dashboard/account')).text).toContain('Administrator');
    expect((await site.visitor().get(link)).status).toBe(410);
    expect(await site.dashboard.firstLink()).toBeUndefined();
  });
});

describe('signing in', () => {
  const signIn = async (login: string, password: string, next = '') => {
    const visitor = site.visitor();
    await visitor.get('/dashboard/sign-in');
    return { visitor, answer: await visitor.post('/dashboard/sign-in', { login, password, next }) };
  };

  test('leads back to where one wanted to go, and nowhere else', async () => {
    const asked = await site.visitor().get('/dashboard/account?x=1');
    expect([asked.status, asked.to]).toEqual([303, '/dashboard/sign-in?next=%2Fdashboard%2Faccount%3Fx%3D1']);
    const { answer } = await signIn(' ANN ', PASSWORD, '/dashboard/account?x=1');
    expect([answer.status, answer.to]).toEqual([303, '/dashboard/account?x=1']);
    for (const next of ['https://evil.example', '//evil.example', '/dashboard.evil.example', '/dashboard/\\evil']) {
      expect((await signIn('ann', PASSWORD, next)).answer.to).toBe('/dashboard/');
    }
  });

  test('sets a cookie that scripts and other sites do not get, and that cannot be forged', async () => {
    const { visitor, answer } = await signIn('ann', PASSWORD);
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('dashboard_session='));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).toMatch(/Path=\/dashboard/);
    const [value, signature] = visitor.cookies.get('dashboard_session')!.split('.');
    visitor.cookies.set('dashboard_session', `${value}x.${signature}`);
    expect((await visitor.get('/dashboard/account')).status).toBe(303);
  });

  test('fails alike for a wrong password and an unknown login, and is slowed down per account', async () => {
    const wrong = await signIn('ann', 'wrong password');
    const unknown = await signIn('nobody', 'wrong password');
    expect([wrong.answer.status, unknown.answer.status]).toEqual([401, 401]);
    expect(wrong.answer.text).toContain('User name or password is wrong');
    expect(unknown.answer.text).toContain('User name or password is wrong');
    for (let time = 0; time < 4; time++) await signIn('ann', 'wrong password');
    const { answer } = await signIn('ann', PASSWORD);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '2']);
    later(1);
    expect((await signIn('ann', PASSWORD)).answer.status).toBe(303);
  });

  test('from one address many failures over many accounts are slowed down', async () => {
    for (let time = 0; time < 20; time++) await signIn(`guess-${time}`, 'wrong password');
    expect((await signIn('guess-again', 'wrong password')).answer.status).toBe(429);
    later(24 * 60 + 1);
    await signIn('guess-later', 'wrong password');
    expect((await signIn('ann', PASSWORD)).answer.status).toBe(303);
  }, 60_000);

  test('ends: by signing out, by time, by being locked, on every device by a new password', async () => {
    const viewer = await site.signedIn('viewer');
    const stolen = createClient(site.url);
    for (const [name, value] of viewer.cookies) stolen.cookies.set(name, value);
    expect((await stolen.get('/dashboard/account')).status).toBe(200);
    await viewer.post('/dashboard/sign-out');
    expect((await stolen.get('/dashboard/account')).status).toBe(303);

    const again = await site.signedIn('viewer');
    later(12 * 60 + 1);
    expect((await again.get('/dashboard/account')).status).toBe(303);

    const phone = await signIn('viewer@example.com', PASSWORD);
    const desk = await signIn('viewer@example.com', PASSWORD);
    await desk.visitor.get('/dashboard/account');
    const changed = await desk.visitor.post('/dashboard/account', {
      old: PASSWORD,
      password: 'another good password',
      again: 'another good password',
    });
    expect(changed.to).toBe('/dashboard/account?done=password');
    expect((await phone.visitor.get('/dashboard/account')).status).toBe(303);
    expect((await desk.visitor.get('/dashboard/account')).status).toBe(200);

    const { accounts } = site.dashboard;
    const user = (await accounts.list()).find(({ login }) => login === 'viewer@example.com')!;
    await accounts.change(user.id, { disabled: true });
    expect((await desk.visitor.get('/dashboard/account')).status).toBe(303);
    await accounts.change(user.id, { disabled: false });
  });

  test('the last administrator can neither step down nor be removed', async () => {
    const { accounts } = site.dashboard;
    const admins = (await accounts.list()).filter(({ role }) => role === 'admin');
    for (const { id } of admins.slice(1)) await accounts.remove(id);
    await expect(accounts.change(admins[0].id, { role: 'viewer' })).rejects.toThrow('last administrator');
    await expect(accounts.remove(admins[0].id)).rejects.toThrow('last administrator');
  });
});

describe('without a session', () => {
  test('no route answers', async () => {
    const visitor = site.visitor();
    const routes = routesOf(site.dashboard.router);
    const open = routes.filter(({ path }) => /^\/(?:sign-in|link\/|oidc)/.test(path));
    expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /sign-in',
      'POST /sign-in',
      'GET /link/x',
      'POST /link/x',
    ]);
    const closed = routes.filter((route) => !open.includes(route));
    expect(closed.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        '/account',
        '/conversations/export',
        '/inbox/x/take',
        '/customers/x/erase',
        '/users/log',
      ]),
    );
    for (const { method, path } of closed) {
      const { status, to } =
        method === 'GET' ? await visitor.get(`/dashboard${path}`) : await visitor.post(`/dashboard${path}`);
      const answered = method === 'GET' ? `${status} ${to.split('?')[0]}` : String(status);
      expect(`${method} ${path} ${answered}`).toBe(
        `${method} ${path} ${method === 'GET' ? '303 /dashboard/sign-in' : '401'}`,
      );
      const script = await visitor.get(`/dashboard${path}`, { accept: 'application/json' });
      expect(`${path} ${script.status}`).toBe(`${path} 401`);
    }
    expect((await visitor.get('/dashboard/no-such-page')).status).toBe(303);
  });

  test('a form without our token, or sent by another site, changes nothing', async () => {
    const viewer = await site.signedIn('admin');
    const without = await viewer.post('/dashboard/account', { csrf: '' });
    expect([without.status, without.text]).toEqual([403, expect.stringContaining('open too long')]);
    const foreign = await site.visitor().get('/dashboard/sign-in');
    const token = /name="csrf" value="([^"]+)"/.exec(foreign.text)![1];
    expect((await viewer.post('/dashboard/sign-out', { csrf: token })).status).toBe(403);
    expect((await viewer.get('/dashboard/account')).status).toBe(200);
  });
});

test('every page comes with a strict policy and is not kept by caches', async () => {
  const { headers } = await site.visitor().get('/dashboard/sign-in');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'; script-src 'self'");
  expect(headers.get('content-security-policy')).not.toContain('unsafe');
  expect(headers.get('cache-control')).toBe('no-store');
});

test('pages speak Chinese to who asks for it, and keep to it', async () => {
  const visitor = site.visitor();
  expect((await visitor.get('/dashboard/sign-in', { 'accept-language': 'zh-CN,zh;q=0.9' })).text).toContain('登录');
  const switched = await visitor.get('/dashboard/sign-in?next=%2Fdashboard%2F&lang=zh');
  expect([switched.status, switched.to]).toEqual([303, '/dashboard/sign-in?next=%2Fdashboard%2F']);
  expect((await visitor.get('/dashboard/sign-in')).text).toContain('<html lang="zh-CN">');
});
