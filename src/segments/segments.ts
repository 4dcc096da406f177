import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { type Calendar, createCalendar } from '../calendar.ts';
import { AppError } from '../errors.ts';
import type { Naming } from './describe.ts';
import { createDiscovering } from './discovering.ts';
import { parseChanges, parseDraft } from './draft.ts';
import { noteSizes } from './history.ts';
import type { Member } from './members.ts';
import { createMembership } from './membership.ts';
import { createPortraits } from './portraits.ts';
import { createSegmentRecords, type SegmentRun } from './records.ts';
import { compileRule } from './rules/compile.ts';
import { evaluatePlan } from './rules/evaluate.ts';
import { parseRule, type Rule, segmentsIn } from './rules/rule.ts';
import { PLAIN_STRATEGY, type Segment, type Strategy } from './segment.ts';

export interface SegmentsOptions {
  connection: Connection;
  /** Conversations of a customer, newest first: the typical ones of a segment. */
  conversationOf(customerId: string): Promise<string | undefined>;
  naming: Naming;
  /** The business's days, by which sizes are kept. */
  calendar?: Calendar;
  now?(): Date;
  seed?: number;
  /** Segment also customers who did not agree to personalisation: only where the law gives the business another ground. */
  everyone?: boolean;
  /** How long touched customers wait for one another. */
  delayMs?: number;
  logger?: { error(details: object, message: string): void };
}

const PREVIEWED = 10;
const DISCOVERED_EVERY_MS = 24 * 3_600_000;
/** After a run that failed or had too few customers. */
const RETRIED_AFTER_MS = 3_600_000;
const REFRESHED_AT_ONCE = 1_000;

export type Segments = ReturnType<typeof createSegments>;

/** Segments of both kinds: made and changed by marketing, kept up to date with what customers do. */
export function createSegments(options: SegmentsOptions) {
  const { connection, now = () => new Date(), everyone = false, calendar = createCalendar() } = options;
  const records = createSegmentRecords(connection);
  const base = everyone ? {} : { 'consent.personalisation.granted': { $eq: true } };
  const portraits = createPortraits({ connection, base, now });
  const membership = createMembership({ ...options, now, records, base });
  const discoverAnew = createDiscovering({ ...options, now, records, base, membership });

  const idsOf = (rule: Rule) => evaluatePlan(compileRule(rule, now()), { connection, base });

  async function existing(id: string): Promise<Segment> {
    const found = await records.get(id);
    if (!found) throw new AppError('NOT_FOUND', 'There is no such segment');
    return found;
  }

  /** Follows rules into the segments they ask about. Throws INPUT_INVALID on a circle or a segment that is not there. */
  async function assertNoCircle(id: string, rule: Rule): Promise<void> {
    const all = new Map((await records.list()).map((segment) => [segment.id, segment]));
    const seen = new Set<string>();
    const open = segmentsIn(rule);
    while (open.length > 0) {
      const next = open.pop()!;
      if (next === id) throw new AppError('INPUT_INVALID', 'The rule asks, by way of other segments, about itself');
      const segment = all.get(next);
      if (!segment) throw new AppError('INPUT_INVALID', `The rule asks about a segment that does not exist: ${next}`);
      if (seen.has(next)) continue;
      seen.add(next);
      if (segment.rule) open.push(...segmentsIn(segment.rule));
    }
  }

  async function preview(input: unknown) {
    const rule = parseRule(input);
    await assertNoCircle('', rule);
    const ids = await idsOf(rule);
    const shown = await records.customers
      .find(
        { _id: { $in: [...ids].slice(0, PREVIEWED) } },
        { projection: { displayName: 1, identities: 1, lastSeenAt: 1 } },
      )
      .toArray();
    return {
      size: ids.size,
      of: await records.customers.countDocuments(base),
      members: shown.map(({ _id, ...rest }) => ({ id: _id, ...(rest as Omit<Member, 'id'>) })),
    };
  }

  /** Customers who ceased to agree are in no segment. */
  async function dropWithoutConsent(): Promise<void> {
    if (everyone) return;
    await records.customers.updateMany(
      { segmentation: { $exists: true }, 'consent.personalisation.granted': { $ne: true } },
      { $unset: { segmentation: '' } },
    );
  }

  let tending: Promise<unknown> = Promise.resolve();

  /** Rules anew, and discovery as well when the last run is too old; one at a time. */
  async function tend(): Promise<void> {
    const last = await records.lastRun();
    const age = last ? now().getTime() - last.at.getTime() : Number.POSITIVE_INFINITY;
    await dropWithoutConsent();
    if (age > (last?.status === 'ok' ? DISCOVERED_EVERY_MS : RETRIED_AFTER_MS)) await discoverAnew();
    await membership.refreshRules();
    await noteSizes(records, calendar.dayOf(now()));
    await portraits.tend();
  }

  return {
    createIndexes: records.createIndexes,
    /** Called every few minutes: windows of rules move on without events, and discovered segments grow old. */
    tend(): Promise<unknown> {
      tending = tending.then(tend, tend);
      return tending;
    },
    list: records.list,
    get: records.get,
    preview,
    /** Saves a rule segment and fills it. Throws INPUT_INVALID. */
    async create(input: unknown): Promise<Segment> {
      const draft = parseDraft(input);
      const rule = parseRule(draft.rule);
      const id = randomUUID();
      await assertNoCircle(id, rule);
      const empty = { en: '', zh: '' };
      const segment: Segment = {
        id,
        kind: 'rule',
        name: draft.name,
        description: draft.description ?? empty,
        rule,
        size: 0,
        status: 'pending',
        traits: [],
        typical: [],
        strategy: (draft.strategy as Strategy | undefined) ?? PLAIN_STRATEGY,
        edited: { name: true, strategy: draft.strategy !== undefined },
        createdAt: now(),
      };
      await records.put(segment);
      await membership.refreshRule(segment);
      await portraits.refresh(segment);
      return existing(id);
    },
    /** Changes a name, a description, a rule or a strategy. Throws INPUT_INVALID or NOT_FOUND. */
    async update(id: string, input: unknown): Promise<Segment> {
      const segment = await existing(id);
      const { rule: given, ...rest } = parseChanges(input);
      if (given !== undefined && segment.kind === 'discovered') {
        throw new AppError('INPUT_INVALID', 'A discovered segment has no rule');
      }
      const rule = given === undefined ? undefined : parseRule(given);
      if (rule) await assertNoCircle(id, rule);
      await records.change(id, {
        ...(rest as Partial<Segment>),
        ...(rule && { rule }),
        edited: {
          ...segment.edited,
          ...(rest.name && { name: true }),
          ...(rest.strategy && { strategy: true }),
        },
      });
      if (rule) {
        await membership.refreshRule({ ...segment, rule });
        await portraits.refresh(segment);
      }
      return existing(id);
    },
    /** Throws INPUT_INVALID while another segment's rule asks about it. */
    async remove(id: string): Promise<void> {
      await existing(id);
      const user = (await records.list()).find(({ rule }) => rule && segmentsIn(rule).includes(id));
      if (user) throw new AppError('INPUT_INVALID', `The segment is used by the rule of "${user.name.en}"`);
      await records.remove(id);
      await membership.clear(id);
    },
    /** Customer ids in order; `next` is absent on the last page. */
    async members(id: string, { limit = 50, after = '' }: { limit?: number; after?: string } = {}) {
      const segment = await existing(id);
      const place = segment.kind === 'rule' ? 'segmentation.rules' : 'segmentation.discovered';
      const found = await records.customers
        .find({ [place]: { $eq: id }, _id: { $gt: after } }, { projection: { _id: 1 } })
        .sort({ _id: 1 })
        .limit(Math.min(limit, REFRESHED_AT_ONCE) + 1)
        .toArray();
      const ids = found.slice(0, limit).map(({ _id }) => _id);
      return { ids, ...(found.length > limit && { next: ids.at(-1) }) };
    },
    /** Computes everything anew: discovered segments, then rules. */
    async refresh(): Promise<SegmentRun> {
      await dropWithoutConsent();
      const run = await discoverAnew();
      await membership.refreshRules();
      await noteSizes(records, calendar.dayOf(now()));
      await portraits.refreshAll();
      return run;
    },
    /** Computes rules anew: windows move on without events. */
    async refreshRules(): Promise<void> {
      await dropWithoutConsent();
      await membership.refreshRules();
    },
    lastRun: () => records.lastRun(),
    /** What each segment is like, by id; '*' = everybody. */
    portraits: portraits.all,
    /** The last good run's map: a sample of customers in two dimensions. */
    map: async () => (await records.lastRun('ok'))?.map ?? [],
    /** Notes that a customer did or said something; they are placed anew within seconds. */
    touch: membership.touch,
    /** Resolves when every touched customer is placed. */
    settled: membership.settled,
    async close(): Promise<void> {
      await tending.catch(() => undefined);
      await membership.close();
    },
    /** The strategy for a customer: of a rule segment that marketing gave one, else of the discovered segment. */
    strategy: membership.strategyOf,
    /** The discovered segment of a customer. */
    segmentOf: membership.segmentOf,
    /** Customers with their discovered segments, streamed. */
    assigned: membership.assigned,
  };
}
