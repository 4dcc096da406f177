import type { Passage } from '../knowledge/retriever.ts';
import type { Reason } from '../recommendation/recommendation.ts';
import type { Reply } from '../replies/reply.ts';
import type { Understanding } from '../understanding/understanding.ts';
import type { Action, Attachment, Author } from './message.ts';

export const ROUTES = [
  'recommend',
  'answer',
  'compare',
  'product_question',
  'order_status',
  'complaint',
  'privacy',
  'smalltalk',
  'handoff',
  'clarify',
  'out_of_scope',
  'unreadable',
  'silent',
] as const;
export type Route = (typeof ROUTES)[number];

/** `claimed` = stored, unanswered; `answered` = reply made, not yet sent; then how sending ended. */
export type TurnStatus = 'claimed' | 'answered' | 'sent' | 'refused' | 'failed' | 'dropped';

/** How a language model took part in a turn. */
export interface ModelUse {
  /** The cascade's second stage: `spared` = the built-in models were sure enough. */
  analysis?: 'spared' | 'asked' | 'cached' | 'failed';
  /** Tokens not spent because the model was not asked, estimated. */
  savedTokens?: number;
  /** How the reply came about; `not_asked` = words that no model may choose, `replaced` = its text was not grounded. */
  reply?: 'written' | 'repaired' | 'replaced' | 'failed' | 'not_asked';
  /** Why there is no answer of the model's. */
  failure?: string;
  /** Every prompt used, in order. */
  prompts?: { id: string; version: string }[];
  /** Tools the model called, in order. */
  tools?: string[];
}

/** One customer message and the reply to it, or a message of ours that answers none: what is logged, shown, audited and replayed. */
export interface Turn {
  /** `channel|message id`: unique, so that a message is answered once. */
  id: string;
  conversationId: string;
  customerId: string;
  channel: string;
  status: TurnStatus;
  receivedAt: Date;
  /** Times this message was taken up; above 1 after a crash. */
  attempts: number;
  /** Of a made-up customer (the demo). */
  simulated?: true;
  /** We wrote first: `reply` answers no message, `message` is empty and nothing was understood. `author` = the person who wrote. */
  proactive?: { purpose: 'service' | 'marketing'; author?: string };
  message: {
    id: string;
    author: Author;
    /** PII redacted. */
    text: string;
    action?: Action;
    campaign?: string;
    address: unknown;
    attachments: Omit<Attachment, 'read'>[];
  };
  understanding?: Understanding;
  route?: Route;
  /** The intent that led to the route: the understanding's, or a button's. */
  intent?: string;
  /** The pack had no answer or no product: material for the queue of unanswered questions. */
  unanswered?: boolean;
  passages?: Passage[];
  recommendations?: { productId: string; score: number; parts: Record<string, number>; reasons: Reason[] }[];
  reply?: Reply;
  /** What the grounding check objected to, when it did. */
  grounding?: { violations: string[]; outcome: 'clean' | 'repaired' | 'replaced' };
  /** What the language model was asked, when there is one. */
  llm?: ModelUse;
  /** Milliseconds by stage. */
  timings?: Record<string, number>;
  /** Of the model's `calls`, `failed` brought no answer: their tokens are an estimate of the prompt. */
  cost?: { calls: number; failed?: number; inputTokens: number; outputTokens: number; usd: number };
  /** `blocked`: the customer is out of reach, for good or until they write again. */
  delivery?: { at?: Date; messageIds: string[]; attempts: number; error?: string; blocked?: boolean };
  /** What went wrong without costing the answer. */
  faults?: { stage: string; code: string; message: string }[];
}
