import { randomUUID } from 'node:crypto';
import type { QuietHours } from '../../config/config.ts';
import type { Customers } from '../../customers/customers.ts';
import { createKeyedLock } from '../../customers/keyed-lock.ts';
import type { Reply } from '../../replies/reply.ts';
import type { StoredConversation } from '../../store/conversations.ts';
import type { Channel } from '../channel.ts';
import type { DialogueState } from '../dialogue/dialogue.ts';
import type { Inbox, TurnStore } from '../inbox.ts';
import type { Turn } from '../turn-record.ts';
import { isQuiet } from './quiet-hours.ts';

/** Something we say unasked. */
export interface ProactiveMessage {
  conversationId: string;
  reply: Reply;
  /** `service`: what the customer asked for or is owed (a person's answer, a note they ordered). All else is marketing. */
  purpose: 'service' | 'marketing';
  /** The person of the business who wrote it; absent = the bot. */
  author?: string;
  /** Messages of the same key are sent once in all, whatever is repeated or restarted. */
  key?: string;
}

/**
 * `sent`; `seen` = sent before under this key; `queued` = stored, and will be sent; `failed` = the platform did not take it.
 * Not tried: `unknown` conversation, its channel `off`, `blocked` by the customer. Marketing only: `no-consent`, `capped`,
 * `quiet` hours, `unsuitable` = a complaint or a person's case is open, or others read there too.
 */
export type ProactiveOutcome =
  | 'sent'
  | 'seen'
  | 'queued'
  | 'failed'
  | 'unknown'
  | 'off'
  | 'blocked'
  | 'no-consent'
  | 'capped'
  | 'quiet'
  | 'unsuitable';

export interface Proactive {
  /** Writes first into a conversation. Throws only when the store does. */
  send(message: ProactiveMessage): Promise<ProactiveOutcome>;
}

export interface ProactiveOptions {
  store: Pick<TurnStore, 'turns' | 'conversations'>;
  customers: Pick<Customers, 'get'>;
  inbox: Pick<Inbox, 'post'>;
  channels: ReadonlyMap<string, Channel>;
  /** Marketing messages one customer gets in seven days. */
  perWeek: number;
  /** When nobody gets marketing. */
  quiet?: QuietHours;
  now?(): Date;
}

const WEEK_MS = 7 * 86_400_000;
const BOT = { id: 'bot', isBot: true };

/** The bot or a person of the business writes first: checked here, then recorded and delivered as any reply is. */
export function createProactive(options: ProactiveOptions): Proactive {
  const { store, customers, inbox, channels, perWeek, quiet, now = () => new Date() } = options;
  const locked = createKeyedLock();

  async function send(message: ProactiveMessage): Promise<ProactiveOutcome> {
    const conversation = await store.conversations.get(message.conversationId);
    if (!conversation) return 'unknown';
    const channel = channels.get(conversation.channel);
    if (!channel) return 'off';
    const [last] = await store.turns.recent(conversation.id, 1);
    if (last && isBlocked(last)) return 'blocked';
    if (message.purpose === 'service') return post(message, conversation, channel);
    // One at a time, so that two campaigns at once do not pass the cap together.
    return locked(
      conversation.customerId,
      async () => (await objection(conversation, channel, last)) ?? post(message, conversation, channel),
    );
  }

  /** Why the customer must not get marketing here and now. */
  async function objection(
    { customerId, status, address }: StoredConversation<DialogueState>,
    channel: Channel,
    last: Turn | undefined,
  ): Promise<ProactiveOutcome | undefined> {
    const customer = await customers.get(customerId);
    if (!customer?.consent.marketing?.granted) return 'no-consent';
    const upset = last?.route === 'complaint' || last?.understanding?.sentiment.angry;
    if (status !== 'bot' || upset || channel.isPrivate?.(address) === false) return 'unsuitable';
    if (quiet && isQuiet(quiet, now())) return 'quiet';
    return (await marketingSince(customerId, new Date(now().getTime() - WEEK_MS))) >= perWeek ? 'capped' : undefined;
  }

  async function marketingSince(customerId: string, from: Date): Promise<number> {
    const [found] = await store.turns.aggregate<{ count: number }>([
      { $match: { customerId, 'proactive.purpose': 'marketing', receivedAt: { $gte: from } } },
      { $count: 'count' },
    ]);
    return found?.count ?? 0;
  }

  async function post(
    { reply, purpose, author, key }: ProactiveMessage,
    conversation: StoredConversation<DialogueState>,
    channel: Channel,
  ): Promise<ProactiveOutcome> {
    const id = `proactive:${key ?? randomUUID()}`;
    const address = channel.standing?.(conversation.address, id) ?? conversation.address;
    const turn: Turn = {
      id: `${channel.name}|${id}`,
      conversationId: conversation.id,
      customerId: conversation.customerId,
      channel: channel.name,
      status: 'answered',
      receivedAt: now(),
      attempts: 1,
      proactive: { purpose, ...(author !== undefined && { author }) },
      message: { id, author: BOT, text: '', address, attachments: [] },
      reply,
    };
    const posted = await inbox.post(turn);
    if (!posted) return 'seen';
    if (posted.status === 'sent') return 'sent';
    if (posted.status === 'answered') return 'queued';
    return posted.delivery?.blocked ? 'blocked' : 'failed';
  }

  return { send };
}

/** The last thing that happened there tells: the customer has blocked or removed us, or a message did not get through to them. */
function isBlocked({ message: { action }, delivery }: Turn): boolean {
  return action?.kind === 'blocked' || action?.kind === 'left' || delivery?.blocked === true;
}
