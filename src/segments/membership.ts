import type { Connection } from 'mongoose';
import type { Profile } from '../customers/profile.ts';
import { messageOf } from '../errors.ts';
import { placeIn } from './clustering/discover.ts';
import { featuresOf } from './features.ts';
import type { SegmentRecords, SegmentRun } from './records.ts';
import { compileRule } from './rules/compile.ts';
import { evaluatePlan } from './rules/evaluate.ts';
import { segmentsIn } from './rules/rule.ts';
import type { Segment, Strategy } from './segment.ts';

export interface MembershipOptions {
  connection: Connection;
  records: SegmentRecords;
  /** Who may be in a segment at all. */
  base: Record<string, unknown>;
  now(): Date;
  delayMs?: number;
  logger?: { error(details: object, message: string): void };
}

const DELAY_MS = 2_000;
const BATCH = 500;
const WRITE_BATCH = 2_000;

/** Who is in which segment: kept on the customer, so that it goes when the customer goes. */
export function createMembership(options: MembershipOptions) {
  const { connection, records, base, now, delayMs = DELAY_MS, logger } = options;
  let run: SegmentRun | undefined;
  let dirty = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> = Promise.resolve();

  /** Rule segments, those that others ask about first. */
  async function ordered(): Promise<Segment[]> {
    const rules = new Map((await records.list()).flatMap((one) => (one.rule ? [[one.id, one] as const] : [])));
    const done = new Set<string>();
    const order: Segment[] = [];
    const visit = (segment: Segment): void => {
      if (done.has(segment.id)) return;
      done.add(segment.id);
      for (const id of segmentsIn(segment.rule!)) if (rules.has(id)) visit(rules.get(id)!);
      order.push(segment);
    };
    for (const segment of rules.values()) visit(segment);
    return order;
  }

  async function write(ids: readonly string[], update: object): Promise<void> {
    for (let from = 0; from < ids.length; from += WRITE_BATCH) {
      await records.customers.updateMany({ _id: { $in: ids.slice(from, from + WRITE_BATCH) } }, update);
    }
  }

  async function currentMembers(id: string, within?: readonly string[]): Promise<Set<string>> {
    const found = records.customers.find(
      { 'segmentation.rules': { $eq: id }, ...(within && { _id: { $in: [...within] } }) },
      { projection: { _id: 1 } },
    );
    const ids = new Set<string>();
    for await (const { _id } of found) ids.add(_id);
    return ids;
  }

  /** Asks the rule and writes only who came and who went. */
  async function refreshRule(segment: Segment, within?: readonly string[]): Promise<void> {
    const at = now();
    const { id } = segment;
    try {
      const plan = compileRule(segment.rule!, at);
      const wanted = await evaluatePlan(plan, { connection, base, ...(within && { within }) });
      const current = await currentMembers(id, within);
      const came = [...wanted].filter((one) => !current.has(one));
      const went = [...current].filter((one) => !wanted.has(one));
      await write(came, { $addToSet: { 'segmentation.rules': id }, $set: { 'segmentation.at': at } });
      await write(went, { $pull: { 'segmentation.rules': id }, $set: { 'segmentation.at': at } });
      const size = within ? await records.customers.countDocuments({ 'segmentation.rules': { $eq: id } }) : wanted.size;
      const customers = await records.customers.countDocuments(base);
      await records.change(id, { size, status: 'ok', computed: { at, customers } }, ['failure']);
    } catch (error) {
      await records.change(id, { status: 'failed', failure: { at, message: messageOf(error) } });
      logger?.error({ err: error, segment: id }, 'a segment could not be computed');
    }
  }

  async function placeDiscovered(ids: readonly string[]): Promise<void> {
    run ??= await records.lastRun('ok');
    const { model, clusterSegments } = run ?? {};
    if (!model || !clusterSegments) return;
    const found = records.customers.find({ $and: [base, { _id: { $in: [...ids] } }] }, { projection: { profile: 1 } });
    const placed: [string, string][] = [];
    for await (const one of found) {
      const { _id, profile } = one as unknown as { _id: string; profile: Profile };
      placed.push([_id, clusterSegments[placeIn(model, featuresOf(profile, model)).cluster]!]);
    }
    await writeDiscovered(placed);
    for (const id of new Set(placed.map(([, segment]) => segment))) {
      await records.change(id, {
        size: await records.customers.countDocuments({ 'segmentation.discovered': { $eq: id } }),
      });
    }
  }

  async function writeDiscovered(placed: readonly (readonly [customer: string, segment: string])[]): Promise<void> {
    const bySegment = new Map<string, string[]>();
    for (const [customer, segment] of placed) {
      const members = bySegment.get(segment);
      if (members) members.push(customer);
      else bySegment.set(segment, [customer]);
    }
    const at = now();
    for (const [segment, ids] of bySegment) {
      await write(ids, { $set: { 'segmentation.discovered': segment, 'segmentation.at': at } });
    }
  }

  async function flush(): Promise<void> {
    const ids = [...dirty];
    dirty = new Set();
    const rules = await ordered();
    for (let from = 0; from < ids.length; from += BATCH) {
      const batch = ids.slice(from, from + BATCH);
      // Who has just withdrawn consent leaves at once.
      await records.customers.updateMany(
        { _id: { $in: batch }, segmentation: { $exists: true }, $nor: [base] },
        { $unset: { segmentation: '' } },
      );
      await placeDiscovered(batch);
      for (const segment of rules) await refreshRule(segment, batch);
    }
  }

  function start(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    flushing = flushing
      .then(() => (dirty.size > 0 ? flush() : undefined))
      .catch((error) => {
        logger?.error({ err: error }, 'touched customers could not be placed');
      });
    return flushing;
  }

  return {
    refreshRule: (segment: Segment) => refreshRule(segment),
    async refreshRules() {
      for (const segment of await ordered()) await refreshRule(segment);
    },
    writeDiscovered,
    use(next: SegmentRun) {
      run = next;
    },
    async clear(id: string) {
      await records.customers.updateMany(
        { 'segmentation.rules': { $eq: id } },
        { $pull: { 'segmentation.rules': id } as never },
      );
      await records.customers.updateMany(
        { 'segmentation.discovered': { $eq: id } },
        { $unset: { 'segmentation.discovered': '' } },
      );
    },
    touch(customerId: string) {
      dirty.add(customerId);
      timer ??= setTimeout(() => void start(), delayMs).unref();
    },
    settled: start,
    async close() {
      await start();
      clearTimeout(timer);
    },
    async segmentOf(customerId: string): Promise<string | undefined> {
      const found = await records.customers.findOne(
        { _id: customerId },
        { projection: { 'segmentation.discovered': 1 } },
      );
      return (found as { segmentation?: { discovered?: string } } | null)?.segmentation?.discovered;
    },
    /** Everyone who is in a discovered segment. */
    async *assigned(): AsyncGenerator<{ customerId: string; segmentId: string }> {
      const found = records.customers.find(
        { 'segmentation.discovered': { $exists: true } },
        { projection: { 'segmentation.discovered': 1 } },
      );
      for await (const one of found) {
        const { _id, segmentation } = one as unknown as { _id: string; segmentation: { discovered: string } };
        yield { customerId: _id, segmentId: segmentation.discovered };
      }
    },
    async strategyOf(customerId: string): Promise<Strategy | undefined> {
      const found = await records.customers.findOne({ _id: customerId }, { projection: { segmentation: 1 } });
      const { rules = [], discovered } =
        (found as { segmentation?: { rules?: string[]; discovered?: string } } | null)?.segmentation ?? {};
      for (const id of rules) {
        const segment = await records.get(id);
        if (segment?.edited.strategy) return segment.strategy;
      }
      return discovered === undefined ? undefined : (await records.get(discovered))?.strategy;
    },
  };
}
