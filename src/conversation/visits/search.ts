import type { Model } from 'mongoose';
import { afterCursor, decodeCursor, encodeCursor, type Page, type Window, withinWindow } from '../../store/page.ts';
import { rawCollection, toRecord } from '../../store/records.ts';
import type { Visit } from './visit.ts';

export interface VisitQuery extends Window {
  /** Each group must be met by one of its keys (see `Visit.keys`). */
  groups?: readonly (readonly string[])[];
  customerId?: string;
  /** A last test that needs other records, of many visits at once: the ids that pass. */
  keep?(visits: readonly Visit[]): Promise<ReadonlySet<string>>;
}

/** A page of visits, newest first. `lookedBackTo`: looked through so far for now; `next` goes on from there. */
export interface VisitPage extends Page<Visit> {
  lookedBackTo?: Date;
}

/** A key that fewer visits have is read whole by its index; a commoner one is met often enough on the way back in time. */
const RARE = 1000;
/** Visits looked through for one page, in steps: keeps the time bounded whatever is asked. */
const STEPS = [150, 350, 1000, 1500];

/** Keys found to be common, so that it is not tried again and again whether they are rare. */
export type CommonKeys = Set<string>;

/**
 * Finds visits in bounded time however many there are: by the rarest of the keys, else back in time through a bounded number.
 */
export async function searchVisits(
  { model, common }: { model: Model<{ _id: string }>; common: CommonKeys },
  query: VisitQuery,
  { limit = 50, cursor }: { limit?: number; cursor?: string } = {},
): Promise<VisitPage> {
  const { groups = [], customerId } = query;
  const visits = rawCollection(model);
  const window = withinWindow(query);
  const base = { ...(customerId !== undefined && { customerId: { $eq: customerId } }), ...(window && { at: window }) };

  async function kept(found: readonly Visit[]): Promise<Visit[]> {
    const fitting = found.filter(({ keys }) => groups.every((group) => group.some((key) => keys.includes(key))));
    if (!query.keep || fitting.length === 0) return fitting;
    const passed = await query.keep(fitting);
    return fitting.filter(({ id }) => passed.has(id));
  }

  async function read(filter: object, most: number, sorted: boolean): Promise<Visit[]> {
    const found = visits.find(filter);
    if (sorted) found.sort({ at: -1, _id: -1 });
    return (await found.limit(most).toArray()).map((one) => toRecord<Visit>(one));
  }

  if (customerId === undefined) {
    // Words first: they are the rarest.
    for (const group of groups.toSorted((a, b) => Number(isWord(b)) - Number(isWord(a)))) {
      if (group.some((key) => common.has(key))) continue;
      // Without the window: the index of a list bounds a second field on one side only, and would read past it.
      const found = await read({ keys: { $in: [...group] } }, RARE + 1, false);
      if (found.length > RARE) {
        for (const key of group) common.add(key);
        continue;
      }
      const all = (await kept(found.filter(isWithin(query)))).sort(newestFirst);
      const rest = cursor === undefined ? all : all.filter(isAfter(cursor));
      return pageOf(rest.slice(0, limit), rest.length > limit);
    }
  }

  const found: Visit[] = [];
  let from = cursor;
  const isPlain = groups.length === 0 && !query.keep;
  for (const most of isPlain ? [limit + 1] : STEPS) {
    const step = await read(from === undefined ? base : { $and: [base, afterCursor('at', from)] }, most, true);
    found.push(...(await kept(step)));
    if (found.length > limit) return pageOf(found.slice(0, limit), true);
    const last = step.at(-1);
    if (step.length < most || !last) return pageOf(found, false);
    from = encodeCursor(last);
  }
  return { items: found, next: from, lookedBackTo: decodeCursor(from!).at };
}

const isWord = (group: readonly string[]): boolean => group.every((key) => key.startsWith('word:'));

function pageOf(items: Visit[], more: boolean): VisitPage {
  const last = items.at(-1);
  return { items, ...(more && last && { next: encodeCursor(last) }) };
}

function isWithin({ from, to }: Window): (visit: Visit) => boolean {
  return ({ at }) => (from === undefined || at >= from) && (to === undefined || at < to);
}

function newestFirst(a: Visit, b: Visit): number {
  return b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);
}

function isAfter(cursor: string): (visit: Visit) => boolean {
  const { at, id } = decodeCursor(cursor);
  return (visit) => visit.at < at || (visit.at.getTime() === at.getTime() && visit.id < id);
}
