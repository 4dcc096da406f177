import type { ReplyLanguage } from '../../understanding/understanding.ts';
import type { PassageUnit } from './passage-units.ts';
import { type Topic, wordingsOf } from './topics.ts';

/** What a topic and an entry must give each other together: 1 = either all of the topic's plain wordings, or all of the entry's own. */
const AGREEMENT = 0.5;
/** What the entry's own questions must say of the topic, however many of its wordings find the entry. */
const OWN = 0.15;

export interface BorrowOptions {
  topics: readonly Topic[];
  /** Id of the FAQ entry a wording finds first among a pack's own questions; undefined when it finds none. */
  find: (wording: string, language: ReplyLanguage) => string | undefined;
  /** The chance of each topic, in their order, that the entry's own questions are about it. */
  chancesOf: (id: string) => ArrayLike<number>;
}

export interface Borrowed {
  units: PassageUnit[];
  /** Topics the pack says nothing about: their wordings are questions it cannot answer. */
  unanswered: Topic[];
}

/**
 * Lends the shipped wordings of common topics to a pack's own questions on the same topic: the wordings must find the entry and the
 * entry's questions the topic, since what a pack says nothing about finds something, too.
 */
export function borrowWordings({ topics, find, chancesOf }: BorrowOptions): Borrowed {
  const units: PassageUnit[] = [];
  const unanswered: Topic[] = [];
  for (const [place, topic] of topics.entries()) {
    const asked = (['en', 'zh'] as const).flatMap((language) =>
      topic.plain[language].map((wording) => find(wording, language)),
    );
    const votes = new Map<string, number>();
    for (const id of asked) if (id) votes.set(id, (votes.get(id) ?? 0) + 1 / asked.length);
    const rated = [...votes]
      .map(([id, share]) => ({ id, share, own: chancesOf(id)[place] }))
      .filter(({ share, own }) => own >= OWN && share + own >= AGREEMENT)
      .sort((a, b) => b.share + b.own - a.share - a.own);
    const [best] = rated;
    if (best)
      units.push(
        ...wordingsOf(topic).map((wording): PassageUnit => ({ ...wording, id: best.id, kind: 'faq', text: '' })),
      );
    else unanswered.push(topic);
  }
  return { units, unanswered };
}
