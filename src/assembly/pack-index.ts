import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { configuredEmbedding } from '../knowledge/embeddings/configured-embedding.ts';
import { buildIndex } from '../knowledge/index/build-index.ts';
import type { LiveIndex, OpenIndex } from '../knowledge/index/open-index.ts';
import { serveIndex } from '../knowledge/index/serve-index.ts';
import type { Pack } from '../knowledge/pack.ts';
import { findPack } from '../knowledge/packs/find-pack.ts';
import { loadPack } from '../knowledge/packs/load-pack.ts';

/** Tries of an embedding endpoint at the start, some seconds in all: `npm run index` is more patient. */
const EMBEDDING_ATTEMPTS = 4;

/** Where a pack's index is kept. */
export const indexFolder = ({ dataDir }: Config, { id }: Pick<Pack, 'id'>): string => join(dataDir, 'index', id);

/** The index of the configured pack, built first where there is none of its content. */
export async function openPackIndex(
  options: { config: Config; logger: Logger; onProgress?(stage: string, done: number, total: number): void },
  onSwitch: (next: OpenIndex) => void,
): Promise<LiveIndex> {
  const { config, logger, onProgress } = options;
  const pack = await loadPack(findPack(config.pack));
  return serveIndex(pack, {
    folder: indexFolder(config, pack),
    embedding: await configuredEmbedding(config.embedding, { dataDir: config.dataDir, attempts: EMBEDDING_ATTEMPTS }),
    onSwitch,
    onTrouble: (message, error) => logger.warn({ err: error }, message),
    onModel: ({ replacedModel }) => logger.info({ replacedModel }, 'the embedding changed: all was embedded again'),
    onProgress,
  });
}

/** The index anew from the pack's files; the old one serves until it is whole. */
export async function rebuildPackIndex(config: Config, index: LiveIndex): Promise<void> {
  const pack = await loadPack(findPack(config.pack));
  const embedding = await configuredEmbedding(config.embedding, { dataDir: config.dataDir });
  await buildIndex(pack, { folder: indexFolder(config, pack), embedding, previous: index.current });
  await index.reload();
}
