import type { ReplyLanguage } from '../../understanding/understanding.ts';
import { MORE_TOPICS } from '../lexicon/topics-more.ts';
import { ORDER_TOPICS } from '../lexicon/topics-orders.ts';
import { SERVICE_TOPICS } from '../lexicon/topics-service.ts';

/** One thing customers ask every shop, in many wordings. */
export type Topic = Record<ReplyLanguage, string[]>;

/** Topics in plain wordings: most packs' own questions find them. */
export const TOPICS: readonly Topic[] = [ORDER_TOPICS, SERVICE_TOPICS].flatMap(parseTopics);

/** The same topics in freer wordings, which find their questions once the plain ones are lent. */
export const FREE_TOPICS: readonly Topic[] = parseTopics(MORE_TOPICS);

function parseTopics(text: string): Topic[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => {
      const [en, zh] = block.split('\n').map((line) => line.split('|').map((wording) => wording.trim()));
      return { en, zh };
    });
}

/** Both languages of each topic as one text: what teaches the built-in embedding that its words belong together. */
export function topicLessons(): string[] {
  return [...TOPICS, ...FREE_TOPICS].map(({ en, zh }) => [...en, ...zh].join('\n'));
}
