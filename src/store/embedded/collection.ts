import { assertKeyLength, encodeField, encodeKey } from './bson-key.ts';
import { type Catalog, type CollectionInfo, type Index, numbered } from './catalog.ts';
import { decodeFields, pick } from './elements.ts';
import { entryValue } from './entry.ts';
import { CommandFailure } from './failure.ts';
import { indexedAt } from './paths.ts';
import { compileFilter, type Document } from './query.ts';
import type { Storage } from './storage.ts';

/** Documents above this are refused, as MongoDB does it. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** Writing to one collection and its indexes. To be used inside a write job only. */
export interface CollectionWriter {
  insert(raw: Uint8Array): void;
  replace(old: Uint8Array, raw: Uint8Array): void;
  remove(raw: Uint8Array): void;
  /** Fills a new index from what is there; throws DuplicateKey, with nothing written, when it is unique and can't be. */
  build(index: Index): void;
}

/** One entry of an index: where it lies, and whose it is. */
interface Entry {
  key: Buffer;
  index: Index;
  document: Document;
}

export function createCollectionWriter(storage: Storage, catalog: Catalog, info: CollectionInfo): CollectionWriter {
  const { documents, entries } = storage;

  /** Every entry of a document; marks an index that turns out to have several for one. */
  const entriesOf = (document: Document, indexes = info.indexes): Entry[] => {
    const idKey = encodeKey(document._id);
    return indexes.flatMap((index) => {
      const { keys, multikey } = keysOf(index, document);
      if (multikey && !index.multikey) {
        index.multikey = true;
        catalog.save(info);
      }
      return keys.map((fields) => {
        const key = numbered(index.id, fields, ...(index.unique ? [] : [idKey]));
        assertKeyLength(key, `index ${index.name}`);
        return { key, index, document };
      });
    });
  };

  const assertUnique = (wanted: Entry[], idKey: Buffer): void => {
    for (const { key, index, document } of wanted) {
      if (!index.unique) continue;
      const owner = entries.get(key);
      if (owner && Buffer.compare(owner, idKey) !== 0) throw duplicate(info, index.name, valuesOf(index, document));
    }
  };

  const put = ({ key, index }: Entry, idKey: Buffer): void => {
    entries.putSync(key, entryValue(idKey, index.unique));
  };

  return {
    insert(raw) {
      assertSize(raw);
      const document = decodeFields(raw, fieldsOf(info.indexes));
      const idKey = idKeyOf(document);
      const key = numbered(info.id, idKey);
      if (documents.get(key) !== undefined) throw duplicate(info, '_id_', { _id: document._id });
      const added = entriesOf(document);
      assertUnique(added, idKey);
      documents.putSync(key, Buffer.from(raw));
      for (const entry of added) put(entry, idKey);
    },

    replace(old, raw) {
      assertSize(raw);
      const fields = fieldsOf(info.indexes);
      const document = decodeFields(old, fields);
      const idKey = idKeyOf(document);
      if (!pick(old, fields).equals(pick(raw, fields))) {
        const before = new Map(entriesOf(document).map((entry) => [entry.key.toString('latin1'), entry]));
        const added = entriesOf(decodeFields(raw, fields)).filter(({ key }) => !before.delete(key.toString('latin1')));
        assertUnique(added, idKey);
        for (const entry of before.values()) entries.removeSync(entry.key);
        for (const entry of added) put(entry, idKey);
      }
      documents.putSync(numbered(info.id, idKey), Buffer.from(raw));
    },

    remove(raw) {
      const document = decodeFields(raw, fieldsOf(info.indexes));
      for (const entry of entriesOf(document)) entries.removeSync(entry.key);
      documents.removeSync(numbered(info.id, idKeyOf(document)));
    },

    build(index) {
      const written: Buffer[] = [];
      for (const { key, value } of documents.getRange({ start: numbered(info.id), end: numbered(info.id + 1) })) {
        const document = decodeFields(value, fieldsOf([index]));
        const idKey = key.subarray(4);
        for (const entry of entriesOf(document, [index])) {
          const owner = index.unique ? entries.get(entry.key) : undefined;
          if (owner && Buffer.compare(owner, idKey) !== 0) {
            for (const taken of written) entries.removeSync(taken);
            throw duplicate(info, index.name, valuesOf(index, document));
          }
          put(entry, Buffer.from(idKey));
          if (index.unique) written.push(entry.key);
        }
      }
    },
  };
}

/** The top-level fields that say what stands in these indexes. */
function fieldsOf(indexes: readonly Index[]): ReadonlySet<string> {
  let names = fieldNames.get(indexes);
  if (!names) {
    const paths = indexes.flatMap(({ fields, partial }) => [...fields.map(({ path }) => path), ...pathsIn(partial)]);
    names = new Set(['_id', ...paths.map((path) => path.split('.', 1)[0]!)]);
    fieldNames.set(indexes, names);
  }
  return names;
}

const fieldNames = new WeakMap<readonly Index[], ReadonlySet<string>>();

/** Every path that a partial index's filter names, through `$and` and its like. */
function pathsIn(filter: Document = {}): string[] {
  return Object.entries(filter).flatMap(([key, value]) =>
    key.startsWith('$') ? (value as Document[]).flatMap(pathsIn) : [key],
  );
}

const tests = new WeakMap<Document, (document: Document) => boolean>();

function testOf(partial: Document): (document: Document) => boolean {
  let test = tests.get(partial);
  if (!test) {
    test = compileFilter(partial);
    tests.set(partial, test);
  }
  return test;
}

/** The field parts of a document's keys in an index: several when a field has several values, none when it is left out. */
function keysOf(index: Index, document: Document): { keys: Buffer[]; multikey: boolean } {
  if (index.partial && !testOf(index.partial)(document)) return { keys: [], multikey: false };
  const fields = index.fields.map(({ path }) => indexedAt(document, path));
  if (index.sparse && fields.every(({ values }) => values.every((value) => value === undefined))) {
    return { keys: [], multikey: false };
  }
  if (fields.filter(({ multikey }) => multikey).length > 1) {
    throw new CommandFailure('BadValue', `Index ${index.name} would have to index two lists of one document`);
  }
  let keys: Buffer[] = [Buffer.alloc(0)];
  for (const [at, { values }] of fields.entries()) {
    const parts = values.map((value) => encodeField(value, index.fields[at]!.direction));
    keys = keys.flatMap((key) => parts.map((part) => Buffer.concat([key, part])));
  }
  const multikey = fields.some((field) => field.multikey);
  if (keys.length > 1) keys = [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];
  return { keys, multikey };
}

function idKeyOf(document: Document): Buffer {
  const { _id } = document;
  if (_id === undefined) throw new CommandFailure('BadValue', 'A document needs an _id');
  if (Array.isArray(_id) || _id instanceof RegExp) {
    throw new CommandFailure('BadValue', "The '_id' value cannot be an array or a regular expression");
  }
  const key = encodeKey(_id);
  assertKeyLength(key, '_id');
  return key;
}

function assertSize(raw: Uint8Array): void {
  if (raw.length > MAX_DOCUMENT_BYTES) {
    throw new CommandFailure('BSONObjectTooLarge', `A document of ${raw.length} bytes is above ${MAX_DOCUMENT_BYTES}`);
  }
}

function valuesOf(index: Index, document: Document): Document {
  return Object.fromEntries(index.fields.map(({ path }) => [path, indexedAt(document, path).values[0] ?? null]));
}

function duplicate(info: CollectionInfo, indexName: string, keyValue: Document): CommandFailure {
  const keyPattern = Object.fromEntries(Object.keys(keyValue).map((path) => [path, 1]));
  return new CommandFailure(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${info.namespace} index: ${indexName} dup key: ${JSON.stringify(keyValue)}`,
    { keyPattern, keyValue },
  );
}
