import { deserialize, serialize } from 'bson';
import { CommandFailure } from './failure.ts';
import type { Storage } from './storage.ts';

/** An index as it is stored. `_id` has none: the documents themselves are kept in its order. */
export interface Index {
  /** Number in front of every entry. */
  id: number;
  name: string;
  /** In order. */
  fields: { path: string; direction: 1 | -1 }[];
  unique: boolean;
  sparse: boolean;
  partial?: Record<string, unknown>;
  expireAfterSeconds?: number;
  /** Some document has an array (or several values) in a field: then one document has several entries. */
  multikey: boolean;
}

export interface CollectionInfo {
  /** `database.collection`. */
  namespace: string;
  /** Number in front of every document's key. */
  id: number;
  /** Replaced as a whole when one comes or goes. */
  indexes: readonly Index[];
}

/** Which collections and indexes there are. Read from memory; changed only inside a write job. */
export interface Catalog {
  get(namespace: string): CollectionInfo | undefined;
  getOrCreate(namespace: string): CollectionInfo;
  list(database: string): CollectionInfo[];
  all(): CollectionInfo[];
  save(info: CollectionInfo): void;
  remove(namespace: string): void;
  nextNumber(): number;
}

const PREFIX = 'collection:';
const NUMBER_KEY = Buffer.from('number');

export function openCatalog({ meta, onLost }: Storage): Catalog {
  const collections = new Map<string, CollectionInfo>();
  const load = (): void => {
    collections.clear();
    for (const { key, value } of meta.getRange({ start: Buffer.from(PREFIX), end: Buffer.from('collection;') })) {
      const info = deserialize(value) as unknown as CollectionInfo;
      collections.set(key.toString('utf8').slice(PREFIX.length), info);
    }
  };
  load();
  onLost(load);
  const keyOf = (namespace: string) => Buffer.from(PREFIX + namespace);
  const catalog: Catalog = {
    get: (namespace) => collections.get(namespace),
    getOrCreate(namespace) {
      const known = collections.get(namespace);
      if (known) return known;
      assertNamespace(namespace);
      const info: CollectionInfo = { namespace, id: catalog.nextNumber(), indexes: [] };
      catalog.save(info);
      return info;
    },
    list: (database) => [...collections.values()].filter(({ namespace }) => namespace.startsWith(`${database}.`)),
    all: () => [...collections.values()],
    save(info) {
      collections.set(info.namespace, info);
      meta.putSync(keyOf(info.namespace), Buffer.from(serialize(info, { ignoreUndefined: true })));
    },
    remove(namespace) {
      collections.delete(namespace);
      meta.removeSync(keyOf(namespace));
    },
    nextNumber() {
      const last = meta.get(NUMBER_KEY)?.readUInt32BE(0) ?? 0;
      const next = Buffer.alloc(4);
      next.writeUInt32BE(last + 1);
      meta.putSync(NUMBER_KEY, next);
      return last + 1;
    },
  };
  return catalog;
}

function assertNamespace(namespace: string): void {
  const name = namespace.slice(namespace.indexOf('.') + 1);
  if (name === '' || name.includes('\0') || name.includes('$') || Buffer.byteLength(namespace) > 255) {
    throw new CommandFailure('InvalidNamespace', `Invalid collection name: ${namespace}`);
  }
}

/** `number` as the four bytes in front of a key. */
export function numbered(number: number, ...rest: Uint8Array[]): Buffer {
  const head = Buffer.allocUnsafe(4);
  head.writeUInt32BE(number);
  return Buffer.concat([head, ...rest]);
}
