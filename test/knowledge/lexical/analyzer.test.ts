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
    for (const text of ['1-1/2 in.', '1 1/2 inch', '1-1/2"']) expect(mainTermsOf(text)).toEqual(['1-1/2in']);
    for (const text of ["8' ladder", '8 ft ladder', '8-foot ladder']) expect(mainTermsOf(text)[0]).toBe('8ft');
    for (const text of ['1,000 sq. ft.', '1000 square feet', '1000 sqft'])
      expect(mainTermsOf(text)).toEqual(['1000sqft']);
    expect(mainTermsOf('Elite 7100 PC')).toEqual(['elit', '7100', 'pc']);
  });

  test('between two measures stands a sign, elsewhere it is a name', () => {
    for (const text of ['4 ft. x 8 ft.', "4' x 8'", "4'x8'"]) expect(mainTermsOf(text)).toEqual(['4ft', '8ft']);
    expect(mainTermsOf('iphone x 64 gb')).toEqual(['iphon', 'x', '64gb']);
  });

  test('Chinese is cut into words, with characters and pairs as further forms, Traditional as Simplified', () => {
    expect(mainTermsOf('蓝牙耳机')).toEqual(mainTermsOf('藍牙耳機'));
    expect(termsOf('机械键盘')).toEqual(expect.arrayContaining(['键盘', '盘']));
  });

  test('a text without words has no terms', () => {
    for (const text of ['', '  ', '!?', '😀', '\ud800']) expect(analyze(text)).toEqual([]);
  });
});
