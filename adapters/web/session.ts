import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { CookieOptions, Request, Response } from 'express';

/** Who a browser is, told by a signed cookie that only we can make. */
export interface Session {
  /** The visitor's id; undefined without a valid cookie. */
  read(request: Request): string | undefined;
  /** The visitor's id, a new one where there is none; renews the cookie. */
  open(request: Request, response: Response): string;
}

export const VISITOR_COOKIE = 'chat_visitor';
const KEPT_MS = 365 * 24 * 3600 * 1000;
const COOKIE = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/** `secure`: customers reach us over https. */
export function createSession({ secret, secure }: { secret: string; secure: boolean }): Session {
  const sign = (visitor: string): Buffer => createHmac('sha256', secret).update(`web visitor ${visitor}`).digest();
  const cookie: CookieOptions = { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: KEPT_MS };

  function read(request: Request): string | undefined {
    const [, visitor, signature] = COOKIE.exec(readCookie(request, VISITOR_COOKIE) ?? '') ?? [];
    if (visitor === undefined || signature === undefined) return undefined;
    const given = Buffer.from(signature, 'base64url');
    const expected = sign(visitor);
    return given.length === expected.length && timingSafeEqual(given, expected) ? visitor : undefined;
  }

  return {
    read,
    open(request, response) {
      const visitor = read(request) ?? randomBytes(16).toString('base64url');
      response.cookie(VISITOR_COOKIE, `${visitor}.${sign(visitor).toString('base64url')}`, cookie);
      return visitor;
    },
  };
}

/** One cookie's value; the first where a browser sends several of that name. */
export function readCookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** Whether a request comes from our own page, or from no page at all (no browser leaves both headers out). */
export function isSameOrigin(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = request.get('origin');
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.host;
}
