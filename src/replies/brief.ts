import type { FaqEntry, PackOrder, Product } from '../knowledge/pack.ts';
import type { Passage } from '../knowledge/retriever.ts';
import type { Recommendation } from '../recommendation/recommendation.ts';
import type { Filters, ReplyLanguage } from '../understanding/understanding.ts';

/** How the customer should be spoken to; 'sorry' never sells. */
export type Tone = 'plain' | 'warm' | 'sorry';

export type PrivacyTopic = 'export' | 'erase' | 'why' | 'stop' | 'consent' | 'preference';

export type SmalltalkTopic =
  | 'greet'
  | 'thanks'
  | 'goodbye'
  | 'robot'
  | 'languages'
  | 'chat'
  | 'praise'
  | 'welcome'
  | 'okay'
  | 'later';

/** What may be had where nothing goes further: without one of the limits, or of a kind close by. */
export interface WayOut {
  /** The limit given up, as a choice names it; 'category' = goods of another kind. */
  limit: string;
  kind?: string;
  /** The limit alone, or the other kind, for words. */
  given: Filters;
  /** The first that there would be. */
  product: Product;
}

/** What is to be said, decided by the turn's handlers; a writer only words it. Every fact in a reply comes from its brief. */
export type Brief =
  | {
      kind: 'recommend';
      recommendations: Recommendation[];
      filters: Filters;
      /** How many products fit, shown ones included. */
      total: number;
      /** What the list answers: a new need, a cheaper or dearer one, more of the same, reduced goods, the one we would choose. */
      move: 'new' | 'refined' | 'cheaper' | 'dearer' | 'more' | 'promotion' | 'pick';
      /** Goods of the kind, though none holds every word that was said. */
      loosely?: boolean;
      /** A follow-up question worth asking: a facet with its values, or the budget. */
      ask?: { facet: string; values: string[] } | { facet: 'price' };
      corrections: [string, string][];
      /** A budget said in another currency than the pack's, and what it was read as. */
      converted?: { amount: number; currency: string; meant: number };
      /** Ask once whether the bot may remember what the customer likes. */
      askConsent: boolean;
      /** How the customer's segment is spoken to. */
      style?: 'warm' | 'concise' | 'plain';
    }
  | {
      kind: 'nothing_found';
      /** What was looked for, in the customer's words. */
      text: string;
      filters: Filters;
      move: 'new' | 'refined' | 'cheaper' | 'dearer' | 'more' | 'promotion' | 'beyond';
      /** The cheapest or dearest of those shown, when nothing goes beyond it. */
      extreme?: Product;
      /** As in a recommendation. */
      converted?: { amount: number; currency: string; meant: number };
      near: { recommendation: Recommendation; violates: (keyof Filters)[] }[];
      /** Offered instead, after the cheapest, the dearest or the last. */
      instead?: WayOut[];
    }
  | { kind: 'answer'; passages: Passage[] }
  /** `uncovered`: what the question turns on, of which the text says nothing. */
  | { kind: 'fixed_answer'; text: string; faq?: FaqEntry; uncovered?: string }
  | { kind: 'unanswered' }
  /** `asked`: attribute ids the comparison is about; their differences are told first. */
  | { kind: 'compare'; products: Product[]; asked?: string[] }
  | { kind: 'compare_which' }
  | {
      kind: 'product_facts';
      product: Product;
      /** What was asked about: attribute ids and 'price', 'stock', 'color', 'size', 'rating', 'about', 'buy'; [] = tell me about it. */
      asked: string[];
      /** The colour it is asked to be, by its id. */
      color?: string;
      /** What the pack's texts say beside it (warranty, delivery ...). */
      passages: Passage[];
      /** Others of the list shown, of which the same is asked. */
      others?: Product[];
      /** Something is asked that is not on record; what is known is told instead. */
      unsure?: boolean;
    }
  /** About a product that is sold out: who asked will be told, or it is to be had already, or it is back. */
  | { kind: 'stock_alert'; product: Product; state: 'noted' | 'available' | 'back' }
  | { kind: 'which_product' }
  | { kind: 'order'; order: PackOrder; items: string[] }
  | { kind: 'order_unknown'; id: string }
  /** `lost`: the customer has no number. */
  | { kind: 'order_which'; lost?: boolean }
  | { kind: 'complaint'; angry: boolean; passages: Passage[] }
  | { kind: 'handoff'; reason: 'asked' | 'angry' | 'unanswered' | 'complaint' }
  | { kind: 'privacy_export'; known: string[]; link?: string }
  | { kind: 'privacy_erase_confirm' }
  | { kind: 'privacy_erased'; records: number }
  | { kind: 'privacy_kept' }
  | { kind: 'privacy_why'; items: { name: string; recommendation: Omit<Recommendation, 'product'> }[] }
  | { kind: 'marketing_stopped' }
  | { kind: 'consent_set'; granted: boolean }
  | {
      kind: 'account_link';
      outcome:
        | {
            kind: 'code';
            code: string;
            minutes: number /** Of the shop's page that links by sign-in. */;
            link?: string;
          }
        | { kind: 'linked'; channels: string[] }
        | { kind: 'same' | 'invalid' | 'conflict' | 'parted' | 'alone' };
    }
  | {
      kind: 'preference_undone' /** Likes and dislikes that count no more; [] = none of the kind was known. */;
      what: string[];
    }
  | { kind: 'preference_noted'; liked: string[]; disliked: string[]; remembered: boolean }
  | { kind: 'smalltalk'; topic: SmalltalkTopic }
  | { kind: 'started_over' }
  /** `misread`: the customer says that they were misunderstood. */
  | { kind: 'clarify'; suggestions: string[]; misread?: boolean }
  /** The customer said yes to "any preference?" and not which. */
  | { kind: 'ask_again'; facet: string }
  | { kind: 'out_of_scope' }
  | { kind: 'unreadable'; reason: 'empty' | 'too_long' | 'attachment' };

/** What every reply needs beside its brief. */
export interface BriefContext {
  language: ReplyLanguage;
  tone: Tone;
  /** Picks among wordings, the same for the same turn. */
  seed: string;
  customerName?: string;
}
