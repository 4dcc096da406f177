import type { EmbeddingsInterface } from '@langchain/core/embeddings';

/** Which embedding an index uses: the built-in one, learnt from the pack, or any LangChain embeddings under a name. */
export type EmbeddingChoice =
  | { kind: 'built-in' }
  | { kind: 'external'; model: string; embeddings: EmbeddingsInterface };

/** Name of the built-in embedding in an index. A new method gets a new name, so that old indexes are rebuilt. */
export const BUILT_IN_MODEL = 'built-in-lsa-1';

export const BUILT_IN: EmbeddingChoice = { kind: 'built-in' };

/** The name an index of this choice carries. */
export function modelNameOf(choice: EmbeddingChoice): string {
  return choice.kind === 'built-in' ? BUILT_IN_MODEL : choice.model;
}
