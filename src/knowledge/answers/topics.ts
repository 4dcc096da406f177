import type { ReplyLanguage } from '../../understanding/understanding.ts';
import { BANKING_TOPICS } from '../lexicon/topics-banking.ts';
import { ORDER_TOPICS } from '../lexicon/topics-orders.ts';
import { SELDOM_TOPICS } from '../lexicon/topics-seldom.ts';
import { SERVICE_TOPICS } from '../lexicon/topics-service.ts';
import { TRAVEL_TOPICS } from '../lexicon/topics-travel.ts';
import type { Pack } from '../pack.ts';

export type Wordings = Record<ReplyLanguage, string[]>;

/** One thing customers ask many businesses. */
export interface Topic {
  /** Wordings that most packs' own questions resemble: they find the entry. */
  plain: Wordings;
  /** The same as people say it in passing: lent with the others. */
  free: Wordings;
}

const SHOP = [ORDER_TOPICS, SERVICE_TOPICS].flatMap(parseTopics);
const FINANCE = parseTopics(BANKING_TOPICS);
const TRAVEL = parseTopics(TRAVEL_TOPICS);
const SELDOM = parseTopics(SELDOM_TOPICS);

/** What a business of this kind is asked: "lost" means a card to a bank and a suitcase to an agency. */
export function topicsOf(domain: Pack['domain']): readonly Topic[] {
  const topics = { shop: SHOP, finance: FINANCE, travel: TRAVEL, other: [...SHOP, ...FINANCE, ...TRAVEL] }[domain];
  return [...topics, ...SELDOM];
}

function parseTopics(text: string): Topic[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => {
      const [en, zh, ...free] = block.split('\n').map((line) => line.split('|').map((wording) => wording.trim()));
      const of = (language: number) => free.filter((_, at) => at % 2 === language).flat();
      return { plain: { en, zh }, free: { en: of(0), zh: of(1) } };
    });
}

/** All wordings of a topic with their language. */
export function wordingsOf({ plain, free }: Topic): { language: ReplyLanguage; heading: string }[] {
  return (['en', 'zh'] as const).flatMap((language) =>
    [...plain[language], ...free[language]].map((heading) => ({ language, heading })),
  );
}

/** Each topic as one text in both languages: what teaches the built-in embedding that its words belong together. */
export function topicLessons(domain: Pack['domain']): string[] {
  return topicsOf(domain).flatMap(({ plain, free }) =>
    [plain, free].map(({ en, zh }) => [...en, ...zh].join('\n')).filter((text) => text !== ''),
  );
}
