import { assembleRetriever } from './index/assemble-retriever.ts';
import { computeParts } from './index/index-parts.ts';
import type { Pack } from './pack.ts';
import type { Retriever } from './retriever.ts';

/** A retriever over a pack, indexed in memory with the built-in embedding: for tests and small packs. */
export async function createRetriever(pack: Pack): Promise<Retriever> {
  return assembleRetriever(await computeParts(pack));
}
