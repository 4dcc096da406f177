import type { Logger } from 'pino';
import type { Customer, Customers } from '../customers/customers.ts';
import type { Identities } from '../customers/identity/identities.ts';
import type { StatedPreference } from '../customers/profile.ts';
import type { Pack, Product } from '../knowledge/pack.ts';
import type { Passage, Retriever } from '../knowledge/retriever.ts';
import type { Allowance } from '../llm/model-port.ts';
import type { Recommendation } from '../recommendation/recommendation.ts';
import type { Recommender } from '../recommendation/recommender.ts';
import type { Line } from '../replies/agent/scene.ts';
import type { AgentWriter } from '../replies/agent/writer.ts';
import type { Brief } from '../replies/brief.ts';
import type { BuiltInWriter } from '../replies/built-in/writer.ts';
import type { Reply } from '../replies/reply.ts';
import type { Strategy } from '../segments/segment.ts';
import type { Analyst } from '../understanding/analyst.ts';
import type { ReplyLanguage, Understander, Understanding } from '../understanding/understanding.ts';
import type { DraftState } from './channel.ts';
import type { DialogueState } from './dialogue/dialogue.ts';
import type { IncomingMessage } from './message.ts';
import type { StockAlerts } from './outreach/stock-alerts.ts';
import type { Plan } from './route.ts';
import type { Turn } from './turn-record.ts';

/** What a turn is made with; built once, in src/main.ts. */
export interface TurnParts {
  pack: Pack;
  retriever: Retriever;
  recommender: Recommender;
  understander: Understander;
  writer: BuiltInWriter;
  customers: Customers;
  /** How the customer's segment is to be served; absent for who is in none. */
  strategyFor?(customerId: string): Promise<Strategy | undefined>;
  /** Links the chats of one person over channels; `linkPage` = where the shop does it by sign-in. */
  identities?: Pick<Identities, 'issueCode' | 'redeem' | 'split'> & {
    linkPage(customerId: string): string | undefined;
  };
  /** Where a customer gets all their data as a file, for some minutes. */
  exportLink?(customerId: string): string | undefined;
  /** Where it is noted who wants to be told that goods are back; absent = nobody is told. */
  stockAlerts?: Pick<StockAlerts, 'add'>;
  /** The language model; absent = the built-in models alone. */
  llm?: ModelParts;
  now(): Date;
  logger: Logger;
}

/** What a turn needs of a language model. */
export interface ModelParts {
  analyst: Analyst;
  writer: AgentWriter;
  /** Opens what one turn may spend, in time and tokens. */
  allow(customerId: string): Promise<Allowance>;
  /** What was said before in a conversation, oldest first. */
  linesOf(conversationId: string): Promise<Line[]>;
}

/** What is known when a turn begins: its record so far, the message, and what was said before. */
export interface TurnInput {
  turn: Turn;
  message: IncomingMessage;
  /** As read when the message came; absent = to be read. */
  customer?: Customer;
  dialogue: DialogueState;
  /** A person of the business has taken the conversation over: the bot is silent. */
  withPerson: boolean;
  /** Shows the customer the text as it is written, all of it so far, before it is checked; never throws. Absent = nobody watches. */
  onText?(text: string, state?: DraftState): void;
}

/** What one handler decided: what to say, and what to remember. */
export interface Handled {
  /** Absent = say nothing. */
  brief?: Brief;
  /** Changes to the dialogue's state. */
  dialogue?: Partial<DialogueState>;
  recommendations?: Recommendation[];
  passages?: Passage[];
  /** Products spoken about, for the customer's profile. */
  about?: Product[];
  /** Lasting preferences that the handler read. */
  preferences?: StatedPreference[];
  /** How the customer's segment is to be served, once it was read; null = there is nothing to go by. */
  strategy?: Strategy | null;
}

/** A turn on its way through the stages; each stage adds to it. */
export interface TurnContext extends Omit<TurnInput, 'customer'> {
  understanding: Understanding;
  customer: Customer;
  language: ReplyLanguage;
  plan: Plan;
  handled: Handled[];
  reply?: Reply;
  /** What the language model may still spend on this turn; absent = it is not asked. */
  allowance?: Allowance;
  /** What was said before, once it was read. */
  said?: Line[];
  /** Lasting preferences that the model's tools took down. */
  preferences?: StatedPreference[];
}

/** Answers one route. Throws only when a part of the house is broken; the turn then says so honestly. */
export type Handler = (context: TurnContext, parts: TurnParts) => Promise<Handled> | Handled;
