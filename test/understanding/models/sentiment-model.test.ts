import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadBaseExamples } from '../../../src/understanding/intent/base-examples.ts';
import { loadSentimentClassifier } from '../../../src/understanding/models/built-in.ts';
import { loadBaseFeelings, loadUnseenFeelings } from '../../../src/understanding/sentiment/base-feelings.ts';
import {
  decodeSentimentClassifier,
  encodeSentimentClassifier,
} from '../../../src/understanding/sentiment/classifier-file.ts';
import { readFeelings } from '../../../src/understanding/sentiment/feelings.ts';
import { createLexicon } from '../../../src/understanding/sentiment/lexicon.ts';
import { createSentimentModel } from '../../../src/understanding/sentiment/sentiment-model.ts';

const classifier = loadSentimentClassifier();
const model = createSentimentModel({ classifier });

describe('words of feeling', () => {
  const lexicon = createLexicon();
  const sum = (text: string) => {
    const { positive, negative } = readFeelings(text, lexicon);
    return positive - negative;
  };

  test.each([
    ['this is good', 'this is not good'],
    ['很好用', '不好用'],
    ['I would recommend it', "I wouldn't recommend it"],
    ['质量令人满意', '质量并不令人满意'],
  ])('are turned by a negation: "%s", "%s"', (plain, negated) => {
    expect(sum(plain)).toBeGreaterThan(0);
    expect(sum(negated)).toBeLessThan(0);
  });

  test('are strengthened by a degree and not turned across a mark', () => {
    expect(sum('very nice')).toBeGreaterThan(sum('nice'));
    expect(sum('非常失望')).toBeLessThan(sum('失望'));
    expect(sum('比较满意')).toBeLessThan(sum('满意'));
    expect(sum('no, it is good')).toBeGreaterThan(0);
  });

  test('are read in emoji and emoticons', () => {
    expect(sum('😍')).toBeGreaterThan(0);
    expect(sum('👎')).toBeLessThan(0);
    expect(sum('hmm :(')).toBeLessThan(0);
  });

  test.each([
    ['I give it 9/10', 1],
    ['2 out of 10', -1],
    ['1 star', -1],
    ['4.5/5 from me', 1],
    ['order 8/10/2025', 0],
    ['12/10', 0],
  ])('are read in a rating: "%s"', (text, sign) => {
    expect(Math.sign(sum(text))).toBe(sign);
  });
});

describe('the shipped sentiment model', () => {
  test.each([
    ['I love it, works perfectly', 'positive'],
    ['not bad at all', 'positive'],
    ['thank you so much!', 'positive'],
    ['质量很好，非常喜欢', 'positive'],
    ['送餐很快，味道也不错', 'positive'],
    ['this is not good', 'negative'],
    ["it doesn't work", 'negative'],
    ['it broke after two days and nobody answers my emails', 'negative'],
    ['质量不好', 'negative'],
    ['我等了三个星期了还没发货', 'negative'],
    ['my parcel never turned up and nobody picks up the phone', 'negative'],
    ['third delay today and no one tells us why', 'negative'],
    ['快递等了四天还没到，客服也没人回', 'negative'],
    ['where is my order', 'neutral'],
    ["my order hasn't arrived yet, can you check", 'neutral'],
    ['I lost my charger, do you sell them separately', 'neutral'],
    ['the blue one is too small, do you have it in L', 'neutral'],
    ['我的订单还没到，帮我查一下', 'neutral'],
    ['旧手机坏了，想换一个', 'neutral'],
    ['太大了，有小一点的吗', 'neutral'],
    ['can you recommend a good phone?', 'neutral'],
    ['有没有好用的耳机推荐', 'neutral'],
    ['我想买一台三千左右的笔记本', 'neutral'],
    ['could you please tell me the price, thank you', 'neutral'],
    ['Great, another delay.', 'negative'],
    ['呵呵，真是好服务', 'negative'],
  ])('takes "%s" to be %s', (text, label) => {
    expect(model.read(text).label).toBe(label);
  });

  test('takes at least 95% of the held-back questions and requests to be neutral', () => {
    const plain = [
      'order_status',
      'search',
      'ask_product',
      'ask_price',
      'ask_stock',
      'shipping',
      'payment',
      'privacy_export',
    ];
    const requests = loadBaseExamples('test').filter(({ intent }) => plain.includes(intent));
    const neutral = requests.filter(({ text }) => model.read(text).label === 'neutral');
    expect(neutral.length / requests.length).toBeGreaterThanOrEqual(0.95);
  });

  test.each([
    ['en', 'airlines', 75],
    ['en', 'goods', 60],
    ['zh', 'deliveries', 85],
    ['zh', 'goods', 73],
  ] as const)('hears the side of our own held-back %s texts of %s in at least %d%%', (language, kind, least) => {
    const texts = loadUnseenFeelings(language).filter((text) => text.kind === kind);
    const right = texts.filter(({ text, sentiment }) => model.read(text).score > 0 === (sentiment === 'positive'));
    expect((100 * right.length) / texts.length).toBeGreaterThanOrEqual(least);
  });

  test.each([
    ['en', 'airlines', 70],
    ['en', 'reports', 60],
    ['zh', 'deliveries', 78],
    ['zh', 'reports', 70],
  ] as const)(
    'tells our own held-back %s texts of %s by their label, plain ones among them, in at least %d%%',
    (language, kind, least) => {
      const texts = loadUnseenFeelings(language).filter((text) => text.kind === kind);
      const right = texts.filter(({ text, sentiment }) => model.read(text).label === sentiment);
      expect((100 * right.length) / texts.length).toBeGreaterThanOrEqual(least);
    },
  );

  test('never trains on the texts that are held back', () => {
    for (const language of ['en', 'zh'] as const) {
      const trained = new Set(loadBaseFeelings(language).map(({ text }) => text));
      expect(loadUnseenFeelings(language).filter(({ text }) => trained.has(text))).toEqual([]);
    }
  });

  test('hears what most sentences of a long review say, whatever the loudest one', () => {
    const review =
      'A horrible, disgusting villain! I enjoyed the story. The cast is lovely. The songs are catchy. The ending made me smile. I would see it again.';
    expect(model.read(review).label).toBe('positive');
  });

  test.each([
    ['THIS IS RIDICULOUS!!! I want my money back', true],
    ['你们这什么破服务，我要投诉你们！', true],
    ['😡😡😡', true],
    ['the colour is a bit darker than I expected', false],
    ['有点失望，颜色和图片不太一样', false],
    ['love it!!! AMAZING PHONE EVER', false],
    ['垃圾桶有货吗', false],
  ])('hears whether "%s" is angry: %s', (text, angry) => {
    expect(model.read(text).angry).toBe(angry);
  });

  test.each([
    ['The battery is great but the screen is awful', { battery: 'positive', screen: 'negative' }],
    ['Sound quality is amazing, but customer service never replied', { sound: 'positive', service: 'negative' }],
    ['快递很快，就是价格太贵', { delivery: 'positive', price: 'negative' }],
    ['屏幕很清晰，但是续航很差', { screen: 'positive', battery: 'negative' }],
  ])('tells the aspects of "%s" apart', (text, expected) => {
    const aspects = Object.fromEntries(model.read(text).aspects.map(({ aspect, label }) => [aspect, label]));
    expect(aspects).toMatchObject(expected);
  });

  test('gives an aspect the sentence it was read from, and no aspect to a plain request', () => {
    const { aspects } = model.read('I like it. The screen is too dark.');
    expect(aspects.find(({ aspect }) => aspect === 'screen')?.sentence).toBe('The screen is too dark.');
    expect(model.read('where is it').aspects).toEqual([]);
  });

  test('reads sentence by sentence', () => {
    const labels = model
      .readSentences('The food was wonderful. The waiter was rude and slow!')
      .map(({ label }) => label);
    expect(labels).toEqual(['positive', 'negative']);
  });

  test('answers whatever the text, within its ranges', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { score, confidence } = model.read(text);
        expect(Math.abs(score)).toBeLessThanOrEqual(1);
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['a megabyte of praise', 'love it so much. '.repeat(60_000)],
    ['repeated characters', '好'.repeat(10_000)],
    ['exclamation marks', '!'.repeat(100_000)],
    ['lone surrogates', '\udc00'.repeat(10_000)],
    ['a long word', 'a'.repeat(100_000)],
  ])('reads %s in bounded time', (_, text) => {
    const started = performance.now();
    model.read(text);
    expect(performance.now() - started).toBeLessThan(4_000);
  });

  test('is stored and read back unchanged', () => {
    const again = createSentimentModel({
      classifier: decodeSentimentClassifier(encodeSentimentClassifier(classifier)),
    });
    for (const text of ['good', '不好', 'where is it']) expect(again.read(text)).toEqual(model.read(text));
  });
});
