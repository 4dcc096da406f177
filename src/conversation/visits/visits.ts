import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import { type Calendar, createCalendar, dayAfter } from '../../calendar.ts';
import { defineModel, rawCollection, toRecord, toStored } from '../../store/records.ts';
import type { TurnRepository } from '../../store/turns.ts';
import type { Turn } from '../turn-record.ts';
import { type CommonKeys, searchVisits, type VisitPage, type VisitQuery } from './search.ts';
import { type Visit, visitIdOf, visitOf } from './visit.ts';

export interface VisitsOptions {
  connection: Connection;
  turns: Pick<TurnRepository<Turn>, 'find'>;
  /** Whose days part the visits of a conversation. Default: UTC's. */
  calendar?: Calendar;
  logger: Logger;
  now?(): Date;
  /** How long turns wait for one another. */
  delayMs?: number;
}

export interface Visits {
  /** Notes that a turn was stored or changed; its visit is written anew in ten seconds or so, a long one after a rest. */
  note(turn: Pick<Turn, 'conversationId' | 'receivedAt'>): void;
  /** Resolves when every noted turn is in its visit. */
  settled(): Promise<void>;
  find(query: VisitQuery, page?: { limit?: number; cursor?: string }): Promise<VisitPage>;
  /**
   * Writes the visits of turns that a crash, or a store older than visits, left out; resolves with how many turns were read.
   * `whole`: of every turn, as after turns were brought in from elsewhere.
   */
  catchUp(options?: { whole?: boolean }): Promise<number>;
  deleteOlderThan(date: Date): Promise<number>;
  createIndexes(): Promise<void>;
  close(): Promise<void>;
}

/** Of which visit, before its turns are read. */
interface Day {
  conversationId: string;
  day: string;
}

const DELAY_MS = 10_000;
/** Visits read and written together: a write is a flush to the disk. */
const WRITTEN_AT_ONCE = 200;
/** All turns of a visit are read whenever it is written: the more there are, the longer it rests in between. */
const REST_PER_TURN_MS = 1_000;
/** Of one visit: who writes more in a day is a machine. */
const TURNS_READ = 300;
/** Of visits read together; where there are more, each is read by itself. */
const TURNS_TOGETHER = 6_000;
/** A turn's own time may be so much older than when it was stored. */
const OVERLAP_MS = 2 * 3_600_000;
const MARK_EVERY_MS = 60_000;
const CAUGHT_UP_AT_ONCE = 1_000;

/** An index over turns, one record a conversation and day: written behind the turns, and always to be made anew from them. */
export function createVisits(options: VisitsOptions): Visits {
  const {
    connection,
    turns,
    logger,
    calendar = createCalendar(),
    now = () => new Date(),
    delayMs = DELAY_MS,
  } = options;
  const { timeZone, dayOf, startOf } = calendar;
  const model = defineModel(connection, 'visits', { at: Date }, [
    [{ keys: 1, at: -1 }],
    [{ at: -1, _id: -1 }],
    [{ customerId: 1, at: -1 }],
  ]);
  const visits = rawCollection(model);
  const stored = connection.collection('turns');
  const marks = rawCollection(defineModel(connection, 'visit_marks', {}, []));
  const customers = connection.collection<{ _id: string }>('customers');
  const pending = new Map<string, Day>();
  /** Until when a visit that was just written rests. */
  const resting = new Map<string, number>();
  let common: CommonKeys = new Set();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let markedAt = 0;
  let closed = false;
  /** Older turns are not all in their visits yet. */
  let behind = true;
  let catchingUp: Promise<unknown> = Promise.resolve();

  function add(conversationId: string, day: string): void {
    pending.set(visitIdOf(conversationId, day), { conversationId, day });
  }

  const windowOf = (day: string) => ({ from: startOf(day), to: startOf(dayAfter(day)) });

  /** The turns of one day's visits, oldest first. */
  async function read(day: string, conversationIds: readonly string[]): Promise<Map<string, Turn[]>> {
    const { from, to } = windowOf(day);
    const all = await stored
      .find({ conversationId: { $in: [...conversationIds] }, receivedAt: { $gte: from, $lt: to } })
      .limit(TURNS_TOGETHER)
      .toArray();
    const read = new Map<string, Turn[]>();
    if (all.length < TURNS_TOGETHER) {
      for (const one of all) {
        const turn = toRecord<Turn>(one);
        const own = read.get(turn.conversationId);
        if (own) own.push(turn);
        else read.set(turn.conversationId, [turn]);
      }
      for (const [id, own] of read) read.set(id, own.sort(oldestFirst).slice(-TURNS_READ));
      return read;
    }
    for (const conversationId of conversationIds) {
      const { items } = await turns.find({ conversationId, from, to }, { limit: TURNS_READ });
      read.set(conversationId, items.reverse());
    }
    return read;
  }

  async function writeSome(some: [id: string, which: Day][]): Promise<void> {
    for (const [id] of some) pending.delete(id);
    await write(some).catch((error) => {
      for (const [id, which] of some) if (!pending.has(id)) pending.set(id, which);
      throw error;
    });
  }

  async function write(some: [id: string, which: Day][]): Promise<void> {
    const made: { id: string; visit: Visit | undefined }[] = [];
    for (const day of new Set(some.map(([, which]) => which.day))) {
      const ids = some.filter(([, which]) => which.day === day).map(([, { conversationId }]) => conversationId);
      const found = await read(day, ids);
      for (const id of ids) made.push({ id: visitIdOf(id, day), visit: visitOf(found.get(id) ?? [], calendar) });
    }
    for (const { id, visit } of made) {
      if (visit) resting.set(id, now().getTime() + visit.messages * REST_PER_TURN_MS);
    }
    const writes = made.map(({ id, visit }) =>
      visit
        ? { replaceOne: { filter: { _id: id }, replacement: { ...toStored(visit), timeZone }, upsert: true } }
        : { deleteOne: { filter: { _id: id } } },
    );
    if (writes.length > 0) await visits.bulkWrite(writes, { ordered: false });
    // Who was erased while their visit was being written must not come back by it.
    const ids = [...new Set(made.flatMap(({ visit }) => visit?.customerId ?? []))];
    const known = await customers.find({ _id: { $in: ids } }, { projection: { _id: 1 } }).toArray();
    const gone = ids.filter((id) => !known.some(({ _id }) => _id === id));
    if (gone.length > 0) await visits.deleteMany({ customerId: { $in: gone } });
  }

  async function writeAll(isDue: (id: string) => boolean): Promise<void> {
    for (;;) {
      const due = [...pending].filter(([id]) => isDue(id)).slice(0, WRITTEN_AT_ONCE);
      if (due.length === 0) break;
      await writeSome(due);
    }
    if (!behind && now().getTime() - markedAt > MARK_EVERY_MS) await mark(now());
  }

  function isRested(id: string): boolean {
    return (resting.get(id) ?? 0) <= now().getTime();
  }

  async function mark(upTo: Date): Promise<void> {
    markedAt = upTo.getTime();
    // What was common may have become rare, by an erase or by age.
    common = new Set();
    await marks.updateOne({ _id: 'upTo' }, { $set: { at: upTo, timeZone } }, { upsert: true });
  }

  function flush(isDue: (id: string) => boolean = () => true): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing = writing
      .then(() => writeAll(isDue))
      .catch((error) => logger.error({ err: error }, 'visits could not be written'));
    return writing;
  }

  /** Writes in a while, and again for those that rest. */
  function schedule(): void {
    timer ??= setTimeout(async () => {
      for (const id of resting.keys()) if (isRested(id)) resting.delete(id);
      await flush(isRested);
      if (pending.size > 0 && !closed) schedule();
    }, delayMs).unref();
  }

  async function catchUp({ whole = false }: { whole?: boolean } = {}): Promise<number> {
    const started = now();
    behind = true;
    const done = (await marks.findOne({ _id: 'upTo' })) as unknown as { at: Date; timeZone?: string } | null;
    const moved = done !== null && (done.timeZone ?? 'UTC') !== timeZone;
    const from = done && !whole && !moved ? new Date(done.at.getTime() - OVERLAP_MS) : undefined;
    let count = 0;
    for (let to: Date | undefined; !closed; ) {
      const [newest] = (await turns.find({ from, to }, { limit: 1 })).items;
      if (!newest) break;
      const day = dayOf(newest.receivedAt);
      const start = startOf(day);
      const talked = await stored
        .aggregate<{ _id: string; turns: number }>([
          { $match: { receivedAt: { $gte: from && from > start ? from : start, $lt: to ?? startOf(dayAfter(day)) } } },
          { $group: { _id: '$conversationId', turns: { $sum: 1 } } },
        ])
        .toArray();
      for (let at = 0; at < talked.length && !closed; at += CAUGHT_UP_AT_ONCE) {
        for (const { _id, turns: own } of talked.slice(at, at + CAUGHT_UP_AT_ONCE)) {
          add(_id, day);
          count += own;
        }
        await flush();
      }
      to = start;
    }
    if (closed) return count;
    // What was written by another clock, and has no day of its own by this one.
    if (moved) await visits.deleteMany({ timeZone: { $ne: timeZone } });
    behind = false;
    await mark(started);
    return count;
  }

  return {
    note({ conversationId, receivedAt }) {
      add(conversationId, dayOf(receivedAt));
      schedule();
    },
    settled: () => flush(),
    find: (query, page) => searchVisits({ model, common }, query, page),

    catchUp(which) {
      const caughtUp = catchUp(which);
      catchingUp = caughtUp.catch(() => undefined);
      return caughtUp;
    },

    async deleteOlderThan(date) {
      return (await visits.deleteMany({ at: { $lt: date } })).deletedCount;
    },
    createIndexes: () => model.createIndexes(),
    async close() {
      closed = true;
      await flush();
      await catchingUp;
    },
  };
}

function oldestFirst(a: Turn, b: Turn): number {
  return a.receivedAt.getTime() - b.receivedAt.getTime() || (a.id < b.id ? -1 : 1);
}
