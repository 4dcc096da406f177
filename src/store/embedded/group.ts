import { Decimal128, Long } from 'bson';
import { evalExpr } from 'mingo/core';
import { compareBson, encodeKey, isPlain, toNumber } from './bson-key.ts';
import { CommandFailure, unsupported } from './failure.ts';
import { assertExpression } from './operators.ts';
import { type Document, mingoOptions } from './query.ts';

/** Takes one value after another, and says what they come to. */
interface Accumulator {
  add(value: unknown): void;
  result(): unknown;
}

function numberOf(value: unknown, name: string): number | undefined {
  if (value instanceof Decimal128 || value instanceof Long) {
    throw unsupported(`${name} of Decimal128 or integers beyond 2^53`);
  }
  return toNumber(value);
}

const ACCUMULATORS: Record<string, () => Accumulator> = {
  $sum() {
    let sum = 0;
    return {
      add(value) {
        sum += numberOf(value, '$sum') ?? 0;
      },
      result: () => sum,
    };
  },
  $avg() {
    let sum = 0;
    let count = 0;
    return {
      add(value) {
        const number = numberOf(value, '$avg');
        if (number === undefined) return;
        sum += number;
        count++;
      },
      result: () => (count === 0 ? null : sum / count),
    };
  },
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first() {
    let first: unknown;
    let seen = false;
    return {
      add(value) {
        if (!seen) first = value;
        seen = true;
      },
      result: () => first ?? null,
    };
  },
  $last() {
    let last: unknown;
    return {
      add(value) {
        last = value;
      },
      result: () => last ?? null,
    };
  },
  $push() {
    const list: unknown[] = [];
    return { add: (value) => value !== undefined && list.push(value), result: () => list };
  },
  $addToSet() {
    const set = new Map<string, unknown>();
    return {
      add(value) {
        if (value === undefined) return;
        const key = encodeKey(value).toString('latin1');
        if (!set.has(key)) set.set(key, value);
      },
      result: () => [...set.values()],
    };
  },
  $count() {
    let count = 0;
    return { add: () => void count++, result: () => count };
  },
};

/** Null and missing do not count. */
function extreme(sign: 1 | -1): Accumulator {
  let best: unknown;
  return {
    add(value) {
      if (value === null || value === undefined) return;
      if (best === undefined || compareBson(value, best) * sign > 0) best = value;
    },
    result: () => best ?? null,
  };
}

/** `$group`, one document at a time: memory holds the groups, not the documents. mingo's would collect them all. */
export function compileGroup(spec: Document, variables?: Document): (input: Iterable<Document>) => Iterable<Document> {
  if (!('_id' in spec)) throw new CommandFailure('BadValue', 'a group specification must include an _id');
  const { _id, ...fields } = spec;
  assertExpression(_id);
  const options = { ...mingoOptions, variables } as never;
  const makers = Object.entries(fields).map(([field, accumulator]) => {
    const [name, ...more] = isPlain(accumulator) ? Object.keys(accumulator) : [];
    if (name === undefined || more.length > 0) {
      throw new CommandFailure('BadValue', `The field '${field}' must be an accumulator object`);
    }
    const make = ACCUMULATORS[name];
    if (!make) throw unsupported(`the accumulator ${name}`);
    const expression = (accumulator as Document)[name];
    assertExpression(expression);
    return { field, make, expression };
  });

  return function* (input) {
    const groups = new Map<string, { id: unknown; accumulators: Accumulator[] }>();
    for (const document of input) {
      const id = withoutMissing(evalExpr(document, _id, options) ?? null);
      const key = encodeKey(id).toString('latin1');
      let group = groups.get(key);
      if (!group) {
        group = { id, accumulators: makers.map(({ make }) => make()) };
        groups.set(key, group);
      }
      for (const [at, { expression }] of makers.entries()) {
        group.accumulators[at]!.add(evalExpr(document, expression, options));
      }
    }
    for (const { id, accumulators } of groups.values()) {
      const results = makers.map(({ field }, at) => [field, accumulators[at]!.result()]);
      yield { _id: id, ...Object.fromEntries(results) };
    }
  };
}

function withoutMissing(value: unknown): unknown {
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));
}
