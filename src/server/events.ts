import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { eventSchema } from '../customers/events/event.ts';
import type { EventIntake } from '../customers/events/intake.ts';
import { AppError } from '../errors.ts';

export interface EventsRouterOptions {
  apiKey: string;
  intake: EventIntake;
  now?(): Date;
}

const BODY_LIMIT = '2mb';
const BATCH_LIMIT = 1000;
const PROBLEMS_SHOWN = 10;

/**
 * `POST /api/events` takes one event, a list, or `{ events: [...] }`, at most 1,000. All or nothing: a batch with one bad
 * event is refused whole, naming each; the same event twice is stored once, so a client may always send again.
 */
export function createEventsRouter({ apiKey, intake, now = () => new Date() }: EventsRouterOptions): Router {
  const router = Router();
  router.post('/api/events', requireKey(apiKey), express.json({ limit: BODY_LIMIT }), async (request, response) => {
    if (!request.is('json'))
      throw new AppError('INPUT_INVALID', 'The body must be JSON (Content-Type: application/json)');
    const result = await intake.take(parseBatch(request.body, now()));
    response.status(result.inserted > 0 ? 201 : 200).json(result);
  });
  return router;
}

function parseBatch(body: unknown, now: Date) {
  const events = listOf(body);
  if (events.length === 0) throw new AppError('INPUT_INVALID', 'There is no event in the body');
  if (events.length > BATCH_LIMIT) {
    throw new AppError('INPUT_INVALID', `${events.length} events in one request; at most ${BATCH_LIMIT}`);
  }
  const parsed = z.array(eventSchema(now)).safeParse(events);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const named = issues.slice(0, PROBLEMS_SHOWN).map(({ path, message }) => {
    const [index, ...field] = path;
    return `event ${Number(index) + 1}${field.length > 0 ? `, ${field.join('.')}` : ''}: ${message}`;
  });
  const more = issues.length > PROBLEMS_SHOWN ? ` (and ${issues.length - PROBLEMS_SHOWN} more)` : '';
  throw new AppError('INPUT_INVALID', `Nothing was stored: ${named.join('; ')}${more}`);
}

function listOf(body: unknown): unknown[] {
  if (Array.isArray(body)) return body;
  if (typeof body === 'object' && body !== null && 'events' in body && Array.isArray(body.events)) return body.events;
  return [body];
}

/** Asks for `Authorization: Bearer KEY` or `X-API-Key: KEY` before the body is read; compares in constant time. */
export function requireKey(apiKey: string): RequestHandler {
  const expected = digest(apiKey);
  return (request, _response, next) => {
    const bearer = /^Bearer (.+)$/i.exec(request.get('authorization') ?? '')?.[1];
    const given = bearer ?? request.get('x-api-key');
    if (given !== undefined && timingSafeEqual(digest(given), expected)) return next();
    next(new AppError('UNAUTHORIZED', 'No valid API key was given'));
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
