import { beforeAll, describe, expect, test } from '@jest/globals';
import { createRetriever } from '../../src/knowledge/create-retriever.ts';
import type { Retriever, SearchQuery } from '../../src/knowledge/retriever.ts';
import { packOf, product, SMALL_SHOP } from './small-pack.ts';

let retriever: Retriever;
beforeAll(async () => {
  retriever = await createRetriever(SMALL_SHOP);
});

async function idsOf(text: string, more: Partial<SearchQuery> = {}): Promise<string[]> {
  const { hits } = await retriever.search({ text, language: 'en', ...more });
  return hits.map((hit) => hit.product.id);
}

describe('words', () => {
  test.each([
    ['手机', 'nova'],
    ['smartphone', 'nova'],
    ['headphnes', 'wh'],
    ['wh1000 xm4', 'wh'],
    ['WH 1000XM4', 'wh'],
    ['索尼耳机', 'wh'],
    ['flash light', 'light'],
    ['手电筒', 'light'],
    ['I am looking for a lamp for my desk please', 'lamp'],
    ['請問有沒有耳機', 'wh'],
  ])('"%s" finds %s', async (text, id) => {
    expect((await idsOf(text)).slice(0, 2)).toContain(id);
  });

  test('goods come before their accessories', async () => {
    const found = await idsOf('phone');
    expect(found.indexOf('case')).toBeGreaterThan(found.indexOf('nova'));
    const zh = await idsOf('手机', { language: 'zh' });
    expect(zh.slice(0, 2).sort()).toEqual(['aura', 'nova']);
  });

  test('a correction is told, and a word of other goods is not bent into one the shop has', async () => {
    const { corrections } = await retriever.search({ text: 'headphnes', language: 'en' });
    expect(corrections).toEqual([['headphnes', 'headphones']]);
    expect(await idsOf('lawn mower')).toEqual([]);
  });

  test.each(['lawn mower', 'piano', 'a washing machine', '割草机', '有没有钢琴', '洗衣机'])(
    'nothing fits "%s"',
    async (text) => {
      const result = await retriever.search({ text, language: 'en' });
      expect(result).toMatchObject({ hits: [], near: [], total: 0 });
    },
  );
});

describe('needs', () => {
  let shop: Retriever;
  beforeAll(async () => {
    shop = await createRetriever(
      packOf({
        ...SMALL_SHOP,
        faq: [],
        products: [
          ...SMALL_SHOP.products,
          product('bank', { en: 'Voltanne 10K power bank', zh: '伏坦 10000 毫安充电宝' }),
          product('tv', { en: 'Salon 55 TV', zh: 'Salon 55 电视' }),
          product('blocks', { en: 'Harbour toy blocks', zh: '港湾积木玩具' }),
        ],
      }),
    );
  });
  const first = async (text: string, category?: string) => {
    const { hits } = await shop.search({
      text,
      language: 'en',
      ...(category ? { filters: { category }, inferred: ['category'] } : {}),
    });
    return hits[0]?.product.id;
  };

  test.each([
    ['something to charge my phone', 'phone', 'bank'],
    ['有什么可以给手机充电的', 'phone', 'bank'],
    ['a phone with fast charging', 'phone', 'nova'],
    ['I want to listen to music', undefined, 'wh'],
    ['想在家看电影', undefined, 'tv'],
    ['my room is too dark', undefined, 'lamp'],
    ['给十岁男孩的礼物', undefined, 'blocks'],
  ])('"%s" (read as %s) is met by %s', async (text, category, id) => {
    expect(await first(text, category)).toBe(id);
  });

  test('a measure that was only read, and that no goods of the kind state, is no limit on them; a chosen one is', async () => {
    const filters = { category: 'headphones', attributes: { storage: 15 } };
    expect(await idsOf('headphones for my 15 GB thing', { filters, inferred: ['category'] })).toContain('wh');
    expect(await idsOf('headphones', { filters })).toEqual([]);
    const flagged = { category: 'phone', attributes: { anc: true } };
    expect(await idsOf('phone', { filters: flagged, inferred: ['category'] })).toEqual([]);
  });

  test('further text of a feed is searched', async () => {
    const { products } = SMALL_SHOP;
    const told = await createRetriever(
      packOf({ products: [...products, product('x', { en: 'Plain box' }, { extra: 'Part number QX-77 walnut' })] }),
    );
    expect((await told.search({ text: 'qx77', language: 'en' })).hits[0]?.product.id).toBe('x');
    expect((await told.search({ text: 'walnut', language: 'en' })).hits[0]?.product.id).toBe('x');
  });
});

describe('limits', () => {
  test('nothing outside any limit is returned', async () => {
    expect(await idsOf('phone', { filters: { maxPrice: 500, category: 'phone' } })).toEqual(['nova']);
    expect(
      await idsOf('headphones', { filters: { category: 'electronics', brandExclude: ['sony'], maxPrice: 100 } }),
    ).toEqual(['basic']);
    expect(await idsOf('耳机', { filters: { attributes: { anc: true } } })).toEqual(['wh']);
    expect(await idsOf('phone', { filters: { inStock: true, category: 'phone' } })).toEqual(['nova']);
    expect(await idsOf('phone', { filters: { color: 'white', category: 'phone' } })).toEqual(['aura']);
    expect(await idsOf('phone', { filters: { attributes: { storage: { min: 200 } }, category: 'phone' } })).toEqual([
      'aura',
    ]);
    expect(await idsOf('phone', { exclude: new Set(['nova']), filters: { category: 'phone' } })).toEqual(['aura']);
  });

  test('a budget in another currency is converted, and its number is not looked for in titles', async () => {
    expect(
      await idsOf('3000元以内的手机', {
        language: 'zh',
        filters: { maxPrice: 3000, currency: 'CNY', category: 'phone' },
      }),
    ).toEqual(['nova']);
  });

  test('limits alone list the goods within them, in the order asked for', async () => {
    expect(await idsOf('', { filters: { maxPrice: 40, sort: 'price_asc' } })).toEqual([
      'case',
      'light',
      'basic',
      'lamp',
    ]);
  });

  test('when nothing is within the limits, the nearest are offered with what each breaks', async () => {
    const { hits, near } = await retriever.search({
      text: 'phone',
      language: 'en',
      filters: { category: 'phone', maxPrice: 300 },
    });
    expect(hits).toEqual([]);
    expect(near[0]).toMatchObject({ product: { id: 'nova' }, violates: ['maxPrice'] });
  });

  test('around a price the nearest prices come first and far ones are left out', async () => {
    expect(await idsOf('phone', { filters: { category: 'phone', aboutPrice: 700 } })).toEqual(['aura', 'nova']);
    expect(await idsOf('phone', { filters: { category: 'phone', aboutPrice: 100 } })).toEqual([]);
  });

  test('facets count what matches', async () => {
    const { facets, total } = await retriever.search({
      text: 'phones',
      language: 'en',
      filters: { category: 'phone' },
    });
    expect(total).toBe(2);
    expect(facets.brand).toEqual([
      { value: 'Vellomar', count: 1 },
      { value: 'Aura', count: 1 },
    ]);
  });
});

describe('products by name and by likeness', () => {
  test('finds both products of a comparison', () => {
    expect(
      retriever
        .findByName('compare the Aura X2 with the Nova 5', 2)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['aura', 'nova']);
  });

  test('products like one another are near in the vectors, which have unit length', async () => {
    expect((await retriever.similar('wh', 1)).map(({ id }) => id)).toEqual(['basic']);
    const vector = retriever.vectorOf('wh')!;
    expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
    expect((await retriever.nearest(vector, 1))[0].product.id).toBe('wh');
    expect(retriever.vectorOf('unknown')).toBeUndefined();
    expect(await retriever.similar('unknown')).toEqual([]);
  });
});

describe('answers', () => {
  test.each([
    ['when will my parcel arrive', 'en', 'delivery'],
    ['can I send it back', 'en', 'returns'],
    ['do you take credit cards', 'en', 'payment'],
    ['几天能收到', 'zh', 'delivery'],
    ['不喜欢可以退吗', 'zh', 'returns'],
    ['可以用微信支付吗', 'zh', 'payment'],
  ] as const)('"%s" (%s) is answered by %s', async (question, language, id) => {
    const [passage] = await retriever.answer(question, language);
    expect(passage).toMatchObject({ id, kind: 'faq', language, source: { file: 'faq.md', line: 1 } });
    expect(passage.answer).toBe(SMALL_SHOP.faq.find((entry) => entry.id === id)?.answer[language]);
    expect(passage.score).toBeGreaterThan(0);
    expect(passage.score).toBeLessThanOrEqual(1);
  });

  test.each(['what is the capital of Australia', '今天天气怎么样', 'tell me a joke'])(
    'the pack does not know: %s',
    async (question) => {
      expect(await retriever.answer(question, 'en')).toEqual([]);
    },
  );
});

describe('packs with little in them', () => {
  test('only ids and titles', async () => {
    const small = await createRetriever(
      packOf({ products: [product('a', { en: 'Deck screws 3/4 in.' }), product('b', { en: 'Shower head' })] }),
    );
    const { hits } = await small.search({ text: 'showerhead', language: 'en' });
    expect(hits.map((hit) => hit.product.id)).toEqual(['b']);
    expect((await small.search({ text: '3/4 inch screw', language: 'en' })).hits[0].product.id).toBe('a');
    expect(await small.answer('how long does delivery take', 'en')).toEqual([]);
  });

  test('one product, or none', async () => {
    const one = await createRetriever(packOf({ products: [product('a', { en: 'Teapot' })] }));
    expect((await one.search({ text: 'teapot', language: 'en' })).hits).toHaveLength(1);
    const none = await createRetriever(packOf({}));
    expect((await none.search({ text: 'teapot', language: 'en' })).hits).toEqual([]);
    expect(none.info).toMatchObject({ products: 0, passages: 0 });
  });

  test.each(['', '   ', '!!!', '😀😀', '\ud800', 'a'.repeat(50_000), '的'.repeat(5000)])(
    'odd text is searched without harm (%#)',
    async (text) => {
      await expect(retriever.search({ text, language: 'zh' })).resolves.toBeDefined();
      await expect(retriever.answer(text, 'zh')).resolves.toBeDefined();
    },
  );
});
