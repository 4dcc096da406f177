import type { SentimentLabel } from '../../understanding/understanding.ts';
import { createDistinct, type Distinct } from './distinct.ts';

/** How something was spoken of. */
export interface Mood {
  positive: number;
  neutral: number;
  negative: number;
  /** Sum of scores, -1..1 each. */
  score: number;
}

/** Where to read what a figure was made from: a turn, or a review. */
export interface Example {
  /** What it is an example of: `aspect|delivery|negative`, `product|p1|positive`, `badly answered`. */
  key: string;
  kind: 'turn' | 'event';
  id: string;
  /** Whose it is, so that it goes when they are erased. */
  customerId: string;
}

/** What happened in a stretch of time on one channel. Plain sums: stretches and channels add up. */
export interface Figures {
  turns: number;
  /** Messages that got an answer, and that wanted one. */
  answered: number;
  answerable: number;
  handoffs: number;
  angry: number;
  reviews: number;
  mood: Mood;
  /** Products shown; of those the same customer looked at closer, and bought, within two weeks. */
  shown: number;
  looked: number;
  bought: number;
  conversations: Distinct;
  customers: Distinct;
  intents: Map<string, number>;
  languages: Map<string, number>;
  keywords: Map<string, number>;
  aspects: Map<string, Mood>;
  products: Map<string, Mood>;
  examples: Example[];
}

export const NUMBERS = [
  'turns',
  'answered',
  'answerable',
  'handoffs',
  'angry',
  'reviews',
  'shown',
  'looked',
  'bought',
] as const satisfies readonly (keyof Figures)[];
export const COUNTS = ['intents', 'languages', 'keywords'] as const satisfies readonly (keyof Figures)[];
export const MOODS = ['aspects', 'products'] as const satisfies readonly (keyof Figures)[];

/** Examples of one kind kept a day and channel: enough to read, few enough to store. */
const EXAMPLES_EACH = 4;
/** Of questions, which are read to be answered. */
export const QUESTIONS_EACH = 25;

export const noMood = (): Mood => ({ positive: 0, neutral: 0, negative: 0, score: 0 });

export function noFigures(): Figures {
  return {
    turns: 0,
    answered: 0,
    answerable: 0,
    handoffs: 0,
    angry: 0,
    reviews: 0,
    mood: noMood(),
    shown: 0,
    looked: 0,
    bought: 0,
    conversations: createDistinct(),
    customers: createDistinct(),
    intents: new Map(),
    languages: new Map(),
    keywords: new Map(),
    aspects: new Map(),
    products: new Map(),
    examples: [],
  };
}

/** Adds `other` to `sum`, in place. */
export function addFigures(sum: Figures, other: Figures): void {
  for (const name of NUMBERS) sum[name] += other[name];
  addMood(sum.mood, other.mood);
  sum.conversations.merge(other.conversations);
  sum.customers.merge(other.customers);
  for (const name of COUNTS) for (const [key, n] of other[name]) bump(sum[name], key, n);
  for (const name of MOODS) for (const [key, mood] of other[name]) addMood(moodOf(sum[name], key), mood);
  sum.examples.push(...other.examples);
}

export function sumOf(all: Iterable<Figures>): Figures {
  const sum = noFigures();
  for (const one of all) addFigures(sum, one);
  return sum;
}

export function bump(counts: Map<string, number>, key: string, n = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + n);
}

export function moodOf(moods: Map<string, Mood>, key: string): Mood {
  let mood = moods.get(key);
  if (!mood) {
    mood = noMood();
    moods.set(key, mood);
  }
  return mood;
}

export function feel(mood: Mood, label: SentimentLabel, score: number): void {
  mood[label]++;
  mood.score += score;
}

function addMood(sum: Mood, { positive, neutral, negative, score }: Mood): void {
  sum.positive += positive;
  sum.neutral += neutral;
  sum.negative += negative;
  sum.score += score;
}

/** How often it was spoken of, and the mean score; undefined where never. */
export const voices = ({ positive, neutral, negative }: Mood): number => positive + neutral + negative;
export const meanOf = (mood: Mood): number | undefined => (voices(mood) > 0 ? mood.score / voices(mood) : undefined);

/** At most so many of each kind, the first ones. */
export function fewExamples(examples: readonly Example[]): Example[] {
  const counts = new Map<string, number>();
  return examples.filter(({ key }) => {
    bump(counts, key);
    return counts.get(key)! <= (key.includes('|') ? EXAMPLES_EACH : QUESTIONS_EACH);
  });
}

/** Keeps an example unless there are enough of its kind. */
export function exemplify(figures: Figures, example: Example, most = EXAMPLES_EACH): void {
  let known = 0;
  for (const { key } of figures.examples) if (key === example.key) known++;
  if (known < most) figures.examples.push(example);
}
