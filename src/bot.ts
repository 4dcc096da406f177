import type { Logger } from 'pino';
import { createLearning } from './assembly/learning.ts';
import { createLinks } from './assembly/links.ts';
import { createMind, openModelRoom } from './assembly/mind.ts';
import { openPackIndex, rebuildPackIndex } from './assembly/pack-index.ts';
import { openRecords, type Records } from './assembly/records.ts';
import { createTalk } from './assembly/talk.ts';
import { startUpkeep } from './assembly/upkeep.ts';
import { type Calendar, createCalendar } from './calendar.ts';
import type { Config } from './config/config.ts';
import type { Channel } from './conversation/channel.ts';
import type { Corrections } from './conversation/corrections.ts';
import type { Inbox, TurnStore } from './conversation/inbox.ts';
import { observationOfTurn } from './conversation/learning.ts';
import type { Proactive } from './conversation/outreach/proactive.ts';
import type { StockAlerts } from './conversation/outreach/stock-alerts.ts';
import type { Takeover } from './conversation/outreach/takeover.ts';
import { type RehearsalRequest, type Rehearsed, rehearse } from './conversation/rehearsal.ts';
import type { Turn } from './conversation/turn-record.ts';
import type { Visits } from './conversation/visits/visits.ts';
import type { Customers } from './customers/customers.ts';
import type { EventIntake } from './customers/events/intake.ts';
import { createIdentities, type Identities } from './customers/identity/identities.ts';
import type { Audit } from './customers/privacy/audit.ts';
import type { ExportLinks } from './customers/privacy/export-link.ts';
import type { Privacy } from './customers/privacy/privacy.ts';
import { createRetention } from './customers/privacy/retention.ts';
import type { Insights } from './insights/insights.ts';
import type { Pack } from './knowledge/pack.ts';
import type { Retriever } from './knowledge/retriever.ts';
import type { Outcomes } from './recommendation/learning/outcomes.ts';
import type { RankingWeights } from './recommendation/learning/ranking-weights.ts';
import type { Recommender } from './recommendation/recommender.ts';
import type { Segments } from './segments/segments.ts';
import type { Understander } from './understanding/understanding.ts';

export interface BotOptions {
  config: Config;
  logger: Logger;
  /** Filled before the first message: the inbox sends through it. */
  channels: Map<string, Channel>;
  /** Told how far the index of a new or changed pack is. */
  onProgress?(stage: string, done: number, total: number): void;
  onTurn?(turn: Turn): void;
  /** Folder of the embedded store. Default: `store` in the data folder. */
  storeFolder?: string;
  /** The time of turns and records. */
  now?(): Date;
  /** Everything stored is marked as made up, so that it can be told from the real and removed. */
  simulated?: boolean;
}

/** The bot without its doors: everything between a received message and a sent reply. */
export interface Bot {
  /** As it is indexed now. */
  readonly pack: Pack;
  retriever: Retriever;
  readonly understander: Understander;
  readonly recommender: Recommender;
  /** What customers' choices taught of how much each part of a score counts. */
  weights: RankingWeights;
  store: TurnStore;
  customers: Customers;
  /** Takes what customers did elsewhere. */
  intake: EventIntake;
  inbox: Inbox;
  /** Writes first: a person's answer, a note the customer asked for, marketing to who agreed. */
  proactive: Proactive;
  /** Tells who asked for it that goods are back: `notify` once the channels are open, and at each new index by itself. */
  stockAlerts: Pick<StockAlerts, 'notify'>;
  /** The business's days. */
  calendar: Calendar;
  /** Conversations by day, to be searched. */
  visits: Visits;
  /** What people say that the models got wrong. */
  corrections: Corrections;
  /** People answering in the bot's place. */
  takeover: Takeover;
  segments: Segments;
  /** What came of recommendations. */
  outcomes: Outcomes;
  /** Makes one customer of the chats of one person, and parts them again. */
  identities: Identities;
  /** What the business learns from its conversations. */
  insights: Insights;
  privacy: Privacy;
  exportLinks: ExportLinks;
  audit: Audit;
  /** Resolves when what turns showed of their customers so far (products opened) is stored. */
  clicksStored(): Promise<unknown>;
  /** Resolves when no turn is under way and all that turns and events tell is learnt. */
  settled(): Promise<void>;
  /** What the bot would say, without keeping, sending or learning anything of it. */
  rehearse(request: RehearsalRequest): Promise<Rehearsed>;
  /** Ends the turns under way, then closes the index and the store. */
  close(): Promise<void>;
}

/** Builds the bot from its configuration. Throws AppError: a wrong pack, a locked or unreachable store. */
export async function createBot(options: BotOptions): Promise<Bot> {
  const { now = () => new Date() } = options;
  const records = await openRecords({ ...options, now });
  return furnish({ ...options, now }, records).catch(async (error) => {
    await records.store.close();
    throw error;
  });
}

/** The rooms over an open store, each given what it needs of the others. */
async function furnish(options: BotOptions & { now(): Date }, records: Records): Promise<Bot> {
  const { config, logger, now } = options;
  const { store, customers, privacy, audit, exportLinks } = records;
  const product = (id: string) => retriever.product(id);
  const calendar = createCalendar(config.timeZone);
  const common = { ...options, records, product, calendar, mind: () => mind };

  const learning = createLearning({ ...common, reindex: () => rebuildPackIndex(config, index) });
  const { segments, weights, outcomes, insights, visits } = learning.rooms;
  const { clicks, ...talk } = createTalk({ ...common, learning });
  const { inbox, stockAlerts } = talk;
  const identities = createIdentities({
    ...records,
    now,
    product,
    observationOf: (stored) => observationOfTurn(stored as Turn, product),
    onChange: (customerIds) => customerIds.forEach(segments.touch),
  });
  await Promise.all([learning, stockAlerts, privacy, identities].map((room) => room.createIndexes()));

  const modelRoom = config.llm && (await openModelRoom(config.llm, store, now));
  const index = await openPackIndex(options, (next) => {
    logger.info({ version: next.parts.info.version }, 'the index was rebuilt; now serving the new one');
    mind = mindOf(next.pack);
    stockAlerts
      .notify()
      .catch((error) => logger.error({ err: error }, 'who waits for goods that are back could not be told'));
  });
  const { retriever } = index;
  const { linkPage, exportLink } = createLinks(config, {
    linkTokenOf: identities.linkToken,
    exportTokenOf: exportLinks.tokenFor,
  });
  const mindOf = (pack: Pack) =>
    createMind(pack, {
      config,
      ...(modelRoom && { modelRoom }),
      recommending: { ...learning.recommending, retriever },
      turn: {
        customers,
        strategyFor: segments.strategy,
        identities: { ...identities, linkPage },
        exportLink,
        stockAlerts,
        now,
        logger,
      },
    });
  let mind = mindOf(index.current.pack);

  const others = { visits, outcomes };
  const retention = createRetention({ store, others, privacy, audit, days: config.retentionDays, now, logger });
  const upkeep = startUpkeep({
    running: [retention, learning.model],
    tended: { segments: segments.tend, merges: identities.settle, weights: weights.reload },
    visits,
    logger,
  });
  insights.daily.start();

  async function settled(): Promise<void> {
    await stockAlerts.settled();
    await inbox.idle();
    await clicks.stored();
    await learning.settled();
  }

  return {
    get pack() {
      return mind.pack;
    },
    get understander() {
      return mind.understander;
    },
    get recommender() {
      return mind.recommender;
    },
    ...{ store, customers, privacy, exportLinks, audit, identities, retriever, calendar },
    ...talk,
    ...learning.rooms,
    rehearse: (request) => rehearse(mind.parts, request),
    clicksStored: clicks.stored,
    settled,
    async close() {
      await stockAlerts.stop();
      await insights.daily.stop();
      await settled();
      await visits.close();
      await upkeep.stop();
      await segments.close();
      index.close();
      await store.close();
    },
  };
}
