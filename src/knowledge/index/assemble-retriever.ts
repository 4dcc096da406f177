import { AppError } from '../../errors.ts';
import { createEvidenceReader } from '../answers/evidence.ts';
import { createPassageSearch } from '../answers/passage-search.ts';
import { toUnitLength } from '../embeddings/lsa.ts';
import { createHybridIndex } from '../hybrid/hybrid-index.ts';
import { createPackLexicon } from '../lexicon/pack-lexicon.ts';
import type { Product } from '../pack.ts';
import { createNameFinder } from '../products/name-finder.ts';
import { createOffer } from '../products/offer.ts';
import { createProductSearch } from '../products/product-search.ts';
import type { Retriever } from '../retriever.ts';
import type { IndexParts } from './index-parts.ts';

/** What follows in a longer text is not searched for: nobody names goods in so many words. */
const LONGEST_QUERY = 400;

/** A retriever over the parts of an index. */
export function assembleRetriever(parts: IndexParts, onEmbeddingError?: (error: unknown) => void): Retriever {
  const { pack, products, columns, productVectors, passageVectors } = parts;
  const lexicon = createPackLexicon(pack);
  const productIndex = createHybridIndex({
    lexical: parts.productIndex,
    lexicon,
    vectors: productVectors,
    weights: parts.productWeights,
  });
  const passageIndex = createHybridIndex({
    lexical: parts.passageIndex,
    lexicon,
    vectors: passageVectors,
    weights: parts.passageWeights,
  });
  const productSearch = createProductSearch({
    pack,
    products,
    columns,
    index: productIndex,
    offer: createOffer(parts.productIndex, lexicon, pack),
  });
  const names = createNameFinder(parts.productIndex);
  const reader = createEvidenceReader({
    units: parts.units,
    index: passageIndex,
    lexical: parts.passageIndex,
    lexicon,
    classifier: parts.classifier,
    scale: parts.passageScale,
  });
  const passageSearch = createPassageSearch({ pack, index: passageIndex, reader, lexicon });

  const embed = async (text: string): Promise<Float32Array> => {
    if (text.trim() === '') return new Float32Array(productVectors.dimension);
    try {
      const vector = await parts.embeddings.embedQuery(text);
      if (vector.length !== productVectors.dimension)
        throw new AppError(
          'EMBEDDING_FAILED',
          `A query of ${vector.length} numbers in an index of ${productVectors.dimension}`,
        );
      return toUnitLength(Float32Array.from(vector));
    } catch (error) {
      // An embedding server that is away costs quality, never an answer: words alone are searched.
      onEmbeddingError?.(error);
      return new Float32Array(productVectors.dimension);
    }
  };

  const documentOf = (id: string) => products.documentOf(id);

  const nearest = (vector: Float32Array, limit: number, without?: number): { product: Product; score: number }[] =>
    productVectors
      .search(vector, limit + 1)
      .filter(({ row }) => row !== without)
      .slice(0, limit)
      .map(({ row, score }) => ({ product: products.get(row), score }));

  return {
    async search(query) {
      const text = query.text.slice(0, LONGEST_QUERY);
      return productSearch.search({ ...query, text }, await embed(text));
    },
    async answer(question, language, limit = 3) {
      const text = question.slice(0, LONGEST_QUERY);
      return passageSearch.answer(text, await embed(text), language, limit);
    },
    product(id) {
      const document = documentOf(id);
      return document === undefined ? undefined : products.get(document);
    },
    findByName: (text, limit = 5) => names.find(text, limit).map((document) => products.get(document)),
    async similar(productId, limit = 5) {
      const document = documentOf(productId);
      if (document === undefined) return [];
      return nearest(productVectors.vector(document), limit, document).map(({ product }) => product);
    },
    vectorOf(productId) {
      const document = documentOf(productId);
      return document === undefined ? undefined : productVectors.vector(document).slice();
    },
    async nearest(vector, limit = 10) {
      return nearest(vector, limit).map(({ product, score }) => ({
        product,
        score: Math.max(0, score),
        parts: { lexical: 0, vector: score },
      }));
    },
    get products() {
      return products.all();
    },
    info: parts.info,
  };
}
