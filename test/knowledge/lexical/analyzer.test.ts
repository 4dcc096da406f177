import { describe, expect, test } from '@jest/globals';
import { analyze } from '../../../src/knowledge/lexical/analyzer.ts';

const termsOf = (text: string) => analyze(text).flatMap((token) => token.forms);
const mainTermsOf = (text: string) => analyze(text).map((token) => token.forms[0]);

describe('terms of a text', () => {
  test('English words are stemmed, whatever their case, width and accents', () => {
    expect(mainTermsOf('Headphones HEADPHONE ｈｅａｄｐｈｏｎｅ')).toEqual(['headphon', 'headphon', 'headphon']);
    expect(mainTermsOf('Café™')).toEqual(['cafe']);
  });

  test('a model number is found whole and by its parts', () => {
    expect(termsOf('WH-1000XM4')).toEqual(expect.arrayContaining(['wh1000xm4', 'wh', '1000xm4', 'xm4']));
  });

  test('a measure is one term however it is written', () => {
    for (const text of ['55"', '55 inches', '55-inch', '55in', '55寸', '55 英寸'])
      expect(mainTermsOf(text)).toEqual(['55in']);
    expect(mainTermsOf('4 GB')).toEqual(['4gb']);
    expect(mainTermsOf('3/4 in.')).toEqual(['3/4in']);
  });

  test('Chinese is cut into words, with characters and pairs as further forms, Traditional as Simplified', () => {
    expect(mainTermsOf('蓝牙耳机')).toEqual(mainTermsOf('藍牙耳機'));
    expect(termsOf('机械键盘')).toEqual(expect.arrayContaining(['键盘', '盘']));
  });

  test('a text without words has no terms', () => {
    for (const text of ['', '  ', '!?', '😀', '\ud800']) expect(analyze(text)).toEqual([]);
  });
});
