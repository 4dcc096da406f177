import { randomUUID } from 'node:crypto';
import type { Profile } from '../customers/profile.ts';
import { messageOf } from '../errors.ts';
import { type Clustered, runDiscovery } from './discovery.ts';
import type { Membership, Placed } from './membership.ts';
import type { SegmentRecords, SegmentRun } from './records.ts';
import type { SegmentsOptions } from './segments.ts';

interface DiscoveringOptions extends Pick<SegmentsOptions, 'conversationOf' | 'naming' | 'seed' | 'logger'> {
  records: SegmentRecords;
  membership: Membership;
  /** Who may be segmented, as a query. */
  base: Record<string, unknown>;
  now(): Date;
}

/** Clusters everyone anew and writes who belongs where. A failure is kept as a failed run and shown on every discovered segment. */
export function createDiscovering(options: DiscoveringOptions): () => Promise<SegmentRun> {
  const { records, membership, base, conversationOf, naming, seed, now, logger } = options;
  return async function discoverAnew(): Promise<SegmentRun> {
    const at = now();
    const former = (await records.list()).filter(({ kind }) => kind === 'discovered');
    try {
      const customers: Clustered[] = [];
      const members = new Map(former.map(({ id }) => [id, new Set<string>()]));
      for await (const found of records.customers.find(base, { projection: READ, batchSize: READ_AT_ONCE })) {
        const { _id, profile, segmentation } = found as unknown as Stored;
        const before = segmentation?.discovered;
        customers.push({ id: _id, profile, ...(before !== undefined && { before }) });
        if (before !== undefined) members.get(before)?.add(_id);
      }
      const run = runDiscovery(
        customers,
        former
          .filter(({ status }) => status !== 'gone')
          .map((segment) => ({ segment, members: members.get(segment.id)! })),
        { now: at, naming, ...(seed !== undefined && { seed }) },
      );
      const summary = { id: randomUUID(), at, customers: customers.length };
      if (!run) {
        await records.addRun({ ...summary, status: 'too_few' });
        return { ...summary, status: 'too_few' };
      }
      for (const segment of run.segments) {
        const near = await Promise.all((run.typical.get(segment.id) ?? []).map(conversationOf));
        await records.put({ ...segment, typical: near.filter((id) => id !== undefined) });
      }
      for (const { id } of former) {
        if (!run.clusterSegments.includes(id)) await records.change(id, { status: 'gone', size: 0 });
      }
      const { model, clusterSegments, map, silhouettes } = run;
      const stored: SegmentRun = { ...summary, status: 'ok', silhouettes, model, clusterSegments, map };
      await membership.writeDiscovered(placedBy(customers, run.assigned));
      await records.addRun(stored);
      membership.use(stored);
      return stored;
    } catch (error) {
      const failure = messageOf(error);
      for (const { id } of former) await records.change(id, { status: 'failed', failure: { at, message: failure } });
      const run: SegmentRun = { id: randomUUID(), at, status: 'failed', customers: 0, failure };
      await records.addRun(run);
      logger?.error({ err: error }, 'segments could not be discovered');
      return run;
    }
  };
}

/** What discovery reads of a customer: with a hundred thousand of them the rest would be most of the work. */
const READ = Object.fromEntries(
  [
    ...['turns', 'interests', 'intents', 'price', 'mood', 'activity', 'channels', 'hours'].map(
      (name) => `profile.${name}`,
    ),
    'segmentation.discovered',
  ].map((path) => [path, 1]),
);
const READ_AT_ONCE = 1_000;

function* placedBy(customers: readonly Clustered[], assigned: readonly string[]): Generator<Placed> {
  for (const [row, { id, before }] of customers.entries()) yield { id, segment: assigned[row]!, before };
}

interface Stored {
  _id: string;
  profile: Profile;
  segmentation?: { discovered?: string };
}
