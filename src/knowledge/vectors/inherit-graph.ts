import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import hnsw from 'hnswlib-node';
import type { Graph, VectorTable } from './vector-table.ts';

/** More than this share of points that are new or dead, and a fresh graph is better. */
const MOST_CHANGED = 0.2;

/**
 * Gives a table the graph of an earlier one with only what changed put in and taken out: `rowBefore` tells which row of the earlier
 * table has the same vector. The earlier table, which may be serving, is left as it is. False when a fresh graph is better.
 */
export async function inheritGraph(
  table: VectorTable,
  earlier: VectorTable,
  rowBefore: (row: number) => number | undefined,
): Promise<boolean> {
  if (!earlier.graph || table.dimension !== earlier.dimension || table.rows !== table.size) return false;
  const points = earlier.graph.getCurrentCount();
  const known = earlier.labels;
  const labels = new Uint32Array(table.rows);
  const fresh: number[] = [];
  const dropped = new Set(Array.from({ length: earlier.rows }, (_, row) => row));
  for (let row = 0; row < table.rows; row++) {
    const before = rowBefore(row);
    if (before !== undefined && dropped.delete(before)) labels[row] = known ? known[before] : before;
    else labels[row] = points + fresh.push(row) - 1;
  }
  const dead = points + fresh.length - table.rows;
  if (fresh.length + dead > MOST_CHANGED * table.rows) return false;
  const graph = await copyOf(earlier.graph, table.dimension);
  for (const row of dropped) if (earlier.idOf(row) !== undefined) graph.markDelete(known ? known[row] : row);
  if (points + fresh.length > graph.getMaxElements()) graph.resizeIndex(points + fresh.length);
  for (const row of fresh) graph.addPoint(Array.from(table.vector(row)), labels[row]);
  table.adopt(graph, labels);
  return true;
}

/** hnswlib copies a graph only through a file. */
async function copyOf(graph: Graph, dimension: number): Promise<Graph> {
  const folder = await mkdtemp(join(tmpdir(), 'graph-'));
  try {
    const path = join(folder, 'graph.hnsw');
    await graph.writeIndex(path);
    const copy = new hnsw.HierarchicalNSW('ip', dimension);
    await copy.readIndex(path);
    return copy;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
