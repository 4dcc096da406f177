import { join } from 'node:path';
import express, { type Request, type Response, type Router } from 'express';
import type { Logger } from 'pino';
import type { OnMessage } from '../../src/conversation/channel.ts';
import { PICTURES_PATH } from '../../src/conversation/delivery/pictures.ts';
import { AppError } from '../../src/errors.ts';
import { projectRoot } from '../../src/paths.ts';
import type { ReplyLanguage } from '../../src/understanding/understanding.ts';
import { openEventStream } from './event-stream.ts';
import type { History } from './history.ts';
import { ASSETS_PATH, renderPage, type Shop } from './page.ts';
import { parsePost } from './parse.ts';
import type { RateLimit } from './rate.ts';
import type { Rooms } from './rooms.ts';
import { isSameOrigin, readCookie, type Session } from './session.ts';

export interface RoutesOptions {
  session: Session;
  rooms: Rooms;
  limit: RateLimit;
  history: History;
  shop: Shop;
  imagesFolder?: string;
  secure: boolean;
  logger: Logger;
  now(): Date;
  /** Undefined while the channel is not started. */
  receiver(): OnMessage | undefined;
}

/** Longest message the server reads, as JSON. */
export const MAX_BODY_BYTES = 64 * 1024;
/** Open pages of one visitor. */
const MOST_PAGES = 12;
const LANGUAGE_COOKIE = 'chat_language';
const LANGUAGE_KEPT_MS = 365 * 24 * 3600 * 1000;
/** From the sources and from `dist/` alike. */
const publicFolder = join(projectRoot, 'adapters', 'web', 'public');

/** The page, what it loads, and what it talks to. */
export function createRoutes(options: RoutesOptions): Router {
  const { session, rooms, limit, history, shop, imagesFolder, secure, logger, now, receiver } = options;
  const router = express.Router();

  function visitorOf(request: Request): string {
    const visitor = session.read(request);
    if (visitor === undefined) throw new AppError('UNAUTHORIZED', 'The page has no valid session; reload it.');
    return visitor;
  }

  router.get('/', (request, response) => {
    const wanted = request.query.lang;
    if (wanted === 'en' || wanted === 'zh') {
      response.cookie(LANGUAGE_COOKIE, wanted, { sameSite: 'lax', secure, path: '/', maxAge: LANGUAGE_KEPT_MS });
      return response.redirect(303, '/');
    }
    session.open(request, response);
    response.set('cache-control', 'no-store').vary('accept-language');
    return response.type('html').send(renderPage({ shop, language: languageOf(request), maxBytes: MAX_BODY_BYTES }));
  });

  router.use(ASSETS_PATH, express.static(publicFolder, { index: false, cacheControl: false, setHeaders: revalidate }));
  if (imagesFolder) router.use(PICTURES_PATH, express.static(imagesFolder, { index: false, maxAge: '1h' }));

  router.post('/chat/messages', fromOwnPage, express.json({ limit: MAX_BODY_BYTES }), async (request, response) => {
    const visitor = visitorOf(request);
    const onMessage = receiver();
    if (!onMessage) throw new AppError('STORE_UNAVAILABLE', 'The chat is starting or stopping; send it again.');
    const waitMs = limit.take(visitor);
    if (waitMs > 0) {
      response.set('retry-after', String(Math.ceil(waitMs / 1000)));
      throw new AppError('RATE_LIMITED', 'Too many messages in a short time.', { details: { retryAfterMs: waitMs } });
    }
    const locale = localeOf(request);
    const message = parsePost(request.body, { visitor, locale, receivedAt: now() });
    await onMessage(message);
    rooms.publish(visitor, 'message', { id: message.id, text: message.text, at: message.receivedAt });
    response.status(202).json({ id: message.id, at: message.receivedAt });
  });

  router.get('/chat/history', async (request, response) => {
    const visitor = visitorOf(request);
    response.set('cache-control', 'no-store').json((await history(visitor)).data);
  });

  router.get('/chat/events', async (request, response) => {
    const visitor = visitorOf(request);
    if (!receiver()) throw new AppError('STORE_UNAVAILABLE', 'The chat is starting or stopping.');
    if (rooms.count(visitor) >= MOST_PAGES) throw new AppError('RATE_LIMITED', 'Too many open pages.');
    await serveEvents(request, response, visitor);
  });

  async function serveEvents(request: Request, response: Response, visitor: string): Promise<void> {
    const { after } = request.query;
    const lastEventId = request.get('last-event-id') ?? (typeof after === 'string' ? after : '');
    const closed = new Promise<void>((resolve) => response.once('close', resolve));
    const stream = openEventStream(response);
    try {
      const leave = await rooms.join(visitor, stream, lastEventId, () => history(visitor));
      await closed;
      leave();
    } catch (error) {
      // The answer has begun, so no status can be sent; the page comes back by itself.
      logger.error({ err: error }, 'a conversation could not be read');
      stream.end();
    }
  }

  return router;
}

function fromOwnPage(request: Request, _response: Response, next: () => void): void {
  if (!isSameOrigin(request)) throw new AppError('FORBIDDEN', 'Messages are taken from our own page only.');
  if (!request.is('application/json')) throw new AppError('INPUT_INVALID', 'A message is sent as application/json.');
  next();
}

/** The language the visitor chose on the page, else the browser's. */
function languageOf(request: Request): ReplyLanguage {
  const chosen = readCookie(request, LANGUAGE_COOKIE);
  if (chosen === 'en' || chosen === 'zh') return chosen;
  return request.acceptsLanguages('en', 'zh') === 'zh' ? 'zh' : 'en';
}

function localeOf(request: Request): string {
  const language = languageOf(request);
  const own = request.acceptsLanguages().find((locale) => locale.toLowerCase().split('-')[0] === language);
  return own ?? language;
}

function revalidate(response: Response): void {
  response.setHeader('cache-control', 'no-cache');
}
