import { serialize } from 'bson';
import type { Catalog } from './catalog.ts';
import { type CollectionWriter, createCollectionWriter } from './collection.ts';
import { CommandFailure } from './failure.ts';
import type { Document, Filter } from './query.ts';
import type { Reader } from './reader.ts';
import { decode } from './scan.ts';
import type { Storage } from './storage.ts';
import { applyUpdate, decodeForUpdate, isReplacement, type UpdateSpec, upsertDocument } from './update.ts';

export interface Changed {
  matched: number;
  modified: number;
  upsertedId?: unknown;
  /** The document before and after, of an update of one. */
  before?: Uint8Array;
  after?: Uint8Array;
}

/** Changes of documents. Each call is to be made inside a write job, which makes it atomic. */
export interface Writer {
  insert(namespace: string, raw: Uint8Array): void;
  update(namespace: string, spec: UpdateSpec, options: { multi: boolean; upsert: boolean; sort?: Document }): Changed;
  /** Returns what it removed, when it was to remove one. */
  remove(
    namespace: string,
    filter: Filter,
    options: { multi: boolean; sort?: Document },
  ): { count: number; removed?: Uint8Array };
}

export function createWriter(storage: Storage, catalog: Catalog, reader: Reader): Writer {
  const collection = (namespace: string): CollectionWriter =>
    createCollectionWriter(storage, catalog, catalog.getOrCreate(namespace));

  const matching = (namespace: string, filter: Filter, multi: boolean, sort?: Document): Buffer[] => {
    // All are found before any is changed: a change must not make a document be found again.
    const found = reader.match(namespace, { filter, ...(sort && { sort }), ...(!multi && { limit: 1 }) });
    return [...found].map(({ raw }) => Buffer.from(raw));
  };

  return {
    insert(namespace, raw) {
      const document = decode(raw);
      if (document._id === undefined) throw new CommandFailure('BadValue', 'A document needs an _id');
      collection(namespace).insert(raw, document);
    },

    update(namespace, spec, { multi, upsert, sort }) {
      if (multi && isReplacement(spec.update)) {
        throw new CommandFailure('FailedToParse', 'multi update is not supported for replacement-style update');
      }
      const found = matching(namespace, spec.filter, multi, sort);
      if (found.length === 0) {
        if (!upsert) return { matched: 0, modified: 0 };
        const document = upsertDocument(spec);
        const after = serialize(document, { ignoreUndefined: true });
        collection(namespace).insert(after, decode(after));
        return { matched: 0, modified: 0, upsertedId: document._id, after };
      }
      let modified = 0;
      let after: Uint8Array = found[0]!;
      for (const raw of found) {
        const updated = serialize(applyUpdate(spec, decodeForUpdate(raw)), { ignoreUndefined: true });
        after = updated;
        if (Buffer.compare(updated, raw) === 0) continue;
        collection(namespace).replace(decode(raw), updated, decode(updated));
        modified++;
      }
      return { matched: found.length, modified, ...(!multi && { before: found[0], after }) };
    },

    remove(namespace, filter, { multi, sort }) {
      const found = matching(namespace, filter, multi, sort);
      for (const raw of found) collection(namespace).remove(decode(raw));
      return { count: found.length, ...(!multi && found[0] && { removed: found[0] }) };
    },
  };
}
