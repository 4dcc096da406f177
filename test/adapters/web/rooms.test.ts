import { beforeEach, describe, expect, test } from '@jest/globals';
import type { EventStream, PageEvent } from '../../../adapters/web/event-stream.ts';
import { createRooms, type Rooms, type Snapshot } from '../../../adapters/web/rooms.ts';

let nowMs: number;
let rooms: Rooms;
beforeEach(() => {
  nowMs = 1_000_000;
  rooms = createRooms({ now: () => nowMs });
});

function createPage() {
  const events: PageEvent[] = [];
  let ended = false;
  const stream: EventStream = {
    send: (event) => events.push(event),
    skip: () => undefined,
    beat: () => undefined,
    end: () => {
      ended = true;
    },
  };
  return {
    stream,
    names: () => events.map(({ name, data }) => `${name} ${data}`),
    lastId: () => events.at(-1)?.id ?? '',
    isEnded: () => ended,
  };
}

const nothing = async (): Promise<Snapshot> => ({ data: 'past', answered: [], undelivered: [] });

describe('the pages of one visitor', () => {
  test('start with the history and all see what happens then', async () => {
    const [first, second, stranger] = [createPage(), createPage(), createPage()];
    await rooms.join('a', first.stream, '', nothing);
    await rooms.join('a', second.stream, '', nothing);
    await rooms.join('b', stranger.stream, '', nothing);
    rooms.publish('a', 'reply', 1);
    for (const page of [first, second]) expect(page.names()).toEqual(['history "past"', 'reply 1']);
    expect(stranger.names()).toEqual(['history "past"']);
  });

  test('get just what they missed when they come back', async () => {
    const page = createPage();
    const leave = await rooms.join('a', page.stream, '', nothing);
    rooms.publish('a', 'message', 1);
    leave();
    rooms.publish('a', 'typing', {}, { lasting: false });
    rooms.publish('a', 'reply', 2);
    const again = createPage();
    await rooms.join('a', again.stream, page.lastId(), nothing);
    expect(again.names()).toEqual(['reply 2']);
  });

  test.each([
    ['never seen here', () => 'f00.7'],
    ['damaged', () => 'x'],
    ['older than what is kept', (id: string) => id],
  ])('start over from the history when their last event is %s', async (_what, lastId) => {
    const page = createPage();
    await rooms.join('a', page.stream, '', nothing);
    const seen = page.lastId();
    for (let count = 0; count < 60; count++) rooms.publish('a', 'reply', count);
    const again = createPage();
    await rooms.join('a', again.stream, lastId(seen), nothing);
    expect(again.names()).toEqual(['history "past"']);
  });

  test('start over once the visitor was away for long', async () => {
    const page = createPage();
    (await rooms.join('a', page.stream, '', nothing))();
    nowMs += 10 * 60_000;
    rooms.beat();
    rooms.publish('a', 'reply', 'to nobody');
    const again = createPage();
    await rooms.join('a', again.stream, page.lastId(), nothing);
    expect(again.names()).toEqual(['history "past"']);
  });

  test('miss nothing and see nothing twice that happens while the history is read', async () => {
    const page = createPage();
    await rooms.join('a', page.stream, '', async () => {
      rooms.publish('a', 'reply', 'known', { to: 'm1' });
      rooms.publish('a', 'reply', 'new', { to: 'm2' });
      return { data: 'past', answered: ['m1'], undelivered: ['m1'] };
    });
    expect(page.names()).toEqual(['history "past"', 'reply "new"']);
    rooms.publish('a', 'reply', 'a later one to the same message', { to: 'm1' });
    expect(page.names()).toHaveLength(3);
  });

  test('see a reply once that the history held before it was sent', async () => {
    const page = createPage();
    await rooms.join('a', page.stream, '', async () => ({ data: 'past', answered: ['m1'], undelivered: ['m1'] }));
    rooms.publish('a', 'reply', 'the same', { to: 'm1' });
    rooms.publish('a', 'reply', 'another', { to: 'm1' });
    expect(page.names()).toEqual(['history "past"', 'reply "another"']);
  });

  test('leave no trace when the history cannot be read', async () => {
    const page = createPage();
    const failing = async () => {
      throw new Error('the store is away');
    };
    await expect(rooms.join('a', page.stream, '', failing)).rejects.toThrow('the store is away');
    expect(rooms.count('a')).toBe(0);
  });

  test('all end together', async () => {
    const page = createPage();
    await rooms.join('a', page.stream, '', nothing);
    rooms.close();
    expect(page.isEnded()).toBe(true);
    expect(rooms.count('a')).toBe(0);
  });
});
