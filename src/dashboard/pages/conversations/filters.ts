import { z } from 'zod';
import { type Calendar, dayAfter } from '../../../calendar.ts';
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

/** The window that is meant, in whole days of the calendar; `from` and `to` (inclusive) go before `period`. */
export function windowOf({ period, from, to }: Filters, now: Date, { dayOf, startOf }: Calendar): Window {
  if (from || to) return { ...(from && { from: startOf(from) }), ...(to && { to: startOf(dayAfter(to)) }) };
  const today = dayOf(now);
  const since = (days: number) => startOf(dayAfter(today, -days));
  switch (period) {
    case 'today':
      return { from: since(0) };
    case 'yesterday':
      return { from: since(1), to: since(0) };
    case '7d':
      return { from: since(6) };
    case '30d':
      return { from: since(29) };
    case '90d':
      return { from: since(89) };
    case 'last_week': {
      const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
      return { from: since(sinceMonday + 7), to: since(sinceMonday) };
    }
    default:
      return {};
  }
}
