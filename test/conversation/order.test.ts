import { describe, expect, test } from '@jest/globals';
import { createKeyedQueue, createTurnstile } from '../../src/conversation/order.ts';

describe('the order of turns', () => {
  test('one at a time under a key, in the order given, and others meanwhile', async () => {
    const queue = createKeyedQueue();
    const seen: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const first = queue.run('a', async () => {
      await held;
      seen.push('a1');
    });
    const second = queue.run('a', async () => void seen.push('a2'));
    await queue.run('b', async () => void seen.push('b1'));
    expect(queue.depth('a')).toBe(2);
    release();
    await Promise.all([first, second, queue.idle()]);
    expect(seen).toEqual(['b1', 'a1', 'a2']);
    expect(queue.depth('a')).toBe(0);
  });

  test('a failed task does not hold up the next', async () => {
    const queue = createKeyedQueue();
    const failing = queue.run('a', async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await queue.run('a', async () => 'done')).toBe('done');
  });

  test('the turnstile lets one through in each round of the event loop, first come first', async () => {
    const pass = createTurnstile();
    const through: number[] = [];
    const all = [1, 2, 3].map(async (number) => {
      await pass();
      through.push(number);
    });
    const round = () => new Promise((resolve) => setImmediate(resolve));
    const seen: number[] = [];
    while (through.length < 3) {
      await round();
      seen.push(through.length);
    }
    await Promise.all(all);
    expect(through).toEqual([1, 2, 3]);
    expect(seen.every((count, at) => count - (seen[at - 1] ?? 0) <= 1)).toBe(true);
  });
});
