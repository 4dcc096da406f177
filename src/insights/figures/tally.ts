import { bump, exemplify, type Figures, feel, moodOf, noFigures, QUESTIONS_EACH } from './figures.ts';
import { moodOfReview, type ReviewRow, type TextRead, type TurnRow } from './rows.ts';

/** A product shown to a customer, to be followed into what they did. */
export interface Showing {
  customerId: string;
  productId: string;
  at: Date;
  channel: string;
}

/** Counts turns, which come in the order of time, and reviews; a `Figures` a channel. */
export interface Tally {
  addTurn(turn: TurnRow): void;
  addReview(review: ReviewRow, read: TextRead | undefined): void;
  byChannel: Map<string, Figures>;
  showings: Showing[];
  /** `customer|product` -> when it was asked about in the chat. */
  askedAbout: Map<string, number[]>;
}

/** Routes whose reply states what the pack says: written better, it would have helped. */
const ANSWERING = new Set(['answer', 'product_question', 'compare']);
/** Routes by which the bot asks back or declines. */
const NOT_UNDERSTOOD = new Set(['clarify', 'out_of_scope']);
/** After so long the next message is about something else. */
const SAME_SUBJECT_MS = 15 * 60_000;

export function createTally(): Tally {
  const byChannel = new Map<string, Figures>();
  const showings: Showing[] = [];
  const askedAbout = new Map<string, number[]>();
  const before = new Map<string, TurnRow>();

  function figuresOf(channel: string): Figures {
    let figures = byChannel.get(channel);
    if (!figures) {
      figures = noFigures();
      byChannel.set(channel, figures);
    }
    return figures;
  }

  function noteFeelings(turn: TurnRow, figures: Figures): void {
    const { understanding, customerId } = turn;
    if (!understanding) return;
    const { sentiment, keywords, language } = understanding;
    const example = { kind: 'turn', id: turn._id, customerId } as const;
    feel(figures.mood, sentiment.label, sentiment.score);
    if (sentiment.angry) figures.angry++;
    bump(figures.languages, language);
    for (const word of keywords) bump(figures.keywords, word);
    for (const { aspect, label, score } of sentiment.aspects) {
      feel(moodOf(figures.aspects, aspect), label, score);
      exemplify(figures, { key: `aspect|${aspect}|${label}`, ...example });
    }
    for (const productId of productsOf(turn)) {
      feel(moodOf(figures.products, productId), sentiment.label, sentiment.score);
      exemplify(figures, { key: `product|${productId}|${sentiment.label}`, ...example });
      const key = `${customerId}|${productId}`;
      askedAbout.set(key, [...(askedAbout.get(key) ?? []), turn.receivedAt.getTime()]);
    }
  }

  /** An answer after which the customer at once complains or wants a person was a bad one. */
  function noteBadAnswer(turn: TurnRow, figures: Figures): void {
    const last = before.get(turn.conversationId);
    before.set(turn.conversationId, turn);
    if (!last || last.unanswered || !ANSWERING.has(last.route ?? '')) return;
    if (turn.receivedAt.getTime() - last.receivedAt.getTime() > SAME_SUBJECT_MS) return;
    const displeased =
      turn.understanding?.sentiment.label === 'negative' && last.understanding?.sentiment.label === 'neutral';
    if (!displeased && turn.intent !== 'human') return;
    const example = { key: 'badly answered', kind: 'turn', id: last._id, customerId: last.customerId } as const;
    exemplify(figures, example, QUESTIONS_EACH);
  }

  return {
    byChannel,
    showings,
    askedAbout,
    addTurn(turn) {
      if (turn.proactive) return;
      const figures = figuresOf(turn.channel);
      figures.turns++;
      // With the customer's random id, so that its hash tells nothing once they are erased.
      figures.conversations.add(`${turn.customerId}|${turn.conversationId}`);
      figures.customers.add(turn.customerId);
      if (turn.route !== undefined && turn.route !== 'silent') {
        figures.answerable++;
        if (!turn.unanswered) figures.answered++;
      }
      if (NOT_UNDERSTOOD.has(turn.route ?? '') && !turn.unanswered) {
        const example = { key: 'not understood', kind: 'turn', id: turn._id, customerId: turn.customerId } as const;
        exemplify(figures, example, QUESTIONS_EACH);
      }
      if (turn.reply?.handoff) figures.handoffs++;
      if (turn.intent !== undefined) bump(figures.intents, turn.intent);
      noteFeelings(turn, figures);
      noteBadAnswer(turn, figures);
      for (const { productId } of turn.recommendations ?? []) {
        figures.shown++;
        showings.push({ customerId: turn.customerId, productId, at: turn.receivedAt, channel: turn.channel });
      }
    },
    addReview(review, read) {
      const channel = review.data?.by?.split('|')[0] || 'shop';
      const figures = figuresOf(channel);
      const { label, score } = moodOfReview(review, read);
      const example = { kind: 'event', id: review._id, customerId: review.customerId } as const;
      figures.reviews++;
      for (const word of read?.keywords ?? []) bump(figures.keywords, word);
      for (const { aspect, label: said, score: scored } of read?.aspects ?? []) {
        feel(moodOf(figures.aspects, aspect), said, scored);
        exemplify(figures, { key: `aspect|${aspect}|${said}`, ...example });
      }
      if (review.productId === undefined) return;
      feel(moodOf(figures.products, review.productId), label, score);
      if (read) exemplify(figures, { key: `product|${review.productId}|${label}`, ...example });
    },
  };
}

/** The products a message is about: those it names, and the one a question was answered about. */
function productsOf({ understanding, route, reply }: TurnRow): Set<string> {
  const named = new Set(understanding?.entities.productIds ?? []);
  const answered = reply?.products ?? [];
  if (route === 'product_question' && answered.length === 1) named.add(answered[0]!.productId);
  return named;
}
