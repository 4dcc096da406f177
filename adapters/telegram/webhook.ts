import { createHash, timingSafeEqual } from 'node:crypto';
import { json, Router } from 'express';
import type { Logger } from 'pino';
import { messageOf } from '../../src/errors.ts';

export const WEBHOOK_PATH = '/telegram/webhook';
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

export interface WebhookOptions {
  secret: string;
  /** Resolves once the update is durably taken. */
  take(update: unknown): Promise<void>;
  logger: Logger;
}

/** Receives updates. 401 without the secret; 200 once taken, also for what we don't read, so that it is not sent again. */
export function createWebhookRouter({ secret, take, logger }: WebhookOptions): Router {
  const expected = digest(secret);
  const router = Router();
  router.post(
    WEBHOOK_PATH,
    (request, response, next) => {
      if (timingSafeEqual(digest(request.get(SECRET_HEADER) ?? ''), expected)) return next();
      response.sendStatus(401);
    },
    json({ limit: '1mb' }),
    async (request, response) => {
      try {
        await take(request.body);
        response.sendStatus(200);
      } catch (error) {
        logger.error({ error: messageOf(error) }, 'a Telegram update could not be stored');
        response.sendStatus(500);
      }
    },
  );
  return router;
}

/** Of one length, so that they can be compared in constant time. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
