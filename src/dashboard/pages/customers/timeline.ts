import type { Visit } from '../../../conversation/visits/visit.ts';
import type { Visits } from '../../../conversation/visits/visits.ts';
import type { EventRepository, StoredEvent } from '../../../store/events.ts';

/** One thing on a customer's timeline. */
export type Happening = { at: Date } & ({ kind: 'visit'; visit: Visit } | { kind: 'event'; event: StoredEvent });

const VISITS_READ = 20;
const EVENTS_READ = 50;

/** What happened before `before`, newest first; `earlier` = the time to go on from, absent at the beginning. */
export async function timelineOf(
  { visits, events }: { visits: Pick<Visits, 'find'>; events: Pick<EventRepository<StoredEvent>, 'find'> },
  customerId: string,
  before?: Date,
): Promise<{ happenings: Happening[]; earlier?: Date }> {
  const window = { customerId, ...(before && { to: before }) };
  const [page, done] = await Promise.all([
    visits.find(window, { limit: VISITS_READ }),
    events.find(window, { limit: EVENTS_READ }),
  ]);
  // Each list was read only so far back: what is older than the nearer end would leave gaps.
  const ends = [
    ...(page.next ? [page.items.at(-1)!.at] : []),
    ...(done.length === EVENTS_READ ? [done.at(-1)!.at] : []),
  ];
  const end = ends.length > 0 ? new Date(Math.max(...ends.map((at) => at.getTime()))) : undefined;
  const happenings: Happening[] = [
    ...page.items.map((visit) => ({ kind: 'visit' as const, at: visit.at, visit })),
    ...done.map((event) => ({ kind: 'event' as const, at: event.at, event })),
  ].filter(({ at }) => end === undefined || at >= end);
  happenings.sort((a, b) => b.at.getTime() - a.at.getTime());
  return { happenings, ...(end && { earlier: end }) };
}
