import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadBaseExamples } from '../../../src/understanding/intent/base-examples.ts';
import { decodeIntentClassifier, encodeIntentClassifier } from '../../../src/understanding/intent/classifier-file.ts';
import { clausesOf } from '../../../src/understanding/intent/clauses.ts';
import type { IntentClassifier, IntentExample } from '../../../src/understanding/intent/intent-classifier.ts';
import { createIntentModel, type IntentModel } from '../../../src/understanding/intent/intent-model.ts';
import { trainPackIntents } from '../../../src/understanding/intent/pack-intents.ts';
import { trainIntentClassifier } from '../../../src/understanding/intent/train-intent.ts';
import { loadIntentClassifier } from '../../../src/understanding/models/built-in.ts';

const classifier: IntentClassifier = loadIntentClassifier();
const model = createIntentModel({ classifier });
const namesIn = (text: string) =>
  model
    .read(text)
    .intents.map(({ name }) => name)
    .sort();

const accuracyOf = (read: IntentModel, examples: IntentExample[]) =>
  examples.filter(({ text, intent }) => read.read(text).intent.name === intent).length / examples.length;

describe('the shipped intent model', () => {
  test.each(['en', 'zh'] as const)('names at least 90%% of our held-back utterances right (%s)', (language) => {
    expect(accuracyOf(model, loadBaseExamples('test', [language]))).toBeGreaterThanOrEqual(0.9);
  });

  test.each([
    ['where is my order and can I return the charger', ['order_status', 'return_refund']],
    ['stop sending me ads and delete my data', ['marketing_stop', 'privacy_erase']],
    ['how much is it and does it have bluetooth', ['ask_price', 'ask_product']],
    ['我的订单到哪了，另外充电器能退吗', ['order_status', 'return_refund']],
    ['这个有货吗，多少钱', ['ask_price', 'ask_stock']],
    ['别再给我发广告了，把我的数据也删了', ['marketing_stop', 'privacy_erase']],
  ])('finds every intent of "%s"', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  test.each([
    ['hi, where is my order?', 'order_status'],
    ['你好，请问我的快递到哪了', 'order_status'],
    ['这个speaker有没有discount', 'ask_promotion'],
    ["what's the weather in paris", 'out_of_scope'],
    ['谁赢了昨天的世界杯', 'out_of_scope'],
  ])('takes "%s" to be about %s', (text, name) => {
    expect(model.read(text).intent.name).toBe(name);
  });

  test.each(['', '   ', '???', '。。。', '-- --', '\u0000\u0007'])('abstains from %j', (text) => {
    const reading = model.read(text);
    expect(reading.intent.name).toBe('unsure');
    expect(reading.intents).toEqual([]);
  });

  test('abstains where no intent is likely, and says what it would have guessed', () => {
    const { intent } = createIntentModel({ classifier, unsureBelow: 1.01 }).read('where is my order');
    expect(intent.name).toBe('unsure');
    expect(intent.alternatives[0].name).toBe('order_status');
  });

  test('keeps the main intent out of its alternatives, which are in order', () => {
    const { intent } = model.read('can I pay in instalments?');
    const names = intent.alternatives.map(({ name }) => name);
    expect(names).not.toContain(intent.name);
    expect(intent.by).toBe('built-in');
  });

  test('answers whatever the text, with confidences between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { intent, intents } = model.read(text);
        for (const { confidence } of [intent, ...intents, ...intent.alternatives]) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['a megabyte of words', 'where is my order '.repeat(60_000)],
    ['repeated characters', '好'.repeat(10_000)],
    ['lone surrogates', '\ud800'.repeat(10_000)],
    ['commas', ','.repeat(100_000)],
    ['spaces and a conjunction', `${' '.repeat(50_000)}and`],
  ])('reads %s in bounded time', (_, text) => {
    const started = performance.now();
    model.read(text);
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});

describe('clauses', () => {
  test('end at sentences, commas and before a further wish', () => {
    expect(clausesOf('Hi. Where is it, and can I return it?')).toEqual(['Hi.', 'Where is it', 'and can I return it?']);
    expect(clausesOf('到哪了？顺便问下能退吗')).toEqual(['到哪了？', '顺便问下能退吗']);
  });

  test('are not torn from a list of goods', () => {
    expect(clausesOf('black and white shoes')).toEqual(['black and white shoes']);
  });
});

describe("a pack's own intents", () => {
  const packIntents = [
    {
      name: 'ask_installation',
      examples: {
        en: [
          'can you install it for me',
          'do you mount TVs on the wall',
          'is installation included',
          'who sets up the washing machine',
          'I need someone to fit the dishwasher',
        ],
        zh: ['上门安装吗', '电视能帮我挂墙上吗', '包安装吗', '师傅什么时候来装', '洗衣机谁来装'],
      },
    },
    {
      name: 'gift_wrap',
      examples: {
        en: [
          'can you gift wrap it',
          'do you do gift wrapping',
          "it's a present, please wrap it",
          'add a gift card with a message',
        ],
        zh: ['可以包装成礼物吗', '有礼品包装吗', '帮我写张贺卡', '送人的，包好看点'],
      },
    },
  ];
  let extended: IntentClassifier;
  beforeAll(() => {
    extended = trainPackIntents(classifier, packIntents);
  });

  test('are recognised in words that were no example, in both languages', () => {
    const read = createIntentModel({ classifier: extended });
    expect(read.read('could someone install the TV on my wall').intent.name).toBe('ask_installation');
    expect(read.read('这个电视包安装不').intent.name).toBe('ask_installation');
    expect(read.read('please gift wrap this for my sister').intent.name).toBe('gift_wrap');
  });

  test('cost the base intents at most 3 points', () => {
    const held = loadBaseExamples('test');
    const before = accuracyOf(model, held);
    expect(accuracyOf(createIntentModel({ classifier: extended }), held)).toBeGreaterThan(before - 0.03);
  });

  test('are stored and read back unchanged', () => {
    expect(decodeIntentClassifier(encodeIntentClassifier(extended))).toEqual(extended);
  });

  test('leave the base as it is when there are none', () => {
    expect(trainPackIntents(classifier, [])).toBe(classifier);
  });
});

describe('training', () => {
  test('gives the same bytes for the same examples and another result for another seed', () => {
    const examples = loadBaseExamples('train', ['en']).filter((_, index) => index % 40 === 0);
    const options = { bits: 12, hidden: 8, epochs: 3, folds: 2 };
    const bytes = (seed: number) => encodeIntentClassifier(trainIntentClassifier(examples, { ...options, seed }));
    const first = bytes(1);
    expect(bytes(1).equals(first)).toBe(true);
    expect(bytes(2).equals(first)).toBe(false);
  });
});
