import { type Calendar, createCalendar } from '../../calendar.ts';
import type { SentimentLabel } from '../../understanding/understanding.ts';
import type { Turn } from '../turn-record.ts';
import { searchWords } from './words.ts';

/** What may be remarkable about a visit. */
export const VISIT_FLAGS = ['unsure', 'handoff', 'unanswered', 'corrected', 'undelivered', 'person'] as const;
export type VisitFlag = (typeof VISIT_FLAGS)[number];

/** One conversation's turns of one day of the calendar: what people look through. A conversation itself may last for years. */
export interface Visit {
  /** `conversation|2026-11-24`. */
  id: string;
  conversationId: string;
  customerId: string;
  channel: string;
  firstAt: Date;
  /** Of the last turn. */
  at: Date;
  /** Messages of the customer. */
  messages: number;
  /** What the customer said when they felt worst, else first. */
  excerpt: string;
  /** The worst of the day. */
  mood?: { label: SentimentLabel; score: number; angry: boolean };
  /** Most frequent first. */
  intents: string[];
  products: string[];
  flags: VisitFlag[];
  /** What it is found by: see `keysOf`. */
  keys: string[];
  simulated?: true;
}

const EXCERPT_LENGTH = 160;
const WORDS_KEPT = 300;
const LISTED = 20;

export const visitIdOf = (conversationId: string, day: string): string => `${conversationId}|${day}`;

/** The visit that these turns of one conversation and day make, oldest first; undefined when there is none. */
export function visitOf(turns: readonly Turn[], calendar: Calendar = createCalendar()): Visit | undefined {
  const [first] = turns;
  const last = turns.at(-1);
  if (!first || !last) return undefined;
  const said = turns.filter(({ proactive, message }) => !proactive && message.text !== '');
  const felt = said.filter(({ understanding }) => understanding !== undefined);
  const worst = felt.toSorted((a, b) => badness(b) - badness(a))[0];
  const sentiment = worst?.understanding?.sentiment;
  const told = sentiment?.label === 'negative' ? worst : said[0];
  const intents = byFrequency(felt.map(({ understanding }) => understanding!.intent.name));
  const products = byFrequency(turns.flatMap(productsOf));
  const flags = VISIT_FLAGS.filter((flag) => turns.some((turn) => HAS_FLAG[flag](turn)));
  const visit: Omit<Visit, 'keys'> = {
    id: visitIdOf(first.conversationId, calendar.dayOf(first.receivedAt)),
    conversationId: first.conversationId,
    customerId: last.customerId,
    channel: first.channel,
    firstAt: first.receivedAt,
    at: last.receivedAt,
    messages: said.length,
    excerpt: (told?.message.text ?? '').slice(0, EXCERPT_LENGTH),
    ...(sentiment && { mood: { label: sentiment.label, score: sentiment.score, angry: sentiment.angry } }),
    intents: intents.slice(0, LISTED),
    products: products.slice(0, LISTED),
    flags,
    ...(first.simulated && { simulated: true as const }),
  };
  return { ...visit, keys: keysOf(visit, turns) };
}

/** Anger before unhappiness, then by score. */
const badness = ({ understanding }: Turn): number =>
  (understanding!.sentiment.angry ? 10 : 0) - understanding!.sentiment.score;

/** What people wrote, and what the customer is called: the bot's own words tell nothing. */
function writtenIn({ proactive, message, reply }: Turn): string {
  if (proactive) return proactive.author ? (reply?.text ?? '') : '';
  return `${message.author.name ?? ''} ${message.text}`;
}

/** Words of a filter and a value, `mood:angry`, and `word:...` for what people wrote. */
function keysOf(visit: Omit<Visit, 'keys'>, turns: readonly Turn[]): string[] {
  const keys = new Set<string>([`channel:${visit.channel}`]);
  for (const intent of visit.intents) keys.add(`intent:${intent}`);
  for (const product of visit.products) keys.add(`product:${product}`);
  for (const flag of visit.flags) keys.add(`flag:${flag}`);
  for (const { understanding, route } of turns) {
    if (route) keys.add(`route:${route}`);
    if (!understanding) continue;
    keys.add(`mood:${understanding.sentiment.label}`);
    if (understanding.sentiment.angry) keys.add('mood:angry');
    for (const { aspect } of understanding.sentiment.aspects) keys.add(`about:${aspect}`);
    keys.add(`language:${understanding.replyLanguage}`);
  }
  const words = new Set(turns.flatMap((turn) => searchWords(writtenIn(turn))));
  for (const word of [...words].slice(0, WORDS_KEPT)) keys.add(`word:${word}`);
  return [...keys];
}

const HAS_FLAG: Record<VisitFlag, (turn: Turn) => boolean> = {
  unsure: ({ understanding, route }) => understanding?.intent.name === 'unsure' || route === 'clarify',
  handoff: ({ reply }) => reply?.handoff !== undefined,
  unanswered: ({ unanswered }) => unanswered === true,
  corrected: ({ understanding }) =>
    understanding !== undefined && [understanding.intent.by, understanding.sentiment.by].some(isPerson),
  undelivered: ({ status }) => status === 'failed' || status === 'refused',
  person: ({ proactive }) => proactive?.author !== undefined,
};

/** Who decided, when a person of the business did. */
export const PERSON = 'person:';
const isPerson = (by: string): boolean => by.startsWith(PERSON);

function productsOf({ recommendations, understanding }: Turn): string[] {
  return [...(recommendations ?? []).map(({ productId }) => productId), ...(understanding?.entities.productIds ?? [])];
}

function byFrequency(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}
