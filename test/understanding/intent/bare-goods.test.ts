import { describe, expect, test } from '@jest/globals';
import { readFilters } from '../../../src/understanding/filters/read-filters.ts';
import { compileVocabulary } from '../../../src/understanding/filters/vocabulary-index.ts';
import { asSearch, isBareGoods } from '../../../src/understanding/intent/bare-goods.ts';
import { shopVocabulary } from '../fixtures/vocabulary.ts';

const index = compileVocabulary(shopVocabulary);
const isBare = (text: string) => isBareGoods(text, readFilters(text, index).mentions);

describe('a list of goods and nothing else', () => {
  test.each(['black kettle 1.7 l under 40', 'Sony headphones', '黑色的耳机', '27寸显示器 两千以内'])(
    '"%s" is one',
    (text) => expect(isBare(text)).toBe(true),
  );

  test.each(['kettle broken', 'black or white', '耳机坏了', 'what is a good laptop', 'is the kettle black?', '退耳机'])(
    '"%s" is none',
    (text) => expect(isBare(text)).toBe(false),
  );
});

test('it is read as a search, unless an intent of the business claims it', () => {
  const reading = (name: string) => ({
    intent: { name, confidence: 0.5, by: 'built-in', alternatives: [{ name: 'search', confidence: 0.2 }] },
    intents: [{ name, confidence: 0.5 }],
  });
  expect(asSearch(reading('payment'))).toMatchObject({
    intent: { name: 'search', confidence: 0.9, alternatives: [{ name: 'payment' }] },
    intents: [{ name: 'search' }],
  });
  expect(asSearch(reading('open_account')).intent.name).toBe('open_account');
});
