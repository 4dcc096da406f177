import type { LlmSettings } from '../config/config.ts';
import { localize, type Pack } from '../knowledge/pack.ts';
import { vocabularyOf } from '../knowledge/packs/vocabulary.ts';
import type { Retriever } from '../knowledge/retriever.ts';
import { createBudget, type Spending } from '../llm/budget.ts';
import { createModelPort } from '../llm/model-port.ts';
import { loadPrompts } from '../llm/prompts.ts';
import type { Recommender } from '../recommendation/recommender.ts';
import type { Line } from '../replies/agent/scene.ts';
import { createAgentWriter } from '../replies/agent/writer.ts';
import { createAnalyst } from '../understanding/analyst.ts';
import { BASE_INTENTS } from '../understanding/understanding.ts';
import type { ModelParts } from './context.ts';
import type { Turn } from './turn-record.ts';

/** Turns of a conversation that a model may be told of. */
const TURNS_TOLD = 6;
/** Kept of the reply's time for what comes after the model. */
const RESERVE_MS = 300;

export interface ModelRoomOptions {
  settings: LlmSettings;
  spending: Spending;
  recentTurns(conversationId: string, limit: number): Promise<Turn[]>;
  promptsFolder?: string;
  now(): Date;
}

/** The model's side of the house, opened once; `partsFor` furnishes it for a pack. Imports the model's libraries. */
export async function createModelRoom({ settings, spending, recentTurns, promptsFolder, now }: ModelRoomOptions) {
  const port = await createModelPort(settings);
  const prompts = loadPrompts(promptsFolder);
  const budget = createBudget({ limits: settings.limits, spending, now });
  return {
    partsFor(pack: Pack, rooms: { retriever: Retriever; recommender: Recommender }): ModelParts {
      return {
        analyst: createAnalyst({
          port,
          prompts,
          shop: localize(pack.name, 'en') || pack.id,
          intents: [...BASE_INTENTS, ...pack.intents.map(({ name }) => name)],
          vocabulary: vocabularyOf(pack),
        }),
        writer: createAgentWriter({ pack, port, prompts, ...rooms }),
        async allow(customerId) {
          const deadline = performance.now() + settings.replyTimeoutMs - RESERVE_MS;
          return { purse: await budget.open(customerId), deadline };
        },
        linesOf: async (conversationId) => (await recentTurns(conversationId, TURNS_TOLD)).flatMap(linesOfTurn),
      };
    },
  };
}

/** A finished turn as two lines; the turn under way has no reply yet and is left out. */
function linesOfTurn({ message, reply }: Turn): Line[] {
  if (!reply) return [];
  return [
    { by: 'customer' as const, text: message.text },
    { by: 'bot' as const, text: reply.text },
  ].filter(({ text }) => text.trim() !== '');
}
