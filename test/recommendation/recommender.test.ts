import { describe, expect, test } from '@jest/globals';
import { emptyProfile, type Profile, updateProfile } from '../../src/customers/profile.ts';
import type { Pack, Product } from '../../src/knowledge/pack.ts';
import type { ProductHit, Retriever, SearchQuery } from '../../src/knowledge/retriever.ts';
import { diversify } from '../../src/recommendation/diversity.ts';
import type { Deed } from '../../src/recommendation/history.ts';
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
function over(products: Product[], weights: Record<string, number> = {}) {
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
  return createRecommender({
    retriever: { search, findByName: () => [], vectorOf: () => undefined, products } as Partial<Retriever> as Retriever,
    weights: { current: () => weights },
  });
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

  test('what was learnt of a part changes that part of every score, and so the order', async () => {
    const some = [product('first', { rating: 3 }), product('rated', { rating: 5 })];
    const plain = await over(some).recommend(ask);
    const learnt = await over(some, { rating: 2, relevance: 0.5 }).recommend(ask);
    const ratings = (result: typeof plain) => result.recommendations.map(({ parts }) => parts.rating);
    expect(ids(learnt)[0]).toBe('rated');
    expect(Math.max(...ratings(learnt))).toBeCloseTo(2 * Math.max(...ratings(plain)));
    for (const { score, parts } of learnt.recommendations) {
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score);
    }
  });

  test('one product alone, a new customer and an empty shop all get an answer', async () => {
    expect(
      ids(await over([product('only')]).recommend({ ...ask, profile: emptyProfile(), customerId: 'new' })),
    ).toEqual(['only']);
    expect(ids(await over([]).recommend(ask))).toEqual([]);
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

describe('what a customer did', () => {
  const NOW = new Date('2026-06-01T00:00:00Z');
  const profile: Profile = {
    ...emptyProfile(),
    activity: { firstAt: NOW, lastAt: NOW, baskets: 1, spent: 50, returned: 0, events: { purchase: 1 } },
  };
  const deed = (productId: string, type = 'purchase', daysAgo = 10): Deed => ({
    type,
    productId,
    at: new Date(NOW.getTime() - daysAgo * 86_400_000),
  });
  /** More lamps than are looked at: the last two only what the customer did proposes. */
  const lamps = Array.from({ length: 60 }, (_, n) => product(`l${n}`));
  const axis = (n: number) => Float32Array.from({ length: 2 }, (_, i) => (i === n ? 1 : 0));

  function shop({ deeds, products = lamps, pack }: { deeds: Deed[]; products?: Product[]; pack?: Partial<Pack> }) {
    const asked: SearchQuery[] = [];
    const retriever: Partial<Retriever> = {
      products,
      product: (id) => products.find((one) => one.id === id),
      findByName: () => [],
      vectorOf: (id) => axis(id === 'l59' || id === 'l58' ? 1 : 0),
      nearest: async (vector) =>
        vector[1] > 0.5 ? [{ product: lamps[59], score: 1, parts: { lexical: 0, vector: 1 } }] : [],
      async search(query) {
        asked.push(query);
        const found = products.filter(({ id }) => !query.exclude?.has(id) && (query.only?.has(id) ?? true));
        return {
          hits: found
            .slice(0, query.limit)
            .map((one) => ({ product: one, score: 1, parts: { lexical: 1, vector: 1 } })),
          total: found.length,
          near: [],
          facets: {},
          corrections: [],
          reading: [],
        };
      },
    };
    const recommender = createRecommender({
      retriever: retriever as Retriever,
      pack: { attributes: [], ...pack },
      deedsOf: async () => deeds,
      now: () => NOW,
    });
    return { recommender, asked };
  }

  test('what lies near their interest is a candidate though the query alone would not reach it, and the reason says why', async () => {
    const { recommender } = shop({ deeds: [deed('l58', 'view')] });
    const { recommendations } = await recommender.recommend({ ...ask, profile, customerId: 'anna' });
    expect(recommendations[0].product.id).toBe('l59');
    expect(recommendations[0].parts.alike).toBeGreaterThan(0);
    expect(recommendations[0].reasons).toContainEqual({ kind: 'alike', productId: 'l58', bought: false });
    const stranger = await recommender.recommend(ask);
    expect(ids(stranger)).not.toContain('l59');
    expect(stranger.recommendations[0].parts).not.toHaveProperty('alike');
  });

  test('who has bought a thing is not led to its likes, but who keeps coming back for it is', async () => {
    const likes = async (deeds: Deed[]) => {
      const { recommendations } = await shop({ deeds }).recommender.recommend({ ...ask, profile, customerId: 'anna' });
      return recommendations.some(({ parts }) => parts.alike !== undefined);
    };
    expect(await likes([deed('l58'), deed('l58', 'view', 12)])).toBe(false);
    expect(await likes([deed('l58', 'purchase', 5), deed('l58', 'purchase', 40)])).toBe(true);
  });

  test('what they have is not offered again, unless they came back for it or sent it back', async () => {
    const some = lamps.slice(0, 3);
    const offered = async (deeds: Deed[]) =>
      ids(await shop({ deeds, products: some }).recommender.recommend({ ...ask, profile, customerId: 'anna' }));
    expect(await offered([deed('l0')])).not.toContain('l0');
    expect(await offered([deed('l0', 'purchase', 5), deed('l0', 'purchase', 40)])).toContain('l0');
    expect(await offered([deed('l0', 'return', 2), deed('l0')])).toContain('l0');
    expect(await offered([deed('l0', 'purchase', 400)])).toContain('l0');
  });

  test('a disliked brand, word or category is never proposed, unless just that is asked for', async () => {
    const leather = product('leather', { name: { en: 'Leather lamp' } });
    const desk = product('desk', { category: 'desk' });
    const preference = (about: 'text' | 'category' | 'brand', value: string) => ({
      kind: 'dislike' as const,
      about,
      value,
      turnId: 't',
      at: NOW,
    });
    const { recommender, asked } = shop({ deeds: [], products: [leather, desk, product('plain')] });
    const disliking: Profile = {
      ...emptyProfile(),
      preferences: [preference('text', 'leather'), preference('category', 'desk'), preference('brand', 'Hessel')],
    };
    expect(ids(await recommender.recommend({ ...ask, profile: disliking }))).toEqual(['plain']);
    expect(asked.at(-1)?.filters?.brandExclude).toEqual(['Hessel']);
    const wanted = await recommender.recommend({ ...ask, text: 'a leather lamp', profile: disliking });
    expect(ids(wanted)).toContain('leather');
  });

  test('nothing riskier than a customer bears is offered; where they never said, an open request stays in the middle', async () => {
    const classes = ['R1', 'R2', 'R3'];
    const risk = {
      id: 'risk',
      name: { en: 'Risk' },
      type: 'enum' as const,
      synonyms: [],
      values: classes.map((id) => ({ id, name: { en: id }, synonyms: [] })),
    };
    const funds = classes.map((id) => product(id, { attributes: { risk: id } }));
    const { recommender } = shop({ deeds: [], products: funds, pack: { attributes: [risk], riskAttribute: 'risk' } });
    const bears = (value: string): Profile => ({
      ...emptyProfile(),
      preferences: [{ kind: 'like', about: 'attribute', value: `risk=${value}`, turnId: 't', at: NOW }],
    });
    const open = { ...ask, text: 'recommend something', keywords: [] };
    expect(ids(await recommender.recommend({ ...ask, profile: bears('R1') }))).toEqual(['R1']);
    expect(new Set(ids(await recommender.recommend(open)))).toEqual(new Set(['R1', 'R2']));
    expect(ids(await recommender.recommend({ ...ask, keywords: ['stocks'] }))).toContain('R3');
  });

  test('what is sold out gives way to what is there', async () => {
    const gone = product('gone', { stock: 0 });
    expect(ids(await shop({ deeds: [], products: [gone, product('there')] }).recommender.recommend(ask))).toEqual([
      'there',
    ]);
    expect(ids(await shop({ deeds: [], products: [gone] }).recommender.recommend(ask))).toEqual(['gone']);
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
