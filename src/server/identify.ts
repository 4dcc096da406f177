import express, { Router } from 'express';
import { z } from 'zod';
import type { Identification, Identities } from '../customers/identity/identities.ts';
import { AppError } from '../errors.ts';
import { requireKey } from './events.ts';

export interface IdentifyRouterOptions {
  apiKey: string;
  identities: Pick<Identities, 'identify'>;
}

const id = z.string().trim().min(1).max(200);
const schema = z
  .strictObject({
    /** As the chat put it into the link to the shop's page. */
    token: z.string().min(1).max(500).optional(),
    /** Who they are on a channel, where the shop knows it by other means. */
    identity: z.strictObject({ channel: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/), userId: id }).optional(),
    /** The shop's customer id, as in its events. */
    customer: id.optional(),
    /** Only one that the shop has verified. */
    email: z.email().max(320).optional(),
  })
  .refine((given) => Object.values(given).filter((value) => value !== undefined).length >= 2, {
    message: 'name at least two of token, identity, customer and email: what is to be one person',
  });

/**
 * `POST /api/identify`: the shop says that a chat, a customer of its own and a verified e-mail are one person. Refused when the
 * shop knows them as two; the same call twice changes nothing more.
 */
export function createIdentifyRouter({ apiKey, identities }: IdentifyRouterOptions): Router {
  const router = Router();
  router.post('/api/identify', requireKey(apiKey), express.json({ limit: '16kb' }), async (request, response) => {
    if (!request.is('json')) {
      throw new AppError('INPUT_INVALID', 'The body must be JSON (Content-Type: application/json)');
    }
    const parsed = schema.safeParse(request.body);
    if (!parsed.success) {
      const named = parsed.error.issues
        .slice(0, 5)
        .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
      throw new AppError('INPUT_INVALID', named.join('; '));
    }
    response.json(await identities.identify(parsed.data as Identification));
  });
  return router;
}
