import { randomBytes } from 'node:crypto';
import type { EventStream, PageEvent } from './event-stream.ts';

/** What a page is shown when it opens, and which replies that already holds. */
export interface Snapshot {
  data: unknown;
  /** Messages whose reply is in `data`. */
  answered: string[];
  /** Those of them whose reply may still be on its way to the page by `publish`. */
  undelivered: string[];
}

/** The open pages of each visitor: all see the same events, and one that was away for a moment misses none. */
export interface Rooms {
  /** Tells every open page of the visitor. `to` = the message a reply answers; `lasting` = a page that was away needs it too. */
  publish(visitor: string, name: string, data: unknown, about?: { to?: string; lasting?: boolean }): void;
  /**
   * Adds a page; resolves once it has caught up: the events since `lastEventId` where they are all known, else `snapshot`.
   * The returned function takes the page out.
   */
  join(
    visitor: string,
    stream: EventStream,
    lastEventId: string,
    snapshot: () => Promise<Snapshot>,
  ): Promise<() => void>;
  /** Open pages of a visitor. */
  count(visitor: string): number;
  beat(): void;
  /** Ends every page. */
  close(): void;
}

interface RoomEvent extends PageEvent {
  number: number;
  to?: string;
}

interface Page {
  stream: EventStream;
  /** Events that wait for the snapshot; undefined once the page has caught up. */
  waiting?: RoomEvent[];
  undelivered: Set<string>;
}

interface Room {
  pages: Set<Page>;
  recent: RoomEvent[];
  /** Every lasting event above this number is in `recent`. */
  knownAbove: number;
  emptySince: number;
}

/** Events kept for a page that was away. */
const EVENTS_KEPT = 50;
/** A visitor's events are kept so long after the last page has gone. */
const ROOM_KEPT_MS = 120_000;
const ROOMS_KEPT = 2_000;

export function createRooms({ now }: { now(): number }): Rooms {
  const rooms = new Map<string, Room>();
  // Numbers are of this process: an id of another one means nothing here.
  const process = randomBytes(4).toString('hex');
  let last = 0;

  function prune(): void {
    const empty = [...rooms].filter(([, room]) => room.pages.size === 0);
    const excess = Math.max(0, rooms.size - ROOMS_KEPT);
    for (const [index, [visitor, room]] of empty.entries()) {
      if (index < excess || now() - room.emptySince > ROOM_KEPT_MS) rooms.delete(visitor);
    }
  }

  function missed(room: Room, lastEventId: string): RoomEvent[] | undefined {
    const [of, number] = lastEventId.split('.');
    const after = Number(number);
    if (of !== process || !Number.isSafeInteger(after) || after < room.knownAbove) return undefined;
    return room.recent.filter((event) => event.number > after);
  }

  function leave(visitor: string, room: Room, page: Page): void {
    room.pages.delete(page);
    if (room.pages.size > 0) return;
    room.emptySince = now();
    // At the end of the map: the first to go are those that were left longest ago.
    if (rooms.delete(visitor)) rooms.set(visitor, room);
    prune();
  }

  return {
    publish(visitor, name, data, { to, lasting = true } = {}) {
      // Counted also when nobody listens, so that a page coming back later knows that it missed something.
      last += 1;
      const room = rooms.get(visitor);
      if (!room) return;
      const event: RoomEvent = { number: last, id: `${process}.${last}`, name, data: JSON.stringify(data), to };
      if (lasting) {
        room.recent.push(event);
        if (room.recent.length > EVENTS_KEPT) room.knownAbove = room.recent.shift()?.number ?? last;
      }
      for (const { stream, waiting, undelivered } of room.pages) {
        if (waiting) waiting.push(event);
        else if (to !== undefined && undelivered.delete(to)) stream.skip(event.id);
        else stream.send(event);
      }
    },

    async join(visitor, stream, lastEventId, snapshot) {
      const known = rooms.get(visitor);
      const room = known ?? { pages: new Set(), recent: [], knownAbove: last, emptySince: 0 };
      if (!known) rooms.set(visitor, room);
      const page: Page = { stream, undelivered: new Set() };
      room.pages.add(page);
      const past = missed(room, lastEventId);
      if (past) {
        for (const event of past) stream.send(event);
        return () => leave(visitor, room, page);
      }
      const start = last;
      page.waiting = [];
      try {
        const { data, answered, undelivered } = await snapshot();
        stream.send({ id: `${process}.${start}`, name: 'history', data: JSON.stringify(data) });
        page.undelivered = new Set(undelivered);
        for (const event of page.waiting) {
          if (event.to === undefined || !answered.includes(event.to)) stream.send(event);
          else {
            page.undelivered.delete(event.to);
            stream.skip(event.id);
          }
        }
        page.waiting = undefined;
      } catch (error) {
        leave(visitor, room, page);
        throw error;
      }
      return () => leave(visitor, room, page);
    },

    count: (visitor) => rooms.get(visitor)?.pages.size ?? 0,
    beat() {
      for (const { pages } of rooms.values()) for (const { stream } of pages) stream.beat();
      prune();
    },
    close() {
      for (const { pages } of rooms.values()) for (const { stream } of pages) stream.end();
      rooms.clear();
    },
  };
}
