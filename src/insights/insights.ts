import type { Connection } from 'mongoose';
import type { Lexicon } from '../knowledge/lexicon/lexicon.ts';
import { attentionSince, createAttentionIndexes } from './attention.ts';
import { createDaily } from './figures/daily.ts';
import { sumOf } from './figures/figures.ts';
import type { TextRead } from './figures/rows.ts';
import { keywordsIn } from './keywords.ts';
import { overviewOf, type Period } from './overview.ts';
import { createDrafts } from './questions/drafts.ts';
import { openQuestionsIn } from './questions/questions.ts';
import { satisfactionIn, voicesBehind } from './satisfaction.ts';

export interface InsightsOptions {
  connection: Connection;
  /** Reads what a review says. */
  read(text: string): TextRead;
  /** What words mean the same, over both languages. */
  lexicon(): Lexicon;
  faq(): { path: string; taken: ReadonlySet<string> };
  reindex(): Promise<void>;
  now?(): Date;
  logger?: { error(details: object, message: string): void };
}

export type Insights = ReturnType<typeof createInsights>;

/** What the business learns from its conversations: figures, what needs a look, satisfaction, keywords, open questions. */
export function createInsights(options: InsightsOptions) {
  const { connection, read, lexicon, now = () => new Date() } = options;
  const daily = createDaily(options);
  const drafts = createDrafts(options);
  return {
    daily,
    drafts,
    async createIndexes(): Promise<void> {
      await createAttentionIndexes(connection);
      await drafts.createIndexes();
    },
    overview: (period: Period) => overviewOf(daily, period, now()),
    attention: (since: Date, channel?: string) => attentionSince(connection, since, channel),
    satisfaction: (period: Period) => satisfactionIn(daily, period),
    keywords: (period: Period) => keywordsIn(daily, period),
    questions: (period: Period) => openQuestionsIn(connection, daily, lexicon(), period),
    /** The sentences behind a figure; `key` is `aspect|delivery` or `product|p1`. */
    async voices({ from, to, channel }: Period, key: string) {
      const { examples } = sumOf((await daily.read(from, to, channel)).days.map(({ figures }) => figures));
      return voicesBehind(connection, examples, key, read);
    },
  };
}
