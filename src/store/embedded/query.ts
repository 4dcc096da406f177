import { Query } from 'mingo/query';
import { isPlain } from './bson-key.ts';
import { CommandFailure, unsupported } from './failure.ts';
import { assertExpression, context } from './operators.ts';

export type Document = Record<string, unknown>;
export type Filter = Document;

/** Options of every call into mingo. */
export const mingoOptions = {
  context,
  idKey: '_id',
  processingMode: 0,
  scriptEnabled: false,
  failOnError: true,
  useStrictMode: true,
} as const;

const TOP_LEVEL = new Set(['$and', '$or', '$nor', '$expr']);

/**
 * Compiles a filter to a test. Throws on an operator that is not supported, naming it. `variables` are those of a
 * `$lookup`, for `$expr`.
 */
export function compileFilter(filter: Filter, variables?: Document): (document: Document) => boolean {
  assertFilter(filter);
  if (Object.keys(filter).length === 0) return () => true;
  const query = new Query(filter as never, { ...mingoOptions, variables } as never);
  return (document) => query.test(document as never);
}

function assertFilter(filter: unknown): void {
  if (!isPlain(filter)) throw new CommandFailure('BadValue', 'A filter must be an object');
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$expr') assertExpression(value);
    else if (TOP_LEVEL.has(key)) assertFilters(key, value);
    else if (key.startsWith('$')) throw unsupported(`the query operator ${key}`);
    else assertCondition(value);
  }
}

function assertFilters(operator: string, value: unknown): void {
  if (!Array.isArray(value) || value.length === 0) {
    throw new CommandFailure('BadValue', `${operator} must be a nonempty array`);
  }
  value.forEach(assertFilter);
}

const CONDITIONS = new Set(
  '$eq $ne $gt $gte $lt $lte $in $nin $exists $type $not $all $size $elemMatch $regex $options $mod'.split(' '),
);

function assertCondition(condition: unknown): void {
  if (!isPlain(condition)) return;
  const operators = Object.keys(condition).filter((key) => key.startsWith('$'));
  if (operators.length === 0) return;
  if (operators.length < Object.keys(condition).length) {
    throw new CommandFailure('BadValue', 'A condition mixes operators and fields');
  }
  for (const operator of operators) {
    if (!CONDITIONS.has(operator)) throw unsupported(`the query operator ${operator}`);
    if (operator === '$not') assertCondition(condition[operator]);
    if (operator === '$elemMatch') assertElement(condition[operator]);
    if ((operator === '$in' || operator === '$nin' || operator === '$all') && !Array.isArray(condition[operator])) {
      throw new CommandFailure('BadValue', `${operator} needs an array`);
    }
  }
}

function assertElement(condition: unknown): void {
  if (isPlain(condition) && Object.keys(condition).some((key) => CONDITIONS.has(key))) assertCondition(condition);
  else assertFilter(condition);
}
