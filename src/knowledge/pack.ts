import type { ReplyLanguage } from '../understanding/understanding.ts';

/** A text in one or both languages; at least one is present. */
export type Localized = Partial<Record<ReplyLanguage, string>>;

/** The text in `language`, else in the other one, else ''. */
export function localize(text: Localized | undefined, language: ReplyLanguage): string {
  return text?.[language] ?? text?.en ?? text?.zh ?? '';
}

export type AttributeValue = string | number | boolean | string[];

/** Something a business offers: goods, an account, a trip. A feed of only ids and names is enough. */
export interface Product {
  id: string;
  name: Localized;
  description: Localized;
  /** Category id; '' when the feed has none. */
  category: string;
  brand: string;
  /** In `currency`; null when the product has no price (an account, a fund). */
  price: number | null;
  /** Price before a reduction, when reduced. */
  listPrice?: number;
  /** ISO 4217. */
  currency: string;
  /** Units at hand; null when stock is not counted. */
  stock: number | null;
  /** Canonical colour ids. */
  colors: string[];
  sizes: string[];
  /** By attribute id of pack.yaml; enum values are value ids. */
  attributes: Record<string, AttributeValue>;
  tags: string[];
  /** Mean of customers' ratings, 1..5. */
  rating?: number;
  /** ISO date of first sale. */
  since?: string;
  image?: string;
  url?: string;
  /** Further text of the feed (specifications, model numbers): searched, never shown. */
  extra?: string;
}

export interface PackCategory {
  id: string;
  name: Localized;
  parent?: string;
  /** Further names customers use. */
  synonyms: string[];
}

export interface PackAttribute {
  id: string;
  name: Localized;
  type: 'number' | 'boolean' | 'enum';
  unit?: string;
  /** Further unit words and names of the attribute. */
  synonyms: string[];
  values: PackAttributeValue[];
  /** For numbers: whether more or less is better; used by comparisons and reasons. */
  better?: 'more' | 'less';
}

export interface PackAttributeValue {
  id: string;
  name: Localized;
  synonyms: string[];
}

/** A question the business answers itself. */
export interface FaqEntry {
  id: string;
  question: Localized;
  answer: Localized;
  /** Other ways customers ask it. */
  variants: Localized[];
  topic?: string;
  source: SourceRef;
}

/** A section of a longer text (policies, guides), split by structure. */
export interface PackSection {
  id: string;
  language: ReplyLanguage;
  /** Headings from the document's title down. */
  headingPath: string[];
  text: string;
  source: SourceRef;
}

export interface SourceRef {
  file: string;
  /** 1-based. */
  line: number;
}

/** An intent of the pack's own, learnt when the index is built, with the answer it leads to. */
export interface PackIntent {
  name: string;
  examples: Record<ReplyLanguage, string[]>;
  /** A base route to take ('recommend', 'answer', 'handoff' ...) or a fixed answer. */
  route?: string;
  answer?: Localized;
  /** FAQ entry that answers it. */
  faq?: string;
}

/** Words that mean the same, over both languages; the first of each language is the canonical one. */
export interface SynonymGroup {
  words: string[];
}

/** One business: everything the bot may state as a fact. */
export interface Pack {
  id: string;
  /** Folder it was read from. */
  folder: string;
  name: Localized;
  domain: 'shop' | 'finance' | 'travel' | 'other';
  currency: string;
  /** Units of another currency for one unit of `currency`, to read budgets said in it. */
  exchange?: Record<string, number>;
  /** Where the business's people can be reached, shown on hand-off. */
  contact: Localized;
  /** Note shown under every recommendation (finance: the risk note). */
  notice?: Localized;
  /** The attribute that holds a product's risk level (finance). */
  riskAttribute?: string;
  categories: PackCategory[];
  attributes: PackAttribute[];
  colors: PackAttributeValue[];
  products: Product[];
  faq: FaqEntry[];
  sections: PackSection[];
  intents: PackIntent[];
  synonyms: SynonymGroup[];
  /** Wording overrides by language and key; variants of one key are alternatives. */
  wording: Record<ReplyLanguage, Record<string, string[]>>;
  /** Orders that can be looked up (demo packs); a business connects its own. */
  orders: PackOrder[];
}

export interface PackOrder {
  id: string;
  status: 'processing' | 'shipped' | 'delivered' | 'cancelled' | 'returned';
  items: string[];
  /** ISO date. */
  placedAt: string;
  etaAt?: string;
  carrier?: string;
  tracking?: string;
}
