import { describe, expect, test } from '@jest/globals';
import { type PlainWord, plainWord } from '../../../src/conversation/dialogue/plain-words.ts';
import type { Understanding } from '../../../src/understanding/understanding.ts';
import { understandingOf } from '../../support/understanding.ts';

const FIRST: Partial<Understanding['entities']> = { references: [{ kind: 'ordinal', position: 1 }] };

function read(text: string, parts: Parameters<typeof understandingOf>[1] = {}, pendingOrder = false) {
  const orderNumbers = text.match(/HH-\d+/g) ?? [];
  const entities = { ...parts.entities, orderNumbers };
  return plainWord(understandingOf(text, { ...parts, entities }), { pendingOrder, shown: true });
}

describe('what is plainly said', () => {
  test.each<[PlainWord, string[]]>([
    [
      'thanks',
      [
        'thanks!',
        'thnaks',
        'perfect, thanks',
        'great, thank you so much',
        'thank you, very helpful',
        '好的谢谢',
        '辛苦了',
      ],
    ],
    ['greet', ['Good morning', 'evening!', '早上好', '哈喽']],
    [
      'later',
      [
        'let me sleep on it',
        'need to ask my partner first',
        "I'll have a look around first",
        '再考虑考虑',
        '等发工资再来',
      ],
    ],
    ['given_up', ['forget it', "doesn't matter, thanks anyway", 'ok never mind', '那算了吧', '没有就算了']],
    ['acknowledged', ["ok, I'll wait for your colleague", 'great, that works', '行，我等着', '好的知道了']],
    ['misread', ["that's not what I asked", 'no, you misunderstood me', '你没听懂', '不是这个意思', '？？？']],
    ['offers', ['any deals right now?', 'what is reduced at the moment', '最近有什么优惠', '有打折的吗', '哪些在降价']],
    ['robot', ['am I talking to a human?', 'are you a bot?', '你是机器人吗', '是真人吗']],
    [
      'languages',
      [
        'can you speak Chinese?',
        'do you speak english',
        'English please',
        '可以讲中文吗',
        '你会说英语吗',
        '能用中文回复吗',
      ],
    ],
    ['voucher', ['how do I use a voucher code', '优惠券怎么用']],
  ])('is read as %s', (word, texts) => {
    expect(texts.map((text) => [text, read(text)])).toEqual(texts.map((text) => [text, word]));
    // An emoji changes nothing of it.
    expect(texts.map((text) => read(`${text} 🙏`))).toEqual(texts.map(() => word));
  });

  test.each([
    'I’ll take the first one',
    'going with the first one then',
    'sold. I want the first',
    '就要第一个吧',
    '行，第一个怎么下单',
  ])('choosing one of the list is a purchase: %s', (text) => expect(read(text, { entities: FIRST })).toBe('buy'));

  test.each([
    'how do I get a refund',
    'I’ll have a look around first',
    '买第一个的人多吗',
    '下单好几天了，查一下进度',
    '今天下单周五能到吗',
  ])('words of buying are not always a purchase: %s', (text) => expect(read(text)).not.toBe('buy'));

  test.each([
    'my kettle stopped working after two weeks',
    'you sent me the wrong colour',
    '收到的充电宝有划痕',
    '买的水壶漏水',
  ])('a fault of what they have is a fault, whatever goods it names: %s', (text) =>
    expect(read(text, { filters: { category: 'kettle' } })).toBe('fault'),
  );

  test.each([
    'I need a new kettle, mine leaks',
    '烧水壶漏水了，换一个',
    'does the first one leak?',
    'kettle that does not break',
  ])('a wish or a question is no fault: %s', (text) =>
    expect(read(text, { filters: { category: 'kettle' } })).toBeUndefined(),
  );

  test('an order number with hardly a word around it is one, and without one it is said so', () => {
    for (const text of ['HH-100234', "it's HH-100234", 'number: HH-100234', '单号是HH-100234', 'HH-100234 帮我看下']) {
      expect([text, read(text)]).toEqual([text, 'order_number']);
    }
    expect(read('can I return HH-100234 without the box')).toBeUndefined();
    expect(read("can't find the email", {}, true)).toBe('no_order_number');
    expect(read('没有单号，怎么办', {}, true)).toBe('no_order_number');
    expect(read("can't find the email")).toBeUndefined();
  });

  test('praise of what they have is praise, and sorrow is not', () => {
    expect(read('love my new heater, thank you!', { filters: { category: 'heater' } })).toBe('praise');
    expect(read('上次买的空气炸锅太好用了', { filters: { category: 'airfryer' } })).toBe('praise');
    expect(read('great, it is broken again', { sentiment: { label: 'negative' } })).toBeUndefined();
  });

  test.each([
    'phone under 400',
    'thanks, and do you also have kettles',
    '便宜一点的',
    'is the first one any good?',
    '',
  ])('anything else is left to the models: %s', (text) => expect(read(text)).toBeUndefined());
});
