import { randomBytes } from 'node:crypto';
import express, { type Express, type NextFunction, type Request, type Response, type Router } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { type ErrorCode, isAppError } from '../errors.ts';

export interface AppOptions {
  /** Routers by mount path, in order; each reads its own body. */
  routers: [path: string, router: Router][];
  metrics: Registry;
  /** What `/health` answers; throws or returns `ok: false` when the store does not answer. */
  health(): Promise<{ ok: boolean } & Record<string, unknown>>;
  logger: Logger;
  /** Whether customers reach us over https. */
  secure: boolean;
}

/** The HTTP side apart from listening, so that tests can call it. */
export function createApp({ routers, metrics, health, logger, secure }: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.use((_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString('base64');
    next();
  });
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", nonceOf],
          styleSrc: ["'self'", nonceOf],
          imgSrc: ["'self'", 'data:', 'https:'],
          connectSrc: ["'self'"],
          objectSrc: ["'none'"],
          frameAncestors: ["'self'"],
          upgradeInsecureRequests: secure ? [] : null,
        },
      },
      strictTransportSecurity: secure,
    }),
  );
  app.get('/health', async (_request, response) => {
    const state = await health().catch((): { ok: boolean } => ({ ok: false }));
    response.status(state.ok ? 200 : 503).json(state);
  });
  app.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.metrics());
  });
  for (const [path, router] of routers) app.use(path, router);
  app.use((_request, response) => {
    response.status(404).json({ error: { code: 'NOT_FOUND', message: 'There is no such page.' } });
  });
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const { status, code, message } = describe(error);
    if (status >= 500) logger.error({ err: error, path: request.path }, 'request failed');
    response.status(status).json({ error: { code, message } });
  });
  return app;
}

const nonceOf = (_request: unknown, response: unknown) => `'nonce-${(response as Response).locals.nonce}'`;

const STATUS: Partial<Record<ErrorCode, number>> = {
  INPUT_INVALID: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  MESSAGE_TOO_LONG: 413,
  STORE_UNAVAILABLE: 503,
};

/** What a client may know of an error: its code and message when it is ours, else only the status. */
function describe(error: unknown): { status: number; code: string; message: string } {
  if (isAppError(error)) return { status: STATUS[error.code] ?? 500, code: error.code, message: error.message };
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  if (status === 413) return { status, code: 'MESSAGE_TOO_LONG', message: 'The request is too large.' };
  if (status >= 400 && status < 500)
    return { status, code: 'INPUT_INVALID', message: 'The request could not be read.' };
  return { status: 500, code: 'INTERNAL', message: 'Something went wrong on our side.' };
}
