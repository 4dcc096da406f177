import type { Connection } from 'mongoose';
import type { AspectSentiment, SentimentLabel } from '../understanding/understanding.ts';
import type { Daily } from './figures/daily.ts';
import { type Example, type Mood, sumOf, voices } from './figures/figures.ts';
import { moodOfReview, type TextRead } from './figures/rows.ts';
import type { Period } from './overview.ts';

/** How something was spoken of in a period, and in the one before. */
export interface Satisfaction {
  /** An aspect or a product id. */
  of: string;
  voices: number;
  /** Share of who spoke well, 0..1, of those who felt anything. */
  satisfied?: number;
  before?: number;
  mood: Mood;
}

export interface SatisfactionReport {
  aspects: Satisfaction[];
  products: Satisfaction[];
  /** Past days that are still being counted. */
  missing: number;
}

/** A sentence behind a figure, with where it was said. */
export interface Voice {
  kind: 'turn' | 'event';
  id: string;
  conversationId?: string;
  customerId: string;
  at: Date;
  label: SentimentLabel;
  sentence: string;
}

/** Satisfaction by product and by aspect, most spoken of first. */
export async function satisfactionIn(daily: Daily, period: Period): Promise<SatisfactionReport> {
  const { now, before, missing } = await beside(daily, period);
  const report = (name: 'aspects' | 'products') =>
    [...now[name]]
      .map(([of, mood]) => ({
        of,
        voices: voices(mood),
        mood,
        ...share('satisfied', mood),
        ...share('before', before[name].get(of)),
      }))
      .sort((a, b) => b.voices - a.voices);
  return { aspects: report('aspects').filter(({ of }) => of !== 'other'), products: report('products'), missing };
}

function share(name: 'satisfied' | 'before', mood: Mood | undefined): Record<string, number> {
  const felt = (mood?.positive ?? 0) + (mood?.negative ?? 0);
  return felt > 0 ? { [name]: mood!.positive / felt } : {};
}

/** A period and the one of the same length before it. */
export async function beside(daily: Daily, { from, to, channel }: Period) {
  const start = new Date(2 * from.getTime() - to.getTime());
  const [now, before] = await Promise.all([
    daily.read(from, to, channel, ['talk']),
    daily.read(start, from, channel, ['talk']),
  ]);
  return {
    now: sumOf(now.days.map(({ figures }) => figures)),
    before: sumOf(before.days.map(({ figures }) => figures)),
    missing: now.missing,
  };
}

const VOICES_SHOWN = 30;

/** The sentences behind a figure: `key` is `aspect|delivery` or `product|p1`; newest first. Who was erased is not among them. */
export async function voicesBehind(
  connection: Connection,
  examples: readonly Example[],
  key: string,
  read: (text: string) => TextRead,
): Promise<Voice[]> {
  const wanted = examples.filter((example) => example.key.startsWith(`${key}|`));
  const aspect = key.startsWith('aspect|') ? key.slice('aspect|'.length) : undefined;
  const idsOf = (kind: Example['kind']) =>
    [...new Set(wanted.filter((one) => one.kind === kind).map(({ id }) => id))].slice(-200);
  const [turns, reviews] = await Promise.all([
    connection
      .collection<SpokenTurn>('turns')
      .find({ _id: { $in: idsOf('turn') } })
      .toArray(),
    connection
      .collection<SpokenReview>('events')
      .find({ _id: { $in: idsOf('event') } })
      .toArray(),
  ]);
  const said = turns.flatMap((turn): Voice[] => {
    const { _id, conversationId, customerId, receivedAt: at, message, understanding } = turn as unknown as SpokenTurn;
    const about = sentenceOn(aspect, understanding?.sentiment.aspects);
    const label = about?.label ?? understanding?.sentiment.label ?? 'neutral';
    const sentence = about?.sentence ?? message.text;
    return [{ kind: 'turn', id: _id, conversationId, customerId, at, label, sentence }];
  });
  const written = reviews.flatMap((review): Voice[] => {
    const { _id, customerId, at, value, data } = review as unknown as SpokenReview;
    const text = typeof data?.text === 'string' ? data.text : '';
    if (text === '') return [];
    const found = read(text);
    const about = sentenceOn(aspect, found.aspects);
    const label = about?.label ?? moodOfReview({ value }, found).label;
    return [{ kind: 'event', id: _id, customerId, at, label, sentence: about?.sentence ?? text }];
  });
  return [...said, ...written].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, VOICES_SHOWN);
}

interface SpokenTurn {
  _id: string;
  conversationId: string;
  customerId: string;
  receivedAt: Date;
  message: { text: string };
  understanding?: { sentiment: { label: SentimentLabel; aspects: AspectSentiment[] } };
}

interface SpokenReview {
  _id: string;
  customerId: string;
  at: Date;
  value?: number;
  data?: { text?: unknown };
}

function sentenceOn(aspect: string | undefined, aspects: readonly AspectSentiment[] = []): AspectSentiment | undefined {
  return aspect === undefined ? undefined : aspects.find((one) => one.aspect === aspect);
}
