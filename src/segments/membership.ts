import type { Connection } from 'mongoose';
import type { Profile } from '../customers/profile.ts';
import { messageOf } from '../errors.ts';
import { placeIn } from './clustering/discover.ts';
import { featuresOf } from './features.ts';
import type { SegmentRecords, SegmentRun } from './records.ts';
import { compileRule } from './rules/compile.ts';
import { type EvaluateOptions, evaluatePlan, readOnce } from './rules/evaluate.ts';
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
const RETRIED_AFTER_MS = 10_000;
/** Ids asked for at once: the embedded engine looks so many up by their keys, and reads through everybody for more. */
const BATCH = 500;
const WRITTEN_AT_ONCE = 1_000;

/** Where a customer belongs, and where they were. */
export interface Placed {
  id: string;
  segment: string;
  before: string | undefined;
}

export type Membership = ReturnType<typeof createMembership>;

/** Who is in which segment: kept on the customer, so that it goes when the customer goes. */
export function createMembership(options: MembershipOptions) {
  const { connection, records, base, now, delayMs = DELAY_MS, logger } = options;
  let run: SegmentRun | undefined;
  let dirty = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> = Promise.resolve();
  let closed = false;

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
    for (let from = 0; from < ids.length; from += BATCH) {
      await records.customers.updateMany({ _id: { $in: ids.slice(from, from + BATCH) } }, update);
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

  /** Asks the rule of everybody and writes only who came and who went. */
  async function refreshRule(segment: Segment, everyone = readOnce({ connection, base })): Promise<void> {
    await attempt(segment, async (at) => {
      const { wanted } = await changeMembers(segment, at, { everyone });
      const computed = { at, customers: (await everyone()).size };
      await records.change(segment.id, { size: wanted.size, status: 'ok', computed }, ['failure']);
    });
  }

  /** The same for a few customers: the size is moved, not counted anew. */
  async function refreshSome(segment: Segment, within: readonly string[]): Promise<void> {
    await attempt(segment, async (at) => {
      const { moved } = await changeMembers(segment, at, { within });
      await records.shift(segment.id, moved, at);
    });
  }

  async function attempt(segment: Segment, task: (at: Date) => Promise<void>): Promise<void> {
    const at = now();
    try {
      await task(at);
    } catch (error) {
      await records.change(segment.id, { status: 'failed', failure: { at, message: messageOf(error) } });
      logger?.error({ err: error, segment: segment.id }, 'a segment could not be computed');
    }
  }

  async function changeMembers({ id, rule }: Segment, at: Date, asked: Pick<EvaluateOptions, 'within' | 'everyone'>) {
    const plan = compileRule(rule!, at);
    const wanted = await evaluatePlan(plan, { connection, base, ...asked });
    const current = await currentMembers(id, asked.within);
    const came = [...wanted].filter((one) => !current.has(one));
    const went = [...current].filter((one) => !wanted.has(one));
    await write(came, { $addToSet: { 'segmentation.rules': id }, $set: { 'segmentation.at': at } });
    await write(went, { $pull: { 'segmentation.rules': id }, $set: { 'segmentation.at': at } });
    return { wanted, moved: came.length - went.length };
  }

  async function placeDiscovered(ids: readonly string[]): Promise<void> {
    run ??= await records.lastRun('ok');
    const { model, clusterSegments } = run ?? {};
    if (!model || !clusterSegments) return;
    const found = records.customers.find(
      { $and: [base, { _id: { $in: [...ids] } }] },
      { projection: { profile: 1, 'segmentation.discovered': 1 } },
    );
    const placed: Placed[] = [];
    for await (const one of found) {
      const { _id, profile, segmentation } = one as unknown as {
        _id: string;
        profile: Profile;
        segmentation?: { discovered?: string };
      };
      const segment = clusterSegments[placeIn(model, featuresOf(profile, model)).cluster]!;
      placed.push({ id: _id, segment, before: segmentation?.discovered });
    }
    await writeDiscovered(placed);
    const moved = new Map<string, number>();
    const move = (id: string, by: number) => moved.set(id, (moved.get(id) ?? 0) + by);
    for (const { segment, before } of placed) {
      if (segment === before) continue;
      move(segment, 1);
      if (before !== undefined) move(before, -1);
    }
    for (const [id, by] of moved) await records.shift(id, by);
  }

  /** Writes only who is placed elsewhere than before. */
  async function writeDiscovered(placed: Iterable<Placed>): Promise<void> {
    const $set = { 'segmentation.at': now() };
    let batch: object[] = [];
    // One statement for each customer: they are found by their keys, whatever the engine makes of long lists.
    const flushBatch = async () => {
      if (batch.length > 0) await records.customers.bulkWrite(batch as never, { ordered: false });
      batch = [];
    };
    for (const { id, segment, before } of placed) {
      if (segment === before) continue;
      batch.push({
        updateOne: { filter: { _id: id }, update: { $set: { ...$set, 'segmentation.discovered': segment } } },
      });
      if (batch.length >= WRITTEN_AT_ONCE) await flushBatch();
    }
    await flushBatch();
  }

  async function flush(): Promise<void> {
    const ids = [...dirty];
    dirty = new Set();
    try {
      const rules = await ordered();
      while (ids.length > 0) {
        const batch = ids.slice(0, BATCH);
        // Who has just withdrawn consent leaves at once.
        await records.customers.updateMany(
          { _id: { $in: batch }, segmentation: { $exists: true }, $nor: [base] },
          { $unset: { segmentation: '' } },
        );
        await placeDiscovered(batch);
        for (const segment of rules) await refreshSome(segment, batch);
        ids.splice(0, batch.length);
      }
    } catch (error) {
      // Nobody is forgotten: they are placed when the store answers again.
      for (const id of ids) dirty.add(id);
      throw error;
    }
  }

  function start(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    flushing = flushing
      .then(() => (dirty.size > 0 ? flush() : undefined))
      .catch((error) => {
        logger?.error({ err: error }, 'touched customers could not be placed; they will be');
        if (!closed) schedule(RETRIED_AFTER_MS);
      });
    return flushing;
  }

  function schedule(afterMs: number): void {
    timer ??= setTimeout(() => void start(), afterMs).unref();
  }

  return {
    refreshRule: (segment: Segment) => refreshRule(segment),
    async refreshRules() {
      const everyone = readOnce({ connection, base });
      for (const segment of await ordered()) await refreshRule(segment, everyone);
    },
    /** Counts the members of discovered segments anew: who is erased leaves without a word. */
    async recount() {
      for (const { id, kind } of await records.list()) {
        if (kind !== 'discovered') continue;
        const size = await records.customers.countDocuments({ 'segmentation.discovered': { $eq: id } });
        await records.change(id, { size });
      }
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
      schedule(delayMs);
    },
    settled: start,
    async close() {
      closed = true;
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
