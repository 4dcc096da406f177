import { deserialize, ObjectId } from 'bson';
import { compareBson, isPlain } from './bson-key.ts';
import { CommandFailure, unsupported } from './failure.ts';
import type { Document, Filter } from './query.ts';
import { NEVER_CREATE, UPDATE_OPERATORS } from './update-operators.ts';
import { placesOf, read, write } from './update-paths.ts';
import { isPipelineUpdate, runPipelineUpdate } from './update-pipeline.ts';

/** An update as a client sent it: a new document, operators, or a pipeline. */
export interface UpdateSpec {
  filter: Filter;
  update: Document | Document[];
  arrayFilters: Document[];
  now: Date;
}

/** The document after the update; the old one stays as it is. Throws on what is not supported, naming it. */
export function applyUpdate(spec: UpdateSpec, old: Document, isInsert = false): Document {
  const { update } = spec;
  const updated = isPipelineUpdate(update)
    ? runPipelineUpdate(update, old)
    : isReplacement(update)
      ? { ...('_id' in old && { _id: old._id }), ...update }
      : applyOperators(spec, update, old, isInsert);
  if ('_id' in old && compareBson(old._id, updated._id) !== 0) {
    throw new CommandFailure('ImmutableField', "Performing an update on the immutable field '_id'");
  }
  return updated;
}

/** The document an upsert makes: the filter's equalities, then the update. */
export function upsertDocument(spec: UpdateSpec): Document {
  const seed: Document = {};
  if (!isReplacement(spec.update) || Array.isArray(spec.update)) seedFrom(spec.filter, seed);
  else if (isEquality(spec.filter._id)) seed._id = operandOf(spec.filter._id);
  const { _id, ...made } = applyUpdate(spec, seed, true);
  return { _id: _id === undefined ? new ObjectId() : _id, ...made };
}

/** A document decoded for change: 64-bit integers stay what they are. */
export function decodeForUpdate(raw: Uint8Array): Document {
  return deserialize(raw, { promoteLongs: false }) as Document;
}

export function isReplacement(update: Document | Document[]): boolean {
  return !Array.isArray(update) && !Object.keys(update).some((key) => key.startsWith('$'));
}

function applyOperators(spec: UpdateSpec, update: Document, old: Document, isInsert: boolean): Document {
  const changes = changesOf(update);
  const document = structuredCopy(old) as Document;
  for (const { operator, path, operand } of changes) {
    if (operator === '$setOnInsert' && !isInsert) continue;
    if (operator === '$rename') {
      rename(document, path, operand as string, spec);
      continue;
    }
    const places = placesOf(document, path, spec, !NEVER_CREATE.has(operator));
    for (const place of places) UPDATE_OPERATORS[operator]!(place, structuredCopy(operand), spec.now);
  }
  return document;
}

interface Change {
  operator: string;
  path: string;
  operand: unknown;
}

function changesOf(update: Document): Change[] {
  const changes: Change[] = [];
  for (const [operator, fields] of Object.entries(update)) {
    if (operator !== '$rename' && !UPDATE_OPERATORS[operator]) throw unsupported(`the update operator ${operator}`);
    if (!isPlain(fields)) throw new CommandFailure('FailedToParse', `Modifiers operate on fields: ${operator}`);
    for (const [path, operand] of Object.entries(fields)) changes.push({ operator, path, operand });
  }
  const paths = changes.flatMap(({ operator, path, operand }) =>
    operator === '$rename' ? [path, String(operand)] : [path],
  );
  paths.sort();
  for (const [at, path] of paths.entries()) {
    const after = paths[at + 1];
    if (after !== undefined && (after === path || after.startsWith(`${path}.`))) {
      throw new CommandFailure(
        'ConflictingUpdateOperators',
        `Updating the path '${after}' would create a conflict at '${path}'`,
      );
    }
  }
  return changes;
}

function rename(document: Document, from: string, to: string, spec: UpdateSpec): void {
  const [source] = placesOf(document, from, spec, false);
  if (!source || read(source.container, source.key) === undefined) return;
  const value = read(source.container, source.key);
  if (Array.isArray(source.container)) throw new CommandFailure('BadValue', 'A list item cannot be renamed');
  delete source.container[source.key];
  const [target] = placesOf(document, to, spec, true);
  write(target!, value);
}

function seedFrom(filter: Filter, seed: Document): void {
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$and') for (const part of value as Filter[]) seedFrom(part, seed);
    else if (!key.startsWith('$') && isEquality(value)) {
      const [place] = placesOf(seed, key, { filter: {}, arrayFilters: [] }, true);
      write(place!, structuredCopy(operandOf(value)));
    }
  }
}

function isEquality(condition: unknown): boolean {
  if (condition === undefined || condition instanceof RegExp) return false;
  if (!isPlain(condition)) return true;
  const keys = Object.keys(condition);
  return !keys.some((key) => key.startsWith('$')) || keys.join() === '$eq';
}

const operandOf = (condition: unknown): unknown =>
  isPlain(condition) && '$eq' in condition ? condition.$eq : condition;

/** A copy of documents and lists; the values in them are never changed in place, and so shared. */
function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, structuredCopy(inner)]));
}
