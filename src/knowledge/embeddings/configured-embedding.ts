import { join } from 'node:path';
import type { EmbeddingSettings } from '../../config/config.ts';
import { BUILT_IN, type EmbeddingChoice } from './choice.ts';
import { createEndpointEmbeddings } from './endpoint-embeddings.ts';

export interface ConfiguredEmbeddingOptions {
  dataDir: string;
  /** Tries a batch of texts gets: a command may wait for minutes, a start may not. */
  attempts?: number;
  fetch?: typeof fetch;
}

/** The embedding that the configuration names, its vectors kept in `dataDir/embeddings`; built-in when it names none. */
export async function configuredEmbedding(
  settings: EmbeddingSettings | undefined,
  { dataDir, ...options }: ConfiguredEmbeddingOptions,
): Promise<EmbeddingChoice> {
  if (!settings) return BUILT_IN;
  const embeddings = await createEndpointEmbeddings({
    ...settings,
    ...options,
    cacheFolder: join(dataDir, 'embeddings'),
  });
  return { kind: 'external', model: settings.model, embeddings };
}
