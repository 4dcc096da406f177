import { describe, expect, test } from '@jest/globals';
import { addWords } from '../../../src/understanding/text/segmenter.ts';
import { sentencesOf } from '../../../src/understanding/text/sentences.ts';
import { stem } from '../../../src/understanding/text/stem.ts';
import { wordsOf } from '../../../src/understanding/text/words.ts';

describe('words', () => {
  test('keeps model numbers, decimals and contractions whole, in lower case', () => {
    expect(wordsOf("I don't want the WH-1000XM4, a 6.5 inch TV")).toEqual([
      'i',
      "don't",
      'want',
      'the',
      'wh-1000xm4',
      'a',
      '6.5',
      'inch',
      'tv',
    ]);
  });

  test('segments Chinese, with letters and digits between', () => {
    expect(wordsOf('我想买iPhone手机壳，蓝牙耳机')).toEqual(['我', '想', '买', 'iphone', '手机', '壳', '蓝牙', '耳机']);
  });

  test('keeps the words a pack adds whole', () => {
    expect(wordsOf('大疆灵眸云台')).not.toContain('灵眸云台');
    addWords(['灵眸云台']);
    expect(wordsOf('大疆灵眸云台')).toContain('灵眸云台');
  });

  test('stems English words and leaves others', () => {
    expect(['phones', 'charging', 'wh-1000xm4', '手机'].map(stem)).toEqual(['phone', 'charg', 'wh-1000xm4', '手机']);
  });
});

test('splits sentences in both languages, not at abbreviations or decimals', () => {
  expect(sentencesOf('Hi Mr. Smith. It costs 3.5 dollars! 好的。真的吗？？ ok... fine\nnext 😀')).toEqual([
    'Hi Mr. Smith.',
    'It costs 3.5 dollars!',
    '好的。',
    '真的吗？？',
    'ok...',
    'fine',
    'next 😀',
  ]);
});
