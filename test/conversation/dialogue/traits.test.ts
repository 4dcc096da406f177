import { describe, expect, test } from '@jest/globals';
import { asksForTrait, asksWhich, traitLimit, traitsAsked } from '../../../src/conversation/dialogue/traits.ts';
import type { PackAttribute, Product } from '../../../src/knowledge/pack.ts';

const attribute = (id: string, unit: string, en: string, zh: string): PackAttribute => ({
  id,
  unit,
  name: { en, zh },
  type: 'number',
  values: [],
  synonyms: [],
});
const pack = {
  attributes: [
    attribute('screen', 'inch', 'Screen size', '屏幕尺寸'),
    attribute('weight', 'g', 'Weight', '重量'),
    attribute('maxload', 'kg', 'Maximum load', '最大承重'),
    attribute('noise', 'dB', 'Noise', '噪音'),
    attribute('playtime', 'h', 'Battery life', '续航'),
  ],
};
const thing = (id: string, attributes: Product['attributes'], stock: number | null = 5) =>
  ({ id, attributes, stock }) as Product;
const small = thing('small', { screen: 13, weight: 900, noise: 30, playtime: 8 });
const middle = thing('middle', { screen: 14, weight: 1300, noise: 40, playtime: 12 });
const large = thing('large', { screen: 16, weight: 1900, noise: 45, playtime: 10 });
const goods = [small, middle, large];

describe('more or less of something, said without a number', () => {
  test.each<[string, string, object]>([
    ['something bigger', '大一点的', { screen: { min: 16 } }],
    ['a smaller one', '再小点', { screen: { max: 13 } }],
    ['lighter please', '轻一点的', { weight: { max: 900 } }],
    ['quieter?', '更安静的', { noise: { max: 30 } }],
    ['the lightest', '最轻的', { weight: { max: 900 } }],
    ['the biggest you have', '最大的', { screen: { min: 16 } }],
    ['longest battery', '续航最长的', { playtime: { min: 12 } }],
  ])('"%s" and "%s" set a bound beyond what was shown', (en, zh, attributes) => {
    for (const text of [en, zh]) {
      expect({ text, limit: traitLimit(text, goods, [middle], pack) }).toEqual({ text, limit: { attributes } });
    }
  });

  test('what goes furthest already is told, when nothing goes beyond it', () => {
    expect(traitLimit('bigger', goods, [small, large], pack)).toEqual({ extreme: large });
    expect(traitLimit('大一点的', goods, [small, large], pack)).toEqual({ extreme: large });
  });

  test('what is sold out is no reason to go on', () => {
    const gone = thing('gone', { screen: 18 }, 0);
    expect(traitLimit('bigger', [...goods, gone], [large], pack)).toEqual({ extreme: large });
  });

  test('goods that state no such measure have no bound', () => {
    expect(traitLimit('bigger', [thing('plain', {})], [thing('plain', {})], pack)).toBeUndefined();
  });

  test.each(['字大声音大', 'louder', 'with a big discount', '太大了', 'which one is lighter', '哪个轻一点', 'cheaper'])(
    'no more of anything is asked for in "%s"',
    (text) => expect(asksForTrait(text)).toBe(false),
  );

  test.each([
    ['which is the quietest', ['noise']],
    ['哪个最安静', ['noise']],
    ['最轻的是哪个', ['weight']],
    ['which has the longest battery', ['playtime']],
  ])('"%s" asks which of those shown it is', (text, asked) => {
    expect(asksWhich(text)).toBe(true);
    expect(traitsAsked(text, pack)).toEqual(asked);
  });
});
