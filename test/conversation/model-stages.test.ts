import { describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { ModelParts, TurnContext, TurnParts } from '../../src/conversation/context.ts';
import { deepen, wordByModel } from '../../src/conversation/model-stages.ts';
import type { WriteRequest } from '../../src/replies/agent/scene.ts';
import { PLAIN_STRATEGY } from '../../src/segments/segment.ts';

const LINES = [{ by: 'bot' as const, text: 'A phone or a tablet?' }];

/** A turn whose intent nobody is sure of, with a model that says so too. */
function stage() {
  const reads = { lines: 0, strategy: 0 };
  const written: WriteRequest[] = [];
  const llm = {
    analyst: {
      doubts: () => ['intent'],
      analyse: async ({ understanding }: { understanding: unknown }) => ({ understanding, cached: false, prompt: {} }),
    },
    writer: {
      takes: () => true,
      async write(request: WriteRequest) {
        written.push(request);
        return { prompts: [], tools: [], preferences: [] };
      },
    },
    allow: async () => ({}),
    async linesOf() {
      reads.lines++;
      return LINES;
    },
  } as unknown as ModelParts;
  const parts = {
    llm,
    pack: { intents: [] },
    logger: pino({ level: 'silent' }),
    async strategyFor() {
      reads.strategy++;
      return PLAIN_STRATEGY;
    },
  } as unknown as TurnParts;
  const context = {
    turn: { conversationId: 'web:room', receivedAt: new Date() },
    message: { text: 'the first one', attachments: [] },
    language: 'en',
    customer: { id: 'ann', profile: { preferences: [] }, consent: { personalisation: { granted: true } } },
    understanding: {
      language: 'en',
      clean: { text: 'the first one' },
      intent: { name: 'unsure', confidence: 0.2, alternatives: [] },
      sentiment: { label: 'neutral', score: 0, angry: false, confidence: 1, aspects: [] },
      filters: {},
      keywords: [],
      entities: { productIds: [], orderNumbers: [], dates: [], references: [], ordinals: [] },
    },
    dialogue: { turns: 1, shown: [], seen: [], need: { text: '', filters: {} } },
    plan: { route: 'clarify', intent: 'unsure' },
    handled: [{ brief: { kind: 'clarify' } }],
  } as unknown as TurnContext;
  return { parts, context, reads, written };
}

describe('a turn with a language model', () => {
  test('reads what was said before once, for the analysis and the reply', async () => {
    const { parts, context, reads, written } = stage();
    await wordByModel(await deepen(parts)(context), { text: '', language: 'en', by: 'built-in' }, parts);
    expect(written[0]?.history).toEqual(LINES);
    expect(reads.lines).toBe(1);
  });

  test.each([
    ['read by the handler is handed on', PLAIN_STRATEGY, 0],
    ['that the handler found none of is not looked for again', null, 0],
    ['no handler needed is read for the reply', undefined, 1],
  ])('a strategy %s', async (_, strategy, reading) => {
    const { parts, context, reads, written } = stage();
    const deep = await deepen(parts)({ ...context, handled: [{ ...context.handled[0], strategy }] });
    await wordByModel(deep, { text: '', language: 'en', by: 'built-in' }, parts);
    expect(reads.strategy).toBe(reading);
    expect(written[0]?.strategy).toEqual(strategy === null ? undefined : PLAIN_STRATEGY);
  });
});
