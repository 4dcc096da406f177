import type { Connection } from 'mongoose';
import { rfmOf } from '../customers/activity.ts';
import type { Profile } from '../customers/profile.ts';

/** Figures of a customer that a group is told by; shares are 0..1. */
export const PORTRAIT_FIGURES = [
  'spent',
  'purchases',
  'perPurchase',
  'recencyDays',
  'price',
  'messages',
  'mood',
  'marketing',
] as const;
export type PortraitFigure = (typeof PORTRAIT_FIGURES)[number];

/** What a group of customers is like. */
export interface Portrait {
  /** Segment id, or '*' = everybody who may be in a segment. */
  id: string;
  at: Date;
  customers: number;
  /** Mean over those of whom it is known, and how many they are. */
  figures: Record<PortraitFigure, { mean: number; known: number }>;
  /** Mean share of a customer's interest, messages, by category and intent; most first. */
  interests: [id: string, share: number][];
  intents: [id: string, share: number][];
  /** Share of customers who wrote there. */
  channels: [id: string, share: number][];
  languages: [id: string, share: number][];
  /** Bought most of late, by a sample of the members. */
  products: [id: string, count: number][];
}

/** Everybody. */
export const EVERYBODY = '*';

/** A customer as a portrait reads them. */
export interface Sitter {
  _id: string;
  profile: Profile;
  consent?: { marketing?: { granted: boolean } };
}

const NAMED = 8;
const SAMPLE = 300;
const BOUGHT_WITHIN_MS = 180 * 86_400_000;

/** Adds customers up, one at a time. */
export function createPortraitCount(id: string, now: Date) {
  const sums = Object.fromEntries(PORTRAIT_FIGURES.map((name) => [name, { sum: 0, known: 0 }])) as Record<
    PortraitFigure,
    { sum: number; known: number }
  >;
  const shares = { interests: new Map<string, number>(), intents: new Map<string, number>() };
  const counts = { channels: new Map<string, number>(), languages: new Map<string, number>() };
  const sample: string[] = [];
  let customers = 0;

  function note(name: PortraitFigure, value: number | undefined): void {
    if (value === undefined || Number.isNaN(value)) return;
    sums[name].sum += value;
    sums[name].known++;
  }

  return {
    sample,
    add({ _id, profile, consent }: Sitter): void {
      customers++;
      // Ids are random, so the first members are a sample.
      if (sample.length < SAMPLE) sample.push(_id);
      const rfm = rfmOf(profile.activity, now);
      note('spent', rfm?.monetary ?? 0);
      note('purchases', rfm?.frequency ?? 0);
      note('perPurchase', rfm && rfm.frequency > 0 ? rfm.monetary / rfm.frequency : undefined);
      note('recencyDays', rfm?.recencyDays);
      note('price', profile.price?.mean);
      note('messages', profile.turns);
      note('mood', profile.mood);
      note('marketing', consent?.marketing?.granted ? 1 : 0);
      addShares(shares.interests, profile.interests);
      addShares(shares.intents, profile.intents);
      for (const key of Object.keys(profile.channels ?? {}))
        counts.channels.set(key, (counts.channels.get(key) ?? 0) + 1);
      for (const key of Object.keys(profile.languages ?? {}))
        counts.languages.set(key, (counts.languages.get(key) ?? 0) + 1);
    },
    portrait(products: [string, number][] = []): Portrait {
      const most = (map: ReadonlyMap<string, number>): [string, number][] =>
        [...map]
          .map(([key, sum]): [string, number] => [key, sum / Math.max(1, customers)])
          .sort(([, a], [, b]) => b - a)
          .slice(0, NAMED);
      return {
        id,
        at: now,
        customers,
        figures: Object.fromEntries(
          PORTRAIT_FIGURES.map((name) => {
            const { sum, known } = sums[name];
            return [name, { mean: known > 0 ? sum / known : 0, known }];
          }),
        ) as Portrait['figures'],
        interests: most(shares.interests),
        intents: most(shares.intents),
        channels: most(counts.channels),
        languages: most(counts.languages),
        products,
      };
    },
  };
}

function addShares(sums: Map<string, number>, weights: Record<string, number>): void {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  if (total <= 0) return;
  for (const [key, weight] of Object.entries(weights)) sums.set(key, (sums.get(key) ?? 0) + weight / total);
}

/** The mean of everybody who is not in the group; undefined where nobody is left of whom it is known. */
export function meanOfOthers(group: Portrait, all: Portrait, figure: PortraitFigure): number | undefined {
  const [own, total] = [group.figures[figure], all.figures[figure]];
  const known = total.known - own.known;
  return known > 0 ? (total.mean * total.known - own.mean * own.known) / known : undefined;
}

/** What a sample of customers bought most of late. */
export async function boughtBy(
  connection: Connection,
  customerIds: readonly string[],
  now: Date,
): Promise<[string, number][]> {
  const since = new Date(now.getTime() - BOUGHT_WITHIN_MS);
  const found = connection
    .collection<{ productId?: string }>('events')
    .find(
      { customerId: { $in: [...customerIds] }, at: { $gte: since }, type: 'purchase' },
      { projection: { productId: 1 }, batchSize: 250 },
    );
  const counts = new Map<string, number>();
  for await (const { productId } of found) if (productId) counts.set(productId, (counts.get(productId) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, NAMED);
}
