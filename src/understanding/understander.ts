import { readEntities } from './entities/read-entities.ts';
import { readFirst } from './entities/read-first.ts';
import { readFilters } from './filters/read-filters.ts';
import { compileVocabulary } from './filters/vocabulary-index.ts';
import { asSearch, isBareGoods } from './intent/bare-goods.ts';
import { createIntentModel, type IntentModel } from './intent/intent-model.ts';
import { type PackIntentExamples, trainPackIntents } from './intent/pack-intents.ts';
import { keywordsOfText } from './keywords/keywords.ts';
import { loadIntentClassifier, loadSentimentClassifier } from './models/built-in.ts';
import { createSentimentModel, type SentimentModel } from './sentiment/sentiment-model.ts';
import { cleanText } from './text/clean.ts';
import { detectLanguage } from './text/language.ts';
import { addWords } from './text/segmenter.ts';
import type { CleanText, Language, ReplyLanguage, Understander, Vocabulary } from './understanding.ts';

export interface UnderstanderOptions {
  vocabulary: Vocabulary;
  intentModel: Pick<IntentModel, 'read'>;
  sentimentModel: Pick<SentimentModel, 'read'>;
}

/** Characters of a message that are read; what follows is kept in the message and named in `changes` as 'truncated'. */
export const LONGEST_MESSAGE = 10_000;

/** The built-in understanding over a business's vocabulary, compiled once. Pure, synchronous, linear in the text, never throws. */
export function createUnderstander(options: UnderstanderOptions): Understander {
  const { vocabulary, intentModel, sentimentModel } = options;
  const index = compileVocabulary(vocabulary);
  addWords(chineseWordsOf(vocabulary));

  return {
    understand(raw, { now = new Date(), fallbackLanguage = 'en' } = {}) {
      const clean = readMessage(raw);
      const { text } = clean;
      const language = detectLanguage(text);
      const { dates, orderNumbers, spans } = readFirst(text, now);
      const { filters, kindSure, mentions } = readFilters(text, index, spans);
      const reading = intentModel.read(text);
      return {
        language,
        replyLanguage: replyLanguage(text, language, fallbackLanguage),
        clean,
        sentiment: sentimentModel.read(text),
        ...(isBareGoods(text, mentions) ? asSearch(reading) : reading),
        filters,
        entities: readEntities(text, { filters, kindSure, mentions, dates, orderNumbers }),
        keywords: keywordsOfText(text),
      };
    },
  };
}

export interface BuiltInUnderstanderOptions {
  vocabulary: Vocabulary;
  /** The pack's own intents with their examples; learnt here, in well under a second. */
  packIntents?: readonly PackIntentExamples[];
}

/** The understander with the shipped models. @throws AppError MODEL_FILE_INVALID */
export function createBuiltInUnderstander({ vocabulary, packIntents = [] }: BuiltInUnderstanderOptions): Understander {
  return createUnderstander({
    vocabulary,
    intentModel: createIntentModel({ classifier: trainPackIntents(loadIntentClassifier(), [...packIntents]) }),
    sentimentModel: createSentimentModel({ classifier: loadSentimentClassifier() }),
  });
}

function readMessage(raw: string): CleanText {
  if (raw.length <= LONGEST_MESSAGE) return cleanText(raw);
  const clean = cleanText(raw.slice(0, LONGEST_MESSAGE));
  return { ...clean, changes: [...clean.changes, 'truncated'] };
}

/** A mixed text is answered in the language its sentence is built in: Chinese when Han outweighs the English words. */
function replyLanguage(text: string, language: Language, fallback: ReplyLanguage): ReplyLanguage {
  if (language === 'en' || language === 'zh') return isTelling(text, language) ? language : fallback;
  if (language === 'other') return fallback;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[a-z][a-z'’-]+/gi)?.length ?? 0;
  return han >= words * 1.5 ? 'zh' : 'en';
}

/** "ok" and a model's name are written in every language: they keep the conversation's. */
function isTelling(text: string, language: Language): boolean {
  if (language === 'zh') return true;
  const words = text.toLowerCase().match(/[a-z'’]+/g) ?? [];
  return (
    !words.every((word) =>
      /^(?:ok|okay|no|bye|hi|iphone|pro|max|plus|mini|ultra|[a-z]|vip|usb|tv|wifi|app|xl|xxl)$/.test(word),
    ) && !/^\S*\d\S*(?: \S*\d\S*)*$/.test(text.trim())
  );
}

function chineseWordsOf(vocabulary: Vocabulary): string[] {
  const { categories, brands, colors, attributes, products } = vocabulary;
  const values = attributes.flatMap((attribute) => attribute.values ?? []);
  return [...categories, ...brands, ...colors, ...attributes, ...values, ...products].flatMap((entry) => entry.names);
}
