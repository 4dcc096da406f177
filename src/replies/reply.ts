/** A product as a channel shows it. Every value comes from the pack. */
export interface ProductCard {
  productId: string;
  title: string;
  /** Formatted with its currency, or '' when the product has no price. */
  price: string;
  listPrice?: string;
  /** Why it suits this customer, one short sentence. */
  reason: string;
  /** Short facts: colour, capacity, stock. */
  facts: string[];
  image?: string;
  url?: string;
}

/** A quick-reply button. `id` goes back to us when pressed (at most 64 bytes); `text` is what the customer sees and says. */
export interface Choice {
  id: string;
  text: string;
}

/** Where an answer stands. */
export interface Source {
  title: string;
  file: string;
  line: number;
}

export interface Table {
  /** First column: the row's name. */
  columns: string[];
  rows: string[][];
}

/** A hand-off to a person: its own action, never parsed from the text. */
export interface Handoff {
  reason: 'asked' | 'angry' | 'unanswered' | 'complaint';
}

/** What the bot says: Markdown, with parts that a channel degrades to text where it can't show them. */
export interface Reply {
  text: string;
  language: 'en' | 'zh';
  products?: ProductCard[];
  table?: Table;
  choices?: Choice[];
  sources?: Source[];
  handoff?: Handoff;
  /** 'built-in' or the LLM's name. */
  by: string;
  /** Prompt id and version, when an LLM wrote it. */
  prompt?: { id: string; version: string };
}
