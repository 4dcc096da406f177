import { createHash } from 'node:crypto';
import { isAppError } from '../../errors.ts';
import { BUILT_IN, type EmbeddingChoice, modelNameOf } from '../embeddings/choice.ts';
import type { EarlierVectors } from '../embeddings/embed-collection.ts';
import type { Pack } from '../pack.ts';
import { type Extras, INDEX_FORMAT, writeIndexFiles } from './index-files.ts';
import { writeVersion } from './index-folder.ts';
import { computeParts, type IndexParts, type IndexStage } from './index-parts.ts';
import { type OpenIndex, openIndex } from './open-index.ts';

export interface BuildIndexOptions {
  /** Where the index's versions live. */
  folder: string;
  /** Default built-in. */
  embedding?: EmbeddingChoice;
  /** The index that serves now, to take vectors over from; absent = the one in `folder`, if it is whole. */
  previous?: OpenIndex;
  /** Artefacts of other rooms to keep with the index. */
  extras?: Extras;
  /** Build even when nothing changed. */
  force?: boolean;
  now?: () => Date;
  onProgress?: (stage: IndexStage, done: number, total: number) => void;
}

export interface BuildReport {
  version: string;
  /** Nothing was to do: the index was of this content and model already. */
  unchanged: boolean;
  /** How many texts were embedded now and how many vectors were taken over. */
  embedded: number;
  reused: number;
  /** The model of the index before, when another one was asked for. */
  replacedModel?: string;
  products: number;
  passages: number;
}

/**
 * Builds the index of a pack and switches to it. The old version serves until then and when anything fails. Throws EMBEDDING_FAILED
 * when an external embedding does; what it had embedded is kept in its own cache.
 */
export async function buildIndex(pack: Pack, options: BuildIndexOptions): Promise<BuildReport> {
  const embedding = options.embedding ?? BUILT_IN;
  const extras = options.extras ?? {};
  const previous = options.previous ?? (await openPrevious(options.folder));
  const version = versionOf(pack, embedding, extras);
  const passages = pack.faq.length + pack.sections.length;
  const texts = pack.products.length + passages;
  if (previous?.parts.info.version === version && !options.force)
    return { version, unchanged: true, embedded: 0, reused: texts, products: pack.products.length, passages };
  const parts = await computeParts(pack, {
    embedding,
    earlier: previous && earlierVectors(previous.parts),
    version,
    calibrate: true,
    ...(options.now ? { now: options.now() } : {}),
    onProgress: options.onProgress,
  });
  options.onProgress?.('files', 0, 1);
  await writeVersion(options.folder, version, (into) => writeIndexFiles(into, parts, extras));
  options.onProgress?.('files', 1, 1);
  const before = previous?.parts.info.embedding.model;
  return {
    version,
    unchanged: false,
    embedded: parts.embedded,
    reused: parts.hashes.length - parts.embedded,
    ...(before !== undefined && before !== modelNameOf(embedding) ? { replacedModel: before } : {}),
    products: pack.products.length,
    passages,
  };
}

async function openPrevious(folder: string): Promise<OpenIndex | undefined> {
  try {
    return await openIndex(folder);
  } catch (error) {
    if (isAppError(error, 'INDEX_DAMAGED')) return undefined;
    throw error;
  }
}

function earlierVectors({ info, lsa, hashes, products, productVectors, passageVectors }: IndexParts): EarlierVectors {
  const rows = new Map(hashes.map((hash, at) => [hash, at]));
  return {
    model: info.embedding.model,
    lsa,
    products: { table: productVectors, hashOf: (row) => hashes[row] },
    vectorOf(hash) {
      const at = rows.get(hash);
      if (at === undefined) return undefined;
      return at < products.count ? productVectors.vector(at) : passageVectors.vector(at - products.count);
    },
  };
}

/** Changes with the pack's content, the embedding, the extras and the form of the index. The pack's folder does not count. */
function versionOf(pack: Pack, embedding: EmbeddingChoice, extras: Extras): string {
  const hash = createHash('sha256');
  const { products, folder: _, ...rest } = pack;
  hash.update(JSON.stringify([INDEX_FORMAT, modelNameOf(embedding), rest]));
  for (const product of products) hash.update(JSON.stringify(product));
  for (const name of Object.keys(extras).sort()) hash.update(name).update(extras[name]);
  return hash.digest('hex').slice(0, 16);
}
