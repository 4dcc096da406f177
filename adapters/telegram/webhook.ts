import { timingSafeEqual } from 'node:crypto';
import { type Request, Router } from 'express';
import type { Logger } from 'pino';
import { messageOf } from '../../src/errors.ts';

export const WEBHOOK_PATH = '/telegram/webhook';
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';
const BODY_BYTES = 1024 * 1024;

export interface WebhookOptions {
  secret: string;
  /** Resolves once the update is durably taken. */
  take(update: unknown): Promise<void>;
  logger: Logger;
}

/** Receives updates. 401 without the secret; 200 once taken, also for what we don't read, so that it is not sent again. */
export function createWebhookRouter({ secret, take, logger }: WebhookOptions): Router {
  const expected = Buffer.from(secret);
  const router = Router();
  router.post(WEBHOOK_PATH, async (request, response) => {
    const given = Buffer.from(String(request.headers[SECRET_HEADER] ?? ''));
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      return void response.writeHead(401).end();
    }
    const update = await readJson(request);
    if (update === undefined) return void response.writeHead(400).end();
    try {
      await take(update);
      response.writeHead(200).end();
    } catch (error) {
      logger.error({ error: messageOf(error) }, 'a Telegram update could not be stored');
      response.writeHead(500).end();
    }
  });
  return router;
}

/** The body, read without a parser's detours: undefined when it is too long, cut off or no JSON. */
function readJson(request: Request): Promise<unknown> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= BODY_BYTES) chunks.push(chunk);
    });
    request.once('end', () => resolve(size > BODY_BYTES ? undefined : parse(Buffer.concat(chunks).toString())));
    request.once('close', () => resolve(undefined));
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
