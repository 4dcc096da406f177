import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Audit } from '../../customers/privacy/audit.ts';
import { isAppError } from '../../errors.ts';
import { ownPath } from '../url.ts';
import { render, viewOf } from '../view.tsx';
import { type Accounts, loginSchema, nameSchema, passwordSchema, SESSION_MS } from './accounts.ts';
import type { Cookies } from './cookies.ts';
import { checkCsrf, SESSION_COOKIE } from './guard.ts';
import type { Oidc, OidcVisit } from './oidc.ts';
import { AccountPage, type FieldErrors, LinkGonePage, LinkPage, SignInPage } from './pages.tsx';
import { words } from './words.ts';

export interface AuthOptions {
  accounts: Accounts;
  cookies: Cookies;
  audit: Audit;
  oidc?: Oidc;
}

const OIDC_COOKIE = 'dashboard_oidc';
const OIDC_MS = 10 * 60_000;

const signInSchema = z.object({ login: z.string().max(500), password: z.string().max(1000) });
const newPassword = { password: passwordSchema, again: z.string() };

const safeNext = (next: unknown) => ownPath(next, '/dashboard/');

/** What people do before they are signed in. */
export function createSignInRouter({ accounts, cookies, audit, oidc }: AuthOptions): Router {
  const router = Router();

  function enter(response: Response, token: string, next: string): void {
    // Longer than a session lasts unvisited: the store decides when it ends.
    cookies.write(response, SESSION_COOKIE, token, 30 * SESSION_MS);
    response.redirect(303, next);
  }

  router.get('/sign-in', (request, response) => {
    const next = safeNext(request.query.next);
    if (viewOf(response).user) return response.redirect(303, next);
    render(response, <SignInPage next={next} provider={oidc !== undefined} />);
  });

  router.post('/sign-in', checkCsrf, async (request, response) => {
    const next = safeNext(request.body.next);
    const { login, password } = signInSchema.parse(request.body);
    const t = words[viewOf(response).language];
    const refuse = (status: number, error: string) => {
      response.status(status);
      render(response, <SignInPage next={next} login={login} error={error} provider={oidc !== undefined} />);
    };
    try {
      const { user, token } = await accounts.signIn(login, password, request.ip ?? '');
      await audit.record({ actor: user.login, action: 'sign_in' });
      enter(response, token, next);
    } catch (error) {
      if (isAppError(error, 'UNAUTHORIZED')) {
        await audit.record({ actor: 'unknown', action: 'sign_in', details: { failed: true } });
        return refuse(401, t.wrong);
      }
      if (!isAppError(error, 'RATE_LIMITED')) throw error;
      const seconds = Math.ceil(Number(error.details?.retryAfterMs) / 1000);
      response.set('Retry-After', String(seconds));
      refuse(429, t.wait(seconds));
    }
  });

  router.get('/link/:token', async (request, response) => {
    const { token } = request.params;
    const link = await accounts.linkOf(token).catch(orUndefined);
    if (link) return render(response, <LinkPage token={token} {...link} />);
    response.status(410);
    render(response, <LinkGonePage />);
  });

  router.post('/link/:token', checkCsrf, async (request: Request<{ token: string }>, response) => {
    const { token } = request.params;
    const link = await accounts.linkOf(token).catch(orUndefined);
    if (!link) {
      response.status(410);
      return render(response, <LinkGonePage />);
    }
    const schema = z.object(link.user ? newPassword : { ...newPassword, login: loginSchema, name: nameSchema });
    const { data, errors } = checked(schema, request.body);
    if (!data) {
      response.status(400);
      const { login, name } = request.body as { login?: string; name?: string };
      return render(response, <LinkPage token={token} {...link} given={{ login, name }} errors={errors} />);
    }
    const { login, name } = data as { login?: string; name?: string };
    const used = await accounts.useLink(token, data.password, login && name ? { login, name } : undefined);
    await audit.record({ actor: used.user.login, action: 'sign_in', details: { link: true } });
    enter(response, used.token, '/dashboard/');
  });

  if (oidc) {
    router.get('/oidc', async (request, response) => {
      const { url, visit } = await oidc.start(safeNext(request.query.next));
      cookies.write(response, OIDC_COOKIE, Buffer.from(JSON.stringify(visit)).toString('base64url'), OIDC_MS);
      response.redirect(303, url.href);
    });

    router.get('/oidc/callback', async (request, response) => {
      const kept = cookies.read(request, OIDC_COOKIE);
      cookies.clear(response, OIDC_COOKIE);
      const t = words[viewOf(response).language];
      try {
        if (kept === undefined) return response.redirect(303, '/dashboard/sign-in');
        const visit = JSON.parse(Buffer.from(kept, 'base64url').toString()) as OidcVisit;
        const { identity, email } = await oidc.finish(request.originalUrl.split('?')[1] ?? '', visit);
        const { user, token } = await accounts.signInByIdentity(identity, email);
        await audit.record({ actor: user.login, action: 'sign_in', details: { provider: true } });
        enter(response, token, safeNext(visit.next));
      } catch (error) {
        if (!isAppError(error, 'UNAUTHORIZED') && !isAppError(error, 'FORBIDDEN')) throw error;
        response.status(401);
        const text = isAppError(error, 'FORBIDDEN') ? t.notAdded : t.providerFailed;
        render(response, <SignInPage next="/dashboard/" error={text} provider />);
      }
    });
  }
  return router;
}

/** What people do with their own account. */
export function createAccountRouter({ accounts, cookies }: AuthOptions): Router {
  const router = Router();

  router.post('/sign-out', async (_request, response) => {
    await accounts.signOut(response.locals.session as string);
    cookies.clear(response, SESSION_COOKIE);
    response.redirect(303, '/dashboard/sign-in');
  });

  router.get('/account', async (request, response) => {
    const user = await accounts.get(viewOf(response).user!.id);
    const changed = request.query.done === 'password';
    render(response, <AccountPage changed={changed} hasPassword={user?.password !== undefined} />);
  });

  router.post('/account', async (request, response) => {
    const user = (await accounts.get(viewOf(response).user!.id))!;
    const { data, errors } = checked(z.object({ ...newPassword, old: z.string().max(1000) }), request.body);
    const refused = (wrong: FieldErrors) => {
      response.status(400);
      render(response, <AccountPage errors={wrong} hasPassword />);
    };
    if (!data) return refused(errors);
    try {
      await accounts.changePassword(user, data.old, data.password, response.locals.session as string);
    } catch (error) {
      if (!isAppError(error, 'UNAUTHORIZED')) throw error;
      return refused({ old: true });
    }
    response.redirect(303, '/dashboard/account?done=password');
  });
  return router;
}

function checked<T extends { password: string; again: string }>(schema: z.ZodType<T>, body: unknown) {
  const parsed = schema.safeParse(body);
  const errors: FieldErrors = {};
  for (const { path } of parsed.error?.issues ?? []) errors[path[0] as keyof FieldErrors] = true;
  if (parsed.success && parsed.data.password !== parsed.data.again) errors.again = true;
  return { errors, ...(parsed.success && !errors.again && { data: parsed.data }) };
}

function orUndefined(error: unknown): undefined {
  if (!isAppError(error, 'UNAUTHORIZED')) throw error;
  return undefined;
}
