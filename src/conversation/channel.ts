import type { Reply } from '../replies/reply.ts';
import type { Rate } from './delivery/pacing.ts';
import type { IncomingMessage } from './message.ts';

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
  /** Shows the pack's own pictures from where it serves them; other channels need a public address. */
  ownPictures?: boolean;
  /** Product cards in one message: 1 = each is a message of its own, without text; absent = any number, below the text. */
  maxCards?: number;
}

/** How fast a platform takes messages: over all, and to one address (`key` = what the platform counts by). */
export interface Pace {
  overall: Rate;
  of(address: unknown): Rate & { key: string };
}

/** Whether a text shown is still being written, or is written and being checked. */
export type DraftState = 'writing' | 'checking';

/** A reply shown while it is written. Each call may fail as `send` does; then the reply is sent as any other. */
export interface ReplyStream {
  /** The platform takes an update only so often. */
  readonly everyMs: number;
  /** Shows the whole text so far (Markdown, not longer than `maxTextLength`), which nobody has checked yet. */
  update(text: string, state: DraftState): Promise<void>;
  /** Puts the checked reply in its place: one message, degraded and split already. May be called again after it failed. */
  finish(reply: Reply): Promise<Delivery>;
  /** Takes away what was shown: what is to be said comes as another message, or not at all. */
  fail(): Promise<void>;
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
  /** Begins to show a reply; shows nothing yet. Undefined where it can't grow before the customer's eyes (a group, an old client). */
  stream?(address: unknown): Promise<ReplyStream | undefined>;
}
