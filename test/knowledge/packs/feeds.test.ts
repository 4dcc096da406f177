import { describe, expect, test } from '@jest/globals';
import { loadPack } from '../../../src/knowledge/packs/load-pack.ts';
import { fixture, PACK_YAML, withFolder } from './pack-folder.ts';

describe('product feeds of other shops', () => {
  test.each(['shopify', 'shopify-2025'])('%s: variants become one product at the lowest price', async (name) => {
    const { products } = await loadPack(fixture(`feeds/${name}`));
    expect(products[0]).toMatchObject({
      id: 'trail-jacket',
      name: { en: 'Trail Jacket' },
      brand: 'Fernhill',
      category: 'jackets',
      price: 79.5,
      listPrice: 99,
      stock: 8,
      sizes: ['S', 'M'],
      tags: ['outdoor', 'rain'],
      image: 'https://cdn.example.com/jacket.jpg',
      extra: 'FH-TJ-GS\nFH-TJ-BM',
    });
    expect(products[0].colors).toContain('black');
    expect(products[0].description.en).not.toContain('alert');
  });

  test('Shopify: drafts stay hidden, a Chinese title is Chinese', async () => {
    const { products } = await loadPack(fixture('feeds/shopify'));
    expect(products.map((product) => product.id)).toEqual(['trail-jacket', 'tea-towel']);
    expect(products[1]).toMatchObject({ name: { zh: '茶巾' }, description: { zh: '纯棉 茶巾' }, sizes: [] });
  });

  test.each([
    ['counted', '3,shopify,deny', 3],
    ['counted below none', '-2,shopify,deny', 0],
    ['sold beyond the stock', '-2,shopify,continue', null],
    ['not tracked', '0,,deny', null],
  ])('Shopify: stock that is %s', async (_name, columns, stock) => {
    const header =
      'Handle,Title,Variant Price,Variant Inventory Qty,Variant Inventory Tracker,Variant Inventory Policy';
    const { products } = await withFolder({ 'a.csv': `${header}\na,A,5,${columns}\n` }, loadPack);
    expect(products[0].stock).toBe(stock);
  });

  test.each([
    ['2025-06-15', 7, 10],
    ['2025-07-01', 10, undefined],
    ['2025-05-31', 10, undefined],
  ])('a sale price with dates holds on its days only: %s', async (day, price, listPrice) => {
    const files = {
      'woo/products.csv':
        'ID,Type,Name,Regular price,Sale price,Date sale price starts,Date sale price ends\n1,simple,A,10,7,2025-06-01,2025-06-30\n',
      'google/products.tsv':
        'id\ttitle\timage_link\tprice\tsale_price\tsale_price_effective_date\n1\tA\t\t10 USD\t7 USD\t2025-06-01T00:00Z/2025-06-30T23:59Z\n',
    };
    await withFolder(files, async (folder) => {
      for (const name of ['woo', 'google']) {
        const { products } = await loadPack(`${folder}/${name}`, { now: new Date(`${day}T12:00:00Z`) });
        expect([products[0].price, products[0].listPrice]).toEqual([price, listPrice]);
      }
    });
  });

  test('WooCommerce: variations find their parent by SKU and by id', async () => {
    const { products, categories } = await loadPack(fixture('feeds/woocommerce'));
    expect(products.map((product) => product.id)).toEqual(['41', '42']);
    expect(products[0]).toMatchObject({
      name: { en: 'Hoodie & Cap' },
      description: { en: 'Soft.\nWarm cotton.\n\nMachine wash.' },
      category: 'hoodies',
      price: 35,
      listPrice: 45,
      stock: 6,
      colors: ['blue', 'red'],
      sizes: ['S', 'M'],
    });
    expect(products[1]).toMatchObject({ price: 7.5, listPrice: 9.99, stock: 12 });
    expect(categories.find((category) => category.id === 'hoodies')?.parent).toBe('clothing');
  });

  test('Google Merchant XML: sale price, availability and category path are read, scripts are not', async () => {
    const pack = await loadPack(fixture('feeds/google-xml'));
    expect(pack.currency).toBe('EUR');
    expect(pack.products[0]).toMatchObject({
      id: 'TV_1',
      name: { en: 'Larch 55" TV' },
      description: { en: 'Bright & flat.' },
      category: 'televisions',
      price: 999,
      listPrice: 1299,
      stock: 0,
      colors: ['black', 'silver'],
      url: 'https://shop.example.com/tv?a=1&b=2',
    });
    expect(pack.products[1]).toMatchObject({ name: { zh: 'Larch 落叶松电视' }, stock: null });
  });

  test('Google Merchant TSV: an inch mark is no quote', async () => {
    const { products } = await loadPack(fixture('feeds/google-tsv'));
    expect(products.map((product) => [product.name.en, product.description.en, product.price])).toEqual([
      ['27" Monitor', 'A 27" panel', 199],
      ['32" Monitor', 'Said "big", is big', 299],
    ]);
  });

  test('JSON: names in two languages, nested specifications searched, prices with their currency', async () => {
    const pack = await loadPack(fixture('feeds/json'));
    expect(pack.currency).toBe('EUR');
    expect(pack.products[0]).toMatchObject({
      id: '7',
      name: { en: 'Kettle "Larch" {1.7 l}', zh: '电水壶' },
      brand: 'Larch',
      category: 'kettles',
      extra: '2200 W\nbase\nfilter',
    });
    expect(pack.products[1]).toMatchObject({ id: '8', price: 45 });
  });

  test('in a pack of ours a foreign category is found by its name, or added', async () => {
    const files = {
      'pack.yaml': `${PACK_YAML}categories:\n  - {id: jacket, name: {en: Coats, zh: 外套}, synonyms: [jackets]}\n`,
      'products.csv': 'Handle,Title,Type,Variant Price\na,A,Jackets,5\nb,B,Mugs,5\n',
    };
    const pack = await withFolder(files, loadPack);
    expect(pack.products.map((product) => product.category)).toEqual(['jacket', 'mugs']);
    expect(pack.categories.map((category) => category.id)).toEqual(['jacket', 'mugs']);
  });
});

describe('a catalogue of ids and titles', () => {
  test('loads as the only file of a folder, whatever it is called', async () => {
    const pack = await loadPack(fixture('feeds/titles'));
    expect(pack).toMatchObject({ id: 'titles', domain: 'shop', currency: 'USD', faq: [], categories: [] });
    expect(pack.products.map((product) => [product.id, product.name.en, product.currency])).toEqual([
      ['1001', 'red kettle 1.7 l', 'USD'],
      ['1002', 'blue kettle', 'USD'],
    ]);
  });

  test.each([
    ['catalogue.jsonl', '{"id": 1, "title": "red kettle"}\n\n{"id": 2, "title": "蓝色水壶"}\n'],
    ['catalogue.jsonl', '{"id": "1", "name": "red kettle"}\n{"name": "蓝色水壶", "id": "2"}'],
    ['catalogue.tsv', 'id\ttitle\n1\tred kettle\n2\t蓝色水壶\n'],
    ['catalogue.csv', '\ufeffID;Title\r\n1;red kettle\r\n2;蓝色水壶\r\n'],
    ['products.json', '[{"id":1,"title":"red kettle"},{"id":2,"title":"蓝色水壶"}]'],
  ])('loads from %s given by its path: %j', async (name, content) => {
    const products = await withFolder(
      { [name]: content },
      async (folder) => (await loadPack(`${folder}/${name}`)).products,
    );
    expect(products.map((product) => [product.id, product.name])).toEqual([
      ['1', { en: 'red kettle' }],
      ['2', { zh: '蓝色水壶' }],
    ]);
  });

  test('keeps ids as they are, and shortens only what no button can carry', async () => {
    const long = 'x'.repeat(60);
    const { products } = await withFolder({ 'a.csv': `id,title\nA/1:2,one\n${long}1,two\n${long}2,three\n` }, loadPack);
    expect(products[0].id).toBe('A/1:2');
    expect(products.map((product) => product.id.length)).toEqual([5, 48, 48]);
    expect(new Set(products.map((product) => product.id)).size).toBe(3);
  });

  test('passes over what exports write for nothing', async () => {
    const { products } = await withFolder(
      { 'a.csv': 'id,title,price,rating\n1,one,nan,0\n2,two,N/A,4.5 out of 5\n' },
      loadPack,
    );
    expect(products.map((product) => [product.price, product.rating])).toEqual([
      [null, undefined],
      [null, 4.5],
    ]);
  });
});
