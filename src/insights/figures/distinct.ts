import { createHash } from 'node:crypto';

/**
 * Counts distinct ids without keeping them (HyperLogLog, Flajolet et al. 2007, with linear counting while few): off by about 2%,
 * exact to the unit for some dozens. Days and channels can be added up without counting anybody twice.
 */
export interface Distinct {
  add(id: string): void;
  merge(other: Distinct): void;
  count(): number;
  /** For storing; `distinctFrom` reads it. */
  toBytes(): Uint8Array;
  /** Leading zeros seen a register. */
  readonly registers: Uint8Array;
}

const BITS = 12;
const REGISTERS = 2 ** BITS;
const ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);
const POWERS = Float64Array.from({ length: 64 }, (_, rank) => 2 ** -rank);
/** Registers up to which only the filled ones are stored, three bytes each. */
const SPARSE = REGISTERS / 4;

export function createDistinct(registers: Uint8Array = new Uint8Array(REGISTERS)): Distinct {
  return {
    registers,
    add(id) {
      const hash = createHash('sha256').update(id).digest();
      const register = hash.readUInt16BE(0) >>> (16 - BITS);
      const rank = Math.clz32(hash.readUInt32BE(2)) + 1;
      if (rank > registers[register]!) registers[register] = rank;
    },
    merge(other) {
      for (let at = 0; at < REGISTERS; at++) {
        if (other.registers[at]! > registers[at]!) registers[at] = other.registers[at]!;
      }
    },
    count() {
      let sum = 0;
      let empty = 0;
      for (const rank of registers) {
        sum += POWERS[rank]!;
        if (rank === 0) empty++;
      }
      const raw = (ALPHA * REGISTERS * REGISTERS) / sum;
      const few = raw <= 2.5 * REGISTERS && empty > 0;
      return Math.round(few ? REGISTERS * Math.log(REGISTERS / empty) : raw);
    },
    toBytes() {
      const filled: number[] = [];
      registers.forEach((rank, at) => {
        if (rank > 0) filled.push(at >> 8, at & 0xff, rank);
      });
      return filled.length / 3 <= SPARSE ? Uint8Array.from(filled) : registers.slice();
    },
  };
}

export function distinctFrom(bytes: Uint8Array): Distinct {
  if (bytes.length === REGISTERS) return createDistinct(Uint8Array.from(bytes));
  const registers = new Uint8Array(REGISTERS);
  for (let at = 0; at + 2 < bytes.length; at += 3) registers[(bytes[at]! << 8) | bytes[at + 1]!] = bytes[at + 2]!;
  return createDistinct(registers);
}
