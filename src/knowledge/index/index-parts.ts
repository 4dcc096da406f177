import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { collectPassages } from '../answers/collect-passages.ts';
import { PASSAGE_FIELDS, type PassageUnit, unitFields } from '../answers/passage-units.ts';
import type { QuestionClassifier } from '../answers/question-classifier.ts';
import { topicLessons } from '../answers/topics.ts';
import { measureVectors, type VectorScale } from '../answers/vector-scale.ts';
import { BUILT_IN, type EmbeddingChoice } from '../embeddings/choice.ts';
import { type EarlierVectors, embedCollection } from '../embeddings/embed-collection.ts';
import type { LsaModel } from '../embeddings/lsa.ts';
import { calibrateVectorWeight } from '../hybrid/calibrate-vector-weight.ts';
import { type FusionWeights, PASSAGE_WEIGHTS, PRODUCT_WEIGHTS } from '../hybrid/fusion-weights.ts';
import { analyze } from '../lexical/analyzer.ts';
import { buildLexicalIndex, type LexicalIndex } from '../lexical/lexical-index.ts';
import { createPackLexicon, packGroups } from '../lexicon/pack-lexicon.ts';
import type { Pack } from '../pack.ts';
import { columnsOf, type ProductColumns } from '../products/columns.ts';
import { type ProductSource, productsInMemory } from '../products/product-source.ts';
import { embeddedText, PRODUCT_FIELDS, packWords, productFields } from '../products/product-text.ts';
import type { IndexInfo } from '../retriever.ts';
import { inheritGraph } from '../vectors/inherit-graph.ts';
import { createVectorTable, type VectorTable } from '../vectors/vector-table.ts';

/** Everything an index holds, in memory: what a retriever is assembled from and what is written to disk. */
export interface IndexParts {
  /** The pack without its products (they are in `products`). */
  pack: Pack;
  products: ProductSource;
  columns: ProductColumns;
  units: readonly PassageUnit[];
  /** Those of `units` that the shipped topics lent. */
  borrowed: readonly PassageUnit[];
  classifier: QuestionClassifier | undefined;
  /** What cosines mean among the questions. */
  passageScale: VectorScale;
  productIndex: LexicalIndex;
  passageIndex: LexicalIndex;
  /** Rows are document numbers, as in the lexical indexes. */
  productVectors: VectorTable;
  passageVectors: VectorTable;
  embeddings: EmbeddingsInterface;
  /** The built-in model, when that is what embeds. */
  lsa: LsaModel | undefined;
  /** Hashes of the embedded texts: products, then passage units. */
  hashes: readonly string[];
  productWeights: FusionWeights;
  passageWeights: FusionWeights;
  info: IndexInfo;
}

export type IndexStage = 'words' | 'vectors' | 'graph' | 'calibration' | 'files';

export interface ComputeOptions {
  embedding?: EmbeddingChoice;
  earlier?: EarlierVectors | undefined;
  version?: string;
  now?: Date;
  /** Learn from the products what the embedding deserves, instead of taking the shipped figure. Default false. */
  calibrate?: boolean;
  onProgress?: ((stage: IndexStage, done: number, total: number) => void) | undefined;
}

const K1 = 0.8;

/** Computes an index of a pack. Throws EMBEDDING_FAILED when an external embedding does. */
export async function computeParts(
  pack: Pack,
  options: ComputeOptions = {},
): Promise<IndexParts & { embedded: number }> {
  const { onProgress } = options;
  const lexicon = createPackLexicon(pack);
  const words = packWords(pack);
  const productTexts = pack.products.map((product) => productFields(product, words));
  const { units, borrowed, classifier } = collectPassages(pack, lexicon);
  const unitTexts = units.map(unitFields);
  onProgress?.('words', 0, productTexts.length);
  const productIndex = buildLexicalIndex(productTexts, { fields: PRODUCT_FIELDS, k1: K1 });
  const passageIndex = buildLexicalIndex(unitTexts, { fields: PASSAGE_FIELDS, k1: K1 });
  onProgress?.('words', productTexts.length, productTexts.length);

  const collection = await embedCollection([...productTexts, ...unitTexts].map(embeddedText), {
    choice: options.embedding ?? BUILT_IN,
    lessons: lessonsOf(pack, (term) => productIndex.termIds.has(term) || passageIndex.termIds.has(term)),
    earlier: options.earlier,
    onProgress: (done, total) => onProgress?.('vectors', done, total),
  });
  const { dimension, matrix } = collection;
  const split = productTexts.length * dimension;
  const productVectors = createVectorTable(
    { dimension },
    { ids: pack.products.map(({ id }) => id), matrix: matrix.slice(0, split) },
  );
  const passageVectors = createVectorTable(
    { dimension },
    { ids: units.map((_, at) => String(at)), matrix: matrix.slice(split) },
  );
  const before = collection.sameSpace ? options.earlier?.products : undefined;
  if (before) {
    await inheritGraph(productVectors, before.table, (row) => {
      const known = before.table.rowOf(pack.products[row].id);
      return known !== undefined && before.hashOf(known) === collection.hashes[row] ? known : undefined;
    });
  }
  productVectors.prepare((done, total) => onProgress?.('graph', done, total));

  onProgress?.('calibration', 0, 1);
  const productWeights = options.calibrate
    ? await calibrateVectorWeight({
        textOf: (document) => productTexts[document].join(' '),
        lexical: productIndex,
        lexicon,
        vectors: productVectors,
        weights: PRODUCT_WEIGHTS,
        embed: (texts) => collection.embeddings.embedDocuments(texts),
      })
    : PRODUCT_WEIGHTS;
  onProgress?.('calibration', 1, 1);

  return {
    pack: { ...pack, products: [] },
    products: productsInMemory(pack.products),
    columns: columnsOf(pack.products, pack.products.length, pack),
    units,
    borrowed,
    classifier,
    passageScale: measureVectors(units, passageVectors),
    productIndex,
    passageIndex,
    productVectors,
    passageVectors,
    embeddings: collection.embeddings,
    lsa: collection.lsa,
    hashes: collection.hashes,
    embedded: collection.embedded,
    productWeights,
    passageWeights: PASSAGE_WEIGHTS,
    info: {
      pack: pack.id,
      packName: pack.name,
      version: options.version ?? 'memory',
      builtAt: (options.now ?? new Date()).toISOString(),
      embedding: { model: collection.model, dimension },
      products: pack.products.length,
      passages: pack.faq.length + pack.sections.length,
    },
  };
}

/** Each lesson of the topics counts like some texts of the pack. */
const TOPIC_WEIGHT = 3;

/** What teaches the built-in embedding which words belong together, as far as the pack has them; topics where there are questions. */
function lessonsOf(pack: Pack, has: (term: string) => boolean): string[] {
  const topics = pack.faq.length > 0 ? topicLessons(pack.domain) : [];
  const groups = packGroups(pack)
    .map(({ words }) => words.filter((word) => analyze(word).every((token) => has(token.forms[0]))))
    .filter((words) => words.length > 1);
  return [...groups.map((words) => words.join('\n')), ...Array.from({ length: TOPIC_WEIGHT }).flatMap(() => topics)];
}
