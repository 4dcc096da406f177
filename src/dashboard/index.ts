import { join } from 'node:path';
import express, { Router } from 'express';
import type { OidcSettings } from '../config/config.ts';
import { AppError, messageOf } from '../errors.ts';
import { projectRoot } from '../paths.ts';
import { createUserRepository } from '../store/users.ts';
import { createAttemptRepository } from '../store/users-attempts.ts';
import { type Accounts, createAccounts } from './auth/accounts.ts';
import { createCookies } from './auth/cookies.ts';
import { checkCsrf, createViews, requireUser } from './auth/guard.ts';
import { createOidc } from './auth/oidc.ts';
import { can } from './auth/role.ts';
import { createAccountRouter, createSignInRouter } from './auth/routes.tsx';
import { createThrottle } from './auth/throttle.ts';
import type { DashboardContext } from './context.ts';
import { createErrorHandler } from './errors.tsx';
import type { DashboardPage } from './page.ts';
import { PAGES } from './pages.ts';
import { allow, type NavigationItem, type Viewer } from './view.tsx';

export interface DashboardOptions extends Omit<DashboardContext, 'accounts' | 'now'> {
  /** Signs cookies. */
  secret: string;
  /** Reached over https: cookies are sent on nothing else. */
  secure: boolean;
  /** Sign-in by the company's identity provider; needs `publicUrl`. */
  oidc?: OidcSettings;
  pages?: readonly DashboardPage[];
  now?(): Date;
}

export interface Dashboard {
  /** To be mounted at `/dashboard`. */
  router: Router;
  accounts: Accounts;
  /** Path of the link that makes the first administrator; undefined once there is a user. Each call makes the former one void. */
  firstLink(): Promise<string | undefined>;
}

const FORM_LIMIT = '256kb';
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The marketing team's pages, behind sign-in. Makes the indexes it needs. */
export async function createDashboard(options: DashboardOptions): Promise<Dashboard> {
  const { bot, logger, secret, secure, publicUrl, pages = PAGES, now = () => new Date() } = options;
  const { connection } = bot.store;
  const users = createUserRepository(connection);
  const attempts = createAttemptRepository(connection);
  await Promise.all([users.createIndexes(), attempts.createIndexes()]);
  const accounts = createAccounts({ users, throttle: createThrottle({ attempts, now }), now });
  const cookies = createCookies({ secret, secure });
  const oidc =
    options.oidc && createOidc({ settings: options.oidc, redirectUri: `${publicUrl}/dashboard/oidc/callback` });
  const auth = { accounts, cookies, audit: bot.audit, ...(oidc && { oidc }) };
  const context: DashboardContext = { ...options, accounts, now };

  const router = Router();
  router.use((_request, response, next) => {
    response.set({ 'Content-Security-Policy': POLICY, 'Referrer-Policy': 'same-origin' });
    next();
  });
  router.use(
    '/assets',
    express.static(join(projectRoot, 'src/dashboard/layout/assets'), { maxAge: '5m', index: false }),
  );
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.use(createViews({ accounts, cookies, timeZone: bot.calendar.timeZone }));
  router.use(express.urlencoded({ extended: false, limit: FORM_LIMIT, parameterLimit: 2000 }));
  router.use(createSignInRouter(auth));
  router.use(requireUser(navigationFor), checkCsrf);
  router.use(createAccountRouter(auth));
  for (const page of pages) router.use(`/${page.path}`, allow(page.permission), page.createRouter(context));
  router.use(() => {
    throw new AppError('NOT_FOUND', 'There is no such page');
  });
  router.use(createErrorHandler(logger));

  async function navigationFor(user: Viewer, url: string): Promise<NavigationItem[]> {
    const open = pages.filter(({ permission, hidden }) => !hidden && can(user, permission));
    const [, , current = ''] = url.split('?')[0]!.split('/');
    return Promise.all(
      open.map(async ({ path, title, count }) => ({
        href: `/dashboard/${path}`,
        title,
        current: path === current,
        ...(count && { count: await count(context).catch(noCount) }),
      })),
    );
  }

  function noCount(error: unknown): number {
    logger.warn({ error: messageOf(error) }, 'a count of the navigation failed');
    return 0;
  }

  return {
    router,
    accounts,
    firstLink: async () => ((await accounts.isEmpty()) ? `/dashboard/link/${await accounts.link()}` : undefined),
  };
}
