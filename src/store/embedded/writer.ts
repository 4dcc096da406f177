import { serialize } from 'bson';
import type { Catalog } from './catalog.ts';
import { type CollectionWriter, createCollectionWriter } from './collection.ts';
import { splice } from './elements.ts';
import { CommandFailure } from './failure.ts';
import type { Document, Filter } from './query.ts';
import type { Reader } from './reader.ts';
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
  /** The document removed, if there was one. */
  removeOne(namespace: string, filter: Filter, sort?: Document): Uint8Array | undefined;
  /** How many were removed; fewer than `atMost` when none is left. */
  removeSome(namespace: string, filter: Filter, atMost: number): number;
}

export function createWriter(storage: Storage, catalog: Catalog, reader: Reader): Writer {
  const collection = (namespace: string): CollectionWriter =>
    createCollectionWriter(storage, catalog, catalog.getOrCreate(namespace));

  const first = (namespace: string, filter: Filter, sort?: Document): Buffer | undefined => {
    const [found] = reader.match(namespace, { filter, limit: 1, ...(sort && { sort }) });
    return found && Buffer.from(found.raw);
  };

  /** All are found before any is changed, lest a change makes one be found again; only their ids are held. */
  function* each(namespace: string, filter: Filter): Generator<Buffer> {
    const ids = Array.from(reader.match(namespace, { filter }), ({ document }) => document._id);
    for (const id of ids) yield first(namespace, { _id: { $eq: id } })!;
  }

  const change = (namespace: string, spec: UpdateSpec, raw: Buffer): { updated: Uint8Array; isChanged: boolean } => {
    const updated =
      splice(raw, spec.update) ?? serialize(applyUpdate(spec, decodeForUpdate(raw)), { ignoreUndefined: true });
    const isChanged = Buffer.compare(updated, raw) !== 0;
    if (isChanged) collection(namespace).replace(raw, updated);
    return { updated, isChanged };
  };

  return {
    insert(namespace, raw) {
      collection(namespace).insert(raw);
    },

    update(namespace, spec, { multi, upsert, sort }) {
      if (multi && isReplacement(spec.update)) {
        throw new CommandFailure('FailedToParse', 'multi update is not supported for replacement-style update');
      }
      if (multi) {
        let matched = 0;
        let modified = 0;
        for (const raw of each(namespace, spec.filter)) {
          matched++;
          if (change(namespace, spec, raw).isChanged) modified++;
        }
        if (matched > 0) return { matched, modified };
      } else {
        const before = first(namespace, spec.filter, sort);
        if (before) {
          const { updated, isChanged } = change(namespace, spec, before);
          return { matched: 1, modified: isChanged ? 1 : 0, before, after: updated };
        }
      }
      if (!upsert) return { matched: 0, modified: 0 };
      const document = upsertDocument(spec);
      const after = serialize(document, { ignoreUndefined: true });
      collection(namespace).insert(after);
      return { matched: 0, modified: 0, upsertedId: document._id, after };
    },

    removeOne(namespace, filter, sort) {
      const removed = first(namespace, filter, sort);
      if (removed) collection(namespace).remove(removed);
      return removed;
    },

    removeSome(namespace, filter, atMost) {
      const found = [...reader.match(namespace, { filter, limit: atMost })];
      for (const { raw } of found) collection(namespace).remove(raw);
      return found.length;
    },
  };
}
