/** A Uint32Array that grows by doubling, for building an index in one pass. */
export interface GrowingArray {
  readonly length: number;
  push(value: number): void;
  /** A copy cut to its length. */
  toArray(): Uint32Array;
  /** The values; valid until the next push. */
  view(): Uint32Array;
}

/** An empty growing array. */
export function createGrowingArray(capacity = 1024): GrowingArray {
  let values = new Uint32Array(capacity);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) {
        const wider = new Uint32Array(values.length * 2);
        wider.set(values);
        values = wider;
      }
      values[length++] = value;
    },
    toArray: () => values.slice(0, length),
    view: () => values.subarray(0, length),
  };
}
