import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';

/** Where the dashboard's cookies are sent. */
const PATH = '/dashboard';

export type Cookies = ReturnType<typeof createCookies>;

/** Signed cookies: HttpOnly, SameSite=Lax, over https only where there is https. */
export function createCookies({ secret, secure }: { secret: string; secure: boolean }) {
  const sign = (purpose: string, text: string) =>
    createHmac('sha256', secret).update(`dashboard|${purpose}|${text}`).digest('base64url');
  return {
    /** Undefined when it is absent or not signed by us. */
    read(request: Request, name: string): string | undefined {
      const [value = '', signature = ''] = (rawCookie(request, name) ?? '').split('.');
      return value !== '' && equal(signature, sign(name, value)) ? value : undefined;
    },
    write(response: Response, name: string, value: string, maxAgeMs: number): void {
      response.cookie(name, `${value}.${sign(name, value)}`, {
        httpOnly: true,
        sameSite: 'lax',
        secure,
        path: PATH,
        maxAge: maxAgeMs,
      });
    },
    clear(response: Response, name: string): void {
      response.clearCookie(name, { httpOnly: true, sameSite: 'lax', secure, path: PATH });
    },
    /** The CSRF token that belongs to a cookie's value. */
    csrfOf: (value: string): string => sign('csrf', value),
  };
}

/** Compares in constant time, whatever the lengths. */
export function equal(a: string, b: string): boolean {
  return timingSafeEqual(hashOf(a), hashOf(b));
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** A cookie as the browser sent it. */
export function rawCookie(request: Request, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, ...rest] = part.trim().split('=');
    if (key === name) return rest.join('=');
  }
  return undefined;
}
