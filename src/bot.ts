import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Channel } from './conversation/channel.ts';
import { createDelivery } from './conversation/delivery.ts';
import { createInbox, type Inbox, type TurnStore } from './conversation/inbox.ts';
import { createTurn } from './conversation/turn.ts';
import type { Turn } from './conversation/turn-record.ts';
import { type Customers, createCustomers } from './customers/customers.ts';
import { buildIndex } from './knowledge/index/build-index.ts';
import { openLiveIndex } from './knowledge/index/open-index.ts';
import type { Pack } from './knowledge/pack.ts';
import { findPack } from './knowledge/packs/find-pack.ts';
import { loadPack } from './knowledge/packs/load-pack.ts';
import { vocabularyOf } from './knowledge/packs/vocabulary.ts';
import type { Retriever } from './knowledge/retriever.ts';
import { createRecommender } from './recommendation/recommender.ts';
import { createBuiltInWriter } from './replies/built-in/writer.ts';
import { createStore } from './store/store.ts';
import { createIntentModel } from './understanding/intent/intent-model.ts';
import { cachedPackIntents } from './understanding/intent/pack-intents-cache.ts';
import { loadIntentClassifier, loadSentimentClassifier } from './understanding/models/built-in.ts';
import { createSentimentModel } from './understanding/sentiment/sentiment-model.ts';
import { createUnderstander } from './understanding/understander.ts';
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
}

/** The bot without its doors: everything between a received message and a sent reply. */
export interface Bot {
  pack: Pack;
  retriever: Retriever;
  understander: Understander;
  store: TurnStore;
  customers: Customers;
  inbox: Inbox;
  /** Ends the turns under way, then closes the index and the store. */
  close(): Promise<void>;
}

/** Builds the bot from its configuration. Throws AppError: a wrong pack, a locked or unreachable store. */
export async function createBot(options: BotOptions): Promise<Bot> {
  const { config, logger, channels, onProgress, onTurn } = options;
  const pack = await loadPack(findPack(config.pack));
  const indexFolder = join(config.dataDir, 'index', pack.id);
  await buildIndex(pack, { folder: indexFolder, onProgress });
  const index = await openLiveIndex(indexFolder, {
    watch: true,
    onSwitch: () => logger.info('the index was rebuilt; now serving the new one'),
    onRefused: (reason) => logger.warn({ reason }, 'a new index could not be opened; the old one serves on'),
  });
  const { retriever } = index;
  const understander = createUnderstander({
    vocabulary: vocabularyOf(pack),
    intentModel: createIntentModel({
      classifier: cachedPackIntents(indexFolder, loadIntentClassifier(), pack.intents),
    }),
    sentimentModel: createSentimentModel({ classifier: loadSentimentClassifier() }),
  });
  const store: TurnStore = await createStore({
    mongodbUri: config.mongodbUri,
    folder: options.storeFolder ?? join(config.dataDir, 'store'),
    logger,
  });
  const customers = createCustomers(store);
  const turn = createTurn({
    pack,
    retriever,
    recommender: createRecommender({ retriever }),
    understander,
    writer: createBuiltInWriter({ pack }),
    customers,
    now: () => new Date(),
    logger,
  });
  const delivery = createDelivery({ channels, logger });
  const inbox = createInbox({ turn, store, customers, delivery, channels, logger, onTurn });
  return {
    pack,
    retriever,
    understander,
    store,
    customers,
    inbox,
    async close() {
      await inbox.idle();
      index.close();
      await store.close();
    },
  };
}
