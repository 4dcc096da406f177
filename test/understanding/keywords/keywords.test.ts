import { describe, expect, test } from '@jest/globals';
import { keywordsOf, keywordsOfText } from '../../../src/understanding/keywords/keywords.ts';
import { addWords } from '../../../src/understanding/text/segmenter.ts';

describe('key phrases of a text', () => {
  test('are noun-like runs between stop words', () => {
    expect(
      keywordsOfText('The battery life is terrible, but customer service was great and the screen scratches easily'),
    ).toEqual(expect.arrayContaining(['battery life', 'customer service', 'screen scratches']));
  });

  test('are whole Chinese words, a pack’s own among them', () => {
    addWords(['灵眸云台']);
    expect(keywordsOfText('屏幕很清晰，电池续航太差了，灵眸云台好用')).toEqual(
      expect.arrayContaining(['屏幕', '电池续航', '灵眸云台']),
    );
  });

  test('there are none in small talk', () => {
    expect(keywordsOfText('ok thanks')).toEqual([]);
    expect(keywordsOfText('好的，谢谢')).toEqual([]);
    expect(keywordsOfText('😀')).toEqual([]);
  });
});

describe('key phrases of many texts', () => {
  test('are counted by texts, one form for singular and plural', () => {
    const [first] = keywordsOf(['battery died', 'batteries are bad', 'great battery, love the battery']);
    expect(first).toMatchObject({ phrase: 'battery', count: 3 });
  });

  test('rising ones come first against a background', () => {
    const before = Array.from({ length: 50 }, (_, i) => (i % 2 ? '物流很快' : '包装不错，物流快'));
    const now = Array.from({ length: 50 }, (_, i) => (i % 2 ? '物流很快' : '屏幕有裂痕，物流快'));
    const rising = keywordsOf(now, { background: before });
    expect(rising[0]!.phrase).toMatch(/屏幕|裂痕/);
    expect(rising.map(({ phrase }) => phrase)).not.toContain('物流');
  });
});
