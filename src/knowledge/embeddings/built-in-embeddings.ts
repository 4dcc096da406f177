import { Embeddings } from '@langchain/core/embeddings';
import { type LsaModel, lsaVector } from './lsa.ts';

/** LangChain embeddings with no download and no server: an LSA model learnt from the pack. */
export class BuiltInEmbeddings extends Embeddings {
  readonly model: LsaModel;

  constructor(model: LsaModel) {
    super({});
    this.model = model;
  }

  /** The vector of a text, unit length; zeros when the model knows none of its words. */
  vectorOf(text: string): Float32Array {
    return lsaVector(this.model, text);
  }

  async embedDocuments(documents: string[]): Promise<number[][]> {
    return documents.map((document) => Array.from(lsaVector(this.model, document)));
  }

  async embedQuery(document: string): Promise<number[]> {
    return Array.from(lsaVector(this.model, document));
  }
}
