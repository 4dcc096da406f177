import type { Filters, ReplyLanguage } from '../understanding/understanding.ts';
import type { Localized, Product } from './pack.ts';

export interface SearchQuery {
  /** What the customer looks for, cleaned; may be '' when only filters are known. */
  text: string;
  /** Hard limits: nothing outside them is returned as a hit. */
  filters?: Filters;
  language: ReplyLanguage;
  /** Default 10. */
  limit?: number;
  /** Product ids to leave out (already shown, disliked). */
  exclude?: ReadonlySet<string>;
  /** Only these product ids are looked at: candidates that something else proposed. */
  only?: ReadonlySet<string>;
  /**
   * Filters that were only read from the text's words, not chosen: of these the category gives way to goods that meet the text
   * clearly better ("something to charge my phone" is no phone), and measures that no goods of it state are taken for something
   * else's ("a bag for a 15 inch laptop"). Everything else stays a hard limit.
   */
  inferred?: readonly 'category'[];
  /** Return also what does not fit well enough to be offered (`parts.fit` below `FIT`): for evaluation, never for customers. */
  lenient?: boolean;
}

/** The `parts.fit` from which a product is offered. */
export const FIT = 0.5;

export interface ProductHit {
  product: Product;
  /** Fused score, 0..1, comparable within one result only. */
  score: number;
  /** What each side gave, for `--explain`; `fit` 0..1: how well it meets the query, the same scale for all queries. */
  parts: { lexical: number; vector: number; [part: string]: number };
}

export interface SearchResult {
  hits: ProductHit[];
  /** How many products pass the filters and match the text at all. */
  total: number;
  /** When there are no hits: the nearest products and the limits each breaks, offered as such. */
  near: { product: Product; violates: (keyof Filters)[] }[];
  /** Counts for a follow-up question, by facet ('brand', 'category', 'color', attribute ids). */
  facets: Record<string, { value: string; count: number }[]>;
  /** Spelling corrections made, as [written, read as]. */
  corrections: [string, string][];
  /** How each word of the text was read, surest first, for `--explain`; `weak` words count little. */
  reading: { word: string; as: string[]; weak: boolean }[];
}

/** A piece of the pack's texts that answers or informs. */
export interface Passage {
  id: string;
  kind: 'faq' | 'section';
  /** The sentences that answer, ready to show. */
  answer: string;
  text: string;
  title: string;
  /** The very thing the question turns on, where the text does not speak of it: "seashells" of "can I pay with seashells". */
  uncovered?: string;
  /** 0..1, calibrated: the chance that it answers the question. */
  score: number;
  source: { file: string; line: number; title: string };
  language: ReplyLanguage;
}

export interface Retriever {
  search(query: SearchQuery): Promise<SearchResult>;
  /** Passages that may answer, best first, each above the threshold; [] = the pack does not know. */
  answer(question: string, language: ReplyLanguage, limit?: number): Promise<Passage[]>;
  product(id: string): Product | undefined;
  /** Products by the names customers use, best first: "compare the Aura X2 with the Nova 5". */
  findByName(text: string, limit?: number): Product[];
  /** Products like this one, by vector. */
  similar(productId: string, limit?: number): Promise<Product[]>;
  /** The vector of a product (for interest profiles), unit length; undefined when unknown. */
  vectorOf(productId: string): Float32Array | undefined;
  /** Products nearest to a vector. */
  nearest(vector: Float32Array, limit?: number): Promise<ProductHit[]>;
  readonly products: readonly Product[];
  readonly info: IndexInfo;
}

export interface IndexInfo {
  pack: string;
  packName: Localized;
  /** Changes whenever the pack's content or the embedding model does. */
  version: string;
  builtAt: string;
  embedding: { model: string; dimension: number };
  products: number;
  passages: number;
}
