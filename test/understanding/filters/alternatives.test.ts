import { describe, expect, test } from '@jest/globals';
import { wantedColors, wantedValues, withoutWanted } from '../../../src/understanding/filters/alternatives.ts';
import { readFilters } from '../../../src/understanding/filters/read-filters.ts';
import { compileVocabulary } from '../../../src/understanding/filters/vocabulary-index.ts';
import type { Filters } from '../../../src/understanding/understanding.ts';
import { shopVocabulary, travelVocabulary } from '../fixtures/vocabulary.ts';

const shop = compileVocabulary(shopVocabulary);
const travel = compileVocabulary(travelVocabulary);

describe('values any of which will do', () => {
  test.each([
    ['a white or black kettle', ['white', 'black']],
    ['red, blue or green headphones', ['red', 'blue', 'green']],
    ['a white kettle or a black one', ['white', 'black']],
    ['黑色或者白色的耳机', ['black', 'white']],
    ['黑、白、灰的都可以', ['black', 'white', 'gray']],
    ['a white kettle with a black lid', ['white']],
    ['black headphones, not white', ['black']],
  ])('reads the colours of "%s"', (text, colors) => {
    expect(wantedColors(readFilters(text, shop).filters)).toEqual(colors);
  });

  test.each([
    ['a week in Thailand or Japan', ['thailand', 'japan']],
    ['想去泰国或者日本', ['thailand', 'japan']],
  ])('reads the places of "%s"', (text, places) => {
    expect(wantedValues(readFilters(text, travel).filters, 'destination')).toEqual(places);
  });

  test('a refused value gives its place to the next', () => {
    const filters: Filters = {
      color: 'white',
      attributes: { material: 'glass', anc: true },
      alternatives: { color: ['black'], material: ['steel', 'wood'] },
    };
    const left = withoutWanted(withoutWanted(filters, 'color', ['white']), 'material', ['glass', 'wood']);
    expect(left).toEqual({ color: 'black', attributes: { anc: true, material: 'steel' } });
    expect(withoutWanted(left, 'color', ['black'])).toEqual({ attributes: { anc: true, material: 'steel' } });
  });
});

test.each([
  'how much a month is 15000 over 48 months',
  'i need 15000 over 4 years',
  '15,000 over four years',
  '存5万一年',
])('a time is no price in "%s"', (text) => {
  const { minPrice, maxPrice, aboutPrice } = readFilters(text, shop).filters;
  expect([minPrice, maxPrice, aboutPrice].filter((price) => price !== undefined && price < 1000)).toEqual([]);
});
