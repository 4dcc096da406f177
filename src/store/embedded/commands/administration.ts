import { Long, serialize } from 'bson';
import { encodeKey, isPlain } from '../bson-key.ts';
import { type Catalog, type CollectionInfo, type Index, numbered } from '../catalog.ts';
import { createCollectionWriter } from '../collection.ts';
import { CommandFailure, unsupported } from '../failure.ts';
import { compileFilter, type Document } from '../query.ts';
import type { Storage, Table } from '../storage.ts';
import { type Command, databaseOf, documentAt, listAt, namespaceOf, plainNumbers } from './command.ts';

const INDEX_KEYS = new Set([
  ...['key', 'name', 'unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds', 'background', 'v', 'ns'],
]);

function parseIndex(spec: unknown): Omit<Index, 'id'> {
  if (!isPlain(spec) || !isPlain(spec.key)) throw new CommandFailure('FailedToParse', 'An index needs a key');
  const unknown = Object.keys(spec).find((key) => !INDEX_KEYS.has(key));
  if (unknown) throw unsupported(`${unknown} of an index`);
  const fields = Object.entries(spec.key).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) throw unsupported(`the index type ${JSON.stringify(direction)}`);
    if (path.includes('$')) throw unsupported(`the index path ${path}`);
    return { path, direction } as const;
  });
  if (fields.length === 0) throw new CommandFailure('BadValue', 'Index keys cannot be empty');
  const partial = spec.partialFilterExpression;
  if (partial !== undefined) assertPartial(partial as Document);
  const seconds = spec.expireAfterSeconds;
  if (seconds !== undefined && (typeof seconds !== 'number' || fields.length > 1)) {
    throw new CommandFailure('BadValue', 'expireAfterSeconds needs a number and an index of one field');
  }
  return {
    name: String(spec.name ?? fields.map(({ path, direction }) => `${path}_${direction}`).join('_')),
    fields,
    unique: spec.unique === true,
    sparse: spec.sparse === true,
    ...(partial !== undefined && { partial: partial as Document }),
    ...(seconds !== undefined && { expireAfterSeconds: seconds }),
    multikey: false,
  };
}

/** Conditions on fields only, as in MongoDB: an index must know from a document's own fields whether it holds it. */
function assertPartial(filter: Document): void {
  compileFilter(filter);
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$expr') throw unsupported('$expr in a partial index');
    if (key.startsWith('$')) (value as Document[]).forEach(assertPartial);
  }
}

/** What makes two indexes the same, apart from the name. */
const identity = ({ fields, unique, sparse, partial, expireAfterSeconds }: Omit<Index, 'id'>): string =>
  encodeKey({ fields: fields.map((field) => ({ ...field })), unique, sparse, partial, expireAfterSeconds }).toString(
    'hex',
  );

const createIndexes: Command = {
  options: ['indexes', 'commitQuorum'],
  run(command, { storage, catalog }) {
    const namespace = namespaceOf(command, 'createIndexes');
    const specs = (plainNumbers(listAt(command, 'indexes')) as unknown[]).map(parseIndex);
    return storage.write((): Document => {
      const createdCollectionAutomatically = catalog.get(namespace) === undefined;
      const info = catalog.getOrCreate(namespace);
      const numIndexesBefore = info.indexes.length + 1;
      for (const spec of specs) addIndex(storage, catalog, info, spec);
      return { numIndexesBefore, numIndexesAfter: info.indexes.length + 1, createdCollectionAutomatically };
    });
  },
};

function addIndex(storage: Storage, catalog: Catalog, info: CollectionInfo, spec: Omit<Index, 'id'>): void {
  if (spec.fields.length === 1 && spec.fields[0]!.path === '_id') return;
  const known = info.indexes.find(
    ({ name, fields }) => name === spec.name || JSON.stringify(fields) === JSON.stringify(spec.fields),
  );
  if (known) {
    if (known.name === spec.name && identity(known) === identity(spec)) return;
    throw new CommandFailure('IndexOptionsConflict', `An index like ${spec.name} exists with other options`);
  }
  const index: Index = { id: catalog.nextNumber(), ...spec };
  createCollectionWriter(storage, catalog, info).build(index);
  info.indexes = [...info.indexes, index];
  catalog.save(info);
}

const dropIndexes: Command = {
  options: ['index'],
  run(command, { storage, catalog }) {
    const namespace = namespaceOf(command, 'dropIndexes');
    return storage.write((): Document => {
      const info = catalog.get(namespace);
      if (!info) throw new CommandFailure('NamespaceNotFound', `ns not found ${namespace}`);
      const nIndexesWas = info.indexes.length + 1;
      const dropped = info.indexes.filter(({ name }) => command.index === '*' || command.index === name);
      if (dropped.length === 0 && command.index !== '*') {
        throw new CommandFailure('IndexNotFound', `index not found with name [${String(command.index)}]`);
      }
      for (const { id } of dropped) clear(storage.entries, id);
      info.indexes = info.indexes.filter((index) => !dropped.includes(index));
      catalog.save(info);
      return { nIndexesWas };
    });
  },
};

function clear(table: Table, number: number): void {
  for (;;) {
    const keys = [...table.getKeys({ start: numbered(number), end: numbered(number + 1), limit: 1000 })];
    for (const key of keys) table.removeSync(key);
    if (keys.length < 1000) return;
  }
}

const listIndexes: Command = {
  options: ['cursor'],
  run(command, { catalog, cursors }) {
    const namespace = namespaceOf(command, 'listIndexes');
    const info = catalog.get(namespace);
    if (!info) throw new CommandFailure('NamespaceNotFound', `ns does not exist: ${namespace}`);
    const indexes = [{ v: 2, key: { _id: 1 }, name: '_id_' }, ...info.indexes.map(describe)];
    return cursors.open(namespace, indexes.map((index) => serialize(index))[Symbol.iterator](), {
      batchSize: indexes.length,
    });
  },
};

function describe(index: Index): Document {
  return {
    v: 2,
    key: Object.fromEntries(index.fields.map(({ path, direction }) => [path, direction])),
    name: index.name,
    ...(index.unique && { unique: true }),
    ...(index.sparse && { sparse: true }),
    ...(index.partial && { partialFilterExpression: index.partial }),
    ...(index.expireAfterSeconds !== undefined && { expireAfterSeconds: index.expireAfterSeconds }),
  };
}

const create: Command = {
  options: [],
  async run(command, { storage, catalog }) {
    const namespace = namespaceOf(command, 'create');
    await storage.write(() => catalog.getOrCreate(namespace));
    return {};
  },
};

function dropCollection(storage: Storage, catalog: Catalog, info: CollectionInfo): void {
  clear(storage.documents, info.id);
  for (const { id } of info.indexes) clear(storage.entries, id);
  catalog.remove(info.namespace);
}

const drop: Command = {
  options: [],
  run(command, { storage, catalog }) {
    const namespace = namespaceOf(command, 'drop');
    return storage.write((): Document => {
      const info = catalog.get(namespace);
      if (info) dropCollection(storage, catalog, info);
      return { ns: namespace };
    });
  },
};

const dropDatabase: Command = {
  options: [],
  run(command, { storage, catalog }) {
    const database = databaseOf(command);
    return storage.write((): Document => {
      for (const info of catalog.list(database)) dropCollection(storage, catalog, info);
      return { dropped: database };
    });
  },
};

const listCollections: Command = {
  options: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'],
  run(command, { catalog, cursors }) {
    const database = databaseOf(command);
    const test = compileFilter(documentAt(command, 'filter'));
    const collections = catalog
      .list(database)
      .map(({ namespace }) => ({ name: namespace.slice(database.length + 1), type: 'collection', options: {} }))
      .filter(test);
    return cursors.open(
      `${database}.$cmd.listCollections`,
      collections.map((one) => serialize(one))[Symbol.iterator](),
      {
        batchSize: collections.length + 1,
      },
    );
  },
};

const listDatabases: Command = {
  options: ['filter', 'nameOnly', 'authorizedDatabases'],
  run(_command, { catalog }) {
    const names = new Set(catalog.all().map(({ namespace }) => namespace.slice(0, namespace.indexOf('.'))));
    return { databases: [...names].map((name) => ({ name, empty: false })), totalSize: Long.ZERO };
  },
};

export const ADMINISTRATION: Readonly<Record<string, Command>> = {
  createIndexes,
  dropIndexes,
  listIndexes,
  create,
  drop,
  dropDatabase,
  listCollections,
  listDatabases,
};
