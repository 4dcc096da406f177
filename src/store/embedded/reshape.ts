import { evalExpr } from 'mingo/core';
import { isPlain } from './bson-key.ts';
import { CommandFailure } from './failure.ts';
import { assertExpression } from './operators.ts';
import { leavesAt } from './paths.ts';
import { type Document, mingoOptions } from './query.ts';

type Reshape = (document: Document) => Document;

/** `$set` and `$addFields`: nested specifications add to what is there, as MongoDB does it and mingo does not. */
export function compileSet(spec: Document, variables?: Document): Reshape {
  assertExpression(spec);
  const options = { ...mingoOptions, variables } as never;
  const fields = flatten(spec);
  return (document) => {
    let result = document;
    for (const { parts, expression } of fields) {
      const value = evalExpr(document, expression, options);
      result = setAt(result, parts, value) as Document;
    }
    return result;
  };
}

function flatten(spec: Document, above: string[] = []): { parts: string[]; expression: unknown }[] {
  return Object.entries(spec).flatMap(([key, value]) => {
    const parts = [...above, ...key.split('.')];
    const isNested =
      isPlain(value) && Object.keys(value).length > 0 && !Object.keys(value).some((name) => name.startsWith('$'));
    return isNested ? flatten(value, parts) : [{ parts, expression: value }];
  });
}

function setAt(target: unknown, parts: string[], value: unknown): unknown {
  const [part, ...rest] = parts;
  if (part === undefined) return value;
  if (Array.isArray(target)) return target.map((item) => setAt(item, parts, value));
  const { [part]: old, ...others } = isPlain(target) ? target : {};
  const set = setAt(old, rest, value);
  if (set === undefined) return others;
  return isPlain(target) && part in target ? { ...target, [part]: set } : { ...others, [part]: set };
}

export function compileUnset(paths: unknown): Reshape {
  const list = (Array.isArray(paths) ? paths : [paths]).map((path) => String(path).split('.'));
  return (document) => list.reduce((result, parts) => unsetAt(result, parts) as Document, document);
}

function unsetAt(target: unknown, [part, ...rest]: string[]): unknown {
  if (Array.isArray(target)) return target.map((item) => unsetAt(item, [part!, ...rest]));
  if (!isPlain(target) || !(part! in target)) return target;
  const { [part!]: old, ...others } = target;
  return rest.length === 0 ? others : { ...target, [part!]: unsetAt(old, rest) };
}

export function compileReplaceRoot(expression: unknown, variables?: Document): Reshape {
  assertExpression(expression);
  const options = { ...mingoOptions, variables } as never;
  return (document) => {
    const root = evalExpr(document, expression, options);
    if (!isPlain(root)) throw new CommandFailure('BadValue', "'newRoot' must evaluate to an object");
    return root;
  };
}

/** `$unwind`; mingo's drops empty strings and objects. */
export function compileUnwind(spec: unknown): (document: Document) => Document[] {
  const options = isPlain(spec) ? spec : { path: spec };
  const { path, includeArrayIndex, preserveNullAndEmptyArrays } = options;
  if (typeof path !== 'string' || !path.startsWith('$')) {
    throw new CommandFailure('BadValue', "path option to $unwind stage should be prefixed with a '$'");
  }
  const parts = path.slice(1).split('.');
  const numbered = (document: Document, index: number | null): Document =>
    typeof includeArrayIndex === 'string'
      ? (setAt(document, includeArrayIndex.split('.'), index) as Document)
      : document;
  return (document) => {
    const [value] = leavesAt(document, parts.join('.'));
    if (Array.isArray(value) && value.length > 0) {
      return value.map((item, index) => numbered(setAt(document, parts, item) as Document, index));
    }
    const isEmpty = value === null || value === undefined || Array.isArray(value);
    if (!isEmpty) return [numbered(document, null)];
    if (!preserveNullAndEmptyArrays) return [];
    return [numbered(Array.isArray(value) ? (unsetAt(document, parts) as Document) : document, null)];
  };
}
