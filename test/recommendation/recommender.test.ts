import { describe, expect, test } from '@jest/globals';
import { emptyProfile, type Profile, updateProfile } from '../../src/customers/profile.ts';
import type { Product } from '../../src/knowledge/pack.ts';
import type { ProductHit, Retriever } from '../../src/knowledge/retriever.ts';
import { diversify } from '../../src/recommendation/diversity.ts';
import { scoreParts } from '../../src/recommendation/ranking.ts';
import { createRecommender } from '../../src/recommendation/recommender.ts';

const product = (id: string, parts: Partial<Product> = {}): Product => ({
  id,
  name: { en: `Lamp ${id}`, zh: `台灯 ${id}` },
  description: { en: 'A lamp for reading.', zh: '阅读用的台灯。' },
  category: 'lamp',
  brand: 'Lumora',
  price: 50,
  currency: 'USD',
  stock: 5,
  colors: [],
  sizes: [],
  attributes: {},
  tags: [],
  ...parts,
});

/** A recommender over a retriever that finds just these, in this order. */
function over(products: Product[]) {
  const hits: ProductHit[] = products.map((found, index) => ({
    product: found,
    score: 1 - index * 0.01,
    parts: { lexical: 1, vector: 1 },
  }));
  const search: Retriever['search'] = async () => ({
    hits,
    total: hits.length,
    near: [],
    facets: {},
    corrections: [],
    reading: [],
  });
  return createRecommender({ retriever: { search } as Retriever });
}

const ask = { text: 'lamp', filters: {}, language: 'en' as const };
const ids = (result: { recommendations: { product: Product }[] }) =>
  result.recommendations.map((one) => one.product.id);

describe('recommending', () => {
  test('the parts of a score sum to it', async () => {
    const { recommendations } = await over([product('a', { rating: 4.9, listPrice: 80 })]).recommend(ask);
    const [{ score, parts }] = recommendations;
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score);
  });

  test('with no budget known, a typical price goes before the cheapest and the dearest', async () => {
    const prices = [5, 48, 50, 52, 900];
    const list = await over(prices.map((price) => product(String(price), { price }))).recommend({ ...ask, limit: 3 });
    expect(new Set(ids(list))).toEqual(new Set(['48', '50', '52']));
  });

  test('an order asked for is kept to the letter', async () => {
    const some = [30, 10, 20].map((price) => product(String(price), { price }));
    expect(ids(await over(some).recommend({ ...ask, filters: { sort: 'price_asc' } }))).toEqual(['10', '20', '30']);
    expect(ids(await over(some).recommend({ ...ask, filters: { sort: 'price_desc' } }))).toEqual(['30', '20', '10']);
  });

  test('a list of one brand is broken up by another of nearly the same score', () => {
    const list = [
      ['a', 'One', 0.9],
      ['b', 'One', 0.89],
      ['c', 'Two', 0.88],
    ].map(([id, brand, score]) => ({
      product: product(String(id), { brand: String(brand) }),
      score: Number(score),
      parts: {},
      reasons: [],
    }));
    expect(diversify(list, 2).map((one) => one.product.id)).toEqual(['a', 'c']);
  });

  test('reasons are facts of the product and of the request', async () => {
    const found = product('a', { rating: 4.8, price: 40, listPrice: 60 });
    const { recommendations } = await over([found]).recommend({
      ...ask,
      filters: { maxPrice: 50 },
      keywords: ['reading', 'piano'],
    });
    expect(recommendations[0].reasons).toEqual([
      { kind: 'matches_query', terms: ['reading'] },
      { kind: 'reduced', price: 40, listPrice: 60, currency: 'USD' },
      { kind: 'rated', rating: 4.8 },
      { kind: 'within_budget', price: 40, currency: 'USD', limit: 50 },
    ]);
  });

  test('there is always a reason, also for a bare product', async () => {
    const { recommendations } = await over([product('a', { brand: '', price: null, stock: null })]).recommend(ask);
    expect(recommendations[0].reasons).toEqual([{ kind: 'fits' }]);
  });

  test('a liked brand and an interest lift a product only when the profile may be used', () => {
    const hit = { product: product('a'), score: 0.5, parts: { lexical: 1, vector: 1 } };
    const profile: Profile = {
      ...emptyProfile(),
      interests: { lamp: 3, desk: 1 },
      preferences: [{ kind: 'like', about: 'brand', value: 'lumora', turnId: 't', at: new Date(0) }],
    };
    const known = scoreParts(hit, { filters: {}, profile });
    const unknown = scoreParts(hit, { filters: {} });
    expect(known.brand).toBeGreaterThan(0);
    expect(known.interest).toBeGreaterThan(0);
    expect(unknown).not.toHaveProperty('brand');
    expect(unknown).not.toHaveProperty('interest');
  });
});

describe('the profile', () => {
  const seen = (categories: string[], parts = {}) => ({
    intent: 'recommend',
    sentiment: { label: 'neutral' as const, score: 0 },
    filters: {},
    prices: [],
    categories,
    preferences: [],
    ...parts,
  });

  test('interests fade with every turn that does not mention them', () => {
    let profile = updateProfile(emptyProfile(), seen(['lamp']));
    for (let turn = 0; turn < 14; turn++) profile = updateProfile(profile, seen(['desk']));
    expect(profile.interests.lamp).toBeCloseTo(0.49, 1);
    expect(profile.interests.desk).toBeGreaterThan(5);
  });

  test('what is said later about the same thing replaces what was said before', () => {
    const leather = { about: 'text' as const, value: 'leather', turnId: 't', at: new Date(0) };
    const hated = updateProfile(emptyProfile(), seen([], { preferences: [{ ...leather, kind: 'dislike' }] }));
    const liked = updateProfile(hated, seen([], { preferences: [{ ...leather, kind: 'like' }] }));
    expect(liked.preferences).toEqual([{ ...leather, kind: 'like' }]);
  });

  test('it stays bounded however many categories and preferences come', () => {
    let profile = emptyProfile();
    for (let turn = 0; turn < 300; turn++) {
      const preference = {
        kind: 'like' as const,
        about: 'text' as const,
        value: `thing ${turn}`,
        turnId: 't',
        at: new Date(0),
      };
      profile = updateProfile(profile, seen([`category ${turn}`], { preferences: [preference] }));
    }
    expect(Object.keys(profile.interests).length).toBeLessThanOrEqual(40);
    expect(profile.preferences.length).toBeLessThanOrEqual(50);
  });
});
