/** Runs one task at a time for each key, in order; tasks of other keys run beside it. */
export function createKeyedLock() {
  const last = new Map<string, Promise<unknown>>();
  return async function locked<T>(key: string, task: () => Promise<T>): Promise<T> {
    const run = (last.get(key) ?? Promise.resolve()).then(task, task);
    last.set(key, run);
    try {
      return await run;
    } finally {
      if (last.get(key) === run) last.delete(key);
    }
  };
}

export type KeyedLock = ReturnType<typeof createKeyedLock>;
