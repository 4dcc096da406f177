import type { Connection } from 'mongoose';
import type { Calendar } from '../calendar.ts';
import type { Lexicon } from '../knowledge/lexicon/lexicon.ts';
import { createPackLexicon } from '../knowledge/lexicon/pack-lexicon.ts';
import type { Pack } from '../knowledge/pack.ts';
import type { Understanding } from '../understanding/understanding.ts';
import { attentionAt, createAttentionIndexes } from './attention.ts';
import { createDaily } from './figures/daily.ts';
import type { TextRead } from './figures/rows.ts';
import { keywordsIn } from './keywords.ts';
import { overviewOf, type Period } from './overview.ts';
import { createDrafts } from './questions/drafts.ts';
import { faqFileOf } from './questions/faq-file.ts';
import { openQuestionsIn } from './questions/questions.ts';
import { satisfactionIn, voicesBehind } from './satisfaction.ts';
import { segmentTalk } from './segment-talk.ts';

export interface InsightsOptions {
  connection: Connection;
  /** As it is indexed now. */
  pack(): Pack;
  /** The pack's folder or file, as configured. */
  packPath: string;
  understand(text: string): Understanding;
  /** Builds the index anew from the pack's files; the bot serves on meanwhile. */
  reindex(): Promise<void>;
  /** Whose days the figures are of. */
  calendar?: Calendar;
  now?(): Date;
  logger?: { error(details: object, message: string): void };
}

export type Insights = ReturnType<typeof createInsights>;

/** What the business learns from its conversations: figures, what needs a look, satisfaction, keywords, open questions. */
export function createInsights(options: InsightsOptions) {
  const { connection, pack, now = () => new Date() } = options;
  const read = (text: string) => readText(options.understand(text));
  const daily = createDaily({ ...options, read });
  const drafts = createDrafts({
    ...options,
    faq: () => ({ path: faqFileOf(options.packPath), taken: new Set(pack().faq.map(({ id }) => id)) }),
  });
  let lexicon: { pack: Pack; words: Lexicon } | undefined;
  function wordsOf(current: Pack): Lexicon {
    if (lexicon?.pack !== current) lexicon = { pack: current, words: createPackLexicon(current) };
    return lexicon.words;
  }
  return {
    daily,
    drafts,
    async createIndexes(): Promise<void> {
      await createAttentionIndexes(connection);
      await drafts.createIndexes();
    },
    overview: (period: Period) => overviewOf(daily, period, now()),
    attention: (channel?: string) => attentionAt(connection, daily, now(), channel),
    satisfaction: (period: Period) => satisfactionIn(daily, period),
    keywords: (period: Period) => keywordsIn(daily, period),
    questions: (period: Period) => openQuestionsIn(connection, daily, wordsOf(pack()), period),
    /** How some customers talk: their mood by week, and what they say more than everybody. */
    talk: (customerIds: readonly string[]) => segmentTalk(connection, daily, customerIds, now()),
    /** The sentences behind a figure; `key` is `aspect|delivery` or `product|p1`. */
    async voices({ from, to, channel }: Period, key: string) {
      return voicesBehind(connection, await daily.examples(from, to, key, channel), key, read);
    },
  };
}

function readText({ sentiment, keywords, language }: Understanding): TextRead {
  return { label: sentiment.label, score: sentiment.score, aspects: sentiment.aspects, keywords, language };
}
