import { type AnswerWeights, rankScore, sharesOf } from '../answers/answer-weights.ts';
import type { EvidenceParts } from '../answers/evidence.ts';
import type { AnswerLesson } from './answer-lessons.ts';

const PARTS = ['lexical', 'vector', 'known', 'answer', 'words'] as const satisfies (keyof EvidenceParts)[];
const CHANCES = ['bias', 'score', 'share', 'none'] as const;
/** What each kind of example counts: half should be answered; a wrong answer is worse than a missing one. */
const COUNTS = { right: 0.5, wrong: 0.15, gone: 0.2, foreign: 0.15 };
const ROUNDS = { rank: 300, chance: 800 };
const RATE = { rank: 0.2, chance: 0.1 };
const DECAY = 1e-3;

/**
 * Learns to rank entries (multinomial logit over all of a pack's) and then when the first one answers (logistic). Every pack counts
 * alike, however many questions it has.
 */
export function fitAnswers(lessons: readonly AnswerLesson[]): AnswerWeights {
  const asked = lessons.flatMap((lesson) => {
    const right = lesson.entries.findIndex(({ id }) => id === lesson.id);
    return lesson.kind === 'held' && right >= 0 ? [{ lesson, right }] : [];
  });
  const perPack = countBy(asked, ({ lesson }) => lesson.pack);
  const rank = ascend(PARTS.length, ROUNDS.rank, RATE.rank, (weights, gradient) => {
    for (const { lesson, right } of asked) {
      const rows = lesson.entries.map(({ parts }) => PARTS.map((part) => parts[part]));
      const scores = rows.map((row) => dot(row, weights));
      const highest = Math.max(...scores);
      const each = scores.map((score) => Math.exp(score - highest));
      const sum = each.reduce((total, value) => total + value, 0);
      const share = 1 / (perPack.get(lesson.pack)! * perPack.size);
      for (const at of PARTS.keys()) {
        const expected = rows.reduce((total, row, entry) => total + (each[entry] / sum) * row[at], 0);
        gradient[at] += share * (rows[right][at] - expected);
      }
    }
  });
  const weights: AnswerWeights = {
    rank: named(PARTS, rank),
    chance: { bias: 0, score: 0, share: 0, none: 0 },
  };
  const examples = lessons.filter(({ entries }) => entries.length > 0).map((lesson) => exampleOf(lesson, weights));
  const perKind = countBy(examples, ({ key }) => key);
  const packs = new Set(lessons.map(({ pack }) => pack)).size;
  const chance = ascend(CHANCES.length, ROUNDS.chance, RATE.chance, (current, gradient) => {
    for (const { row, right, kind, key } of examples) {
      const error = (right ? 1 : 0) - 1 / (1 + Math.exp(-dot(row, current)));
      const share = COUNTS[kind] / (perKind.get(key)! * packs);
      for (const at of CHANCES.keys()) gradient[at] += share * error * row[at];
    }
  });
  return { ...weights, chance: named(CHANCES, chance) };
}

function exampleOf({ entries, none, id, kind, pack }: AnswerLesson, weights: AnswerWeights) {
  const scores = entries.map(({ parts }) => rankScore(parts, weights));
  const score = Math.max(...scores);
  const first = scores.indexOf(score);
  const right = kind === 'held' && entries[first].id === id;
  const as = right ? 'right' : kind === 'held' ? 'wrong' : kind;
  return { row: [1, score, sharesOf(scores)[first], none], right, kind: as, key: `${pack} ${as}` } as const;
}

/** Gradient ascent with Adam's steps (Kingma and Ba 2015) and a pull towards 0. */
function ascend(
  size: number,
  rounds: number,
  rate: number,
  addGradient: (weights: readonly number[], gradient: number[]) => void,
): number[] {
  const weights = Array<number>(size).fill(0);
  const mean = [...weights];
  const square = [...weights];
  for (let round = 1; round <= rounds; round++) {
    const gradient = weights.map((weight) => -DECAY * weight);
    addGradient(weights, gradient);
    for (let at = 0; at < size; at++) {
      mean[at] = 0.9 * mean[at] + 0.1 * gradient[at];
      square[at] = 0.99 * square[at] + 0.01 * gradient[at] ** 2;
      const step = mean[at] / (1 - 0.9 ** round) / (Math.sqrt(square[at] / (1 - 0.99 ** round)) + 1e-9);
      weights[at] += rate * step;
    }
  }
  return weights;
}

function named<K extends string>(names: readonly K[], values: readonly number[]): Record<K, number> {
  return Object.fromEntries(names.map((name, at) => [name, Math.round(values[at] * 100) / 100])) as Record<K, number>;
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, at) => sum + value * b[at], 0);
