/** Runs tasks of one key one after another, in the order they were given; different keys in parallel. */
export interface KeyedQueue {
  /** Resolves or rejects as the task does. */
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
  /** Tasks waiting or running under the key. */
  depth(key: string): number;
  /** Resolves when nothing waits or runs any more. */
  idle(): Promise<void>;
}

export function createKeyedQueue(): KeyedQueue {
  const tails = new Map<string, { last: Promise<unknown>; depth: number }>();
  return {
    run(key, task) {
      const tail = tails.get(key) ?? { last: Promise.resolve(), depth: 0 };
      const result = tail.last.then(task, task);
      const settled = result.then(
        () => undefined,
        () => undefined,
      );
      tail.depth += 1;
      tail.last = settled.then(() => {
        tail.depth -= 1;
        if (tail.depth === 0) tails.delete(key);
      });
      tails.set(key, tail);
      return result;
    },
    depth: (key) => tails.get(key)?.depth ?? 0,
    async idle() {
      while (tails.size > 0) await Promise.all([...tails.values()].map(({ last }) => last));
    },
  };
}

/**
 * Lets through one caller in each round of the event loop, in order: a turn's work is then done at one go, and what arrives
 * meanwhile is read between two turns.
 */
export function createTurnstile(): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const passed = last.then(() => new Promise<void>((resolve) => setImmediate(resolve)));
    last = passed;
    return passed;
  };
}
