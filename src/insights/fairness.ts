import type { Connection, PipelineStage } from 'mongoose';

/** How one group of customers is served. Rates are 0..1; undefined where there is nothing to divide by. */
export interface FairnessRow {
  /** A segment id, 'none', or a language. */
  group: string;
  customers: number;
  turns: number;
  /** Products shown, and of those how many the same customer clicked or bought within the window after. */
  shown: number;
  accepted: number;
  acceptance?: number;
  /** Mean sentiment score of the messages, -1..1. */
  sentiment?: number;
  /** Share of messages that got an answer. */
  answered?: number;
}

export interface FairnessReport {
  from: Date;
  to: Date;
  bySegment: FairnessRow[];
  byLanguage: FairnessRow[];
}

/** A click or purchase counts for what was shown up to so long before. */
const ACCEPTED_WITHIN_MS = 14 * 86_400_000;
const ACCEPTING = ['click', 'campaign_click', 'cart', 'purchase'];

interface Row {
  _id: string;
  customerId: string;
  receivedAt: Date;
  language?: string;
  score?: number;
  unanswered?: boolean;
  shown: string[];
}

/** Acceptance, sentiment and answer rate by segment and by language: whether some are served worse than others. */
export async function fairnessReport(
  connection: Connection,
  { from, to }: { from: Date; to: Date },
): Promise<FairnessReport> {
  const segments = await segmentsOf(connection);
  const accepted = await acceptancesOf(connection, from, new Date(to.getTime() + ACCEPTED_WITHIN_MS));
  const bySegment = new Map<string, Tally>();
  const byLanguage = new Map<string, Tally>();
  const pipeline: PipelineStage[] = [
    { $match: { receivedAt: { $gte: from, $lt: to } } },
    {
      $project: {
        customerId: 1,
        receivedAt: 1,
        language: '$understanding.language',
        score: '$understanding.sentiment.score',
        unanswered: 1,
        shown: { $ifNull: ['$recommendations.productId', []] },
      },
    },
  ];
  for await (const row of connection.collection('turns').aggregate<Row>(pipeline)) {
    const taken = row.shown.filter((productId) =>
      (accepted.get(`${row.customerId}|${productId}`) ?? []).some(
        (at) => at >= row.receivedAt.getTime() && at <= row.receivedAt.getTime() + ACCEPTED_WITHIN_MS,
      ),
    ).length;
    for (const segment of segments.get(row.customerId) ?? ['none']) note(bySegment, segment, row, taken);
    note(byLanguage, row.language ?? 'unknown', row, taken);
  }
  return { from, to, bySegment: rowsOf(bySegment), byLanguage: rowsOf(byLanguage) };
}

interface Tally {
  customers: Set<string>;
  turns: number;
  shown: number;
  accepted: number;
  score: number;
  scored: number;
  answered: number;
}

function note(tallies: Map<string, Tally>, group: string, row: Row, accepted: number): void {
  const tally = tallies.get(group) ?? {
    customers: new Set(),
    turns: 0,
    shown: 0,
    accepted: 0,
    score: 0,
    scored: 0,
    answered: 0,
  };
  tallies.set(group, tally);
  tally.customers.add(row.customerId);
  tally.turns++;
  tally.shown += row.shown.length;
  tally.accepted += accepted;
  tally.score += row.score ?? 0;
  tally.scored += row.score === undefined ? 0 : 1;
  tally.answered += row.unanswered === true ? 0 : 1;
}

function rowsOf(tallies: Map<string, Tally>): FairnessRow[] {
  return [...tallies]
    .map(([group, { customers, turns, shown, accepted, score, scored, answered }]) => ({
      group,
      customers: customers.size,
      turns,
      shown,
      accepted,
      ...(shown > 0 && { acceptance: accepted / shown }),
      ...(scored > 0 && { sentiment: score / scored }),
      answered: answered / turns,
    }))
    .sort((a, b) => b.turns - a.turns);
}

async function segmentsOf(connection: Connection): Promise<Map<string, string[]>> {
  const found = connection
    .collection<{ _id: string; segmentation: { rules?: string[]; discovered?: string } }>('customers')
    .find({ segmentation: { $exists: true } }, { projection: { segmentation: 1 } });
  const segments = new Map<string, string[]>();
  for await (const { _id, segmentation } of found) {
    const { rules = [], discovered } = segmentation;
    const all = [...rules, ...(discovered === undefined ? [] : [discovered])];
    if (all.length > 0) segments.set(_id, all);
  }
  return segments;
}

/** When each customer clicked or bought each product. */
async function acceptancesOf(connection: Connection, from: Date, to: Date): Promise<Map<string, number[]>> {
  const found = connection
    .collection<{ customerId: string; productId?: string; at: Date }>('events')
    .find(
      { type: { $in: ACCEPTING }, at: { $gte: from, $lt: to } },
      { projection: { customerId: 1, productId: 1, at: 1 } },
    );
  const times = new Map<string, number[]>();
  for await (const { customerId, productId, at } of found) {
    const key = `${customerId}|${productId}`;
    times.set(key, [...(times.get(key) ?? []), at.getTime()]);
  }
  return times;
}
