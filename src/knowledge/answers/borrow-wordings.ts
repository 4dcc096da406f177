import type { ReplyLanguage } from '../../understanding/understanding.ts';
import type { PassageUnit } from './passage-units.ts';
import type { Topic } from './topics.ts';

/** The share of a topic's wordings that must find the same entry before it lends them. */
const AGREEMENT = 0.4;

/** Id of the FAQ entry a wording finds first among a pack's own questions; undefined or '' when it finds none. */
export type FindEntry = (wording: string, language: ReplyLanguage) => string | undefined;

export interface Borrowed {
  units: PassageUnit[];
  /** Topics the pack says nothing about: their wordings are questions it cannot answer. */
  unanswered: Topic[];
}

/**
 * Lends the shipped wordings of common topics to a pack's own questions on the same topic, which is the one that most of the
 * wordings find by themselves.
 */
export function borrowWordings(find: FindEntry, topics: readonly Topic[]): Borrowed {
  const units: PassageUnit[] = [];
  const unanswered: Topic[] = [];
  for (const topic of topics) {
    const wordings = (['en', 'zh'] as const).flatMap((language) =>
      topic[language].map((heading) => ({ language, heading })),
    );
    const votes = new Map<string, number>();
    for (const { heading, language } of wordings) {
      const id = find(heading, language);
      if (id) votes.set(id, (votes.get(id) ?? 0) + 1);
    }
    const [id, most] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
    if (most >= AGREEMENT * wordings.length)
      units.push(...wordings.map((wording): PassageUnit => ({ ...wording, id, kind: 'faq', text: '' })));
    else unanswered.push(topic);
  }
  return { units, unanswered };
}
