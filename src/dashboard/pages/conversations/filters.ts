import { z } from 'zod';
import { VISIT_FLAGS } from '../../../conversation/visits/visit.ts';
import { searchWords } from '../../../conversation/visits/words.ts';
import type { Window } from '../../../store/page.ts';

export const PERIODS = ['today', 'yesterday', '7d', 'last_week', '30d', '90d'] as const;
export type Period = (typeof PERIODS)[number];

/** Everything that narrows the list, as it stands in the address: what is not understood there is not asked. */
const text = z.string().trim().min(1).max(200).optional().catch(undefined);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((value) => !Number.isNaN(Date.parse(value)))
  .optional()
  .catch(undefined);
const filtersSchema = z.object({
  q: text,
  period: z.enum(PERIODS).optional().catch(undefined),
  from: day,
  to: day,
  mood: z.enum(['positive', 'neutral', 'negative', 'angry']).optional().catch(undefined),
  about: text,
  intent: text,
  route: text,
  channel: text,
  segment: text,
  product: text,
  flag: z.enum(VISIT_FLAGS).optional().catch(undefined),
  cursor: text,
});
export type Filters = z.infer<typeof filtersSchema>;

export function parseFilters(query: unknown): Filters {
  return filtersSchema.parse(query);
}

/** Topics that an intent is about as well as a sentence of praise or blame. */
const INTENTS_ABOUT: Record<string, readonly string[]> = {
  delivery: ['shipping', 'order_status'],
  price: ['ask_price', 'ask_promotion'],
  service: ['human', 'return_refund'],
  quality: ['warranty'],
};

/** The keys of visits (see src/conversation/visits) that the filters ask for. */
export function groupsOf({ q, mood, about, intent, route, channel, product, flag }: Filters): string[][] {
  const groups: string[][] = searchWords(q ?? '').map((word) => [`word:${word}`]);
  if (mood) groups.push([`mood:${mood}`]);
  if (about) groups.push([`about:${about}`, ...(INTENTS_ABOUT[about] ?? []).map((name) => `intent:${name}`)]);
  if (intent) groups.push([`intent:${intent}`]);
  if (route) groups.push([`route:${route}`]);
  if (channel) groups.push([`channel:${channel}`]);
  if (product) groups.push([`product:${product}`]);
  if (flag) groups.push([`flag:${flag}`]);
  return groups;
}

/** The window that is meant, in whole days of the server's time zone; `from` and `to` (inclusive) go before `period`. */
export function windowOf({ period, from, to }: Filters, now: Date): Window {
  if (from || to) {
    return { ...(from && { from: localDay(from) }), ...(to && { to: addDays(localDay(to), 1) }) };
  }
  const today = startOfDay(now);
  switch (period) {
    case 'today':
      return { from: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: today };
    case '7d':
      return { from: addDays(today, -6) };
    case '30d':
      return { from: addDays(today, -29) };
    case '90d':
      return { from: addDays(today, -89) };
    case 'last_week': {
      const monday = addDays(today, -((today.getDay() + 6) % 7));
      return { from: addDays(monday, -7), to: monday };
    }
    default:
      return {};
  }
}

function localDay(value: string): Date {
  const [year, month, date] = value.split('-').map(Number);
  return new Date(year!, month! - 1, date!);
}

function startOfDay(at: Date): Date {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate());
}

/** By the calendar: a day with a change of the clock has 23 or 25 hours. */
function addDays(at: Date, days: number): Date {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + days);
}
