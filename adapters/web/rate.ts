export interface RateLimit {
  /** Takes one; returns 0 when allowed, else the milliseconds until the next is. */
  take(key: string): number;
}

const PRUNE_ABOVE = 1_000;

/** A bucket a key: `burst` at once, then `perSecond`. */
export function createRateLimit(options: { burst: number; perSecond: number; now(): number }): RateLimit {
  const { burst, perSecond, now } = options;
  const interval = 1000 / perSecond;
  // When each key's bucket is full again.
  const full = new Map<string, number>();
  return {
    take(key) {
      const at = now();
      if (full.size >= PRUNE_ABOVE) for (const [other, time] of full) if (time <= at) full.delete(other);
      const after = Math.max(full.get(key) ?? at, at) + interval;
      const wait = after - burst * interval - at;
      if (wait > 0) return wait;
      full.set(key, after);
      return 0;
    },
  };
}
