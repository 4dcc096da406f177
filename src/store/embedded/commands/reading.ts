import { serialize } from 'bson';
import { encodeKey, isPlain } from '../bson-key.ts';
import { numbered } from '../catalog.ts';
import { CommandFailure, unsupported } from '../failure.ts';
import { candidatesAt } from '../paths.ts';
import type { Document } from '../query.ts';
import type { FindSpec } from '../reader.ts';
import { type Command, type CommandWorld, countAt, documentAt, listAt, namespaceOf, plainNumbers } from './command.ts';
import { runMerge } from './merge.ts';

const FIND_OPTIONS = ['filter', 'sort', 'projection', 'skip', 'limit', 'batchSize', 'singleBatch', 'hint'];

function findSpec(command: Document): FindSpec {
  return {
    filter: documentAt(command, 'filter'),
    sort: documentAt(command, 'sort'),
    projection: documentAt(command, 'projection'),
    skip: countAt(command, 'skip') ?? 0,
    limit: countAt(command, 'limit') ?? 0,
  };
}

const find: Command = {
  options: [...FIND_OPTIONS, 'allowDiskUse', 'noCursorTimeout'],
  run(command, { reader, cursors }) {
    const namespace = namespaceOf(command, 'find');
    const batchSize = countAt(command, 'batchSize');
    return cursors.open(namespace, reader.find(namespace, findSpec(command)), {
      ...(batchSize !== undefined && { batchSize }),
      single: command.singleBatch === true,
    });
  },
};

const getMore: Command = {
  options: ['collection', 'batchSize'],
  run: (command, { cursors }) => cursors.next(command.getMore, countAt(command, 'batchSize') || undefined),
};

const killCursors: Command = {
  options: ['cursors'],
  run(command, { cursors }) {
    const { killed, missing } = cursors.kill(listAt(command, 'cursors'));
    return { cursorsKilled: killed, cursorsNotFound: missing, cursorsAlive: [], cursorsUnknown: [] };
  },
};

const aggregate: Command = {
  options: ['pipeline', 'cursor', 'allowDiskUse', 'hint'],
  async run(command, world) {
    const namespace = namespaceOf(command, 'aggregate');
    const stages = plainNumbers(listAt(command, 'pipeline')) as Document[];
    if (stages.at(-1)?.$merge !== undefined) {
      await runMerge(namespace, stages, world);
      return world.cursors.open(namespace, [][Symbol.iterator](), {});
    }
    const batchSize = isPlain(command.cursor) ? countAt(command.cursor, 'batchSize') : undefined;
    return world.cursors.open(namespace, encoded(world.reader.aggregate(namespace, stages)), {
      ...(batchSize !== undefined && { batchSize }),
    });
  },
};

const count: Command = {
  options: ['query', 'skip', 'limit', 'hint'],
  run(command, { storage, catalog, reader }) {
    const namespace = namespaceOf(command, 'count');
    const filter = documentAt(command, 'query');
    const skip = countAt(command, 'skip') ?? 0;
    const limit = countAt(command, 'limit') ?? 0;
    if (Object.keys(filter).length === 0 && skip === 0 && limit === 0) {
      const info = catalog.get(namespace);
      if (!info) return { n: 0 };
      return { n: storage.documents.getCount({ start: numbered(info.id), end: numbered(info.id + 1) }) };
    }
    let n = 0;
    for (const _ of reader.match(namespace, { filter, skip, limit })) n++;
    return { n };
  },
};

const distinct: Command = {
  options: ['key', 'query', 'hint'],
  run(command, { reader }) {
    const { key } = command;
    if (typeof key !== 'string') throw new CommandFailure('TypeMismatch', 'key must be a string');
    const values = new Map<string, unknown>();
    for (const { document } of reader.match(namespaceOf(command, 'distinct'), {
      filter: documentAt(command, 'query'),
    })) {
      for (const value of candidatesAt(document, key)) {
        if (value !== undefined && !Array.isArray(value)) values.set(encodeKey(value).toString('latin1'), value);
      }
    }
    return { values: [...values.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value) };
  },
};

const explain: Command = {
  options: ['verbosity'],
  run(command, world) {
    const inner = command.explain;
    if (!isPlain(inner) || inner.find === undefined) throw unsupported('explain of anything but find');
    return explainFind({ ...inner, $db: command.$db }, world);
  },
};

function explainFind(command: Document, { reader }: CommandWorld): Document {
  const namespace = namespaceOf(command, 'find');
  const spec = findSpec(command);
  const plan = reader.plan(namespace, spec.filter, spec.sort);
  const cost = { keys: 0, documents: 0 };
  let nReturned = 0;
  for (const _ of reader.match(namespace, spec, cost)) nReturned++;
  const stage = plan?.index ? 'IXSCAN' : plan?.ranges ? 'IDHACK' : 'COLLSCAN';
  return {
    queryPlanner: {
      namespace,
      winningPlan: { stage, ...(plan?.index && { indexName: plan.index.name }), sorted: plan?.sorted ?? true },
    },
    executionStats: { nReturned, totalKeysExamined: cost.keys, totalDocsExamined: cost.documents },
  };
}

function* encoded(documents: Iterable<Document>): Generator<Uint8Array> {
  for (const document of documents) yield serialize(document, { ignoreUndefined: true });
}

export const READING: Readonly<Record<string, Command>> = {
  find,
  getMore,
  killCursors,
  aggregate,
  count,
  distinct,
  explain,
};
