import { describe, expect, test } from '@jest/globals';
import { readFirst } from '../../../src/understanding/entities/read-first.ts';
import { parseChineseNumeral, parseEnglishNumeral } from '../../../src/understanding/filters/numerals.ts';
import { readFilters } from '../../../src/understanding/filters/read-filters.ts';
import { compileVocabulary } from '../../../src/understanding/filters/vocabulary-index.ts';
import { cleanText } from '../../../src/understanding/text/clean.ts';
import type { Filters } from '../../../src/understanding/understanding.ts';
import { shopVocabulary } from '../fixtures/vocabulary.ts';

const index = compileVocabulary(shopVocabulary);

function read(raw: string): Filters {
  const { text } = cleanText(raw);
  return readFilters(text, index, readFirst(text, new Date(2025, 5, 10)).spans).filters;
}

describe('numerals', () => {
  test.each([
    ['五百', 500],
    ['两千五', 2_500],
    ['一万二', 12_000],
    ['三千零五', 3_005],
    ['二十五', 25],
    ['二零二四', 2024],
    ['三五百', [300, 500]],
    ['两三千', [2_000, 3_000]],
  ])('reads %s', (numeral, value) => expect(parseChineseNumeral(numeral)).toEqual(value));

  test.each([
    ['two hundred and fifty', 250],
    ['a grand', 1_000],
    ['half a grand', 500],
    ['fifteen hundred', 1_500],
    ['one thousand two hundred', 1_200],
  ])('reads %s', (numeral, value) => expect(parseEnglishNumeral(numeral)).toBe(value));
});

describe('prices', () => {
  test.each<[string, Filters]>([
    ['between 200 and 300', { minPrice: 200, maxPrice: 300 }],
    ['two to three hundred', { minPrice: 200, maxPrice: 300 }],
    ['under 400 bucks', { maxPrice: 400, currency: 'USD' }],
    ['$400', { aboutPrice: 400, currency: 'USD' }],
    ['400刀', { aboutPrice: 400, currency: 'USD' }],
    ['￥3000', { aboutPrice: 3000, currency: 'CNY' }],
    ['三千以内', { maxPrice: 3000 }],
    ['1.5万左右', { aboutPrice: 15_000 }],
    ['500块左右', { aboutPrice: 500, currency: 'CNY' }],
    ['预算五百', { maxPrice: 500 }],
    ['不超过800', { maxPrice: 800 }],
    ['不低于300，不高于600', { minPrice: 300, maxPrice: 600 }],
    ['500-800', { minPrice: 500, maxPrice: 800 }],
    ['预算５００到８００', { minPrice: 500, maxPrice: 800 }],
    ['nothing over 250 please', { maxPrice: 250 }],
    ['no less than 300', { minPrice: 300 }],
    ['预算3k-4k', { minPrice: 3000, maxPrice: 4000 }],
    ['2w以内', { maxPrice: 20_000 }],
  ])('reads "%s"', (text, filters) => expect(read(text)).toEqual(filters));

  test.each([
    'in 2024',
    'order 12345678',
    'call 555 123 4567',
    '13812345678',
    '3 days',
    '20% off',
    'for 4 people',
    '第二个',
    'I paid 300 for it',
    '花了299买的',
    '能便宜50块吗',
    'on 2025-06-12',
  ])('reads no price in "%s"', (text) => {
    const { minPrice, maxPrice, aboutPrice } = read(text);
    expect([minPrice, maxPrice, aboutPrice]).toEqual([undefined, undefined, undefined]);
  });

  test.each<[string, Filters]>([
    ['4000mAh', { attributes: { battery: 4000 } }],
    ['6.5 inch', { attributes: { screen: 6.5 } }],
    ['128GB', { attributes: { storage: 128 } }],
    ['1T硬盘', { attributes: { storage: 1024 } }],
    ['2 pieces', { quantity: 2 }],
    ['8+256', { attributes: { ram: 8, storage: 256 } }],
    ['under 1.3kg', { attributes: { weight: { max: 1.3 } } }],
    ['65w charger', { category: 'charger', attributes: { power: 65 } }],
    ['4k tv under 4k', { category: 'tv', attributes: { resolution: '4k' }, maxPrice: 4000 }],
  ])('reads "%s" as what it is', (text, filters) => expect(read(text)).toEqual(filters));
});

describe('brands and colours, wanted and unwanted', () => {
  test.each<[string, Filters]>([
    ['not Apple', { brandExclude: ['Apple'] }],
    ['不要苹果的', { brandExclude: ['Apple'] }],
    ['除了小米', { brandExclude: ['Xiaomi'] }],
    ['anything but Sony', { brandExclude: ['Sony'] }],
    ['no Samsung please', { brandExclude: ['Samsung'] }],
    ['别给我推荐华为', { brandExclude: ['Huawei'] }],
    ['苹果三星都不要', { brandExclude: ['Apple', 'Samsung'] }],
    ['要小米不要苹果', { brandInclude: ['Xiaomi'], brandExclude: ['Apple'] }],
    ['有没有苹果的', { brandInclude: ['Apple'] }],
    ['not Apple but Samsung', { brandInclude: ['Samsung'], brandExclude: ['Apple'] }],
    ['why not Dell', { brandInclude: ['Dell'] }],
    ['samsng', { brandInclude: ['Samsung'] }],
    ['not red, blue', { color: 'blue', colorExclude: ['red'] }],
    ['not red, blue or green', { colorExclude: ['red', 'blue', 'green'] }],
    ['不要黑色，白色也行', { color: 'white', colorExclude: ['black'] }],
    ['Black Friday', {}],
    ['明白了', {}],
    ['退到银行卡', {}],
    ['do you carry Nokia', { brandInclude: ['Nokia'] }],
  ])('reads "%s"', (text, filters) => expect(read(text)).toEqual(filters));
});

describe('the category that is wanted', () => {
  test.each([
    ['a charger for my laptop', 'charger'],
    ['给手机配个充电器', 'charger'],
    ['手机充电器', 'charger'],
    ['not a phone, a tablet', 'tablet'],
    ['my headphones broke so i need earbuds', 'earbuds'],
    ['phone stand', undefined],
    ['手机膜', undefined],
    ['my phone number', undefined],
  ])('"%s" is %s', (text, category) => expect(read(text).category).toBe(category));
});
