import type { Product } from '../knowledge/pack.ts';

/** Why a product is shown, in terms of facts that entered its score. Worded by src/replies. */
export type Reason =
  | { kind: 'matches_query'; terms: string[] }
  | { kind: 'within_budget'; price: number; currency: string; limit: number }
  | { kind: 'attribute'; attribute: string; value: string | number | boolean }
  | { kind: 'brand_liked'; brand: string }
  | { kind: 'interest'; category: string }
  | { kind: 'alike' /** What the customer bought or looked at. */; productId: string; bought: boolean }
  | { kind: 'bought_together'; productId: string }
  | { kind: 'popular'; scope: 'all' | 'segment'; count: number }
  | { kind: 'rated'; rating: number }
  | { kind: 'reduced'; price: number; listPrice: number; currency: string }
  | { kind: 'cheaper'; than: number }
  | { kind: 'fits' }
  | { kind: 'nearest'; violates: string[] };

export interface Recommendation {
  product: Product;
  /** Final score: about 0..1, comparable within one list. */
  score: number;
  /** The weighted parts that sum to the score before diversity. */
  parts: Record<string, number>;
  reasons: Reason[];
}
