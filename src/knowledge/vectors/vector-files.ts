import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Document, type DocumentInterface } from '@langchain/core/documents';
import hnsw from 'hnswlib-node';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { type FileStamp, readChecked, replaceFile, stampOf, syncFolder } from '../storage/files.ts';
import { createSectionWriter, readSections } from '../storage/sections.ts';
import { createVectorTable, type VectorTable, type VectorTableOptions } from './vector-table.ts';

const stamp = z.object({ bytes: z.number(), crc32: z.number() });
const manifestSchema = z.object({
  format: z.literal(1),
  model: z.string(),
  dimension: z.number().int().nonnegative(),
  count: z.number().int().nonnegative(),
  /** Files by their name of this save: a new save never writes over the files an old manifest names. */
  files: z.record(z.string(), stamp),
});

const MANIFEST = 'manifest.json';

export interface SavedVectors {
  model: string;
  table: VectorTable | undefined;
  documents: ReadonlyMap<string, DocumentInterface>;
}

/** Saves a compacted table. The manifest is replaced last, so a crash leaves the old save whole. */
export async function saveVectors(folder: string, { model, table, documents }: SavedVectors): Promise<void> {
  await mkdir(folder, { recursive: true });
  const before = await readManifest(folder).catch(() => undefined);
  const suffix = Date.now().toString(36);
  const files: Record<string, FileStamp> = {};
  const writer = createSectionWriter();
  const ids = table ? Array.from({ length: table.rows }, (_, row) => table.idOf(row)!) : [];
  writer.putStrings('ids', ids);
  writer.put('matrix', table ? table.matrix : new Float32Array(0));
  writer.putStrings(
    'documents',
    documents.size === 0
      ? []
      : ids.map((id) => JSON.stringify([documents.get(id)?.pageContent ?? '', documents.get(id)?.metadata ?? {}])),
  );
  table?.prepare();
  if (table?.graph && table.labels) {
    writer.put('labels', table.labels);
    writer.putJson('points', table.graph.getCurrentCount());
  }
  const vectorsFile = `vectors-${suffix}.bin`;
  files[vectorsFile] = await replaceFile(join(folder, vectorsFile), writer.parts());
  if (table?.graph) {
    const graphFile = `graph-${suffix}.hnsw`;
    const temporary = join(folder, `${graphFile}.tmp`);
    await table.graph.writeIndex(temporary);
    files[graphFile] = await stampOf(temporary);
    await rename(temporary, join(folder, graphFile));
  }
  const manifest = { format: 1, model, dimension: table?.dimension ?? 0, count: ids.length, files };
  await replaceFile(join(folder, MANIFEST), [JSON.stringify(manifest, null, 2)]);
  await syncFolder(folder);
  for (const name of Object.keys(before?.files ?? {}))
    if (!(name in files)) await rm(join(folder, name), { force: true });
}

async function readManifest(folder: string) {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
  } catch (cause) {
    throw new AppError('INDEX_DAMAGED', `No readable vector manifest in ${folder}`, { cause });
  }
}

export interface LoadedVectors {
  table: VectorTable | undefined;
  documents: Map<string, DocumentInterface>;
}

/** Loads a save after checking it against its manifest. Throws INDEX_DAMAGED. */
export async function loadVectors(
  folder: string,
  options: Omit<VectorTableOptions, 'dimension'> & { model: string; dimension?: number },
): Promise<LoadedVectors> {
  const { model, dimension, count, files } = await readManifest(folder);
  if (model !== options.model)
    throw new AppError('INDEX_DAMAGED', `The vectors are of the model ${model}, not of ${options.model}`);
  if (options.dimension !== undefined && count > 0 && dimension !== options.dimension)
    throw new AppError('INDEX_DAMAGED', `The vectors have ${dimension} numbers, not ${options.dimension}`);
  const names = Object.keys(files);
  const vectorsFile = names.find((name) => name.startsWith('vectors-'));
  if (!vectorsFile) throw new AppError('INDEX_DAMAGED', `No vectors in ${folder}`);
  const sections = readSections(await readChecked(join(folder, vectorsFile), files[vectorsFile]));
  const ids = sections.strings('ids');
  const matrix = sections.get('matrix', 'f32');
  if (ids.length !== count || matrix.length !== count * dimension)
    throw new AppError('INDEX_DAMAGED', `The vectors in ${folder} are not all there`);
  const documents = new Map<string, DocumentInterface>();
  sections.strings('documents').forEach((text, at) => {
    const [pageContent, metadata] = JSON.parse(text) as [string, Record<string, unknown>];
    documents.set(ids[at], new Document({ id: ids[at], pageContent, metadata }));
  });
  if (count === 0) return { table: undefined, documents };
  const table = createVectorTable({ ...options, dimension }, { ids, matrix });
  const graphFile = names.find((name) => name.startsWith('graph-'));
  if (graphFile) {
    const labels = sections.has('labels') ? sections.get('labels', 'u32') : undefined;
    const points = labels ? (sections.json('points') as number) : count;
    if (labels && labels.length !== count)
      throw new AppError('INDEX_DAMAGED', `The labels of the graph in ${folder} are not all there`);
    table.adopt(await loadGraph(join(folder, graphFile), files[graphFile], dimension, points), labels);
  }
  return { table, documents };
}

async function loadGraph(path: string, expected: FileStamp, dimension: number, count: number) {
  // hnswlib reads whatever it is given, of any dimension: the file is checked before it is opened.
  await readChecked(path, expected);
  const graph = new hnsw.HierarchicalNSW('ip', dimension);
  await graph.readIndex(path);
  if (graph.getCurrentCount() !== count)
    throw new AppError('INDEX_DAMAGED', `The graph ${path} holds ${graph.getCurrentCount()} of ${count} vectors`);
  return graph;
}
