import type { Logger } from 'pino';
import type { Calendar } from '../calendar.ts';
import type { Channel } from '../conversation/channel.ts';
import type { Corrections } from '../conversation/corrections.ts';
import type { TurnStore } from '../conversation/inbox.ts';
import type { Takeover } from '../conversation/outreach/takeover.ts';
import type { RehearsalRequest, Rehearsed } from '../conversation/rehearsal.ts';
import type { Visits } from '../conversation/visits/visits.ts';
import type { Customers } from '../customers/customers.ts';
import type { Audit } from '../customers/privacy/audit.ts';
import type { Privacy } from '../customers/privacy/privacy.ts';
import type { Insights } from '../insights/insights.ts';
import type { Pack } from '../knowledge/pack.ts';
import type { Retriever } from '../knowledge/retriever.ts';
import type { Segments } from '../segments/segments.ts';
import type { Understander } from '../understanding/understanding.ts';
import type { Accounts } from './auth/accounts.ts';

/** What pages read from and act through: the bot (src/bot.ts) fits it. */
export interface DashboardContext {
  bot: {
    readonly pack: Pack;
    retriever: Retriever;
    readonly understander: Understander;
    store: TurnStore;
    customers: Customers;
    /** The business's days. */
    calendar: Calendar;
    visits: Visits;
    corrections: Corrections;
    takeover: Takeover;
    segments: Segments;
    insights: Insights;
    /** What the bot would say; nothing of it is kept or sent. */
    rehearse(request: RehearsalRequest): Promise<Rehearsed>;
    privacy: Privacy;
    audit: Audit;
  };
  channels: ReadonlyMap<string, Channel>;
  /** Who may sign in. */
  accounts: Accounts;
  /** Address people reach the dashboard at; absent = as they ask for it. */
  publicUrl?: string;
  /** What the operator set, to be told on the settings page. */
  settings?: { retentionDays: number /** The language model's name. */; model?: string };
  logger: Logger;
  now(): Date;
}
