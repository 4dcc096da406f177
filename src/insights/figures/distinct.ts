import { createHash } from 'node:crypto';

/**
 * Counts distinct ids without keeping them: exact while they are few, by their hashes; beyond that within about 2% (HyperLogLog,
 * Flajolet et al. 2007). Days and channels can be added up without counting anybody twice.
 */
export interface Distinct {
  add(id: string): void;
  merge(other: Distinct): void;
  count(): number;
  /** For storing; `distinctFrom` reads it. */
  toBytes(): Uint8Array;
  /** Hashes while they are few, then leading zeros seen a register. */
  readonly state: Set<number> | Uint8Array;
}

const EXACT = 1_000;
const BITS = 12;
const REGISTERS = 2 ** BITS;
const ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);
const HIGHEST_RANK = 32 - BITS + 1;
const POWERS = Float64Array.from({ length: HIGHEST_RANK + 1 }, (_, rank) => 2 ** -rank);

export function createDistinct(initial: Set<number> | Uint8Array = new Set<number>()): Distinct {
  let state = initial;

  function note(hash: number): void {
    if (state instanceof Uint8Array) {
      fill(state, hash);
      return;
    }
    state.add(hash);
    if (state.size > EXACT) state = registersOf(state);
  }

  return {
    get state() {
      return state;
    },
    add(id) {
      note(createHash('sha256').update(id).digest().readUInt32BE(0));
    },
    merge({ state: other }) {
      if (!(other instanceof Uint8Array)) {
        for (const hash of other) note(hash);
        return;
      }
      if (!(state instanceof Uint8Array)) state = registersOf(state);
      for (let at = 0; at < REGISTERS; at++) if (other[at]! > state[at]!) state[at] = other[at]!;
    },
    count: () => (state instanceof Uint8Array ? estimate(state) : state.size),
    toBytes: () => (state instanceof Uint8Array ? state.slice() : new Uint8Array(Uint32Array.from(state).buffer)),
  };
}

/** At most 4 bytes for each of EXACT hashes, or a byte for each register: the length tells which. */
export function distinctFrom(bytes: Uint8Array): Distinct {
  const own = Uint8Array.from(bytes);
  return createDistinct(own.length === REGISTERS ? own : new Set(new Uint32Array(own.buffer)));
}

function registersOf(hashes: ReadonlySet<number>): Uint8Array {
  const registers = new Uint8Array(REGISTERS);
  for (const hash of hashes) fill(registers, hash);
  return registers;
}

function fill(registers: Uint8Array, hash: number): void {
  const register = hash >>> (32 - BITS);
  const rank = Math.min(HIGHEST_RANK, Math.clz32(hash << BITS) + 1);
  if (rank > registers[register]!) registers[register] = rank;
}

function estimate(registers: Uint8Array): number {
  let sum = 0;
  let empty = 0;
  for (const rank of registers) {
    sum += POWERS[rank]!;
    if (rank === 0) empty++;
  }
  const raw = (ALPHA * REGISTERS * REGISTERS) / sum;
  const few = raw <= 2.5 * REGISTERS && empty > 0;
  return Math.round(few ? REGISTERS * Math.log(REGISTERS / empty) : raw);
}
