import { z } from 'zod';

export const EVENT_TYPES = [
  'purchase',
  'view',
  'search',
  'cart',
  'rating',
  'review',
  'return',
  'social',
  'click',
  'campaign_click',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Shop systems know customers by an id of their own; it is an identity on this channel. */
export const SHOP_CHANNEL = 'shop';

/** Past this a price is a mistake. */
const MOST_MONEY = 1e9;
const EARLIEST = Date.UTC(2000, 0, 1);
/** Clocks differ; a day ahead is still believed. */
const AHEAD_MS = 86_400_000;
const TEXT_LENGTH = 2000;

const id = z.string().trim().min(1).max(200);
const scalar = z.union([z.string().max(TEXT_LENGTH), z.number(), z.boolean(), z.null()]);
const dataKey = z.string().regex(/^[A-Za-z][\w-]{0,63}$/, 'must begin with a letter and hold letters, digits, _ or -');

/** An event as it comes from outside, once cleaned. `now` bounds its time. */
export function eventSchema(now: Date) {
  return z
    .strictObject({
      id,
      /** The shop's id of the customer, or who they are on a channel. */
      customer: z.union([id, z.strictObject({ channel: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/), userId: id })]),
      type: z.enum(EVENT_TYPES),
      at: z.union([z.string(), z.number()]).transform((value, context) => {
        const at = typeof value === 'number' ? new Date(value) : parseTime(value);
        const time = at.getTime();
        if (time >= EARLIEST && time <= now.getTime() + AHEAD_MS) return at;
        const problem = Number.isNaN(time) ? 'is no date' : time < EARLIEST ? 'is before 2000' : 'is in the future';
        context.addIssue({ code: 'custom', message: problem });
        return z.NEVER;
      }),
      productId: id.optional(),
      /** Money of the whole line, a rating 1..5, or a count, as the type has it. */
      value: z.number().min(0).max(MOST_MONEY).optional(),
      quantity: z.number().min(0).max(1e6).optional(),
      text: z.string().max(TEXT_LENGTH).optional(),
      data: z.record(dataKey, scalar).optional(),
    })
    .superRefine(({ type, productId, value }, context) => {
      const needs = (path: string) => context.addIssue({ code: 'custom', path: [path], message: `a ${type} needs it` });
      if (type === 'rating') {
        if (value === undefined) needs('value');
        else if (value < 1 || value > 5)
          context.addIssue({ code: 'custom', path: ['value'], message: 'a rating is 1 to 5' });
      }
      if (['purchase', 'return', 'cart', 'view', 'rating'].includes(type) && productId === undefined)
        needs('productId');
    });
}

export type IncomingEvent = z.output<ReturnType<typeof eventSchema>>;

/** ISO times, and "2011-10-31 17:18:00" as UTC; anything else is an Invalid Date, never a guess of day and month. */
export function parseTime(text: string): Date {
  const iso = /^\s*(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?\s*$/.exec(
    text,
  );
  if (!iso) return new Date(Number.NaN);
  const [, day, time = '00:00:00', zone = 'Z'] = iso;
  const at = new Date(`${day}T${time}${zone}`);
  // 2011-02-31 would roll over into March.
  const rolled = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(rolled.getTime()) || rolled.toISOString().slice(0, 10) !== day ? new Date(Number.NaN) : at;
}
