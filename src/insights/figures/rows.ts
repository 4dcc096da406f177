import type { AspectSentiment, SentimentLabel } from '../../understanding/understanding.ts';

/** What the figures read of a stored turn; the whole record belongs to a higher room. */
export interface TurnRow {
  _id: string;
  conversationId: string;
  customerId: string;
  channel: string;
  receivedAt: Date;
  route?: string;
  intent?: string;
  unanswered?: boolean;
  understanding?: {
    language: string;
    sentiment: { label: SentimentLabel; score: number; angry: boolean; aspects: AspectSentiment[] };
    keywords: string[];
    entities: { productIds: string[] };
  };
  recommendations?: { productId: string }[];
  /** We wrote first: not a turn of the customer's. */
  proactive?: object;
  reply?: { handoff?: object; products?: { productId: string }[] };
}

/** Whole top-level fields: picking parts of them out costs the embedded engine more than it saves. */
export const TURN_FIELDS = {
  conversationId: 1,
  customerId: 1,
  channel: 1,
  receivedAt: 1,
  route: 1,
  intent: 1,
  unanswered: 1,
  understanding: 1,
  recommendations: 1,
  proactive: 1,
  reply: 1,
} as const;

/** A rating or review from the events API; `by` is `channel|user`. */
export interface ReviewRow {
  _id: string;
  customerId: string;
  at: Date;
  productId?: string;
  value?: number;
  data?: { text?: unknown; by?: string };
}

export const REVIEWS: readonly string[] = ['rating', 'review'];
/** Doings that show a closer look at what was recommended; buying it is one, too. */
export const LOOKS: readonly string[] = ['click', 'campaign_click', 'cart', 'purchase'];
/** A look or a purchase counts for what was shown up to so long before. */
export const FUNNEL_MS = 14 * 86_400_000;

/** What a text says, as the understanding reads it. */
export interface TextRead {
  label: SentimentLabel;
  score: number;
  aspects: readonly AspectSentiment[];
  keywords: readonly string[];
  language: string;
}

/** The feeling of a review: its stars where there are some, else its words. */
export function moodOfReview(
  row: Pick<ReviewRow, 'value'>,
  read: TextRead | undefined,
): Pick<TextRead, 'label' | 'score'> {
  if (row.value !== undefined && row.value >= 1 && row.value <= 5) {
    const label = row.value >= 4 ? 'positive' : row.value <= 2 ? 'negative' : 'neutral';
    return { label, score: (row.value - 3) / 2 };
  }
  return read ?? { label: 'neutral', score: 0 };
}
