import { Decimal128, Long, Timestamp } from 'bson';
import { compareBson, isPlain, toNumber } from './bson-key.ts';
import { CommandFailure, unsupported } from './failure.ts';
import { compileFilter, type Document } from './query.ts';
import { type Place, read, write } from './update-paths.ts';

/** Changes one place. mingo's own skip what MongoDB refuses (a sum on text, a push on a number), hence these. */
type Operator = (place: Place, operand: unknown, now: Date) => void;

const current = ({ container, key }: Place): unknown => read(container, key);

export const $set: Operator = (place, value) => write(place, value);

const $unset: Operator = ({ container, key }) => {
  if (Array.isArray(container)) {
    if (Number(key) < container.length) container[Number(key)] = null;
  } else delete container[key];
};

const arithmetic =
  (
    name: string,
    onMissing: (operand: unknown) => unknown,
    onNumbers: (a: number, b: number) => number,
    onLongs: (a: Long, b: Long) => Long,
  ): Operator =>
  (place, operand) => {
    const value = current(place);
    if (operand instanceof Decimal128 || value instanceof Decimal128) throw unsupported(`${name} with Decimal128`);
    const right = toNumber(operand);
    if (right === undefined) throw new CommandFailure('TypeMismatch', `Cannot ${name} with a non-numeric argument`);
    if (value === undefined) return write(place, onMissing(operand));
    const left = toNumber(value);
    if (left === undefined) {
      throw new CommandFailure('TypeMismatch', `Cannot apply ${name} to a value of non-numeric type`);
    }
    const exact =
      (value instanceof Long || operand instanceof Long) && Number.isInteger(left) && Number.isInteger(right);
    return write(place, exact ? onLongs(toLong(value), toLong(operand)) : onNumbers(left, right));
  };

const toLong = (value: unknown): Long => (value instanceof Long ? value : Long.fromNumber(toNumber(value)!));

const $inc = arithmetic(
  '$inc',
  (operand) => operand,
  (a, b) => a + b,
  (a, b) => a.add(b),
);
const $mul = arithmetic(
  '$mul',
  () => 0,
  (a, b) => a * b,
  (a, b) => a.multiply(b),
);

const $min: Operator = (place, value) => {
  const old = current(place);
  if (old === undefined || compareBson(value, old) < 0) write(place, value);
};

const $max: Operator = (place, value) => {
  const old = current(place);
  if (old === undefined || compareBson(value, old) > 0) write(place, value);
};

const $currentDate: Operator = (place, operand, now) => {
  const type = isPlain(operand) ? operand.$type : 'date';
  if (type === 'timestamp') write(place, new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 }));
  else if (type === 'date') write(place, now);
  else throw new CommandFailure('BadValue', '$currentDate takes true or a $type of date or timestamp');
};

/** The list at a place, a copy; undefined where there is none yet. */
function listAt(place: Place, name: string): unknown[] | undefined {
  const value = current(place);
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw new CommandFailure('BadValue', `${name} needs a list at '${place.key}'`);
  return [...value];
}

const PUSH_MODIFIERS = new Set(['$each', '$slice', '$sort', '$position']);

const $push: Operator = (place, operand) => {
  const list = listAt(place, '$push') ?? [];
  if (!isPlain(operand) || !('$each' in operand)) return write(place, [...list, operand]);
  const { $each, $slice, $sort, $position } = operand;
  const unknown = Object.keys(operand).find((key) => !PUSH_MODIFIERS.has(key));
  if (unknown) throw unsupported(`the modifier ${unknown} of $push`);
  if (!Array.isArray($each)) throw new CommandFailure('BadValue', '$each needs a list');
  list.splice($position === undefined ? list.length : integer($position, '$position'), 0, ...$each);
  if ($sort !== undefined) list.sort(orderOf($sort));
  return write(place, $slice === undefined ? list : slice(list, integer($slice, '$slice')));
};

const slice = (list: unknown[], count: number): unknown[] =>
  count === 0 ? [] : count > 0 ? list.slice(0, count) : list.slice(count);

function orderOf(sort: unknown): (a: unknown, b: unknown) => number {
  if (sort === 1 || sort === -1) return (a, b) => sort * compareBson(a, b);
  if (!isPlain(sort) || !Object.values(sort).every((way) => way === 1 || way === -1)) {
    throw new CommandFailure('BadValue', '$sort needs 1, -1 or fields with them');
  }
  const at = (item: unknown, path: string): unknown =>
    path.split('.').reduce<unknown>((value, name) => (isPlain(value) ? value[name] : undefined), item);
  return (a, b) => {
    for (const [path, way] of Object.entries(sort)) {
      const order = compareBson(at(a, path), at(b, path));
      if (order !== 0) return (way as number) * order;
    }
    return 0;
  };
}

function integer(value: unknown, name: string): number {
  const number = toNumber(value);
  if (!Number.isInteger(number)) throw new CommandFailure('BadValue', `${name} needs an integer`);
  return number!;
}

const $addToSet: Operator = (place, operand) => {
  const list = listAt(place, '$addToSet') ?? [];
  const added = isPlain(operand) && '$each' in operand ? operand.$each : [operand];
  if (!Array.isArray(added)) throw new CommandFailure('BadValue', '$each needs a list');
  for (const item of added) if (!list.some((known) => compareBson(known, item) === 0)) list.push(item);
  write(place, list);
};

const $pop: Operator = (place, operand) => {
  if (operand !== 1 && operand !== -1) throw new CommandFailure('FailedToParse', '$pop needs 1 or -1');
  const list = listAt(place, '$pop');
  if (list) write(place, operand === 1 ? list.slice(0, -1) : list.slice(1));
};

const $pull: Operator = (place, condition) => {
  const list = listAt(place, '$pull');
  if (!list) return;
  const isQuery = isPlain(condition) && !Object.keys(condition).some((key) => key.startsWith('$'));
  const test = isQuery ? compileFilter(condition) : compileFilter({ item: condition });
  const matches = (item: unknown): boolean => (isQuery ? isPlain(item) && test(item) : test({ item } as Document));
  write(
    place,
    list.filter((item) => !matches(item)),
  );
};

const $pullAll: Operator = (place, items) => {
  if (!Array.isArray(items)) throw new CommandFailure('BadValue', '$pullAll needs a list');
  const list = listAt(place, '$pullAll');
  if (list)
    write(
      place,
      list.filter((item) => !items.some((pulled) => compareBson(item, pulled) === 0)),
    );
};

export const UPDATE_OPERATORS: Readonly<Record<string, Operator>> = {
  $set,
  $setOnInsert: $set,
  $unset,
  $inc,
  $mul,
  $min,
  $max,
  $currentDate,
  $push,
  $addToSet,
  $pop,
  $pull,
  $pullAll,
};

/** Operators that do nothing where there is nothing; the others make the documents on the way. */
export const NEVER_CREATE: ReadonlySet<string> = new Set(['$unset', '$pop', '$pull', '$pullAll']);
