import { describe, expect, test } from '@jest/globals';
import { gather } from '../../src/store/gather.ts';

describe('gathering calls', () => {
  const doubling = (runs: number[][], most?: number) =>
    gather(async (inputs: number[]) => {
      runs.push(inputs);
      return inputs.map((input) => (input < 0 ? new Error(`not ${input}`) : input * 2));
    }, most);

  test('runs those of one moment together and answers each with its own', async () => {
    const runs: number[][] = [];
    const double = doubling(runs);
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
    expect(await double(4)).toBe(8);
    expect(runs).toEqual([[1, 2, 3], [4]]);
  });

  test('never runs more together than it may', async () => {
    const runs: number[][] = [];
    expect(await Promise.all([1, 2, 3, 4, 5].map(doubling(runs, 2)))).toEqual([2, 4, 6, 8, 10]);
    expect(runs).toEqual([[1, 2], [3, 4], [5]]);
  });

  test('gathers what comes while a run is under way, and lets the full one go at once', async () => {
    const runs: number[][] = [];
    const ends: (() => void)[] = [];
    const ask = gather((inputs: number[]) => {
      runs.push(inputs);
      return new Promise<number[]>((resolve) => ends.push(() => resolve(inputs)));
    }, 3);
    const round = () => new Promise((resolve) => setImmediate(resolve));
    const first = ask(1);
    await round();
    const second = [ask(2), ask(3)];
    await round();
    expect(runs).toEqual([[1]]);
    second.push(ask(4));
    expect(runs).toEqual([[1], [2, 3, 4]]);
    const last = ask(5);
    ends[0]!();
    ends[1]!();
    await Promise.all([first, ...second]);
    await round();
    expect(runs).toEqual([[1], [2, 3, 4], [5]]);
    ends[2]!();
    expect(await last).toBe(5);
  });

  test('fails the one that failed, and not its neighbours', async () => {
    const outcomes = await Promise.allSettled([1, -1, 2].map(doubling([])));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('fails all when the run as a whole failed, and goes on afterwards', async () => {
    let down = true;
    const ask = gather(async (inputs: number[]) => {
      if (down) throw new Error('down');
      return inputs;
    });
    const outcomes = await Promise.allSettled([ask(1), ask(2)]);
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    down = false;
    expect(await ask(3)).toBe(3);
  });
});
