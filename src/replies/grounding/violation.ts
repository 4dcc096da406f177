import type { PackOrder, Product } from '../../knowledge/pack.ts';
import type { ReplyLanguage } from '../../understanding/understanding.ts';

/** What kind of thing a reply says that its evidence does not hold. */
export type ViolationKind =
  | 'product'
  | 'price'
  | 'currency'
  | 'stock'
  | 'discount'
  | 'policy'
  | 'number'
  | 'attribute'
  | 'order'
  | 'date'
  | 'contact'
  | 'promise'
  | 'risk_note'
  | 'action'
  | 'leak'
  | 'unreadable';

export interface Violation {
  kind: ViolationKind;
  /** The offending words, as read (Unicode normalised, emphasis taken out). */
  text: string;
  /** What the evidence holds instead, when that is known. */
  expected?: string;
  /** One plain sentence that a model can be told to repair its reply with. */
  explain: string;
}

/** The facts of one turn: all that a reply to it may state. */
export interface Evidence {
  products: readonly Product[];
  /** What the pack's texts say. */
  passages: readonly { text: string; answer?: string; title?: string }[];
  /** Orders that were looked up for this customer in this turn, with the names of what was ordered. */
  orders?: readonly { order: PackOrder; items: readonly string[] }[];
  /** What is known about this customer, in words or numbers ("likes Tinghe", "budget 300"). */
  customerFacts?: readonly string[];
  /** What the customer said (this message, and what of earlier ones still counts): may be repeated, not asserted as a fact. */
  customerMessage?: string;
  /** Further sentences that may be said as they stand: fixed answers, the wording of a tool's result. */
  texts?: readonly string[];
  /** Counts told to the writer ("42 products fit"). */
  counts?: readonly number[];
  /** The risk note stands beside the text already, or nothing is offered in it. */
  noteShown?: boolean;
  /** Strings that must not appear: marker lines of the system prompt, tool names, other customers' identifiers. */
  forbidden?: readonly string[];
}

/** Checks free text against the facts it was written from. Pure and synchronous; never throws whatever the text. */
export interface TextGrounding {
  /** [] = everything said stands in the evidence. Each violation is told once. */
  check(text: string, evidence: Evidence, language: ReplyLanguage): Violation[];
}
