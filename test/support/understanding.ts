import type { Understanding } from '../../src/understanding/understanding.ts';

type Parts = Partial<Omit<Understanding, 'entities' | 'intent' | 'sentiment'>> & {
  entities?: Partial<Understanding['entities']>;
  intent?: string;
  confidence?: number;
  sentiment?: Partial<Understanding['sentiment']>;
};

/** An understanding with everything empty but what is given; for tests of what comes after it. */
export function understandingOf(text: string, parts: Parts = {}): Understanding {
  const { entities, intent = 'unsure', confidence = 0.9, sentiment, ...rest } = parts;
  return {
    language: 'en',
    replyLanguage: 'en',
    clean: { text, changes: [], emoji: [] },
    sentiment: { label: 'neutral', score: 0, confidence: 0.9, angry: false, aspects: [], by: 'built-in', ...sentiment },
    intent: { name: intent, confidence, by: 'built-in', alternatives: [] },
    intents: [{ name: intent, confidence }],
    filters: {},
    entities: {
      orderNumbers: [],
      dates: [],
      references: [],
      productIds: [],
      reset: false,
      more: false,
      lifted: [],
      ...entities,
    },
    keywords: [],
    ...rest,
  };
}
