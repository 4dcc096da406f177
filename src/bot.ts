import { join } from 'node:path';
import type { Logger } from 'pino';
import { createMind, openModelRoom } from './assembly/mind.ts';
import { openPackIndex, rebuildPackIndex } from './assembly/pack-index.ts';
import type { Config } from './config/config.ts';
import type { Channel } from './conversation/channel.ts';
import type { TurnInput } from './conversation/context.ts';
import { type Corrections, createCorrections } from './conversation/corrections.ts';
import { createDelivery } from './conversation/delivery/delivery.ts';
import { createInbox, type Inbox, type TurnStore } from './conversation/inbox.ts';
import { deedOf, observationOfTurn } from './conversation/learning.ts';
import { createProactive, type Proactive } from './conversation/outreach/proactive.ts';
import { createStockAlerts, type StockAlerts, stockAlertData } from './conversation/outreach/stock-alerts.ts';
import { createTakeover, type Takeover } from './conversation/outreach/takeover.ts';
import { conversationData } from './conversation/personal-data.ts';
import { type RehearsalRequest, type Rehearsed, rehearse } from './conversation/rehearsal.ts';
import type { Turn } from './conversation/turn-record.ts';
import { createVisits, type Visits } from './conversation/visits/visits.ts';
import { type Customers, createCustomers } from './customers/customers.ts';
import { createEventIntake, type EventIntake } from './customers/events/intake.ts';
import { createIdentities, type Identities } from './customers/identity/identities.ts';
import { createKeyedLock } from './customers/keyed-lock.ts';
import { type Audit, createAudit } from './customers/privacy/audit.ts';
import { createExportLinks, type ExportLinks } from './customers/privacy/export-link.ts';
import { customerData } from './customers/privacy/personal-data.ts';
import { createPrivacy, type Privacy, withPrivacy } from './customers/privacy/privacy.ts';
import { createRetention } from './customers/privacy/retention.ts';
import { createInsights, type Insights } from './insights/insights.ts';
import { insightData } from './insights/personal-data.ts';
import type { Pack } from './knowledge/pack.ts';
import { findPack } from './knowledge/packs/find-pack.ts';
import type { Retriever } from './knowledge/retriever.ts';
import { createOutcomes, type Outcomes } from './recommendation/learning/outcomes.ts';
import { createRankingWeights, fixedWeights, type RankingWeights } from './recommendation/learning/ranking-weights.ts';
import { createLiveModel } from './recommendation/models/live-model.ts';
import type { Recommender } from './recommendation/recommender.ts';
import { segmentData } from './segments/personal-data.ts';
import { createSegments, type Segments } from './segments/segments.ts';
import { keptSecret } from './server/secret.ts';
import { marksOf } from './store/records.ts';
import { createStore } from './store/store.ts';
import { intentName } from './understanding/intent/intent-names.ts';
import { BASE_INTENTS, type Understander } from './understanding/understanding.ts';

/** A customer's newest purchases that recommendations read, and their newest other doings: many views must not hide what was bought. */
const PURCHASES_READ = 300;
const DOINGS_READ = 100;
const DOINGS = ['cart', 'click', 'view', 'return', 'rating', 'review'];
/** A customer's newest recommending turns in which a product that was bought is looked for. */
const LISTS_READ = 20;

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
  const { config, logger, channels, onTurn, simulated, now = () => new Date() } = options;
  const store: TurnStore = await createStore({
    mongodbUri: config.mongodbUri,
    folder: options.storeFolder ?? join(config.dataDir, 'store'),
    logger,
    now,
    simulated,
  });
  const locked = createKeyedLock();
  const { connection } = store;
  const secret = config.sessionSecret ?? keptSecret(config.dataDir);
  const audit = createAudit(connection, secret, now, marksOf({ simulated }));
  const places = [
    segmentData(connection),
    stockAlertData(connection),
    insightData(connection),
    ...conversationData(connection),
    ...customerData(connection),
  ];
  const privacy = createPrivacy({ connection, places, audit, locked, now });
  const exportLinks = createExportLinks({ secret, now });
  const visits = createVisits({ connection, turns: store.turns, logger, now });
  const retention = createRetention({
    store,
    others: { visits, outcomes: { deleteOlderThan: (date) => outcomes.deleteOlderThan(date) } },
    privacy,
    audit,
    days: config.retentionDays,
    now,
    logger,
  });
  const customers = withPrivacy(createCustomers(store, now, locked), privacy);
  const segments = createSegments({
    connection,
    conversationOf: async (customerId) => (await store.conversations.find({ customerId }, { limit: 1 })).items[0]?.id,
    label: (kind, id) => (kind === 'intent' ? intentName(id, mind.pack) : categoryName(mind.pack, id)),
    everyone: config.segmentEveryone,
    now,
    logger,
  });
  // Made-up customers teach the ranking of the real ones nothing.
  const weights = simulated ? fixedWeights() : createRankingWeights(connection, now);
  const insights = createInsights({
    connection,
    pack: () => mind.pack,
    packPath: findPack(config.pack),
    understand: (text) => mind.understander.understand(text),
    reindex: () => rebuildPackIndex(config, index),
    now,
    logger,
  });
  const outcomes = createOutcomes({ connection, weights, shownTo, now, logger });
  const stockAlerts = createStockAlerts({
    connection,
    proactive: { send: (message) => proactive.send(message) },
    product: (id) => retriever.product(id),
    write: (product, language) =>
      mind.writer.write({ kind: 'stock_alert', product, state: 'back' }, { language, tone: 'plain', seed: product.id }),
    logger,
    now,
  });
  const rooms = [stockAlerts, privacy, segments, outcomes, insights];
  await Promise.all([...rooms.map((room) => room.createIndexes()), weights.reload()]);
  const modelRoom = config.llm && (await openModelRoom(config.llm, store, now).catch(closing));
  const index = await openPackIndex(options, (next) => {
    logger.info({ version: next.parts.info.version }, 'the index was rebuilt; now serving the new one');
    mind = createMindOf(next.pack);
    stockAlerts
      .notify()
      .catch((error) => logger.error({ err: error }, 'who waits for goods that are back could not be told'));
  }).catch(closing);
  const { retriever } = index;
  const model = createLiveModel({ events: store.events, segmentsOf: segments.assigned, now, logger });
  const intake = createEventIntake({
    store,
    product: retriever.product,
    locked,
    onStored(events) {
      model.note(events.length);
      outcomes.note(events);
      insights.daily.noteEvents(events);
      for (const { customerId } of events) segments.touch(customerId);
    },
  });
  /** A bot that can't be built leaves no store open. */
  async function closing(error: unknown): Promise<never> {
    await store.close();
    throw error;
  }
  const deedsOf = async (customerId: string) => {
    const [bought, done] = await Promise.all([
      store.events.find({ customerId, type: 'purchase' }, { limit: PURCHASES_READ }),
      store.events.find({ customerId, type: DOINGS }, { limit: DOINGS_READ }),
    ]);
    const found = [...bought, ...done].sort((a, b) => b.at.getTime() - a.at.getTime());
    return found.flatMap(({ productId, ...deed }) => (productId === undefined ? [] : [{ ...deed, productId }]));
  };
  async function shownTo(customerId: string, from: Date, to: Date) {
    const { items } = await store.turns.find({ customerId, route: 'recommend', from, to }, { limit: LISTS_READ });
    return items.map(({ id, receivedAt: at, recommendations = [] }) => ({ turnId: id, at, items: recommendations }));
  }

  const { product } = retriever;
  const identities = createIdentities({
    store,
    places,
    locked,
    audit,
    secret,
    now,
    product,
    observationOf: (stored) => observationOfTurn(stored as Turn, product),
    onChange: (customerIds) => customerIds.forEach(segments.touch),
  });
  await identities.createIndexes();
  const linkPage = (customerId: string) =>
    config.accountLinkUrl?.replace('{token}', encodeURIComponent(identities.linkToken(customerId)));

  const address = config.publicUrl ?? (config.port === 0 ? undefined : `http://${config.host}:${config.port}`);
  const exportLink = (customerId: string) =>
    address === undefined ? undefined : `${address}/privacy/export/${exportLinks.tokenFor(customerId)}`;

  const createMindOf = (pack: Pack) =>
    createMind(pack, {
      config,
      ...(modelRoom && { modelRoom }),
      recommending: { retriever, model, deedsOf, segmentOf: segments.segmentOf, weights, now },
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

  let mind = createMindOf(index.current.pack);
  retention.start();
  const tending = setInterval(() => {
    const parts = { segments: segments.tend(), merges: identities.settle(), weights: weights.reload() };
    for (const [part, tended] of Object.entries(parts)) {
      void tended.catch((error: unknown) => logger.error({ err: error, part }, 'what is tended now and then failed'));
    }
  }, TENDED_EVERY_MS).unref();
  model.start();
  insights.daily.start();
  /** Shown products that were opened, stored one after another. */
  let clicking: Promise<unknown> = Promise.resolve();
  async function settled(): Promise<void> {
    await stockAlerts.settled();
    await inbox.idle();
    await clicking;
    await visits.settled();
    await outcomes.settled();
    await insights.daily.settled();
    await segments.settled();
  }
  const delivery = createDelivery({ channels, logger, publicUrl: config.publicUrl });
  const turn = { invoke: (input: TurnInput) => mind.turn.invoke(input) };
  const inbox = createInbox({
    turn,
    store,
    customers,
    delivery,
    channels,
    logger,
    now,
    onTurn(finished) {
      visits.note(finished);
      segments.touch(finished.customerId);
      insights.daily.noteTurn(finished.receivedAt);
      const deed = deedOf(finished);
      if (deed) {
        clicking = clicking
          .then(() => intake.take([deed]))
          .catch((error) => logger.error({ err: error }, 'what a turn shows of its customer was not stored'));
      }
      onTurn?.(finished);
    },
  });
  const proactive = createProactive({ store, customers, inbox, channels, now, ...config.marketing });
  const takeover = createTakeover({ connection, conversations: store.conversations, proactive, now });
  const corrections = createCorrections({
    connection,
    turns: store.turns,
    visits,
    intents: () => [...BASE_INTENTS, ...mind.pack.intents.map(({ name }) => name)],
    now,
  });
  await Promise.all([visits.createIndexes(), corrections.createIndexes()]);
  const catchingUp = visits
    .catchUp()
    .catch((error) => logger.error({ err: error }, 'turns of before could not be made searchable'));
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
    weights,
    retriever,
    store,
    customers,
    intake,
    inbox,
    proactive,
    stockAlerts,
    visits,
    corrections,
    takeover,
    segments,
    outcomes,
    identities,
    insights,
    privacy,
    exportLinks,
    audit,
    rehearse: (request) => rehearse(mind.parts, request),
    clicksStored: () => clicking,
    settled,
    async close() {
      await stockAlerts.stop();
      await insights.daily.stop();
      await settled();
      await visits.close();
      await catchingUp;
      clearInterval(tending);
      retention.stop();
      await segments.close();
      await model.stop();
      index.close();
      await store.close();
    },
  };
}

/** Segments, merges and what other instances learnt. */
const TENDED_EVERY_MS = 10 * 60_000;

/** A category's name in the pack. */
function categoryName({ categories }: Pack, id: string): { en: string; zh: string } {
  const name = categories.find((category) => category.id === id)?.name ?? {};
  const plain = id.replaceAll('_', ' ');
  return { en: name.en ?? plain, zh: name.zh ?? name.en ?? plain };
}
