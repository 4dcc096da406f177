import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Mistake } from '../../../src/knowledge/ingestion/report.ts';
import { loadPack } from '../../../src/knowledge/packs/load-pack.ts';
import { fixture, mistakesIn, PACK_YAML, withFolder } from './pack-folder.ts';

describe('a whole pack', () => {
  test('is read with products, texts, intents, synonyms, wording and orders', async () => {
    const pack = await loadPack(fixture('harbour'));
    expect(pack).toMatchObject({
      id: 'harbour',
      name: { en: 'Harbour & Hill', zh: '港山优选' },
      currency: 'USD',
      exchange: { CNY: 7.1 },
      synonyms: [{ words: ['手机', 'handset'] }, { words: ['headphones', '耳机'] }],
      wording: { en: { greeting: ['Hello there!'], thanks: ["You're welcome.", 'Any time.'] }, zh: {} },
    });
    expect(pack.orders).toEqual([
      {
        id: 'A1001',
        status: 'shipped',
        items: ['aura-x2-128', 'nova-5'],
        placedAt: '2025-10-30',
        etaAt: '2025-11-03',
        carrier: 'Swift',
        tracking: 'SW123',
      },
      { id: 'A1002', status: 'processing', items: ['nova-5'], placedAt: '2025-11-01' },
    ]);
    expect(pack.intents.map((intent) => [intent.name, intent.faq, intent.answer?.zh])).toEqual([
      ['ask_gift_wrap', 'gift-wrap', undefined],
      ['ask_showroom', undefined, '我们没有门店。'],
    ]);
    expect(pack.colors.find((color) => color.id === 'midnight')?.name.zh).toBe('午夜蓝');
    expect(pack.colors.find((color) => color.id === 'black')?.name.zh).toBe('黑色');
  });

  test('gives every field of a product its type', async () => {
    const [first, second, third] = (await loadPack(fixture('harbour'))).products;
    expect(first).toEqual({
      id: 'aura-x2-128',
      name: { en: 'Aura X2 128GB', zh: '灵光 X2 128GB' },
      description: { en: 'A phone with a "bright" screen.\nIt is light.', zh: '屏幕明亮的手机。' },
      category: 'phone',
      brand: 'Aura',
      price: 1299,
      listPrice: 1399,
      currency: 'USD',
      stock: 7,
      colors: ['black', 'midnight'],
      sizes: [],
      tags: ['new', 'gift'],
      rating: 4.6,
      since: '2025-03-31',
      image: 'phone.svg',
      url: 'https://shop.example.com/aura',
      attributes: { storage: 128, waterproof: true, connection: ['wireless', 'wired'] },
    });
    expect(second).toMatchObject({ stock: 0, attributes: { storage: 256, waterproof: false, connection: 'wireless' } });
    expect(third).toMatchObject({ price: 899, stock: null, colors: ['white'], attributes: { storage: 64 } });
  });

  test('splits texts at their headings, in the language of the file name or of the script', async () => {
    const { sections } = await loadPack(fixture('harbour'));
    expect(sections.map((each) => [each.id, each.language, each.headingPath, each.source.line])).toEqual([
      ['guide#清洁指南', 'zh', ['清洁指南'], 6],
      ['guide#清洁指南-耳机', 'zh', ['清洁指南', '耳机'], 8],
      ['policies.en#returns', 'en', ['Returns'], 6],
      ['policies.en#returns-refunds', 'en', ['Returns', 'Refunds'], 10],
      ['policies.en#refunds-exceptions', 'en', ['Returns', 'Refunds', 'Exceptions'], 14],
    ]);
    expect(sections.map((each) => each.text).join(' ')).not.toMatch(/alert|color: red|Home \| Shop|owner: legal/);
  });
});

describe('a pack with mistakes', () => {
  test('lists every one with its file and line', async () => {
    const expected = readFileSync(join(fixture('broken'), 'mistakes.txt'), 'utf8')
      .trim()
      .split('\n');
    expect(await mistakesIn(fixture('broken'))).toEqual(expected);
  });

  const cases: [string, Record<string, string | Uint8Array>, string[]][] = [
    [
      'no product file',
      { 'pack.yaml': PACK_YAML },
      ['pack.yaml:1: no products file: products.csv, .tsv, .jsonl, .json or .xml'],
    ],
    [
      'no product file in a folder with other things',
      { 'images/products.csv': 'x' },
      ['.:1: no products file: products.csv, .tsv, .jsonl, .json or .xml'],
    ],
    ['an empty product file', { 'products.csv': '' }, ['products.csv:1: the file is empty']],
    ['a product file of only its header', { 'products.csv': 'id,name\n' }, ['products.csv:1: no products in it']],
    ['an empty pack.yaml', { 'pack.yaml': '\n', 'products.csv': 'id,name\n1,A\n' }, ['pack.yaml:1: the file is empty']],
    [
      'missing columns',
      { 'products.csv': 'sku_code,label\n1,A\n' },
      [
        'products.csv:1: missing column "id"',
        'products.csv:1: missing column: one of "name_en", "name_zh", "name" and "title"',
      ],
    ],
    [
      'broken UTF-8 among good',
      {
        'products.csv': Buffer.concat([
          Buffer.from('id,name\n1,手机\n2,'),
          Buffer.from([0xe6, 0x89]),
          Buffer.from('\n'),
        ]),
      },
      ['products.csv:3: broken UTF-8: bytes that are no character'],
    ],
    [
      'an unknown currency',
      { 'pack.yaml': PACK_YAML.replace('USD', 'DOLLARS'), 'products.csv': 'id,name\n1,A\n' },
      ['pack.yaml:4: unknown currency "DOLLARS"; use an ISO 4217 code such as USD (currency)'],
    ],
    [
      'a key that pack.yaml does not know',
      { 'pack.yaml': `${PACK_YAML}colour: []\n`, 'products.csv': 'id,name\n1,A\n' },
      ['pack.yaml:5: unknown key "colour"'],
    ],
    [
      'YAML that is none',
      { 'pack.yaml': 'id: [small\nname: x\n', 'products.csv': 'id,name\n1,A\n' },
      ['pack.yaml:2: Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ],
    [
      'YAML that unfolds without end',
      {
        'pack.yaml': PACK_YAML,
        'products.csv': 'id,name\n1,A\n',
        'synonyms.yaml': `a: &a [x, x, x, x, x, x, x, x, x, x]\n${[...'bcdefgh'].map((key, at) => `${key}: &${key} [${Array(10).fill(`*${'abcdefgh'[at]}`)}]`).join('\n')}\n`,
      },
      ['synonyms.yaml:1: Excessive alias count indicates a resource exhaustion attack'],
    ],
    [
      'nesting that would exhaust the stack',
      {
        'products.csv': 'id,name\n1,A\n',
        'synonyms.yaml': `- [a, b]\n- ${'['.repeat(5000)}`,
        'a.md': '>'.repeat(100_000),
      },
      ['a.md:1: not readable as Markdown: Maximum call stack size exceeded', 'synonyms.yaml:2: nested too deep'],
    ],
    [
      'what it quotes on one line',
      { 'pack.yaml': PACK_YAML, 'products.csv': 'id,name,category\n1,A,"no\nsuch\u001b[31m"\n' },
      ['products.csv:2: unknown category "no such [31m" (product 1)'],
    ],
    [
      'a malformed JSON line',
      { 'products.jsonl': '{"id":"1","title":"A"}\n{"id":"2",}\n["3"]\n{"title":"B"}\n' },
      [
        `products.jsonl:2: malformed JSON: Expected double-quoted property name in JSON at position 10`,
        'products.jsonl:3: not a JSON object',
        'products.jsonl:4: no id',
      ],
    ],
    [
      'another currency in the middle of a catalogue',
      { 'products.csv': 'id,name,price\n1,A,€5\n2,B,$5\n' },
      ['products.csv:3: "$5" is not in EUR (product 2)'],
    ],
    [
      'the same id in two files',
      { 'products-a.csv': 'id,name\n1,A\n', 'products-b.csv': 'id,name\n2,B\n1,A\n' },
      ['products-b.csv:3: duplicate id "1", first in products-a.csv:2 (product 1)'],
    ],
    [
      'a text without text',
      { 'products.csv': 'id,name\n1,A\n', 'about.html': '<script>x</script>' },
      ['about.html:1: no text in it'],
    ],
  ];
  test.each(cases)('names %s', async (_name, files, expected) => {
    const found = await withFolder(files, mistakesIn);
    expect(found.map((each) => each.replace(/ \(line 1 column \d+\)$/, ''))).toEqual(expected);
  });

  test('names a product file of a kind that is not read, and a path where nothing is', async () => {
    await withFolder({ 'products.xlsx': 'x' }, async (folder) => {
      expect(await mistakesIn(`${folder}/products.xlsx`)).toEqual([expect.stringContaining('no products file')]);
      await expect(loadPack(`${folder}/nothing`)).rejects.toMatchObject({ code: 'PACK_NOT_FOUND' });
    });
  });

  test('lists the first thousand and counts the rest', async () => {
    const rows = Array.from({ length: 1500 }, (_, at) => `${at},Name,bad`).join('\n');
    await withFolder({ 'products.csv': `id,name,price\n${rows}\n` }, async (folder) => {
      const failed = loadPack(folder);
      await expect(failed).rejects.toMatchObject({ code: 'PACK_INVALID', details: { count: 1500 } });
      expect(await mistakesIn(folder)).toHaveLength(1000);
    });
  });
});

describe('any bytes at all', () => {
  const names = [
    'products.csv',
    'products.tsv',
    'products.jsonl',
    'products.json',
    'products.xml',
    'pack.yaml',
    'faq.md',
    'intents.yaml',
    'synonyms.yaml',
    'wording.en.yaml',
    'orders.csv',
    'about.md',
    'about.html',
  ];
  const marks = [
    ...'{}[]"\'<>/&;:,|-#*`!?\n\r\t \\0123456789.aé手',
    'id',
    'title',
    'price',
    '## ',
    '### en: ',
    'name: ',
    '<item>',
    '\ufeff',
    '\0',
  ];
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...marks), maxLength: 200 }),
  );

  test('in any file of a pack end in a pack or in a list of mistakes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), content, async (name, bytes) => {
        const rest = { 'pack.yaml': PACK_YAML, 'products.csv': 'id,name\n1,A\n' };
        for (const mistake of await withFolder({ ...rest, [name]: bytes }, mistakesIn))
          expect(mistake).toMatch(/^[\w.]+:\d+: ./);
      }),
      { numRuns: 400 },
    );
  });
});

describe('what is odd but no mistake', () => {
  async function warningsIn(files: Record<string, string | Uint8Array>): Promise<string[]> {
    let warnings: string[] = [];
    const onWarnings = (found: readonly Mistake[]) => {
      warnings = found.map((each) => `${each.file}:${each.line}: ${each.message}`);
    };
    await withFolder(files, (folder) => loadPack(folder, { onWarnings }));
    return warnings;
  }

  test('a description of 100,000 characters is cut', async () => {
    const long = 'word '.repeat(20_000).trim();
    expect(await warningsIn({ 'products.csv': `id,name,description\n1,A,${long}\n` })).toEqual([
      'products.csv:2: description of 99999 characters cut to 20000 (product 1)',
    ]);
  });

  test('a picture that is not there is left out', async () => {
    expect(await warningsIn({ 'pack.yaml': PACK_YAML, 'products.csv': 'id,name,image\n1,A,a.jpg\n' })).toEqual([
      'products.csv:2: no file images/a.jpg; shown without a picture (product 1)',
    ]);
  });

  test('a column of the shop’s own is only searched', async () => {
    const files = { 'pack.yaml': PACK_YAML, 'products.csv': 'id,name,fabric\n1,A,soft linen\n' };
    expect(await warningsIn(files)).toEqual(['products.csv:1: unknown column "fabric": its text is only searched']);
    expect((await withFolder(files, loadPack)).products[0].extra).toBe('soft linen');
  });
});
