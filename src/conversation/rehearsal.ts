import type { Customer } from '../customers/customers.ts';
import type { Line } from '../replies/agent/scene.ts';
import type { Strategy } from '../segments/segment.ts';
import type { TurnParts } from './context.ts';
import { type DialogueState, emptyDialogue } from './dialogue/dialogue.ts';
import type { IncomingMessage } from './message.ts';
import { createTurn } from './turn.ts';
import type { Turn } from './turn-record.ts';

/** A message to be answered for a look only. */
export interface RehearsalRequest {
  message: IncomingMessage;
  /** Whose profile and consent count. */
  customer: Customer;
  /** Default: a new conversation. */
  dialogue?: DialogueState;
  /** What was said before, for a language model. */
  lines?: Line[];
  /** Instead of the customer's segment's own. */
  strategy?: Strategy;
}

export interface Rehearsed {
  turn: Turn;
  dialogue: DialogueState;
}

/** Runs the real turn and keeps, sends and learns nothing: what would the bot say? (A language model's tokens are spent.) */
export async function rehearse(parts: TurnParts, request: RehearsalRequest): Promise<Rehearsed> {
  const { message, customer, dialogue = emptyDialogue(), lines = [], strategy } = request;
  const quiet = withoutEffects(parts, message.receivedAt);
  const turn = createTurn({
    ...quiet,
    ...(strategy && { strategyFor: async () => strategy }),
    ...(quiet.llm && { llm: { ...quiet.llm, linesOf: async () => lines } }),
  });
  const { channel, conversationId, receivedAt, id, author, text, action, address, attachments } = message;
  const record: Turn = {
    id: `${channel}|${id}`,
    conversationId,
    customerId: customer.id,
    channel,
    status: 'claimed',
    receivedAt,
    attempts: 1,
    message: { id, author, text, ...(action && { action }), address, attachments },
  };
  const context = await turn.invoke({ turn: record, message, customer, dialogue, withPerson: false });
  return { turn: record, dialogue: context.dialogue };
}

/** The same parts with nothing that could change what is kept. */
function withoutEffects(parts: TurnParts, at: Date): TurnParts {
  return {
    ...parts,
    customers: {
      ...parts.customers,
      observe: async () => undefined,
      forgetPreferences: async () => undefined,
      setConsent: async () => undefined,
      erase: async () => 0,
    },
    identities: undefined,
    stockAlerts: undefined,
    exportLink: undefined,
    now: () => at,
  };
}
