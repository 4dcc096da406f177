import { expect, test } from '@jest/globals';
import { lsaVector, trainLsa } from '../../../src/knowledge/embeddings/lsa.ts';
import { createRandom } from '../../../src/knowledge/embeddings/random.ts';
import { calibrateVectorWeight } from '../../../src/knowledge/hybrid/calibrate-vector-weight.ts';
import { PRODUCT_WEIGHTS } from '../../../src/knowledge/hybrid/fusion-weights.ts';
import { buildLexicalIndex } from '../../../src/knowledge/lexical/lexical-index.ts';
import { createLexicon } from '../../../src/knowledge/lexicon/lexicon.ts';
import { createVectorTable } from '../../../src/knowledge/vectors/vector-table.ts';

const random = createRandom(4);
const SYLLABLES = ['ba', 'den', 'kom', 'ras'];
const WORDS = SYLLABLES.flatMap((first) => SYLLABLES.map((second) => `${first}${second}`));
const texts = Array.from({ length: 200 }, () =>
  Array.from({ length: 7 }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' '),
);
const lexical = buildLexicalIndex(
  texts.map((text) => [text]),
  { fields: [{ name: 'title', weight: 1, b: 0.5 }], k1: 0.8 },
);

async function weightOf(embed: (text: string) => Float32Array, dimension: number): Promise<number> {
  const matrix = new Float32Array(texts.length * dimension);
  texts.forEach((text, row) => {
    matrix.set(embed(text), row * dimension);
  });
  const { vector } = await calibrateVectorWeight({
    textOf: (document) => texts[document],
    lexical,
    lexicon: createLexicon([]),
    vectors: createVectorTable({ dimension }, { ids: texts.map((_, row) => String(row)), matrix }),
    weights: PRODUCT_WEIGHTS,
    embed: async (queries) => queries.map(embed),
  });
  return vector;
}

test('an embedding that understands is trusted, one that returns noise is not', async () => {
  const model = trainLsa(texts, { dimension: 16 });
  const good = await weightOf((text) => lsaVector(model, text), model.dimension);
  const noise = await weightOf(() => {
    const vector = Float32Array.from({ length: 8 }, () => random() - 0.5);
    const norm = Math.hypot(...vector);
    return vector.map((value) => value / norm);
  }, 8);
  expect(good).toBeGreaterThan(PRODUCT_WEIGHTS.vector);
  expect(noise).toBeLessThan(PRODUCT_WEIGHTS.vector);
});
