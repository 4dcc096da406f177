import { describe, expect, test } from '@jest/globals';
import { createPacing } from '../../../src/conversation/delivery/pacing.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const FAST = { burst: 1_000, perSecond: 1_000 };

function setUp(overall = FAST) {
  const clock = createVirtualClock(0);
  const pacing = createPacing({ overall, now: clock.now, sleep: clock.sleep });
  const sent: { key: string; at: number }[] = [];
  const send = async (key: string, rate = FAST) => {
    await pacing.ready(key, rate);
    sent.push({ key, at: clock.now() });
  };
  return { clock, pacing, sent, send };
}

describe('pacing', () => {
  test('lets a burst through at once, then one message an interval', async () => {
    const { clock, sent, send } = setUp();
    const rate = { burst: 3, perSecond: 1 };
    await clock.run(Promise.all([1, 2, 3, 4, 5].map(() => send('a', rate))));
    expect(sent.map(({ at }) => at)).toEqual([0, 0, 0, 1000, 2000]);
  });

  test('a conversation that waits holds up no other', async () => {
    const { clock, pacing, sent, send } = setUp();
    pacing.pause('a', 30_000);
    await clock.run(Promise.all([send('a'), send('b'), send('c')]));
    expect(sent).toEqual([
      { key: 'b', at: 0 },
      { key: 'c', at: 0 },
      { key: 'a', at: 30_000 },
    ]);
  });

  test('three conversations told to wait make all wait', async () => {
    const { clock, pacing, sent, send } = setUp();
    for (const key of ['a', 'b', 'c']) pacing.pause(key, 5_000);
    await clock.run(send('d'));
    expect(sent).toEqual([{ key: 'd', at: 5_000 }]);
  });

  test('two are not enough, nor are three far apart', async () => {
    const { clock, pacing, sent, send } = setUp();
    pacing.pause('a', 5_000);
    pacing.pause('b', 5_000);
    await clock.run(clock.sleep(3_000));
    pacing.pause('c', 5_000);
    await clock.run(send('d'));
    expect(sent).toEqual([{ key: 'd', at: 3_000 }]);
  });

  test('keeps the rate over all conversations', async () => {
    const { clock, sent, send } = setUp({ burst: 30, perSecond: 30 });
    await clock.run(Promise.all(Array.from({ length: 90 }, (_, index) => send(`chat ${index}`))));
    for (let from = 0; from <= 2000; from += 100) {
      expect(sent.filter(({ at }) => at >= from && at < from + 1000).length).toBeLessThanOrEqual(60);
    }
    expect(sent.at(-1)?.at).toBeCloseTo(2000, -1);
  });

  test('a pause that comes while a message waits for its turn is kept', async () => {
    const { clock, pacing, sent, send } = setUp();
    const rate = { burst: 1, perSecond: 1 };
    const both = Promise.all([send('a', rate), send('a', rate)]);
    pacing.pause('a', 9_000);
    await clock.run(both);
    expect(sent.map(({ at }) => at)).toEqual([0, 9_000]);
  });
});
