import type { Reply } from '../replies/reply.ts';
import type { IncomingMessage } from './message.ts';
import type { Rate } from './pacing.ts';

/** What a channel can show; what it can't, `deliver` degrades before sending. */
export interface ChannelCapabilities {
  cards: boolean;
  choices: boolean;
  tables: boolean;
  streaming: boolean;
  typing: boolean;
  /** Longest text of one message, in UTF-16 code units. */
  maxTextLength: number;
  maxChoices: number;
  /** Product cards in one message: 1 = each is a message of its own, without text; absent = any number, below the text. */
  maxCards?: number;
}

/** How fast a platform takes messages: over all, and to one address (`key` = what the platform counts by). */
export interface Pace {
  overall: Rate;
  of(address: unknown): Rate & { key: string };
}

/** A reply being shown while it is written. `finish` sends the checked, final reply. */
export interface ReplyStream {
  update(text: string): Promise<void>;
  finish(reply: Reply): Promise<Delivery>;
}

export interface Delivery {
  /** The platform's ids of what was sent. */
  messageIds: string[];
}

/** Called for each message. Resolves once the message is durably claimed (not once it is answered): then acknowledge. */
export type OnMessage = (message: IncomingMessage) => Promise<void>;

/** A platform. Platform types never leave its folder. `send` throws AppError DELIVERY_REFUSED (for good) or DELIVERY_FAILED (`details.retryAfterMs` when told). */
export interface Channel {
  readonly name: string;
  readonly capabilities: ChannelCapabilities;
  /** Absent = no limit. */
  readonly pace?: Pace;
  start(onMessage: OnMessage): Promise<void>;
  stop(): Promise<void>;
  /** Posts one message; `reply` is degraded and split already. */
  send(address: unknown, reply: Reply): Promise<Delivery>;
  /** The address to write first at, as message `id`: without what ties a reply to the message it answers. Absent = the same. */
  standing?(address: unknown, id: string): unknown;
  /** Whether nobody but the customer reads there: marketing goes nowhere else. Absent = always. */
  isPrivate?(address: unknown): boolean;
  /** Shows that the bot is at work; renewed by the caller. */
  typing?(address: unknown): Promise<void>;
  stream?(address: unknown): Promise<ReplyStream>;
}
