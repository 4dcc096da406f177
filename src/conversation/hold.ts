import type { StoredConversation } from '../store/conversations.ts';
import type { DialogueState } from './dialogue/dialogue.ts';
import type { TurnStore } from './inbox.ts';
import type { Turn } from './turn-record.ts';

/** One turn at a time in a conversation, over all instances that share the store. */
export interface ConversationHold {
  /** Waits for the conversation and holds it. */
  take(turn: Turn): Promise<StoredConversation<DialogueState>>;
  /** Stores what the dialogue remembers, and that a person is wanted. */
  remember(turn: Turn, state: DialogueState): Promise<void>;
  giveBack(turn: Turn): Promise<void>;
}

const LEASE_MS = 60_000;
/** How often a conversation that another instance holds is asked for again. */
const RETRY_MS = 200;

export interface HoldOptions {
  store: Pick<TurnStore, 'kind' | 'conversations'>;
  /** This instance. */
  owner: string;
  now(): Date;
}

/** Holds by leases in a shared store; the embedded store has one process, whose queue keeps the order by itself. */
export function createConversationHold({ store, owner, now }: HoldOptions): ConversationHold {
  const { conversations } = store;
  const shared = store.kind !== 'embedded';
  const seedOf = ({ conversationId: id, channel, customerId, message }: Turn) => ({
    id,
    channel,
    customerId,
    address: message.address,
  });
  return {
    async take(turn) {
      if (!shared) return (await conversations.get(turn.conversationId)) ?? conversations.open(seedOf(turn));
      for (;;) {
        const held = await conversations.acquire(seedOf(turn), { owner, ttlMs: LEASE_MS });
        if (held) return held;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    },
    remember: (turn, state) =>
      conversations.save(turn.conversationId, {
        state: { ...state, spokenAt: turn.receivedAt },
        language: state.language,
        address: turn.message.address,
        lastAt: now(),
        ...(turn.reply?.handoff && { status: 'waiting' as const }),
      }),
    async giveBack(turn) {
      if (shared) await conversations.release(turn.conversationId, owner);
    },
  };
}
