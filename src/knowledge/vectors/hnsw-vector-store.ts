import { Document, type DocumentInterface } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { VectorStore } from '@langchain/core/vectorstores';
import { AppError } from '../../errors.ts';
import { loadVectors, saveVectors } from './vector-files.ts';
import { createVectorTable, type RowFilter, type VectorTable, type VectorTableOptions } from './vector-table.ts';

export interface HnswVectorStoreOptions extends Omit<VectorTableOptions, 'dimension'> {
  /** Name of the embedding model; kept in the manifest and checked on loading. */
  model: string;
  /** Absent = that of the first vector added. */
  dimension?: number;
}

/** Ids to search among, or a test of the document. */
export type VectorFilter = ReadonlySet<string> | ((document: DocumentInterface) => boolean);

/**
 * LangChain vector store over hnswlib-node: cosine similarity, upsert, delete, filters, durable save. Small sets and small filtered
 * subsets are searched exactly. One owner: calls run one after another, so that no search meets a change or a save.
 */
export class HnswVectorStore extends VectorStore {
  declare FilterType: VectorFilter;
  readonly #options: HnswVectorStoreOptions;
  #table: VectorTable | undefined;
  #documents: Map<string, DocumentInterface>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(embeddings: EmbeddingsInterface, options: HnswVectorStoreOptions, contents: StoreContents = {}) {
    super(embeddings, {});
    this.#options = options;
    this.#table =
      contents.table ??
      (options.dimension ? createVectorTable({ ...options, dimension: options.dimension }) : undefined);
    this.#documents = contents.documents ?? new Map();
  }

  /** Opens a saved store. Throws INDEX_DAMAGED when a file is missing, damaged or of another model: the caller rebuilds. */
  static async load(
    folder: string,
    embeddings: EmbeddingsInterface,
    options: HnswVectorStoreOptions,
  ): Promise<HnswVectorStore> {
    return new HnswVectorStore(embeddings, options, await loadVectors(folder, options));
  }

  _vectorstoreType(): string {
    return 'hnsw';
  }

  /** Vectors by row, for an owner that has stopped changing the store; undefined while it is empty. */
  get table(): VectorTable | undefined {
    return this.#table;
  }

  get size(): number {
    return this.#table?.size ?? 0;
  }

  async addDocuments(documents: DocumentInterface[], options?: { ids?: string[] }): Promise<string[]> {
    const vectors = await this.embeddings.embedDocuments(documents.map((document) => document.pageContent));
    return this.addVectors(vectors, documents, options);
  }

  /** Adds documents or replaces those of the same id; an id is taken from `ids`, else from the document, else made up. */
  addVectors(
    vectors: ArrayLike<number>[],
    documents: DocumentInterface[],
    options: { ids?: string[] } = {},
  ): Promise<string[]> {
    return this.#exclusive(() => {
      const ids = documents.map((document, at) => options.ids?.[at] ?? document.id ?? crypto.randomUUID());
      vectors.forEach((vector, at) => {
        this.#tableFor(vector.length).upsert(ids[at], vector);
        const { pageContent, metadata } = documents[at];
        this.#documents.set(ids[at], new Document({ id: ids[at], pageContent, metadata }));
      });
      return ids;
    });
  }

  /** Removes documents; unknown ids are ignored. */
  override async delete({ ids }: { ids: string[] }): Promise<void> {
    await this.#exclusive(() => {
      for (const id of ids) {
        this.#table?.remove(id);
        this.#documents.delete(id);
      }
    });
  }

  /** The `k` nearest documents with their cosine similarity, best first. */
  similaritySearchVectorWithScore(
    query: number[],
    k: number,
    filter?: VectorFilter,
  ): Promise<[DocumentInterface, number][]> {
    return this.#exclusive(() => {
      const table = this.#table;
      if (!table || table.size === 0) return [];
      if (query.length !== table.dimension)
        throw new AppError('EMBEDDING_FAILED', `A query of ${query.length} numbers in a store of ${table.dimension}`);
      const unit = toUnit(query);
      return table
        .search(unit, k, filter && this.#rowsOf(table, filter))
        .map(({ row, score }): [DocumentInterface, number] => {
          const id = table.idOf(row)!;
          return [this.#documentOf(id), score];
        });
    });
  }

  /** Frees the room of deleted and replaced documents. */
  async compact(): Promise<void> {
    await this.#exclusive(() => {
      this.#table = this.#table?.compacted();
    });
  }

  /** Saves the store (compacted) into a folder: every file is whole on the disk before the manifest names it. */
  async save(folder: string): Promise<void> {
    await this.#exclusive(async () => {
      if (this.#table && this.#table.rows > this.#table.size) this.#table = this.#table.compacted();
      await saveVectors(folder, { model: this.#options.model, table: this.#table, documents: this.#documents });
    });
  }

  #tableFor(dimension: number): VectorTable {
    this.#table ??= createVectorTable({ ...this.#options, dimension });
    return this.#table;
  }

  /** The filter is run here and never inside hnswlib, where an exception would end the process. */
  #rowsOf(table: VectorTable, filter: VectorFilter): RowFilter {
    const mask = new Uint8Array(table.rows);
    let count = 0;
    for (let row = 0; row < table.rows; row++) {
      const id = table.idOf(row);
      if (id === undefined) continue;
      if (typeof filter === 'function' ? !filter(this.#documentOf(id)) : !filter.has(id)) continue;
      mask[row] = 1;
      count++;
    }
    return { mask, count };
  }

  #documentOf(id: string): DocumentInterface {
    return this.#documents.get(id) ?? new Document({ id, pageContent: '' });
  }

  #exclusive<T>(action: () => T | Promise<T>): Promise<T> {
    const run = this.#last.then(action);
    this.#last = run.catch(() => undefined);
    return run;
  }
}

export interface StoreContents {
  table?: VectorTable | undefined;
  documents?: Map<string, DocumentInterface>;
}

function toUnit(vector: readonly number[]): Float32Array {
  const norm = Math.hypot(...vector);
  if (!Number.isFinite(norm)) throw new AppError('EMBEDDING_FAILED', 'A query vector with a number that is not finite');
  return Float32Array.from(vector, (value) => (norm > 0 ? value / norm : 0));
}
