import { describe, expect, test } from '@jest/globals';
import { BuiltInEmbeddings } from '../../../src/knowledge/embeddings/built-in-embeddings.ts';
import { lsaVector, trainLsa } from '../../../src/knowledge/embeddings/lsa.ts';
import { rightSingularVectors, symmetricEigen } from '../../../src/knowledge/embeddings/svd.ts';

const TEXTS = [
  'wireless headphones 无线耳机',
  'noise cancelling headphones 降噪耳机',
  'desk lamp 台灯',
  'reading lamp 阅读台灯',
  'gaming mouse 游戏鼠标',
  'wireless mouse 无线鼠标',
];

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

describe('the built-in embedding', () => {
  const model = trainLsa(TEXTS, { dimension: 4 });
  const vector = (text: string) => lsaVector(model, text);

  test('both languages of the same goods lie together, other goods apart', () => {
    expect(cosine(vector('headphones'), vector('耳机'))).toBeGreaterThan(0.9);
    expect(cosine(vector('lamp'), vector('台灯'))).toBeGreaterThan(0.9);
    expect(cosine(vector('lamp'), vector('耳机'))).toBeLessThan(0.3);
  });

  test('vectors have unit length; of unknown words all is zero', async () => {
    expect(Math.hypot(...vector('wireless mouse'))).toBeCloseTo(1, 5);
    expect(vector('zzz').every((value) => value === 0)).toBe(true);
    const embeddings = new BuiltInEmbeddings(model);
    expect(await embeddings.embedQuery('lamp')).toEqual(Array.from(vector('lamp')));
    expect(await embeddings.embedDocuments(['lamp', 'mouse'])).toHaveLength(2);
  });

  test('the same texts give the same model', () => {
    expect(trainLsa(TEXTS, { dimension: 4 }).basis).toEqual(model.basis);
  });
});

describe('the decomposition', () => {
  test('singular values and vectors of a small matrix are those of the definition', () => {
    // [[3, 0], [4, 5]]: A'A has eigenvalues 45 and 5.
    const matrix = {
      rows: 2,
      columnCount: 2,
      offsets: Uint32Array.of(0, 1, 3),
      columns: Uint32Array.of(0, 0, 1),
      values: Float32Array.of(3, 4, 5),
    };
    const { values, vectors } = rightSingularVectors(matrix, 2);
    expect(values[0]).toBeCloseTo(Math.sqrt(45), 4);
    expect(values[1]).toBeCloseTo(Math.sqrt(5), 4);
    expect(Math.abs(vectors[0])).toBeCloseTo(Math.SQRT1_2, 4);
  });

  test('eigenvectors are orthonormal and rebuild the matrix', () => {
    const matrix = Float64Array.of(4, 1, 0, 1, 3, 1, 0, 1, 2);
    const { values, vectors } = symmetricEigen(matrix, 3);
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        let rebuilt = 0;
        for (let k = 0; k < 3; k++) rebuilt += vectors[i * 3 + k] * values[k] * vectors[j * 3 + k];
        expect(rebuilt).toBeCloseTo(matrix[i * 3 + j], 8);
      }
    }
  });
});
