import type { EvidenceParts } from './evidence.ts';

/**
 * How entries are ranked and when the first may answer: two small linear models, learnt from the questions of the shipped packs, each
 * asked of an index that has not seen it, with its entry there and with the entry gone (`fit-answers.ts`). They hold for any pack.
 */
export interface AnswerWeights {
  rank: Record<keyof EvidenceParts, number>;
  /** Of the logistic chance that an entry answers: its score, its share among all entries, the classifier's doubt. */
  chance: { bias: number; score: number; share: number; none: number };
}

export const ANSWER_WEIGHTS: AnswerWeights = {
  rank: { lexical: 1.57, vector: 2.01, known: 4.45, answer: 0.99, words: 4.62 },
  chance: { bias: -3.96, score: 0.19, share: 3.9, none: -1.82 },
};

/** The chance from which a passage is shown. */
export const ANSWERS = 0.25;

/** What the ranking gives an entry. */
export function rankScore(parts: EvidenceParts, { rank }: AnswerWeights = ANSWER_WEIGHTS): number {
  return (
    rank.lexical * parts.lexical +
    rank.vector * parts.vector +
    rank.known * parts.known +
    rank.answer * parts.answer +
    rank.words * parts.words
  );
}

/** The score of all that a pack does not say: in a pack of three entries, too, one must be better than this. */
const UNSAID = 5;

/** Each score's share of all (softmax), what is not said included. */
export function sharesOf(scores: readonly number[]): number[] {
  const highest = Math.max(UNSAID, ...scores);
  const each = scores.map((score) => Math.exp(score - highest));
  const sum = each.reduce((total, value) => total + value, Math.exp(UNSAID - highest));
  return each.map((value) => value / sum);
}

/** The chance that an entry answers. */
export function answerChance(
  { score, share, none }: { score: number; share: number; none: number },
  { chance }: AnswerWeights = ANSWER_WEIGHTS,
): number {
  return 1 / (1 + Math.exp(-(chance.bias + chance.score * score + chance.share * share + chance.none * none)));
}
