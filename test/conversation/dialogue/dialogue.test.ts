import { describe, expect, test } from '@jest/globals';
import {
  advanceNeed,
  type DialogueState,
  emptyDialogue,
  mergeFilters,
  searchFilters,
} from '../../../src/conversation/dialogue/dialogue.ts';
import { resolveReferences } from '../../../src/conversation/dialogue/pointing.ts';
import { isNewWish } from '../../../src/conversation/dialogue/wish.ts';
import type { Product } from '../../../src/knowledge/pack.ts';
import { understandingOf } from '../../support/understanding.ts';

const product = (id: string, price: number, rating = 4): Product => ({
  id,
  name: { en: id },
  description: {},
  category: 'phone',
  brand: 'Lumora',
  price,
  currency: 'USD',
  stock: 3,
  colors: [],
  sizes: [],
  attributes: {},
  tags: [],
  rating,
});

const looking = (filters: DialogueState['need']['filters'], text = 'I want a phone'): DialogueState => ({
  ...emptyDialogue(),
  need: { text, filters },
});

describe('the need over turns', () => {
  test('a budget refines the category of the turn before', () => {
    const change = advanceNeed(
      looking({ category: 'phone' }),
      understandingOf('under 400', { filters: { maxPrice: 400 } }),
      [],
      false,
    );
    expect(change).toMatchObject({
      move: 'refined',
      need: { text: 'I want a phone', filters: { category: 'phone', maxPrice: 400 } },
    });
  });

  test('"cheaper" goes below the cheapest product shown and keeps everything else', () => {
    const state = looking({ category: 'phone', maxPrice: 400, brandExclude: ['Apple'] });
    const change = advanceNeed(
      state,
      understandingOf('something cheaper', { entities: { relativePrice: 'cheaper' } }),
      [product('a', 299), product('b', 199.5)],
      false,
    );
    expect(change.need.filters).toEqual(state.need.filters);
    expect(searchFilters(change.need)).toEqual({ category: 'phone', maxPrice: 199.49, brandExclude: ['Apple'] });
    expect(change).toMatchObject({ move: 'cheaper', cheaperThan: 199.5 });
  });

  test('"cheaper" drops a lower bound that it contradicts', () => {
    const change = advanceNeed(
      looking({ category: 'phone', minPrice: 200, maxPrice: 400 }),
      understandingOf('有更便宜的吗', { entities: { relativePrice: 'cheaper' } }),
      [product('a', 200)],
      false,
    );
    expect(searchFilters(change.need)).toEqual({ category: 'phone', maxPrice: 199.99 });
  });

  test('another category is a new subject: price and colour go, unwanted brands stay', () => {
    const state = looking({ category: 'phone', maxPrice: 400, color: 'red', brandExclude: ['Apple'] });
    const change = advanceNeed(state, understandingOf('and a kettle', { filters: { category: 'kettle' } }), [], false);
    expect(change.need).toEqual({ text: 'and a kettle', filters: { category: 'kettle', brandExclude: ['Apple'] } });
    expect(change.fresh).toBe(true);
  });

  test('"start over" forgets everything', () => {
    const change = advanceNeed(
      looking({ category: 'phone', brandExclude: ['Apple'] }),
      understandingOf('start over, a lamp please', { filters: { category: 'lamp' }, entities: { reset: true } }),
      [],
      false,
    );
    expect(change.need.filters).toEqual({ category: 'lamp' });
  });

  test('a lifted limit is gone', () => {
    const change = advanceNeed(
      looking({ category: 'phone', maxPrice: 400, brandInclude: ['Lumora'] }),
      understandingOf('any brand is fine', { entities: { lifted: ['brand'] } }),
      [],
      false,
    );
    expect(change.need.filters).toEqual({ category: 'phone', maxPrice: 400 });
  });
});

describe('merging limits', () => {
  test('a new price replaces the old one whole', () => {
    expect(mergeFilters({ minPrice: 100, maxPrice: 200 }, { maxPrice: 500 })).toEqual({ maxPrice: 500 });
    expect(mergeFilters({ aboutPrice: 100 }, { minPrice: 50 })).toEqual({ minPrice: 50 });
  });

  test('a brand is never wanted and unwanted at once; the later word wins', () => {
    expect(mergeFilters({ brandInclude: ['Apple'] }, { brandExclude: ['Apple'] })).toEqual({ brandExclude: ['Apple'] });
    expect(mergeFilters({ brandExclude: ['Apple', 'Kestrel'] }, { brandInclude: ['Apple'] })).toEqual({
      brandExclude: ['Kestrel'],
      brandInclude: ['Apple'],
    });
  });

  test('exclusions and attributes add up', () => {
    expect(
      mergeFilters(
        { brandExclude: ['A'], attributes: { storage: { min: 128 } } },
        { brandExclude: ['B'], attributes: { wireless: true } },
      ),
    ).toEqual({ brandExclude: ['A', 'B'], attributes: { storage: { min: 128 }, wireless: true } });
  });

  test('of values any of which will do, one refused goes and one asked for takes the place of all', () => {
    const old = {
      color: 'white',
      attributes: { material: 'glass' },
      alternatives: { color: ['black'], material: ['steel'] },
    };
    expect(mergeFilters(old, { colorExclude: ['white'] })).toEqual({
      color: 'black',
      colorExclude: ['white'],
      attributes: { material: 'glass' },
      alternatives: { material: ['steel'] },
    });
    expect(mergeFilters(old, { color: 'red', attributes: { material: 'wood' } })).toEqual({
      color: 'red',
      attributes: { material: 'wood' },
    });
  });
});

describe('references to what was shown', () => {
  const shown = [product('a', 300, 4.1), product('b', 100, 4.8), product('c', 200, 4.5)];

  test('ordinals count from the front and from the end', () => {
    expect(resolveReferences([{ kind: 'ordinal', position: 2 }], shown, undefined)).toEqual([shown[1]]);
    expect(resolveReferences([{ kind: 'ordinal', position: -1 }], shown, undefined)).toEqual([shown[2]]);
    expect(resolveReferences([{ kind: 'ordinal', position: 7 }], shown, undefined)).toEqual([]);
  });

  test('superlatives choose by price and rating', () => {
    expect(resolveReferences([{ kind: 'superlative', by: 'cheapest' }], shown, undefined)).toEqual([shown[1]]);
    expect(resolveReferences([{ kind: 'superlative', by: 'most_expensive' }], shown, undefined)).toEqual([shown[0]]);
    expect(resolveReferences([{ kind: 'superlative', by: 'best_rated' }], shown, undefined)).toEqual([shown[1]]);
  });

  test('"it" is the product last spoken about, "both" all that were shown', () => {
    expect(resolveReferences([{ kind: 'pronoun', plural: false }], shown, shown[2])).toEqual([shown[2]]);
    expect(resolveReferences([{ kind: 'pronoun', plural: true }], shown, undefined)).toEqual(shown);
  });
});

describe('a new wish', () => {
  const phones = { text: 'I want a phone', filters: { category: 'phone' } };

  test.each([
    ['I need a gift for my girlfriend, around 100 dollars', ['gift', 'girlfriend'], true],
    ['送女朋友的生日礼物，预算五百', ['女朋友', '生日礼物'], true],
    ['我还想买个台灯', ['台灯'], true],
    ['anything for running?', ['running'], false],
    ['I want something lighter', ['lighter'], false],
  ])('%s', (text, keywords, expected) => {
    expect(isNewWish(understandingOf(text, { intent: 'recommend', keywords }), phones)).toBe(expected);
  });

  test('a colour or an attribute refines what is being looked for', () => {
    const red = understandingOf('I want a red one', {
      intent: 'recommend',
      keywords: ['red'],
      filters: { color: 'red' },
    });
    expect(isNewWish(red, phones)).toBe(false);
  });
});
