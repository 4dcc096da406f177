import { describe, expect, test } from '@jest/globals';
import { cleanText } from '../../../src/understanding/text/clean.ts';

describe('cleaning a text', () => {
  test.each([
    ['full-width letters and digits', '预算５００元，ｉＰｈｏｎｅ', '预算500元，iPhone', 'full-width'],
    [
      'Traditional Chinese, with the mainland word for the thing',
      '螢幕壞了，想換藍牙耳機',
      '屏幕坏了，想换蓝牙耳机',
      'traditional',
    ],
    ['HTML and its entities', '<p>AT&amp;T &#128512;</p><script>alert(1)</script>ok', 'AT&T 😀\nok', 'html'],
    ['stretched English words', 'sooooo goooood!!!!!!', 'so good!!!', 'repeats'],
    ['stretched Chinese words', '好好好好好用！！！！', '好好用！！！', 'repeats'],
    ['zero-width and bidirectional marks', 'che\u200bap\u202e phone', 'cheap phone', 'zero-width'],
    ['control characters', 'a\u0000b', 'a b', 'control'],
    ['lone surrogates', 'ok \ud800 now', 'ok now', 'surrogates'],
    ['English typing mistakes', 'recomend me hedphones pls', 'recommend me headphones please', 'typos'],
    ['Chinese typing mistakes', '神马手鸡好', '什么手机好', 'typos'],
    ['white space', ' a \n\n  b\t c ', 'a\nb c', 'spaces'],
  ])('mends %s and says so', (_name, raw, text, change) => {
    const clean = cleanText(raw);
    expect(clean.text).toBe(text);
    expect(clean.changes).toContain(change);
  });

  test.each([
    'size XXXL with AAA batteries',
    'www.shop.com order 100000',
    'price <b 300 & I <3 it',
    'U盘 64G',
    '这部影片不错',
    '500，800都行',
  ])('leaves "%s" as it is', (text) => expect(cleanText(text)).toMatchObject({ text, changes: [] }));

  test('keeps emoji in the text and lists them as a signal', () => {
    expect(cleanText('love it 👨‍👩‍👧❤️ [微笑] :)')).toEqual({
      text: 'love it 👨‍👩‍👧❤️ [微笑] :)',
      changes: [],
      emoji: ['👨‍👩‍👧', '❤️', '[微笑]', ':)'],
    });
  });
});

describe('cleaning a megabyte', () => {
  const units = [
    'a',
    '好',
    '我想買個便宜點的藍牙耳機',
    '<div>',
    '<p ',
    '&amp',
    'e\u0301\u0323',
    '\ud800',
    '👨\u200d',
    ' \n',
    'sooo ',
    '！',
    'ａ',
  ];

  test.each(units)('of %j takes time linear in its length', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const started = performance.now();
    cleanText(text);
    expect(performance.now() - started).toBeLessThan(8_000);
  });
});
