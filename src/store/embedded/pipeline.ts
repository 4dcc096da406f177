import { evalExpr } from 'mingo/core';
import { isPlain } from './bson-key.ts';
import { CommandFailure, unsupported } from './failure.ts';
import { compileGroup } from './group.ts';
import { assertExpression } from './operators.ts';
import { compileProjection } from './projection.ts';
import { compileFilter, type Document, type Filter, mingoOptions } from './query.ts';
import { compileReplaceRoot, compileSet, compileUnset, compileUnwind } from './reshape.ts';
import { parseSort, sortDocuments } from './sort.ts';

/** A stage at work: documents in, documents out, one at a time where the stage allows it. */
export type Stage = (input: Iterable<Document>) => Iterable<Document>;

/** What stages need of the world: other collections, and the variables of a `$lookup` around them. */
export interface PipelineWorld {
  /** Documents of a collection that match, by an index where there is one. */
  find?(collection: string, filter: Filter): Iterable<Document>;
  variables?: Document;
}

/** Compiles stages to one. Throws, naming it, on a stage, accumulator or expression that is not supported. */
export function compilePipeline(stages: readonly Document[], world: PipelineWorld = {}): Stage {
  const compiled = stages.map((stage, at) => {
    const [name, ...more] = isPlain(stage) ? Object.keys(stage) : [];
    if (name === undefined || more.length > 0) {
      throw new CommandFailure('BadValue', 'A pipeline stage specification object must contain exactly one field');
    }
    const compile = STAGES[name];
    if (!compile) throw unsupported(`the stage ${name}`);
    return compile(stage[name] as never, world, stages[at + 1]);
  });
  return (input) => compiled.reduce((documents, stage) => stage(documents), input);
}

type StageCompiler = (spec: never, world: PipelineWorld, following: Document | undefined) => Stage;

const STAGES: Record<string, StageCompiler> = {
  $match: (spec: Filter, { variables }) => {
    const test = compileFilter(spec, variables);
    return filtering(test);
  },
  $sort: (spec: Document, _world, following) => {
    const sort = parseSort(spec);
    const limit = typeof following?.$limit === 'number' ? following.$limit : undefined;
    return (input) => sortDocuments(input, sort, (document) => document, limit);
  },
  $limit: (count: unknown) => {
    assertCount('$limit', count, 1);
    return (input) => take(input, count);
  },
  $skip: (count: unknown) => {
    assertCount('$skip', count, 0);
    return (input) => drop(input, count);
  },
  $project: (spec: Document, { variables }) => {
    const project = compileProjection(spec, variables);
    if (!project) throw new CommandFailure('BadValue', '$project specification must have at least one field');
    return mapping(project);
  },
  $set: (spec: Document, { variables }) => mapping(compileSet(spec, variables)),
  $addFields: (spec: Document, { variables }) => mapping(compileSet(spec, variables)),
  $unset: (paths: unknown) => mapping(compileUnset(paths)),
  $replaceRoot: (spec: Document, { variables }) => mapping(compileReplaceRoot(spec.newRoot, variables)),
  $replaceWith: (spec: unknown, { variables }) => mapping(compileReplaceRoot(spec, variables)),
  $unwind: (spec: unknown) => {
    const unwind = compileUnwind(spec);
    return function* (input) {
      for (const document of input) yield* unwind(document);
    };
  },
  $group: (spec: Document, { variables }) => compileGroup(spec, variables),
  $sortByCount: (expression: unknown, { variables }) => {
    const group = compileGroup({ _id: expression, count: { $sum: 1 } }, variables);
    return (input) => sortDocuments(group(input), [['count', -1]], (document) => document);
  },
  $count: (field: unknown) => {
    if (typeof field !== 'string' || field === '' || field.startsWith('$') || field.includes('.')) {
      throw new CommandFailure('BadValue', 'the count field must be a non-empty string');
    }
    return function* (input) {
      let count = 0;
      for (const _ of input) count++;
      if (count > 0) yield { [field]: count };
    };
  },
  $facet: (facets: Record<string, Document[]>, world) => {
    const compiled = Object.entries(facets).map(([name, stages]) => [name, compilePipeline(stages, world)] as const);
    return function* (input) {
      const documents = [...input];
      yield Object.fromEntries(compiled.map(([name, stage]) => [name, [...stage(documents)]]));
    };
  },
  $unionWith: (spec: string | { coll: string; pipeline?: Document[] }, world) => {
    const { coll, pipeline = [] } = typeof spec === 'string' ? { coll: spec } : spec;
    const stage = compilePipeline(pipeline, world);
    return function* (input) {
      yield* input;
      yield* stage(findIn(world, '$unionWith', coll, {}));
    };
  },
  $lookup: compileLookup,
};

interface LookupSpec {
  from: string;
  as: string;
  localField?: string;
  foreignField?: string;
  let?: Document;
  pipeline?: Document[];
}

const LOOKUP_KEYS = new Set(['from', 'as', 'localField', 'foreignField', 'let', 'pipeline']);

function compileLookup(spec: LookupSpec, world: PipelineWorld): Stage {
  const unknown = Object.keys(spec).find((key) => !LOOKUP_KEYS.has(key));
  if (unknown) throw unsupported(`${unknown} in $lookup`);
  const { from, as, localField, foreignField, let: variables = {}, pipeline = [] } = spec;
  if (typeof from !== 'string' || typeof as !== 'string')
    throw new CommandFailure('BadValue', '$lookup needs from and as');
  assertExpression(variables);
  compilePipeline(pipeline, { ...world, variables });
  const options = { ...mingoOptions, variables: world.variables } as never;
  return function* (input) {
    for (const document of input) {
      const bound = { ...world.variables, ...(evalExpr(document, variables, options) as Document) };
      const filter =
        localField !== undefined && foreignField !== undefined ? joinFilter(document, localField, foreignField) : {};
      const stage = compilePipeline(pipeline, { ...world, variables: bound });
      const joined = [...stage(findIn(world, '$lookup', from, filter))];
      yield compileSet({ [as]: { $literal: joined } })(document);
    }
  };
}

function joinFilter(document: Document, localField: string, foreignField: string): Filter {
  const value = evalExpr(document, `$${localField}`, mingoOptions as never);
  return { [foreignField]: Array.isArray(value) ? { $in: value } : { $eq: value ?? null } };
}

function findIn(world: PipelineWorld, stage: string, collection: string, filter: Filter): Iterable<Document> {
  if (!world.find) throw unsupported(`${stage} here`);
  return world.find(collection, filter);
}

const mapping = (reshape: (document: Document) => Document): Stage =>
  function* (input) {
    for (const document of input) yield reshape(document);
  };

const filtering = (test: (document: Document) => boolean): Stage =>
  function* (input) {
    for (const document of input) if (test(document)) yield document;
  };

function* take<T>(input: Iterable<T>, count: number): Generator<T> {
  let left = count;
  for (const item of input) {
    yield item;
    if (--left <= 0) return;
  }
}

function* drop<T>(input: Iterable<T>, count: number): Generator<T> {
  let left = count;
  for (const item of input) if (left-- <= 0) yield item;
}

function assertCount(stage: string, count: unknown, least: number): asserts count is number {
  if (!Number.isInteger(count) || (count as number) < least) {
    throw new CommandFailure('BadValue', `the ${stage} must be ${least > 0 ? 'positive' : 'non-negative'}`);
  }
}
