import { HumanMessage } from '@langchain/core/messages';
import { z } from 'zod';
import { type AnswerCache, createAnswerCache } from '../llm/answer-cache.ts';
import type { Allowance, ModelPort } from '../llm/model-port.ts';
import { asData, type Prompts } from '../llm/prompts.ts';
import { askForJson } from '../llm/structured.ts';
import { estimateTokens } from '../llm/tokens.ts';
import type { Filters, ReplyLanguage, Understanding, Vocabulary } from './understanding.ts';

/** What the built-in models left open. */
export type Doubt = 'intent' | 'sentiment' | 'language';

export interface Analysis {
  understanding: Understanding;
  /** Whether the answer was known from an identical request. */
  cached: boolean;
  prompt: { id: string; version: string };
}

/** The second stage of the cascade: a language model, asked once for all that the built-in models are unsure of. */
export interface Analyst {
  /** What is open; [] = the model need not be asked. */
  doubts(understanding: Understanding): Doubt[];
  /** @throws AppError MODEL_FAILED; the built-in understanding stands then. */
  analyse(request: {
    /** PII redacted. */
    text: string;
    language: ReplyLanguage;
    understanding: Understanding;
    /** What the bot said last, which a short answer refers to. */
    lastReply?: string;
    allowance: Allowance;
  }): Promise<Analysis>;
  /** Tokens a call would have taken: what not asking saved. */
  savedTokens(text: string): number;
}

/** Confidence from which a built-in answer stands; below it is worth a call. */
const SURE_INTENT = 0.5;
const SURE_SENTIMENT = 0.5;
const CHARACTERS_READ = 2000;
const BRANDS_NAMED = 60;
const ANSWER_TOKENS = 120;
const CACHE = { size: 2000, ttlMs: 3_600_000 };

const answerSchema = z.object({
  intent: z.string(),
  confidence: z.number().min(0).max(1),
  sentiment: z.enum(['positive', 'neutral', 'negative']),
  score: z.number().min(-1).max(1),
  angry: z.boolean(),
  filters: z
    .object({
      category: z.string().nullish(),
      minPrice: z.number().min(0).nullish(),
      maxPrice: z.number().min(0).nullish(),
      brandInclude: z.array(z.string()).nullish(),
      brandExclude: z.array(z.string()).nullish(),
    })
    .nullish(),
  keywords: z.array(z.string().max(60)).max(10).nullish(),
});
type Answer = z.infer<typeof answerSchema>;
/** With the model that gave it. */
type Answered = { value: Answer; by: string };

export interface AnalystOptions {
  port: ModelPort;
  prompts: Prompts;
  shop: string;
  /** Base intents and the pack's own. */
  intents: readonly string[];
  vocabulary: Vocabulary;
  cache?: AnswerCache<Answered>;
}

export function createAnalyst(options: AnalystOptions): Analyst {
  const { port, prompts, shop, intents, vocabulary, cache = createAnswerCache<Answered>(CACHE) } = options;
  const fixed = {
    shop,
    intents: [...intents, 'unsure'].join(', '),
    categories: vocabulary.categories.map(({ id }) => id).join(', '),
    brands: vocabulary.brands
      .slice(0, BRANDS_NAMED)
      .map(({ id }) => id)
      .join(', '),
    currency: vocabulary.currency,
  };
  const render = (language: ReplyLanguage, text: string, lastReply = '') =>
    prompts.render('analysis', language, {
      ...fixed,
      recent: lastReply === '' ? '' : asData('said_before', lastReply.slice(0, 300)),
      message: asData('customer_message', text.slice(0, CHARACTERS_READ)),
    });
  const fixedTokens = estimateTokens(render('en', '').text) + ANSWER_TOKENS;

  return {
    doubts({ intent, sentiment, language, clean }) {
      if (clean.text.trim() === '') return [];
      const doubts: Doubt[] = [];
      if (language === 'other') doubts.push('language');
      if (intent.name === 'unsure' || intent.confidence < SURE_INTENT) doubts.push('intent');
      if (sentiment.confidence < SURE_SENTIMENT) doubts.push('sentiment');
      return doubts;
    },

    async analyse({ text, language, understanding, lastReply, allowance }) {
      const { text: prompt, id, version } = render(language, text, lastReply);
      const known = cache.get(prompt);
      const answered =
        known ??
        (await askForJson(port, {
          name: 'analysis',
          schema: answerSchema,
          messages: [new HumanMessage(prompt)],
          allowance,
        }));
      if (!known) cache.set(prompt, answered);
      return {
        understanding: withAnswer(understanding, answered.value, { by: answered.by, intents, vocabulary }),
        cached: known !== undefined,
        prompt: { id, version },
      };
    },

    savedTokens: (text) => fixedTokens + estimateTokens(text.slice(0, CHARACTERS_READ)),
  };
}

/** The understanding with the model's answer where the built-in one was in doubt. What does not exist in the pack is dropped. */
export function withAnswer(
  understanding: Understanding,
  answer: Answer,
  { by, intents, vocabulary }: { by: string; intents: readonly string[]; vocabulary: Vocabulary },
): Understanding {
  const { intent, sentiment, language } = understanding;
  const foreign = language === 'other';
  const known = intents.includes(answer.intent);
  const better = known && (foreign || intent.name === 'unsure' || answer.confidence > intent.confidence);
  const doubtful = foreign || sentiment.confidence < SURE_SENTIMENT;
  return {
    ...understanding,
    ...(better && {
      intent: {
        name: answer.intent,
        confidence: answer.confidence,
        by,
        alternatives: [
          ...(intent.name === 'unsure' ? [] : [{ name: intent.name, confidence: intent.confidence }]),
          ...intent.alternatives,
        ].filter(({ name }) => name !== answer.intent),
      },
      intents: [{ name: answer.intent, confidence: answer.confidence }],
    }),
    sentiment: {
      ...sentiment,
      ...(doubtful && { label: answer.sentiment, score: answer.score, confidence: answer.confidence, by }),
      // Anger that one of the two sees is believed: it only keeps the bot from selling.
      angry: sentiment.angry || answer.angry,
    },
    filters: { ...knownFilters(answer.filters ?? {}, vocabulary), ...understanding.filters },
    keywords: understanding.keywords.length > 0 ? understanding.keywords : (answer.keywords ?? []),
  };
}

function knownFilters(filters: NonNullable<Answer['filters']>, vocabulary: Vocabulary): Filters {
  const brands = (names: readonly string[] | null | undefined): string[] =>
    (names ?? []).flatMap((name) => vocabulary.brands.find((brand) => namedAs(brand.names, name))?.id ?? []);
  const include = brands(filters.brandInclude);
  const exclude = brands(filters.brandExclude);
  const category = vocabulary.categories.find(({ id }) => id === filters.category);
  const { minPrice, maxPrice } = filters;
  const ordered = minPrice == null || maxPrice == null || minPrice <= maxPrice;
  return {
    ...(category && { category: category.id }),
    ...(minPrice != null && ordered && { minPrice }),
    ...(maxPrice != null && ordered && { maxPrice }),
    ...(include.length > 0 && { brandInclude: include }),
    ...(exclude.length > 0 && { brandExclude: exclude }),
  };
}

const namedAs = (names: readonly string[], name: string): boolean =>
  names.some((one) => one.toLowerCase() === name.toLowerCase());
