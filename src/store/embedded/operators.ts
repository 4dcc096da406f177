import { Binary, Decimal128, Long, ObjectId, Timestamp } from 'bson';
import { Context, evalExpr } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import { $project } from 'mingo/operators/pipeline';
import * as queries from 'mingo/operators/query';
import { Query } from 'mingo/query';
import type { Options } from 'mingo/types';
import { compareBson, isPlain, tagOf } from './bson-key.ts';
import { unsupported } from './failure.ts';
import { candidatesAt, leavesAt } from './paths.ts';

type Predicate = (document: unknown) => boolean;
type QueryOperator = (path: string, value: unknown, options: Options) => Predicate;

const isEqual = (a: unknown, b: unknown): boolean => tagOf(a) === tagOf(b) && compareBson(a, b) === 0;

const matchesOne = (candidate: unknown, wanted: unknown): boolean =>
  wanted instanceof RegExp && typeof candidate === 'string' ? wanted.test(candidate) : isEqual(candidate, wanted);

/** A range sees only values of its bound's kind ("type bracketing"). */
const inRange =
  (accepts: (order: number) => boolean): QueryOperator =>
  (path, bound) =>
  (document) =>
    candidatesAt(document, path).some((value) => tagOf(value) === tagOf(bound) && accepts(compareBson(value, bound)));

const $eq: QueryOperator = (path, wanted) => (document) =>
  candidatesAt(document, path).some((value) => isEqual(value, wanted));
const $in: QueryOperator = (path, wanted) => {
  if (!Array.isArray(wanted)) throw unsupported('$in without a list');
  return (document) => candidatesAt(document, path).some((value) => wanted.some((one) => matchesOne(value, one)));
};
const not =
  (operator: QueryOperator): QueryOperator =>
  (path, wanted, options) => {
    const matches = operator(path, wanted, options);
    return (document) => !matches(document);
  };
const $exists: QueryOperator = (path, wanted) => (document) =>
  leavesAt(document, path).some((value) => value !== undefined) === Boolean(wanted);

/** Conditions on fields are for items that are documents; mingo's stumble over others. */
const $elemMatch: QueryOperator = (path, spec, options) => {
  const onValue = isPlain(spec) && Object.keys(spec).some((key) => key.startsWith('$') && !LOGICAL.has(key));
  const query = new Query((onValue ? { item: spec } : spec) as never, options);
  const matches = (item: unknown): boolean => (onValue ? query.test({ item }) : isPlain(item) && query.test(item));
  return (document) => leavesAt(document, path).some((leaf) => Array.isArray(leaf) && leaf.some(matches));
};
const LOGICAL = new Set(['$and', '$or', '$nor']);

const TYPES: Record<string, Predicate> = {
  double: (value) => typeof value === 'number',
  int: (value) => Number.isInteger(value),
  long: (value) => value instanceof Long,
  decimal: (value) => value instanceof Decimal128,
  number: (value) => typeof value === 'number' || value instanceof Long || value instanceof Decimal128,
  string: (value) => typeof value === 'string',
  object: isPlain,
  array: Array.isArray,
  binData: (value) => value instanceof Binary,
  objectId: (value) => value instanceof ObjectId,
  bool: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  regex: (value) => value instanceof RegExp,
  timestamp: (value) => value instanceof Timestamp,
};

/** `int` and `double` are told apart by the value only, as a JavaScript client stores them; refused where that misleads. */
const $type: QueryOperator = (path, wanted) => {
  const types = (Array.isArray(wanted) ? wanted : [wanted]).map((name) => {
    const test = typeof name === 'string' && name !== 'int' && name !== 'double' ? TYPES[name] : undefined;
    if (!test) throw unsupported(`$type: ${JSON.stringify(name)}`);
    return test;
  });
  return (document) => candidatesAt(document, path).some((value) => types.some((test) => test(value)));
};

/** Query operators: comparisons are ours, because mingo compares BSON types by their text; the others are mingo's. */
const QUERY_OPERATORS = {
  $eq,
  $in,
  $exists,
  $type,
  $elemMatch,
  $ne: not($eq),
  $nin: not($in),
  $gt: inRange((order) => order > 0),
  $gte: inRange((order) => order >= 0),
  $lt: inRange((order) => order < 0),
  $lte: inRange((order) => order <= 0),
  ...pick(queries, ['$and', '$or', '$nor', '$not', '$all', '$size', '$regex', '$mod', '$expr']),
};

/** In an expression everything is comparable, and a missing field is below null. */
const compareIn =
  (accepts: (order: number) => unknown) =>
  (document: unknown, operands: unknown, options: Options): unknown => {
    const [a, b] = evalExpr(document, operands, options) as unknown[];
    const missing = Number(b === undefined) - Number(a === undefined);
    return accepts(missing !== 0 ? missing : Math.sign(compareBson(a, b)));
  };

type Operator = (document: unknown, operands: unknown, options: Options) => unknown;

/** mingo counts with doubles only and would pass over what is none. */
function assertDoubles(name: string, operands: unknown): void {
  const wide = (Array.isArray(operands) ? operands : [operands]).find(
    (value) => value instanceof Decimal128 || value instanceof Long,
  );
  if (wide) throw unsupported(`${name} with Decimal128 or integers beyond 2^53`);
}

/** mingo wants their number of places to be given. */
const ROUNDING = new Set(['$round', '$trunc']);

function counting(operators: Record<string, unknown>): Record<string, Operator> {
  return Object.fromEntries(
    Object.entries(operators).map(([name, operator]) => [
      name,
      (document: unknown, operands: unknown, options: Options) => {
        const all = evalExpr(document, operands, options);
        const single = Array.isArray(all) && all.length === 1 ? all[0] : all;
        const values = ROUNDING.has(name) && !Array.isArray(single) ? [single, 0] : single;
        assertDoubles(name, values);
        return (operator as Operator)(document, values, options);
      },
    ]),
  );
}

const ARITHMETIC = [
  ...['$abs', '$add', '$ceil', '$divide', '$exp', '$floor', '$ln', '$log10', '$mod', '$multiply', '$pow', '$sqrt'],
  ...['$subtract', '$trunc', '$round'],
] as const;

/** Operators of one operand, which may be given as a list of one: mingo takes that list for the operand. */
const UNARY = [
  ...['$isArray', '$reverseArray', '$size', '$objectToArray', '$strLenCP', '$toString'],
  ...['$toDouble', '$toBool', '$toDate', '$type', '$isNumber', '$year', '$month', '$dayOfMonth', '$dayOfWeek'],
  ...['$dayOfYear', '$hour', '$minute', '$second', '$millisecond', '$isoDayOfWeek'],
] as const;

function unwrapping(operators: Record<string, unknown>): Record<string, Operator> {
  return Object.fromEntries(
    Object.entries(operators).map(([name, operator]) => [
      name,
      (document: unknown, operand: unknown, options: Options) => {
        const single = Array.isArray(operand) && operand.length === 1 ? operand[0] : operand;
        return (operator as Operator)(document, single, options);
      },
    ]),
  );
}

/** Trusted as they are; what is not named here is refused ($dateTrunc, $percentile, $function: mingo gets some wrong). */
const OTHERS = [
  ...[
    '$first',
    '$last',
    '$arrayElemAt',
    '$concatArrays',
    '$filter',
    '$in',
    '$indexOfArray',
    '$map',
    '$range',
    '$reduce',
    '$slice',
  ],
  ...['$and', '$not', '$or', '$cond', '$ifNull', '$switch', '$literal', '$let', '$mergeObjects', '$getField'],
  ...['$concat', '$split', '$trim', '$ltrim', '$rtrim', '$substrCP', '$regexMatch', '$replaceOne', '$replaceAll'],
  ...['$dateToString', '$setUnion', '$setIntersection', '$setDifference', '$setIsSubset'],
] as const;

/** MongoDB changes the case of ASCII letters only. */
const changingCase =
  (letters: RegExp, change: (letter: string) => string): Operator =>
  (document, operand, options) => {
    const value = evalExpr(document, operand, options);
    const text = Array.isArray(value) && value.length === 1 ? value[0] : value;
    if (text === null || text === undefined) return '';
    if (typeof text !== 'string') throw unsupported('a change of case of anything but text');
    return text.replace(letters, change);
  };

const EXPRESSION_OPERATORS = {
  $toLower: changingCase(/[A-Z]+/g, (letters) => letters.toLowerCase()),
  $toUpper: changingCase(/[a-z]+/g, (letters) => letters.toUpperCase()),
  $cmp: compareIn((order) => order),
  $eq: compareIn((order) => order === 0),
  $ne: compareIn((order) => order !== 0),
  $gt: compareIn((order) => order > 0),
  $gte: compareIn((order) => order >= 0),
  $lt: compareIn((order) => order < 0),
  $lte: compareIn((order) => order <= 0),
  ...counting(pick(expressions, ARITHMETIC)),
  ...unwrapping(pick(expressions, UNARY)),
  ...pick(expressions, OTHERS),
};

/** Accumulators that are expressions too, over a list: `{ $max: ['$a', '$b'] }`. */
const LIST_OPERATORS = Object.fromEntries(
  Object.entries(pick(accumulators, ['$sum', '$avg', '$min', '$max'])).map(([name, operator]) => [
    name,
    (items: unknown[], operands: unknown, options: Options) => {
      assertDoubles(name, items);
      return (operator as Operator)(items, operands, options);
    },
  ]),
);

export const context = Context.init({
  query: QUERY_OPERATORS as never,
  expression: EXPRESSION_OPERATORS as never,
  accumulator: LIST_OPERATORS as never,
  pipeline: { $project },
});

const KNOWN_EXPRESSIONS = new Set([...Object.keys(EXPRESSION_OPERATORS), ...Object.keys(LIST_OPERATORS)]);
const SYSTEM_VARIABLES = new Set(['$$ROOT', '$$CURRENT', '$$REMOVE', '$$NOW']);

/** Throws, naming it, on an operator of an aggregation expression that is not known here; before any document is read. */
export function assertExpression(expression: unknown): void {
  if (typeof expression === 'string' && /^\$\$[A-Z]/.test(expression)) {
    if (!SYSTEM_VARIABLES.has(expression.split('.')[0]!)) throw unsupported(`the variable ${expression}`);
  } else if (Array.isArray(expression)) {
    for (const item of expression) assertExpression(item);
  } else if (isPlain(expression)) {
    for (const [key, value] of Object.entries(expression)) {
      if (key.startsWith('$') && !KNOWN_EXPRESSIONS.has(key)) throw unsupported(`the expression ${key}`);
      if (key !== '$literal') assertExpression(value);
    }
  }
}

function pick<K extends string>(from: object, names: readonly K[]): Record<K, unknown> {
  const entries = names.map((name) => {
    const operator = (from as Record<string, unknown>)[name];
    if (operator === undefined) throw new Error(`mingo has no ${name}`);
    return [name, operator] as const;
  });
  return Object.fromEntries(entries) as Record<K, unknown>;
}
