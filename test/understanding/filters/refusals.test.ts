import { describe, expect, test } from '@jest/globals';
import { readFirst } from '../../../src/understanding/entities/read-first.ts';
import { readFilters } from '../../../src/understanding/filters/read-filters.ts';
import { compileVocabulary } from '../../../src/understanding/filters/vocabulary-index.ts';
import { cleanText } from '../../../src/understanding/text/clean.ts';
import type { Filters } from '../../../src/understanding/understanding.ts';
import { shopVocabulary } from '../fixtures/vocabulary.ts';

/** The fixture's shop, with a second sort of headphones by that noun, a warranty, and a phrase of two words. */
const index = compileVocabulary({
  ...shopVocabulary,
  categories: [
    ...shopVocabulary.categories.map((one) =>
      one.id === 'headphones'
        ? { ...one, names: [...one.names, 'over-ear', '头戴式'] }
        : one.id === 'earbuds'
          ? { ...one, names: [...one.names, 'in-ear headphones'] }
          : one,
    ),
    { id: 'projector', names: ['projector', '投影仪'] },
    { id: 'protector', names: ['screen protector', '手机膜'] },
  ],
  colors: shopVocabulary.colors.map((one) => (one.id === 'brown' ? { ...one, names: [...one.names, 'coffee'] } : one)),
  attributes: [
    ...shopVocabulary.attributes,
    { id: 'warranty', names: ['warranty', '保修'], type: 'number', units: ['years', '年'] },
    { id: 'width', names: ['width', 'wide', '宽', '宽度'], type: 'number', units: ['cm'] },
  ],
});

function read(raw: string): Filters {
  const { text } = cleanText(raw);
  return readFilters(text, index, readFirst(text, new Date(2025, 5, 10)).spans).filters;
}

describe('values of attributes that are refused', () => {
  test.each<[string, Filters]>([
    ['no bluetooth ones', { attributesExclude: { connection: ['wireless'] } }],
    ['不要蓝牙的', { attributesExclude: { connection: ['wireless'] } }],
    ['a chair but not leather', { category: 'chair', attributesExclude: { material: ['leather'] } }],
    ['椅子不要真皮的', { category: 'chair', attributesExclude: { material: ['leather'] } }],
    ['anything but android', { attributesExclude: { os: ['android'] } }],
    ['除了安卓都行', { attributesExclude: { os: ['android'] } }],
    ['not leather or cotton', { attributesExclude: { material: ['leather', 'cotton'] } }],
    ['cotton, not leather', { attributes: { material: 'cotton' } }],
    ['要纯棉的，不要皮革的', { attributes: { material: 'cotton' } }],
    ['not backlit', { attributes: { backlight: false } }],
    ['不要背光', { attributes: { backlight: false } }],
  ])('reads "%s"', (text, filters) => expect(read(text)).toEqual(filters));

  test.each<[string, Filters]>([
    ['headphones but not over-ear', { category: 'earbuds' }],
    ['耳机，不要头戴式的', { category: 'earbuds' }],
  ])('reads "%s" as the other sort of the kind', (text, filters) => expect(read(text)).toEqual(filters));

  test.each<[string, Filters]>([
    ['苹果怎么这么贵，看看三星', { brandInclude: ['Samsung'] }],
    ['apple is way too expensive, show me samsung', { brandInclude: ['Samsung'] }],
    ['Samsung no, sorry. Xiaomi', { brandInclude: ['Xiaomi'], brandExclude: ['Samsung'] }],
  ])('reads the brand that is wanted in "%s"', (text, filters) => expect(read(text)).toEqual(filters));
});

describe('measures and their bounds', () => {
  test.each<[string, Filters]>([
    ['wider than 150 cm', { attributes: { width: { min: 150 } } }],
    ['比1.5米宽', { attributes: { width: { min: 150 } } }],
    ['宽1米8', { attributes: { width: 180 } }],
    ['at least 8 hours', { attributes: { playtime: { min: 8 } } }],
    ['至少8小时', { attributes: { playtime: { min: 8 } } }],
    ['under 1.5kg', { attributes: { weight: { max: 1.5 } } }],
    ['不超过2公斤', { attributes: { weight: { max: 2 } } }],
    ['12寸以上', { attributes: { screen: { min: 12 } } }],
    ['13 or 14 inch', { attributes: { screen: { min: 13, max: 14 } } }],
    ['13或者14寸', { attributes: { screen: { min: 13, max: 14 } } }],
    ['a watch whose battery lasts a week', { category: 'smartwatch', attributes: { playtime: { min: 168 } } }],
    ['续航一周的手表', { category: 'smartwatch', attributes: { playtime: { min: 168 } } }],
    ['battery lasts 3 days', { attributes: { playtime: { min: 72 } } }],
    ['2 years warranty', { attributes: { warranty: 2 } }],
    ['24 months warranty', { attributes: { warranty: 2 } }],
    ['保修两年以上', { attributes: { warranty: { min: 2 } } }],
  ])('reads "%s"', (text, filters) => expect(read(text)).toEqual(filters));

  test.each(['it broke after 14 months', '等了一周了', 'I want it within 3 days', '两周前买的'])(
    'reads no endurance in "%s"',
    (text) => expect(read(text).attributes).toBeUndefined(),
  );

  test.each<[string, Filters]>([
    ['600 is too much', { maxPrice: 600 }],
    ['600太贵了', { maxPrice: 600 }],
    ['is $25 too much for a phone case?', { category: 'phonecase' }],
    ['我预算也就750', { maxPrice: 750 }],
    ['phone no older than 2023', { category: 'phone' }],
    ['between 40 and 90', { minPrice: 40, maxPrice: 90 }],
    ['四十到九十', { minPrice: 40, maxPrice: 90 }],
  ])('reads the price in "%s"', (text, filters) => expect(read(text)).toEqual(filters));
});

describe('words that mean something else', () => {
  test.each<[string, Filters]>([
    ['do you have a screen protecter', { category: 'protector' }],
    ['any good protecters', {}],
    ['for uni, light, under 1.5kg', { attributes: { weight: { max: 1.5 } } }],
    ['I want coffee', {}],
    ['he likes chocolate', {}],
    ['a bag in coffee', { category: 'backpack', color: 'brown' }],
    ['咖啡色的包', { color: 'brown' }],
  ])('reads "%s"', (text, filters) => expect(read(text)).toEqual(filters));
});
