/** The languages the built-in models know. `mixed` = Chinese and English in one text; `other` = neither. */
export type Language = 'en' | 'zh' | 'mixed' | 'other';

/** A language the bot words its own replies in. */
export type ReplyLanguage = 'en' | 'zh';

export type SentimentLabel = 'positive' | 'neutral' | 'negative';

export const ASPECTS = [
  'price',
  'quality',
  'delivery',
  'service',
  'battery',
  'screen',
  'sound',
  'size',
  'design',
  'ease_of_use',
  'other',
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** How one aspect is spoken of in a text. */
export interface AspectSentiment {
  aspect: Aspect;
  label: SentimentLabel;
  /** -1 (very negative) .. 1 (very positive). */
  score: number;
  /** The sentence it was read from, as written. */
  sentence: string;
}

/** `by` says which model decided: 'built-in' or the LLM's name. Confidence is calibrated, 0..1. */
export interface Sentiment {
  label: SentimentLabel;
  /** -1 (very negative) .. 1 (very positive). */
  score: number;
  confidence: number;
  /** Anger, insult, threat to leave or to complain: nothing may be sold to this customer now. */
  angry: boolean;
  aspects: AspectSentiment[];
  by: string;
}

export const BASE_INTENTS = [
  'greet',
  'thanks',
  'goodbye',
  'recommend',
  'search',
  'ask_product',
  'compare',
  'ask_price',
  'ask_stock',
  'ask_promotion',
  'order_status',
  'shipping',
  'return_refund',
  'payment',
  'warranty',
  'complaint',
  'feedback',
  'human',
  'privacy_export',
  'privacy_erase',
  'privacy_why',
  'marketing_stop',
  'preference',
  'smalltalk',
  'out_of_scope',
] as const;
export type BaseIntent = (typeof BASE_INTENTS)[number];

/** `name` is a base intent, a pack's own intent, or 'unsure' when the model abstains. */
export interface ScoredIntent {
  name: string;
  /** Calibrated probability that this intent is meant, 0..1. */
  confidence: number;
}

export interface Intent extends ScoredIntent {
  by: string;
  /** The next best, best first, without `name`. */
  alternatives: ScoredIntent[];
}

export type SortOrder = 'price_asc' | 'price_desc' | 'rating' | 'popularity' | 'newest';

export interface NumberRange {
  min?: number;
  max?: number;
}

/** An attribute's wanted value: an id of the pack's vocabulary, a flag, or a range in the attribute's unit. */
export type AttributeFilter = string | number | boolean | NumberRange;

/** What the customer limits the goods to. Absent = not said. Ids are the pack's own. */
export interface Filters {
  /** Category id of the pack. */
  category?: string;
  minPrice?: number;
  maxPrice?: number;
  /** "around 500": a soft centre, not a bound. */
  aboutPrice?: number;
  /** ISO 4217. */
  currency?: string;
  brandInclude?: string[];
  brandExclude?: string[];
  /** Canonical colour id, e.g. 'black'. */
  color?: string;
  colorExclude?: string[];
  size?: string;
  quantity?: number;
  sort?: SortOrder;
  attributes?: Record<string, AttributeFilter>;
  /** By attribute id, or 'color': further values that do as well as the one in `attributes` or `color` ("white or black"). */
  alternatives?: Record<string, string[]>;
  /** By attribute: the values that are not wanted ("not leather"). */
  attributesExclude?: Record<string, string[]>;
  inStock?: boolean;
}

/** Something of the dialogue that the text points at: "the second one", "the cheaper one", "it". */
export type Reference =
  | { kind: 'ordinal' /** 1-based; -1 = the last. */; position: number }
  | { kind: 'superlative'; by: 'cheapest' | 'most_expensive' | 'best_rated' | 'newest' }
  | { kind: 'pronoun' /** "both", "these": more than one. */; plural: boolean };

/** Other things found in the text, beside filters. */
export interface Entities {
  orderNumbers: string[];
  /** ISO dates (YYYY-MM-DD), resolved against the time of the message. */
  dates: string[];
  references: Reference[];
  /** Ids of products of the pack named in the text. */
  productIds: string[];
  /** The kind of goods in the filters is plainly what is asked for, and not what that is used with. */
  kindSure?: true;
  /** The customer asks to go below / above the last price: "cheaper", "更便宜的". */
  relativePrice?: 'cheaper' | 'dearer';
  /** "start over", "重新来": forget the dialogue's filters. */
  reset: boolean;
  /** "anything else", "换一批": more of the same list. */
  more: boolean;
  /** "any brand is fine", "预算不限": a filter the customer lifts. */
  lifted: ('price' | 'brand' | 'color' | 'category')[];
}

/** What cleaning did to a text. `text` is what models read; the original is kept in the message. */
export interface CleanText {
  text: string;
  /** Names of the steps that changed something, e.g. 'full-width', 'html', 'repeats', 'traditional'. */
  changes: string[];
  emoji: string[];
}

/** Everything read from one customer text. */
export interface Understanding {
  language: Language;
  /** The language to answer in. */
  replyLanguage: ReplyLanguage;
  clean: CleanText;
  sentiment: Sentiment;
  /** The main intent; 'unsure' when no intent is likely enough. */
  intent: Intent;
  /** Every intent found in the text (several sentences may hold several), most likely first. */
  intents: ScoredIntent[];
  filters: Filters;
  entities: Entities;
  keywords: string[];
}

/** The words of one business, as understanding needs them: built from a pack, for any kind of goods. */
export interface Vocabulary {
  categories: VocabularyEntry[];
  brands: VocabularyEntry[];
  colors: VocabularyEntry[];
  attributes: AttributeVocabulary[];
  /** Products by id, with the names customers may use. */
  products: VocabularyEntry[];
  /** ISO 4217 code of the pack's prices. */
  currency: string;
}

export interface VocabularyEntry {
  id: string;
  /** Every name and synonym in every language, e.g. ['phone', 'smartphone', '手机']. */
  names: string[];
}

export interface AttributeVocabulary extends VocabularyEntry {
  type: 'number' | 'boolean' | 'enum';
  /** Unit words for numbers, e.g. ['GB', 'G']. */
  units?: string[];
  /** Values of an enum. */
  values?: VocabularyEntry[];
}

export interface UnderstandOptions {
  /** Time of the message, for relative dates. Default: now. */
  now?: Date;
  /** The conversation's language, used when the text does not tell ("ok", "3000"). */
  fallbackLanguage?: ReplyLanguage;
}

/** The built-in understanding: pure, synchronous, never throws whatever the text. */
export interface Understander {
  understand(text: string, options?: UnderstandOptions): Understanding;
}
