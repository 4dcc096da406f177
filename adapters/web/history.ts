import type { ChannelCapabilities } from '../../src/conversation/channel.ts';
import { degrade } from '../../src/conversation/delivery/degrade.ts';
import type { Turn } from '../../src/conversation/turn-record.ts';
import { conversationOf } from './parse.ts';
import { type ReplyView, renderReply } from './render.ts';
import type { Snapshot } from './rooms.ts';

/** What is read of the stored turns. */
export type PastTurn = Pick<Turn, 'message' | 'receivedAt' | 'status' | 'reply' | 'proactive'>;

/** A past message and its reply, as the page shows them. */
export interface TurnView {
  id: string;
  /** Absent where we wrote first. */
  text?: string;
  at: Date;
  reply?: ReplyView;
  /** The reply is still to come. */
  pending: boolean;
}

/** A visitor's conversation so far. */
export type History = (visitor: string) => Promise<Snapshot & { data: { turns: TurnView[] } }>;

export interface HistoryOptions {
  /** The last turns of a conversation, oldest first. */
  turns(conversationId: string): Promise<PastTurn[]>;
  capabilities: ChannelCapabilities;
}

export function createHistory({ turns, capabilities }: HistoryOptions): History {
  return async (visitor) => {
    const past = await turns(conversationOf(visitor));
    const answered = past.filter(({ reply }) => reply !== undefined);
    return {
      data: {
        turns: past.map(({ message, receivedAt, reply, status, proactive }) => ({
          id: message.id,
          ...(!proactive && { text: message.text }),
          at: receivedAt,
          ...(reply && { reply: renderReply(degrade(reply, capabilities)) }),
          pending: status === 'claimed',
        })),
      },
      answered: answered.map(({ message }) => message.id),
      undelivered: answered.filter(({ status }) => status === 'answered').map(({ message }) => message.id),
    };
  };
}
