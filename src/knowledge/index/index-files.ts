import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { getQuestionClassifier, putQuestionClassifier } from '../answers/classifier-files.ts';
import { passageUnits } from '../answers/passage-units.ts';
import { BuiltInEmbeddings } from '../embeddings/built-in-embeddings.ts';
import { type EmbeddingChoice, modelNameOf } from '../embeddings/choice.ts';
import { getLsaModel, putLsaModel } from '../embeddings/lsa-files.ts';
import { getLexicalIndex, putLexicalIndex } from '../lexical/lexical-files.ts';
import type { Pack } from '../pack.ts';
import { getColumns, putColumns } from '../products/column-files.ts';
import { productsInBuffer } from '../products/product-source.ts';
import type { IndexInfo } from '../retriever.ts';
import { type FileStamp, readChecked, writeDurably } from '../storage/files.ts';
import { createSectionWriter, readSections } from '../storage/sections.ts';
import { HnswVectorStore } from '../vectors/hnsw-vector-store.ts';
import { createVectorTable, type VectorTable } from '../vectors/vector-table.ts';
import type { IndexParts } from './index-parts.ts';

/** Raised whenever the files' form or the reading of texts changes: older indexes are then rebuilt. */
export const INDEX_FORMAT = 5;

const manifestSchema = z.object({
  format: z.literal(INDEX_FORMAT),
  files: z.record(z.string(), z.object({ bytes: z.number(), crc32: z.number() })),
});

const EXTRA = 'extra-';

/** Artefacts other rooms keep with an index (trained intents), by name. */
export type Extras = Readonly<Record<string, Uint8Array>>;

/** Writes an index's files into a fresh folder. */
export async function writeIndexFiles(folder: string, parts: IndexParts, extras: Extras): Promise<void> {
  const files: Record<string, FileStamp> = {};
  const write = async (name: string, contents: readonly (Uint8Array | string)[]) => {
    files[name] = await writeDurably(join(folder, name), contents);
  };
  const { lines, offsets } = productLines(parts);
  await write('products.jsonl', lines);

  const lexical = createSectionWriter();
  putLexicalIndex(lexical, 'products', parts.productIndex);
  putLexicalIndex(lexical, 'passages', parts.passageIndex);
  putColumns(lexical, parts.columns);
  lexical.putStrings(
    'ids',
    Array.from({ length: parts.products.count }, (_, document) => parts.products.idOf(document)),
  );
  lexical.put('lines', offsets);
  await write('words.bin', lexical.parts());

  const embedding = createSectionWriter();
  embedding.putStrings('hashes', parts.hashes);
  if (parts.lsa) putLsaModel(embedding, parts.lsa);
  if (parts.classifier) putQuestionClassifier(embedding, parts.classifier);
  await write('embedding.bin', embedding.parts());

  const { pack, info, productWeights, passageWeights, borrowed, passageScale } = parts;
  await write('index.json', [JSON.stringify({ info, productWeights, passageWeights, borrowed, passageScale, pack })]);
  for (const [name, bytes] of Object.entries(extras)) await write(`${EXTRA}${name}`, [bytes]);
  await saveTable(join(folder, 'product-vectors'), parts, parts.productVectors);
  await saveTable(join(folder, 'passage-vectors'), parts, parts.passageVectors);
  await writeDurably(join(folder, 'manifest.json'), [JSON.stringify({ format: INDEX_FORMAT, files }, null, 2)]);
}

async function saveTable(folder: string, { embeddings, info }: IndexParts, table: VectorTable): Promise<void> {
  await mkdir(folder);
  const { model, dimension } = info.embedding;
  await new HnswVectorStore(embeddings, { model, dimension }, { table }).save(folder);
}

function productLines({ products }: IndexParts): { lines: Buffer[]; offsets: Float64Array } {
  const offsets = new Float64Array(products.count + 1);
  const lines: Buffer[] = [];
  const chunk: string[] = [];
  const flush = () => {
    if (chunk.length > 0) lines.push(Buffer.from(chunk.join('')));
    chunk.length = 0;
  };
  for (let document = 0; document < products.count; document++) {
    const line = `${JSON.stringify(products.get(document))}\n`;
    offsets[document + 1] = offsets[document] + Buffer.byteLength(line);
    chunk.push(line);
    if (chunk.length === 2000) flush();
  }
  flush();
  return { lines, offsets };
}

/** An index read from disk. */
export interface ReadIndex {
  parts: IndexParts;
  extras: Extras;
}

/**
 * Reads an index's files after checking each against the manifest. Without `embedding`, or with `anyModel`, whatever model the index
 * has is accepted; queries of an external one that is not `embedding` are embedded by nothing. Throws INDEX_DAMAGED: the caller rebuilds.
 */
export async function readIndexFiles(
  folder: string,
  { embedding, anyModel = false }: { embedding?: EmbeddingChoice; anyModel?: boolean } = {},
): Promise<ReadIndex> {
  const { files } = await readManifest(folder);
  const read = async (name: string): Promise<Buffer> => {
    if (!files[name]) throw new AppError('INDEX_DAMAGED', `The index in ${folder} has no ${name}`);
    return readChecked(join(folder, name), files[name]);
  };
  const head = JSON.parse((await read('index.json')).toString()) as Pick<
    IndexParts,
    'info' | 'pack' | 'productWeights' | 'passageWeights' | 'borrowed' | 'passageScale'
  >;
  const { model, dimension } = head.info.embedding;
  if (embedding && !anyModel && modelNameOf(embedding) !== model)
    throw new AppError(
      'INDEX_DAMAGED',
      `The index was built with the embedding ${model}, not with ${modelNameOf(embedding)}`,
    );
  const words = readSections(await read('words.bin'));
  const stored = readSections(await read('embedding.bin'));
  const lsa = stored.has('lsa.basis') ? getLsaModel(stored) : undefined;
  const embeddings = embeddingsOf(head.info, embedding, lsa ? new BuiltInEmbeddings(lsa) : undefined);
  const table = async (name: string) => {
    const store = await HnswVectorStore.load(join(folder, name), embeddings, { model, dimension });
    return store.table ?? createVectorTable({ dimension });
  };
  const extras: Record<string, Uint8Array> = {};
  for (const name of Object.keys(files))
    if (name.startsWith(EXTRA)) extras[name.slice(EXTRA.length)] = await read(name);
  const parts: IndexParts = {
    ...head,
    products: productsInBuffer(await read('products.jsonl'), words.strings('ids'), words.get('lines', 'f64')),
    columns: getColumns(words),
    units: [...passageUnits(head.pack), ...head.borrowed],
    classifier: getQuestionClassifier(stored),
    productIndex: getLexicalIndex(words, 'products'),
    passageIndex: getLexicalIndex(words, 'passages'),
    productVectors: await table('product-vectors'),
    passageVectors: await table('passage-vectors'),
    embeddings,
    lsa,
    hashes: stored.strings('hashes'),
  };
  return { parts: { ...parts, pack: withLazyProducts(parts) }, extras };
}

/** The pack as it was indexed; its products are read when they are first asked for. */
function withLazyProducts({ pack, products }: IndexParts): Pack {
  return Object.defineProperty({ ...pack }, 'products', { enumerable: true, get: () => products.all() });
}

function embeddingsOf(
  info: IndexInfo,
  choice: EmbeddingChoice | undefined,
  builtIn: EmbeddingsInterface | undefined,
): EmbeddingsInterface {
  if (choice?.kind === 'external' && choice.model === info.embedding.model) return choice.embeddings;
  if (builtIn) return builtIn;
  const zeros = Array<number>(info.embedding.dimension).fill(0);
  return { embedQuery: async () => zeros, embedDocuments: async (documents) => documents.map(() => zeros) };
}

async function readManifest(folder: string) {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  } catch (cause) {
    throw new AppError('INDEX_DAMAGED', `No readable manifest of this format in ${folder}`, { cause });
  }
}
