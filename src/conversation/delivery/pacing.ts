/** How often something may happen: `burst` at once, then `perSecond`. */
export interface Rate {
  burst: number;
  perSecond: number;
}

export interface Pacing {
  /** Resolves when the next message of this key may be sent; messages of one key in the order they asked. */
  ready(key: string, rate: Rate): Promise<void>;
  /** The platform asked this key to wait. */
  pause(key: string, ms: number): void;
  /** The platform asked everything to wait. */
  pauseAll(ms: number): void;
}

export interface PacingOptions {
  overall: Rate;
  now?(): number;
  sleep?(ms: number): Promise<void>;
}

/** So many conversations told to wait within so long mean that the limit over all is reached. */
const PAUSED_KEYS_FOR_ALL = 3;
const PAUSED_KEYS_WITHIN_MS = 2_000;
const PRUNE_ABOVE = 1_000;

/**
 * Keeps a channel within its rates, per key (a chat, a room) and over all. A key that waits holds up no other key.
 * The generic cell rate algorithm: one number a key, the time at which its burst would be whole again.
 */
export function createPacing({ overall, now = Date.now, sleep = pauseFor }: PacingOptions): Pacing {
  const all: Cell = { whole: 0, pausedUntil: 0 };
  const cells = new Map<string, Cell>();
  let paused: { key: string; at: number }[] = [];

  function cellOf(key: string): Cell {
    const known = cells.get(key);
    if (known) return known;
    if (cells.size >= PRUNE_ABOVE) {
      const at = now();
      for (const [other, cell] of cells) if (cell.whole <= at && cell.pausedUntil <= at) cells.delete(other);
    }
    const cell = { whole: 0, pausedUntil: 0 };
    cells.set(key, cell);
    return cell;
  }

  async function waitFor(cell: Cell, rate: Rate): Promise<void> {
    const wait = reserve(cell, rate, now());
    if (wait > 0) await sleep(wait);
    // A pause may have come while this message waited for its turn.
    for (let left = cell.pausedUntil - now(); left > 0; left = cell.pausedUntil - now()) await sleep(left);
  }

  function pauseAll(ms: number): void {
    all.pausedUntil = Math.max(all.pausedUntil, now() + ms);
  }

  return {
    async ready(key, rate) {
      await waitFor(cellOf(key), rate);
      await waitFor(all, overall);
    },
    pause(key, ms) {
      const at = now();
      const cell = cellOf(key);
      cell.pausedUntil = Math.max(cell.pausedUntil, at + ms);
      paused = [...paused.filter((entry) => entry.key !== key && at - entry.at < PAUSED_KEYS_WITHIN_MS), { key, at }];
      if (paused.length >= PAUSED_KEYS_FOR_ALL) pauseAll(ms);
    },
    pauseAll,
  };
}

interface Cell {
  /** When the burst is whole again, in ms since the epoch. */
  whole: number;
  pausedUntil: number;
}

/** Takes the next place; returns the milliseconds until it comes. */
function reserve(cell: Cell, { burst, perSecond }: Rate, at: number): number {
  const interval = 1000 / perSecond;
  const start = Math.max(cell.whole, at);
  cell.whole = start + interval;
  return Math.max(0, start - (burst - 1) * interval - at);
}

/** Waits by the real clock. */
export function pauseFor(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
