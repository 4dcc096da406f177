import type { Turn } from '../../conversation/turn-record.ts';
import type { EventType } from '../../customers/events/event.ts';
import type { Choice } from '../../replies/reply.ts';

/** Something done in the shop, beside the chat; `afterMs` counts from now. */
export interface Deed {
  type: EventType;
  afterMs?: number;
  productId?: string;
  value?: number;
  quantity?: number;
  text?: string;
}

/** One thing a customer does next. What is said is answered before the story goes on. */
export type Step =
  | { kind: 'say'; text: string }
  | { kind: 'press'; choice: Choice }
  | { kind: 'do'; deeds: readonly Deed[] }
  /** Agrees to advertising, at the shop's checkout. */
  | { kind: 'subscribe' }
  /** A person of the business answers in the chat, and gives the conversation back to the bot. */
  | { kind: 'colleague'; author: string; text: string; reaction: string }
  | { kind: 'wait'; until: Date };

/** Asks for the next step with the turn that answered the last one; undefined when there was none. */
export type Story<Result = void> = Generator<Step, Result, Turn | undefined>;
