import hnsw from 'hnswlib-node';
import { topK } from '../lexical/top-k.ts';
import { dotAt } from './dot.ts';

export interface VectorTableOptions {
  dimension: number;
  /** Below this many vectors an exact scan is enough. Default 10,000. */
  exactBelow?: number;
  /** Neighbours a node of the HNSW graph keeps. Default 16. */
  m?: number;
  /** Breadth of the graph's construction and of a search. Defaults 200 and 100. */
  efConstruction?: number;
  ef?: number;
}

/** A row found, with its cosine similarity. */
export interface VectorHit {
  row: number;
  score: number;
}

/** Rows a search may return: `mask[row]` 1 or 0, `count` of them. */
export interface RowFilter {
  mask: Uint8Array;
  count: number;
}

export type Graph = InstanceType<typeof hnsw.HierarchicalNSW>;

/** Unit vectors by row, with their ids, searched exactly or through an HNSW graph. One owner; synchronous. */
export interface VectorTable {
  readonly dimension: number;
  /** Vectors that are not deleted. */
  readonly size: number;
  /** Rows in use, deleted ones included. */
  readonly rows: number;
  rowOf(id: string): number | undefined;
  idOf(row: number): string | undefined;
  vector(row: number): Float32Array;
  /** Adds a vector or replaces the one of that id; it is scaled to unit length. */
  upsert(id: string, vector: ArrayLike<number>): void;
  /** Whether there was such an id. */
  remove(id: string): boolean;
  search(query: Float32Array, k: number, filter?: RowFilter): VectorHit[];
  /** A table of the live rows alone, in their order. */
  compacted(): VectorTable;
  /** Builds the graph now if the table is large enough; otherwise it is built by the first search. */
  prepare(onProgress?: (done: number, total: number) => void): void;
  /** The graph, when there is one: to be written by the owner. */
  readonly graph: Graph | undefined;
  /** Label of each row in the graph; undefined = its row. */
  readonly labels: Uint32Array | undefined;
  /** Takes over a graph of this table's vectors. Ignored when the table is small enough to be scanned. */
  adopt(graph: Graph, labels?: Uint32Array): void;
  readonly matrix: Float32Array;
}

/** A share of allowed rows below which scanning them beats a filtered walk of the graph. */
const SCAN_SHARE = 0.1;
const SCAN_ROWS = 10_000;
const SEED = 100;

/** Contents to start from: `matrix` holds one unit vector for each id. */
export interface VectorTableContents {
  ids: readonly string[];
  matrix: Float32Array;
}

export function createVectorTable(options: VectorTableOptions, contents?: VectorTableContents): VectorTable {
  const { dimension, exactBelow = 10_000, m = 16, efConstruction = 200, ef = 100 } = options;
  const ids: (string | undefined)[] = contents ? [...contents.ids] : [];
  const rowOf = new Map<string, number>();
  ids.forEach((id, row) => {
    if (id !== undefined) rowOf.set(id, row);
  });
  let matrix = contents?.matrix ?? new Float32Array(16 * dimension);
  let graph: Graph | undefined;
  /** Rows by label, where an adopted graph has labels of its own. */
  let rowsByLabel: Map<number, number> | undefined;
  let labels: number[] | undefined;
  let nextLabel = 0;
  const labelOf = (row: number) => labels?.[row] ?? row;
  const rowOfLabel = (label: number) => rowsByLabel?.get(label) ?? label;

  const vectorAt = (row: number) => matrix.subarray(row * dimension, (row + 1) * dimension);

  const insert = (into: Graph, row: number) => {
    const label = labelOf(row);
    if (label >= into.getMaxElements()) into.resizeIndex(Math.max(label + 1, into.getMaxElements() * 2));
    into.addPoint(Array.from(vectorAt(row)), label);
  };

  const prepare = (onProgress?: (done: number, total: number) => void) => {
    if (graph || rowOf.size < exactBelow) return;
    const built = new hnsw.HierarchicalNSW('ip', dimension);
    built.initIndex(Math.max(ids.length, 1), m, efConstruction, SEED);
    for (let row = 0; row < ids.length; row++) {
      if (ids[row] !== undefined) insert(built, row);
      if (row % 1000 === 0) onProgress?.(row, ids.length);
    }
    built.setEf(ef);
    graph = built;
    nextLabel = ids.length;
  };

  const scan = (query: Float32Array, k: number, filter?: RowFilter): VectorHit[] => {
    const scores = new Float32Array(ids.length);
    const rows: number[] = [];
    for (let row = 0; row < ids.length; row++) {
      if (ids[row] === undefined || (filter && filter.mask[row] === 0)) continue;
      scores[row] = dotAt(query, matrix, row * dimension);
      rows.push(row);
    }
    return topK(rows, scores, k).map((row) => ({ row, score: scores[row] }));
  };

  const walk = (within: Graph, query: Float32Array, k: number, filter?: RowFilter): VectorHit[] => {
    if (k > ef) within.setEf(k);
    // The callback must not throw: hnswlib would end the process.
    const allowed = filter ? (label: number) => filter.mask[rowOfLabel(label)] === 1 : undefined;
    const { neighbors, distances } = within.searchKnn(Array.from(query), Math.min(k, rowOf.size), allowed);
    if (k > ef) within.setEf(ef);
    return neighbors
      .map((label, at) => ({ row: rowOfLabel(label), score: 1 - distances[at] }))
      .sort((a, b) => b.score - a.score);
  };

  const removeRow = (row: number) => {
    ids[row] = undefined;
    graph?.markDelete(labelOf(row));
  };

  return {
    dimension,
    get size() {
      return rowOf.size;
    },
    get rows() {
      return ids.length;
    },
    get matrix() {
      return matrix.subarray(0, ids.length * dimension);
    },
    get graph() {
      return graph;
    },
    rowOf: (id) => rowOf.get(id),
    idOf: (row) => ids[row],
    vector: vectorAt,
    upsert(id, vector) {
      const unit = unitOf(vector, dimension);
      const old = rowOf.get(id);
      if (old !== undefined) removeRow(old);
      const row = ids.length;
      if ((row + 1) * dimension > matrix.length) {
        const wider = new Float32Array(Math.max((row + 1) * dimension, matrix.length * 2));
        wider.set(matrix);
        matrix = wider;
      }
      matrix.set(unit, row * dimension);
      ids.push(id);
      rowOf.set(id, row);
      if (!graph) return;
      const label = nextLabel++;
      labels?.push(label);
      rowsByLabel?.set(label, row);
      insert(graph, row);
    },
    remove(id) {
      const row = rowOf.get(id);
      if (row === undefined) return false;
      rowOf.delete(id);
      removeRow(row);
      return true;
    },
    search(query, k, filter) {
      if (k <= 0 || rowOf.size === 0 || (filter && filter.count === 0)) return [];
      prepare();
      const few = filter && (filter.count < SCAN_ROWS || filter.count < SCAN_SHARE * rowOf.size);
      if (!graph || few || rowOf.size < exactBelow) return scan(query, k, filter);
      return walk(graph, query, k, filter);
    },
    compacted() {
      const live = [...ids.keys()].filter((row) => ids[row] !== undefined);
      const packed = new Float32Array(live.length * dimension);
      live.forEach((row, at) => {
        packed.set(vectorAt(row), at * dimension);
      });
      return createVectorTable(options, { ids: live.map((row) => ids[row]!), matrix: packed });
    },
    prepare,
    get labels() {
      return labels && Uint32Array.from(labels);
    },
    adopt(adopted, labelled) {
      if (rowOf.size < exactBelow) return;
      adopted.setEf(ef);
      graph = adopted;
      labels = labelled && [...labelled];
      rowsByLabel = labels && new Map(labels.map((label, row) => [label, row]));
      nextLabel = labels ? adopted.getCurrentCount() : ids.length;
    },
  };
}

function unitOf(vector: ArrayLike<number>, dimension: number): Float32Array {
  if (vector.length !== dimension)
    throw new RangeError(`A vector of ${vector.length} numbers in a table of ${dimension}`);
  const unit = Float32Array.from(vector);
  let norm = 0;
  for (const value of unit) norm += value * value;
  if (!Number.isFinite(norm)) throw new RangeError('A vector with a number that is not finite');
  if (norm > 0) for (let i = 0; i < dimension; i++) unit[i] /= Math.sqrt(norm);
  return unit;
}
