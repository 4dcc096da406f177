import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRetriever } from '../../../src/knowledge/create-retriever.ts';
import type { Product } from '../../../src/knowledge/pack.ts';
import type { Retriever } from '../../../src/knowledge/retriever.ts';
import type { Filters } from '../../../src/understanding/understanding.ts';
import { SMALL_SHOP } from '../small-pack.ts';

let retriever: Retriever;
beforeAll(async () => {
  retriever = await createRetriever({ ...SMALL_SHOP, faq: [] });
});

const price = fc.integer({ min: 0, max: 900 });
const filters: fc.Arbitrary<Filters> = fc.record(
  {
    category: fc.constantFrom('phone', 'headphones', 'electronics', 'lamp', 'nothing'),
    minPrice: price,
    maxPrice: price,
    brandInclude: fc.subarray(['Sony', 'zhuyu', 'AURA'], { minLength: 1 }),
    brandExclude: fc.subarray(['Sony', 'Zhuyu'], { minLength: 1 }),
    color: fc.constantFrom('black', 'white', 'pink'),
    alternatives: fc.record({ color: fc.subarray(['black', 'blue'], { minLength: 1 }) }, { requiredKeys: [] }),
    colorExclude: fc.subarray(['black', 'blue'], { minLength: 1 }),
    inStock: fc.boolean(),
    attributes: fc.record(
      { anc: fc.boolean(), storage: fc.record({ min: fc.integer({ min: 64, max: 300 }) }) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

const ELECTRONICS = ['phone', 'headphones', 'electronics'];

/** The limits as one would explain them, written without the code under test. */
function keeps(product: Product, wanted: Filters): boolean {
  const brand = product.brand.toLowerCase();
  const named = (brands: readonly string[]) => brands.some((one) => one.toLowerCase() === brand);
  const storage = wanted.attributes?.storage as { min: number } | undefined;
  return (
    (wanted.category === undefined ||
      product.category === wanted.category ||
      (wanted.category === 'electronics' && ELECTRONICS.includes(product.category))) &&
    (wanted.minPrice === undefined || product.price! >= wanted.minPrice) &&
    (wanted.maxPrice === undefined || product.price! <= wanted.maxPrice) &&
    (wanted.brandInclude === undefined || named(wanted.brandInclude)) &&
    !named(wanted.brandExclude ?? []) &&
    (wanted.color === undefined ||
      [wanted.color, ...(wanted.alternatives?.color ?? [])].some((color) => product.colors.includes(color))) &&
    (wanted.colorExclude === undefined ||
      product.colors.length === 0 ||
      product.colors.some((color) => !wanted.colorExclude!.includes(color))) &&
    (!wanted.inStock || product.stock! > 0) &&
    (wanted.attributes?.anc === undefined || (product.attributes.anc === true) === wanted.attributes.anc) &&
    (storage === undefined || Number(product.attributes.storage ?? 0) >= storage.min)
  );
}

test('whatever is asked, hits keep every limit, and without words all that keep them are hits', async () => {
  const texts = fc.constantFrom('', 'phone', '耳机', 'something white', 'headphnes', 'lawn mower');
  await fc.assert(
    fc.asyncProperty(texts, filters, async (text, wanted) => {
      const { hits } = await retriever.search({ text, filters: wanted, language: 'en', limit: 50 });
      const ids = hits.map(({ product }) => product.id);
      const allowed = SMALL_SHOP.products.filter((product) => keeps(product, wanted)).map(({ id }) => id);
      expect(allowed).toEqual(expect.arrayContaining(ids));
      if (text === '') expect(ids.sort()).toEqual(allowed.sort());
    }),
    { numRuns: 300 },
  );
});

test('an inferred category gives way to goods that meet the text better, a chosen one never', async () => {
  const query = {
    text: 'something soft for my phone, a case',
    language: 'en' as const,
    filters: { category: 'phone' },
  };
  const chosen = await retriever.search(query);
  expect(chosen.hits.every(({ product }) => product.category === 'phone')).toBe(true);
  const inferred = await retriever.search({ ...query, inferred: ['category'] });
  expect(inferred.hits[0].product.id).toBe('case');
});
