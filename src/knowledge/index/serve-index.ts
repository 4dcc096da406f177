import { mkdirSync } from 'node:fs';
import { isAppError } from '../../errors.ts';
import type { EmbeddingChoice } from '../embeddings/choice.ts';
import type { Pack } from '../pack.ts';
import { type BuildReport, buildIndex } from './build-index.ts';
import type { IndexStage } from './index-parts.ts';
import { type LiveIndex, type OpenIndex, openLiveIndex } from './open-index.ts';

export interface ServeIndexOptions {
  folder: string;
  /** Default built-in. */
  embedding?: EmbeddingChoice;
  /** Told of each later switch to a newer version. */
  onSwitch: (next: OpenIndex) => void;
  /** Told what went less well than asked for, in a sentence, with the error behind it. */
  onTrouble: (message: string, error?: unknown) => void;
  /** Told when the index was built with another embedding than the one before. */
  onModel?: (report: BuildReport) => void;
  onProgress?: ((stage: IndexStage, done: number, total: number) => void) | undefined;
}

/**
 * The index of a pack, brought up to date and followed as it is rebuilt. An embedding server that is away does not keep the bot from
 * its work: the index that is there serves on, whatever its model, and where there is none the built-in embedding is used.
 */
export async function serveIndex(pack: Pack, options: ServeIndexOptions): Promise<LiveIndex> {
  const { folder, embedding, onTrouble, onProgress } = options;
  mkdirSync(folder, { recursive: true });
  let serving = false;
  const live = (anyModel = false) =>
    openLiveIndex(folder, {
      ...(embedding ? { embedding } : {}),
      anyModel,
      watch: true,
      onSwitch: (next) => serving && options.onSwitch(next),
      onRefused: (reason) => onTrouble(`a new index could not be opened (${reason}); the old one serves on`),
      onEmbeddingError(error) {
        if (isAppError(error) && error.details?.resting) return;
        onTrouble('a query could not be embedded; it is searched by words alone', error);
      },
    });
  const found = await ifWhole(live());
  let opened: LiveIndex;
  try {
    const report = await buildIndex(pack, {
      folder,
      ...(embedding ? { embedding } : {}),
      ...(found ? { previous: found.current } : {}),
      onProgress,
    });
    if (found && !report.unchanged) await found.reload();
    opened = found ?? (await live());
    if (report.replacedModel !== undefined) options.onModel?.(report);
  } catch (error) {
    if (!isAppError(error, 'EMBEDDING_FAILED')) {
      found?.close();
      throw error;
    }
    onTrouble('the pack could not be embedded; serving without what is new until it can', error);
    opened = found ?? (await ifWhole(live(true))) ?? (await builtIn());
  }
  serving = true;
  return opened;

  async function builtIn(): Promise<LiveIndex> {
    await buildIndex(pack, { folder, onProgress });
    return live(true);
  }
}

async function ifWhole(opening: Promise<LiveIndex>): Promise<LiveIndex | undefined> {
  try {
    return await opening;
  } catch (error) {
    if (isAppError(error, 'INDEX_DAMAGED')) return undefined;
    throw error;
  }
}
