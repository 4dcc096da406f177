/** A clock for tests: `sleep` costs no time; `run` moves on from one sleeper to the next until `work` is done. */
export function createVirtualClock(startMs = 1_000_000) {
  let nowMs = startMs;
  const sleepers: { at: number; wake(): void }[] = [];
  return {
    now: () => nowMs,
    sleep(ms: number): Promise<void> {
      return new Promise((wake) => {
        sleepers.push({ at: nowMs + ms, wake });
      });
    },
    async run<T>(work: Promise<T>): Promise<T> {
      let done = false;
      const finished = work.finally(() => {
        done = true;
      });
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        if (done) return finished;
        sleepers.sort((a, b) => a.at - b.at);
        const next = sleepers.shift();
        if (!next) continue;
        nowMs = Math.max(nowMs, next.at);
        next.wake();
      }
    },
  };
}

/** A clock whose sleeps take no time but move it on; for what is sent one after another. */
export function createSkippingClock() {
  let nowMs = Date.now();
  return {
    now: () => new Date(nowMs),
    async sleep(ms: number): Promise<void> {
      nowMs += ms;
    },
  };
}
