import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { PASSAGE_FIELDS, type PassageUnit, passageUnits, unitFields } from './answers/passage-units.ts';
import { BuiltInEmbeddings } from './embeddings/built-in-embeddings.ts';
import { trainLsa } from './embeddings/lsa.ts';
import { DEFAULT_WEIGHTS, type FusionWeights } from './hybrid/fusion-weights.ts';
import { buildLexicalIndex, type LexicalIndex } from './lexical/lexical-index.ts';
import { createPackLexicon } from './lexicon/pack-lexicon.ts';
import type { Pack } from './pack.ts';
import { columnsOf, type ProductColumns } from './products/columns.ts';
import { type ProductSource, productsInMemory } from './products/product-source.ts';
import { embeddedText, PRODUCT_FIELDS, packWords, productFields } from './products/product-text.ts';
import type { IndexInfo } from './retriever.ts';
import { createVectorTable, type VectorTable } from './vectors/vector-table.ts';

/** Everything an index holds, in memory: what a retriever is assembled from and what is written to disk. */
export interface IndexParts {
  /** The pack without its products (they are in `products`). */
  pack: Pack;
  products: ProductSource;
  columns: ProductColumns;
  units: readonly PassageUnit[];
  productIndex: LexicalIndex;
  passageIndex: LexicalIndex;
  productVectors: VectorTable;
  passageVectors: VectorTable;
  embeddings: EmbeddingsInterface;
  productWeights: FusionWeights;
  passageWeights: FusionWeights;
  info: IndexInfo;
}

/** The built-in parts of a pack, computed in memory. */
export async function computeParts(pack: Pack): Promise<IndexParts> {
  createPackLexicon(pack);
  const words = packWords(pack);
  const productTexts = pack.products.map((product) => productFields(product, words));
  const units = passageUnits(pack);
  const unitTexts = units.map(unitFields);
  const embedded = [...productTexts, ...unitTexts].map(embeddedText);
  const model = trainLsa(embedded);
  const embeddings = new BuiltInEmbeddings(model);
  const table = (ids: string[], texts: string[]) => {
    const matrix = new Float32Array(ids.length * model.dimension);
    texts.forEach((text, row) => {
      matrix.set(embeddings.vectorOf(text), row * model.dimension);
    });
    return createVectorTable({ dimension: model.dimension }, { ids, matrix });
  };
  return {
    pack: { ...pack, products: [] },
    products: productsInMemory(pack.products),
    columns: columnsOf(pack.products, pack.products.length, pack),
    units,
    productIndex: buildLexicalIndex(productTexts, { fields: PRODUCT_FIELDS, k1: 0.8 }),
    passageIndex: buildLexicalIndex(unitTexts, { fields: PASSAGE_FIELDS, k1: 0.8 }),
    productVectors: table(
      pack.products.map((product) => product.id),
      embedded.slice(0, productTexts.length),
    ),
    passageVectors: table(
      units.map((_, at) => String(at)),
      embedded.slice(productTexts.length),
    ),
    embeddings,
    productWeights: DEFAULT_WEIGHTS,
    passageWeights: { ...DEFAULT_WEIGHTS, vector: 0.4 },
    info: {
      pack: pack.id,
      packName: pack.name,
      version: 'memory',
      builtAt: new Date().toISOString(),
      embedding: { model: 'built-in', dimension: model.dimension },
      products: pack.products.length,
      passages: pack.faq.length + pack.sections.length,
    },
  };
}
