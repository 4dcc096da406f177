import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  createBuiltInUnderstander,
  createUnderstander,
  LONGEST_MESSAGE,
} from '../../src/understanding/understander.ts';
import { shopVocabulary } from './fixtures/vocabulary.ts';

const intentModel = {
  read: () => ({
    intent: { name: 'search', confidence: 0.9, by: 'built-in', alternatives: [] },
    intents: [{ name: 'search', confidence: 0.9 }],
  }),
};
const sentimentModel = {
  read: () => ({ label: 'neutral' as const, score: 0, confidence: 0.9, angry: false, aspects: [], by: 'built-in' }),
};
const { understand } = createUnderstander({ vocabulary: shopVocabulary, intentModel, sentimentModel });

describe('understanding a message', () => {
  test('reads filters, entities and key phrases from the cleaned text', () => {
    const now = new Date(2025, 5, 10);
    expect(understand('想買個藍牙耳機，預算５００元，不要苹果的，下周三要', { now })).toMatchObject({
      language: 'zh',
      replyLanguage: 'zh',
      clean: { text: '想买个蓝牙耳机，预算500元，不要苹果的，下周三要', changes: ['full-width', 'traditional'] },
      filters: {
        category: 'headphones',
        maxPrice: 500,
        currency: 'CNY',
        brandExclude: ['Apple'],
        attributes: { connection: 'wireless' },
      },
      entities: { dates: ['2025-06-18'] },
      keywords: expect.arrayContaining(['蓝牙耳机']),
    });
  });

  test('names the products spoken of', () => {
    expect(understand('compare the iPhone15 and the wh 1000xm5').entities.productIds).toEqual([
      'iphone-15',
      'sony-xm5',
    ]);
    expect(understand('compare the iPhone15 and the wh 1000xm5').filters).toEqual({});
    expect(understand('小米14怎么样').entities.productIds).toEqual(['xiaomi-14']);
  });

  test.each([
    ['ok', 'zh', 'zh'],
    ['3000', 'zh', 'zh'],
    ['iPhone 15', 'zh', 'zh'],
    ['hello there', 'zh', 'en'],
    ['这个phone好用吗', 'en', 'zh'],
    ['please show me 耳机 under 500', 'zh', 'en'],
    ['Bonjour, où est ma commande ?', 'en', 'en'],
  ] as const)('answers "%s" in a %s conversation in %s', (text, fallbackLanguage, reply) => {
    expect(understand(text, { fallbackLanguage }).replyLanguage).toBe(reply);
  });

  test('reads the beginning of an endless message and says that it was cut', () => {
    const { clean } = understand('我想买手机。'.repeat(100_000));
    expect(clean.changes).toContain('truncated');
    expect(clean.text.length).toBeLessThanOrEqual(LONGEST_MESSAGE);
  });
});

describe('bad input', () => {
  const units = [
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes)),
    fc
      .array(
        fc.constantFrom(
          '不要',
          '苹果',
          'not',
          'Apple',
          ' ',
          '，',
          '500',
          '-',
          '1.5',
          '万',
          '三五百',
          '以内',
          'under',
          '$',
          '块',
          '"',
          '<b>',
          '&amp;',
          '订单',
          '#',
          '第',
          '个',
          '黑',
          '红色',
          'between',
          'and',
          '12/31',
          '下周三',
          'GB',
          '4k',
          '+',
          '~',
          '😀',
          '\u202e',
          '\ud83d',
          '的',
          'é',
          '٣',
          'مرحبا',
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join('')),
  ];

  test('is understood somehow, the same each time, and never throws', () => {
    const now = new Date(2025, 5, 10);
    fc.assert(
      fc.property(fc.oneof(...units), (text) => {
        const first = understand(text, { now });
        expect(understand(text, { now })).toEqual(first);
        const { minPrice, maxPrice } = first.filters;
        if (minPrice !== undefined && maxPrice !== undefined) expect(minPrice).toBeLessThanOrEqual(maxPrice);
      }),
      { numRuns: 500 },
    );
  });

  const bombs: [string, string][] = [
    ['one letter', 'a'],
    ['one Chinese character', '好'],
    ['brackets', '<'],
    ['open tags', '<div '],
    ['entities', '&amp'],
    ['digits', '1'],
    ['numbers', '12 '],
    ['decimals', '1.'],
    ['thousands', '1,234'],
    ['Chinese numerals', '一二三百'],
    ['refusals', 'not '],
    ['Chinese refusals', '不要'],
    ['refused fillers', 'not the any '],
    ['brands', '苹果'],
    ['brand lists', 'Apple, '],
    ['colours', '红'],
    ['budgets', '预算'],
    ['bounds', 'no more than '],
    ['mail addresses', 'a@b.'],
    ['streets', '12 High '],
    ['Chinese streets', '建国路88号'],
    ['dates', '5月'],
    ['orders', 'order #1-'],
    ['right-to-left marks', '\u202e\u05d0'],
    ['lone surrogates', '\ud800'],
    ['combining marks', 'e\u0301\u0323'],
    ['joined emoji', '👨\u200d'],
    ['spaces', ' \n'],
    ['control characters', '\u0000\u0007'],
    ['words', 'hello world '],
    ['hyphens', 'a-'],
  ];

  /** Far above what it takes even on a busy machine (bench/understanding.ts measures that), far below a blow-up. */
  const BOUND_MS = 4_000;

  test.each(bombs)('of 10 kB of %s is read in a time that no blow-up keeps', (_name, unit) => {
    const text = unit.repeat(Math.ceil(LONGEST_MESSAGE / unit.length)).slice(0, LONGEST_MESSAGE);
    const times = [1, 2, 3].map(() => {
      const started = performance.now();
      understand(text);
      return performance.now() - started;
    });
    expect(Math.min(...times)).toBeLessThan(BOUND_MS);
  });

  test.each(bombs)('of 1 MB of %s takes no longer than its beginning', (_name, unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const started = performance.now();
    understand(text);
    expect(performance.now() - started).toBeLessThan(BOUND_MS);
  });
});

test('the shipped models read both languages', () => {
  const built = createBuiltInUnderstander({
    vocabulary: shopVocabulary,
    packIntents: [
      {
        name: 'ask_installation',
        examples: {
          en: ['can you install it for me', 'do you mount TVs on the wall'],
          zh: ['上门安装吗', '能帮我挂墙上吗'],
        },
      },
    ],
  });
  expect(built.understand('where is my order').intent.name).toBe('order_status');
  expect(built.understand('电视能帮我挂墙上吗').intent.name).toBe('ask_installation');
  expect(built.understand('太失望了，质量很差').sentiment.label).toBe('negative');
});
