import type { Turn } from '../../../conversation/turn-record.ts';
import { CSV_START, csvRow } from '../../csv.ts';
import { plainText } from '../../plain-text.ts';

/** One message a row, the reply beside it. */
const COLUMNS = [
  'time',
  'channel',
  'conversation',
  'customer',
  'message',
  'reply',
  'replied_by',
  'language',
  'mood',
  'mood_score',
  'angry',
  'intent',
  'intent_confidence',
  'route',
  'products',
  'unanswered',
  'handed_off',
] as const;

export const csvHead = (): string => CSV_START + csvRow(COLUMNS);

export function csvOf(turn: Turn, customerName: string): string {
  const { understanding, reply, recommendations = [] } = turn;
  return csvRow([
    turn.receivedAt.toISOString(),
    turn.channel,
    turn.conversationId,
    customerName,
    turn.message.text,
    reply ? plainText(reply.text) : '',
    reply?.by,
    understanding?.language,
    understanding?.sentiment.label,
    understanding?.sentiment.score,
    understanding && String(understanding.sentiment.angry),
    understanding?.intent.name,
    understanding?.intent.confidence,
    turn.route,
    recommendations.map(({ productId }) => productId).join(' '),
    String(turn.unanswered ?? false),
    String(reply?.handoff !== undefined),
  ]);
}

/** A turn as a file shows it: everything but where replies are sent. */
export function jsonOf(turn: Turn, customerName: string): object {
  const {
    message: { address: _, ...message },
    ...rest
  } = turn;
  return { ...rest, customerName, message };
}
