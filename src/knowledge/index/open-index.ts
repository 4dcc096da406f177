import { watch } from 'node:fs';
import { join } from 'node:path';
import { AppError, messageOf } from '../../errors.ts';
import type { EmbeddingChoice } from '../embeddings/choice.ts';
import type { Pack } from '../pack.ts';
import type { Retriever } from '../retriever.ts';
import { assembleRetriever } from './assemble-retriever.ts';
import { type Extras, readIndexFiles } from './index-files.ts';
import { currentVersion } from './index-folder.ts';
import type { IndexParts } from './index-parts.ts';

/** One version of an index, open: it never changes, whatever happens on the disk. */
export interface OpenIndex {
  retriever: Retriever;
  /** The pack as it was indexed; `products` are read when first asked for. */
  pack: Pack;
  extras: Extras;
  parts: IndexParts;
}

export interface OpenIndexOptions {
  /** Must be the one the index was built with; absent = built-in, or whatever is there without asking a server. */
  embedding?: EmbeddingChoice;
  /** Open an index of another model as well; its queries are searched by words alone unless it is the built-in one. Default false. */
  anyModel?: boolean;
  /** Told when a query could not be embedded (it is then searched by words alone). */
  onEmbeddingError?: (error: unknown) => void;
}

/** Opens the version that serves. Throws INDEX_DAMAGED when there is none, or it is damaged or of another model: rebuild then. */
export async function openIndex(folder: string, options: OpenIndexOptions = {}): Promise<OpenIndex> {
  const version = await currentVersion(folder);
  if (version === undefined) throw new AppError('INDEX_DAMAGED', `There is no index in ${folder}`);
  const { parts, extras } = await readIndexFiles(join(folder, version), options);
  return { retriever: assembleRetriever(parts, options.onEmbeddingError), pack: parts.pack, extras, parts };
}

/** A retriever over the version that serves. Throws like `openIndex`. */
export async function openRetriever(folder: string, options: OpenIndexOptions = {}): Promise<Retriever> {
  return (await openIndex(folder, options)).retriever;
}

/** An index that follows the folder: queries in flight end on the version they began with. */
export interface LiveIndex {
  readonly current: OpenIndex;
  /** Forwards to the version that serves at the time of the call. */
  readonly retriever: Retriever;
  /** Switches to the newest version if there is one; false when there is none. A damaged one is refused (throws) and the old one serves on. */
  reload(): Promise<boolean>;
  close(): void;
}

export interface LiveIndexOptions extends OpenIndexOptions {
  /** Follow the folder by itself. Default false. */
  watch?: boolean;
  /** Told of each switch. */
  onSwitch?: (index: OpenIndex) => void;
  /** Told when a new version could not be opened. */
  onRefused?: (reason: string) => void;
}

export async function openLiveIndex(folder: string, options: LiveIndexOptions = {}): Promise<LiveIndex> {
  let opened = await currentVersion(folder);
  let current = await openIndex(folder, options);
  let reloading: Promise<boolean> | undefined;

  const load = async (): Promise<boolean> => {
    const version = await currentVersion(folder);
    if (version === undefined || version === opened) return false;
    const next = await openIndex(folder, options);
    current = next;
    opened = version;
    options.onSwitch?.(next);
    return true;
  };

  const reload = (): Promise<boolean> => {
    // A switch during a switch is caught by looking again afterwards.
    const started: Promise<boolean> = (reloading ?? Promise.resolve(false))
      .catch(() => false)
      .then(load)
      .finally(() => {
        if (reloading === started) reloading = undefined;
      });
    reloading = started;
    return started;
  };

  const watcher = options.watch ? watch(folder) : undefined;
  watcher?.unref();
  watcher?.on('change', (_, name) => {
    if (name === 'current') reload().catch((error) => options.onRefused?.(messageOf(error)));
  });
  watcher?.on('error', (error) => options.onRefused?.(messageOf(error)));

  return {
    get current() {
      return current;
    },
    retriever: {
      search: (query) => current.retriever.search(query),
      answer: (question, language, limit) => current.retriever.answer(question, language, limit),
      product: (id) => current.retriever.product(id),
      findByName: (text, limit) => current.retriever.findByName(text, limit),
      similar: (id, limit) => current.retriever.similar(id, limit),
      vectorOf: (id) => current.retriever.vectorOf(id),
      nearest: (vector, limit) => current.retriever.nearest(vector, limit),
      get products() {
        return current.retriever.products;
      },
      get info() {
        return current.retriever.info;
      },
    },
    reload,
    close: () => watcher?.close(),
  };
}
