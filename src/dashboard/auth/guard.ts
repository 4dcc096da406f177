import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { AppError } from '../../errors.ts';
import type { ReplyLanguage } from '../../understanding/understanding.ts';
import { withQuery } from '../url.ts';
import { type NavigationItem, type View, type Viewer, viewOf } from '../view.tsx';
import type { Accounts } from './accounts.ts';
import { type Cookies, equal, rawCookie } from './cookies.ts';

export const SESSION_COOKIE = 'dashboard_session';
/** Before a sign-in: what the CSRF token of its form belongs to. */
const VISIT_COOKIE = 'dashboard_visit';
const LANGUAGE_COOKIE = 'dashboard_language';
const YEAR_MS = 365 * 86_400_000;
const VISIT_MS = 86_400_000;

/** Puts a view at `response.locals.view`: the language, and who is signed in. `?lang=` is kept in a cookie. */
export function createViews(parts: { accounts: Accounts; cookies: Cookies; timeZone: string }): RequestHandler {
  const { accounts, cookies, timeZone } = parts;
  return async (request, response, next) => {
    const asked = request.query.lang;
    if (isLanguage(asked) && request.method === 'GET') {
      response.cookie(LANGUAGE_COOKIE, asked, { sameSite: 'lax', path: '/dashboard', maxAge: YEAR_MS });
      return response.redirect(303, withQuery(request.originalUrl, { lang: undefined }));
    }
    const token = cookies.read(request, SESSION_COOKIE);
    const user = token === undefined ? undefined : await accounts.userOf(token);
    const view: View = {
      language: languageOf(request),
      timeZone,
      csrf: cookies.csrfOf(user ? token! : visitOf(request, response, cookies)),
      url: request.originalUrl,
      navigation: [],
    };
    if (user) view.user = { id: user.id, login: user.login, name: user.name, role: user.role };
    response.locals.view = view;
    response.locals.session = token;
    next();
  };
}

function isLanguage(value: unknown): value is ReplyLanguage {
  return value === 'en' || value === 'zh';
}

function languageOf(request: Request): ReplyLanguage {
  const chosen = rawCookie(request, LANGUAGE_COOKIE);
  if (isLanguage(chosen)) return chosen;
  return request.acceptsLanguages('en', 'zh') === 'zh' ? 'zh' : 'en';
}

function visitOf(request: Request, response: Response, cookies: Cookies): string {
  const known = cookies.read(request, VISIT_COOKIE);
  if (known !== undefined) return known;
  const visit = randomBytes(16).toString('base64url');
  cookies.write(response, VISIT_COOKIE, visit, VISIT_MS);
  return visit;
}

/** Nobody passes without a session: browsers are sent to sign in and come back, everything else gets 401. */
export function requireUser(navigationFor: (user: Viewer, url: string) => Promise<NavigationItem[]>): RequestHandler {
  return async (request, response, next) => {
    const view = viewOf(response);
    if (!view.user) {
      if (request.method === 'GET' && request.accepts('html')) {
        return response.redirect(303, withQuery('/dashboard/sign-in', { next: request.originalUrl }));
      }
      throw new AppError('UNAUTHORIZED', 'Nobody is signed in');
    }
    if (request.method === 'GET') view.navigation = await navigationFor(view.user, request.originalUrl);
    next();
  };
}

/** Whatever changes something must come from a form of ours: a token in it, and no other site behind it. */
export const checkCsrf: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  const given: unknown = request.body?.csrf;
  const site = request.get('sec-fetch-site') ?? 'same-origin';
  if (typeof given === 'string' && equal(given, viewOf(response).csrf) && site === 'same-origin') return next();
  next(new AppError('FORBIDDEN', 'The form is not ours or too old', { details: { csrf: true } }));
};
