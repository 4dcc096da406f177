import type { ReplyLanguage } from '../../understanding/understanding.ts';
import { BANKING_TOPICS } from '../lexicon/topics-banking.ts';
import { MORE_TOPICS } from '../lexicon/topics-more.ts';
import { ORDER_TOPICS } from '../lexicon/topics-orders.ts';
import { SERVICE_TOPICS } from '../lexicon/topics-service.ts';
import { SPOKEN_TOPICS } from '../lexicon/topics-spoken.ts';
import { TRAVEL_TOPICS } from '../lexicon/topics-travel.ts';
import type { Pack } from '../pack.ts';

/** One thing customers ask many businesses, in many wordings. */
export type Topic = Record<ReplyLanguage, string[]>;

/** Topics in two rounds: most packs' own questions find the plain wordings, and with those lent they find the freer ones. */
export interface Topics {
  plain: readonly Topic[];
  free: readonly Topic[];
}

const SHOP: Topics = {
  plain: [ORDER_TOPICS, SERVICE_TOPICS].flatMap(parseTopics),
  free: [MORE_TOPICS, SPOKEN_TOPICS].flatMap(parseTopics),
};
const FINANCE: Topics = { plain: parseTopics(BANKING_TOPICS), free: [] };
const TRAVEL: Topics = { plain: parseTopics(TRAVEL_TOPICS), free: [] };
const ALL: Topics = { plain: [SHOP, FINANCE, TRAVEL].flatMap(({ plain }) => plain), free: SHOP.free };

/** What a business of this kind is asked: "lost" means a card to a bank and a suitcase to an agency. */
export function topicsOf(domain: Pack['domain']): Topics {
  return { shop: SHOP, finance: FINANCE, travel: TRAVEL, other: ALL }[domain];
}

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
export function topicLessons(domain: Pack['domain']): string[] {
  const { plain, free } = topicsOf(domain);
  return [...plain, ...free].map(({ en, zh }) => [...en, ...zh].join('\n'));
}
