import { describe, expect, test } from '@jest/globals';
import { extractFeatures, type FeatureScheme } from '../../../src/understanding/models/features.ts';
import { fitVectorizer, vectorize } from '../../../src/understanding/models/vector.ts';

const scheme: FeatureScheme = {
  words: 2,
  characters: [2, 3],
  han: 2,
  pairs: 2,
  stems: true,
  bits: 16,
  maxLength: 1_000,
};
const words = (text: string, change: Partial<FeatureScheme> = {}) =>
  [...extractFeatures(text, { ...scheme, ...change }).words].sort((a, b) => a - b);

describe('features of a text', () => {
  test('are runs of words, characters of each word and pairs of words', () => {
    const { words, characters, pairs } = extractFeatures('red shoe', scheme);
    expect(words.length).toBe(3);
    // "red" with its edges gives 4 of two and 3 of three characters, "shoe" 5 and 4.
    expect(characters.length).toBe(16);
    expect(pairs.length).toBe(1);
  });

  test('do not depend on case, on the digits of a number, or on the ending of a stemmed word', () => {
    expect(words('Returned 1234')).toEqual(words('returning 5678'));
    expect(words('Returned 1234')).not.toEqual(words('returning 56789'));
    expect(words('returned', { stems: false })).not.toEqual(words('returning', { stems: false }));
  });

  test('of pairs are the same in either order', () => {
    const pairs = (text: string) => [...extractFeatures(text, scheme).pairs];
    expect(pairs('charged twice')).toEqual(pairs('twice charged'));
  });

  test('tell the start and the end of the text from its middle where edges are on', () => {
    const { words: joined, pairs } = extractFeatures('what is', { ...scheme, edges: true });
    expect(joined.length).toBe(7);
    expect(pairs.length).toBe(5);
    const inside = new Set(words('and what is it', { edges: true }));
    expect(words('what is', { edges: true }).filter((id) => !inside.has(id)).length).toBe(2);
  });

  test('take Chinese characters one by one and an emoji as one token', () => {
    expect(extractFeatures('退货', scheme).words.length).toBe(3);
    expect(extractFeatures('😡', scheme).words.length).toBe(1);
    expect(extractFeatures('\ud83d', scheme).words.length).toBe(1);
  });

  test('stop at the longest length that is read', () => {
    const long = 'a b '.repeat(100_000);
    expect(extractFeatures(long, scheme).words.length).toBeLessThanOrEqual(scheme.maxLength * 2);
  });
});

describe('vectors', () => {
  const vectorizer = fitVectorizer(['red shoe', 'red hat', 'blue hat'], scheme);

  test('have blocks of length 1 each', () => {
    const { values } = vectorize('red shoe', vectorizer);
    expect(values.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(3, 5);
  });

  test('weigh rare words more than common ones', () => {
    const single = { ...scheme, words: 1, characters: [0, 0] as [number, number], pairs: 0 };
    const { values, ids } = vectorize('red shoe', fitVectorizer(['red shoe', 'red hat', 'red coat'], single));
    const shoe = vectorize('shoe', fitVectorizer(['red shoe'], single)).ids[0];
    expect(values[ids.indexOf(shoe)]).toBeGreaterThan(values[1 - ids.indexOf(shoe)]);
  });

  test('of a text without words are empty', () => {
    expect(vectorize(' \n ', vectorizer).ids.length).toBe(0);
  });
});
