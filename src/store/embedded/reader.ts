import { serialize } from 'bson';
import type { Catalog, CollectionInfo } from './catalog.ts';
import { compilePipeline, type PipelineWorld } from './pipeline.ts';
import { isSimple, type Plan, planQuery, type Sort } from './planner.ts';
import { compileProjection } from './projection.ts';
import { compileFilter, type Document, type Filter } from './query.ts';
import { decode, type Found, type ScanCount, scan } from './scan.ts';
import { parseSort, sortDocuments } from './sort.ts';
import type { Storage } from './storage.ts';

export interface FindSpec {
  filter: Filter;
  sort?: Document;
  projection?: Document;
  skip?: number;
  /** 0 = no limit. */
  limit?: number;
}

/** Reading, over all collections. Everything is an iterator: nothing is read that is not asked for. */
export interface Reader {
  /** Matching documents in order; `count` is told what it cost. */
  match(namespace: string, spec: FindSpec, count?: ScanCount): Iterable<Found>;
  find(namespace: string, spec: FindSpec): Iterator<Uint8Array>;
  aggregate(namespace: string, stages: readonly Document[]): Generator<Document>;
  /** One document as a client asked to see it. */
  project(projection: Document, raw: Uint8Array): Uint8Array;
  plan(namespace: string, filter: Filter, sort?: Document): Plan | undefined;
}

export function createReader(storage: Storage, catalog: Catalog): Reader {
  const reader: Reader = {
    *match(namespace, { filter, sort: order = {}, skip = 0, limit = 0 }, count) {
      // Also to refuse what is not supported, before anything is read.
      const compiled = isSimple(filter) ? undefined : compileFilter(filter);
      const sort = parseSort(order);
      const info = catalog.get(namespace);
      if (!info) return;
      const plan = planQuery(info, filter, sort);
      const scanned = scan(storage, info, plan, count);
      const matching = plan.exact ? scanned : filterFound(scanned, compiled ?? compileFilter(filter));
      const sorted = plan.sorted ? matching : sortFound(matching, sort, limit > 0 ? skip + limit : undefined);
      let passed = 0;
      for (const found of sorted) {
        if (passed++ < skip) continue;
        yield found;
        if (limit > 0 && passed >= skip + limit) return;
      }
    },

    *find(namespace, spec) {
      const project = compileProjection(spec.projection);
      for (const { raw, document } of reader.match(namespace, spec)) {
        yield project ? serialize(project(document), { ignoreUndefined: true }) : raw;
      }
    },

    *aggregate(namespace, stages) {
      const database = namespace.slice(0, namespace.indexOf('.'));
      const world: PipelineWorld = {
        find: (collection, filter) => documentsOf(reader.match(`${database}.${collection}`, { filter })),
      };
      const { spec, rest } = pushDown(stages);
      yield* compilePipeline(rest, world)(documentsOf(reader.match(namespace, spec)));
    },

    project(projection, raw) {
      const project = compileProjection(projection);
      return project ? serialize(project(decode(raw)), { ignoreUndefined: true }) : raw;
    },

    plan(namespace, filter, sort = {}) {
      const info: CollectionInfo | undefined = catalog.get(namespace);
      return info && planQuery(info, filter, parseSort(sort));
    },
  };
  return reader;
}

/** Leading `$match`, `$sort`, `$skip` and `$limit` become a find, and so may use an index. */
function pushDown(stages: readonly Document[]): { spec: FindSpec; rest: readonly Document[] } {
  const spec: FindSpec = { filter: {} };
  let at = 0;
  const filters: Filter[] = [];
  while (stages[at]?.$match !== undefined) filters.push(stages[at++]!.$match as Filter);
  if (filters.length > 0) spec.filter = filters.length === 1 ? filters[0]! : { $and: filters };
  if (stages[at]?.$sort !== undefined) spec.sort = stages[at++]!.$sort as Document;
  if (isCount(stages[at]?.$skip, 0)) spec.skip = stages[at++]!.$skip as number;
  if (isCount(stages[at]?.$limit, 1)) spec.limit = stages[at++]!.$limit as number;
  return { spec, rest: stages.slice(at) };
}

const isCount = (value: unknown, least: number): boolean => Number.isInteger(value) && (value as number) >= least;

function* documentsOf(found: Iterable<Found>): Generator<Document> {
  for (const { document } of found) yield document;
}

function* filterFound(found: Iterable<Found>, test: (document: Document) => boolean): Generator<Found> {
  for (const one of found) if (test(one.document)) yield one;
}

/** Sorted without an index: only the bytes are held. */
function sortFound(found: Iterable<Found>, sort: Sort, limit: number | undefined): Found[] {
  return sortDocuments(found, sort, ({ document }) => document, limit);
}
