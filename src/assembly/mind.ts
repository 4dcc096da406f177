import type { Config, LlmSettings } from '../config/config.ts';
import type { TurnParts } from '../conversation/context.ts';
import type { TurnStore } from '../conversation/inbox.ts';
import { createTurn } from '../conversation/turn.ts';
import type { Pack } from '../knowledge/pack.ts';
import { vocabularyOf } from '../knowledge/packs/vocabulary.ts';
import { createRecommender, type RecommenderOptions } from '../recommendation/recommender.ts';
import { createBuiltInWriter } from '../replies/built-in/writer.ts';
import { createSpendingRepository } from '../store/spending.ts';
import { createIntentModel } from '../understanding/intent/intent-model.ts';
import { cachedPackIntents } from '../understanding/intent/pack-intents-cache.ts';
import { loadIntentClassifier, loadSentimentClassifier } from '../understanding/models/built-in.ts';
import { createSentimentModel } from '../understanding/sentiment/sentiment-model.ts';
import { createUnderstander } from '../understanding/understander.ts';
import { indexFolder } from './pack-index.ts';

type ModelRoom = Awaited<ReturnType<typeof openModelRoom>>;

/** What stays when the pack changes. */
export interface MindRooms {
  config: Config;
  modelRoom?: ModelRoom;
  recommending: Omit<RecommenderOptions, 'pack'>;
  turn: Omit<TurnParts, 'pack' | 'retriever' | 'recommender' | 'understander' | 'writer' | 'llm'>;
}

export type Mind = ReturnType<typeof createMind>;

/** What is made from a pack, and made anew when its index is: the words it knows, and the turn over them. */
export function createMind(pack: Pack, { config, modelRoom, recommending, turn }: MindRooms) {
  const { retriever } = recommending;
  const understander = createUnderstander({
    vocabulary: vocabularyOf(pack),
    intentModel: createIntentModel({
      classifier: cachedPackIntents(indexFolder(config, pack), loadIntentClassifier(), pack.intents),
    }),
    sentimentModel: createSentimentModel({ classifier: loadSentimentClassifier() }),
  });
  const recommender = createRecommender({ ...recommending, pack });
  const writer = createBuiltInWriter({ pack });
  const llm = modelRoom?.partsFor(pack, { retriever, recommender });
  const parts: TurnParts = { ...turn, pack, retriever, recommender, understander, writer, ...(llm && { llm }) };
  return { pack, understander, recommender, writer, parts, turn: createTurn(parts) };
}

/** Opens what a language model needs; its libraries are imported only here. */
export async function openModelRoom(settings: LlmSettings, store: TurnStore, now: () => Date) {
  const { createModelRoom } = await import('../conversation/model-parts.ts');
  const spending = createSpendingRepository(store.connection);
  await spending.createIndexes();
  return createModelRoom({ settings, spending, recentTurns: store.turns.recent, now });
}
