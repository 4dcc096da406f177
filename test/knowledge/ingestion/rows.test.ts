import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readCsvRows } from '../../../src/knowledge/ingestion/csv-rows.ts';
import { readJsonArray, readJsonLines } from '../../../src/knowledge/ingestion/json-rows.ts';
import { readXmlRows } from '../../../src/knowledge/ingestion/xml-rows.ts';
import { reading } from './source.ts';

describe('CSV rows', () => {
  test('carry the line they start on, also after quoted line breaks and empty lines', async () => {
    const csv = 'id,name\r\n1,"a\r\nb\r\n\r\nc"\r\n\r\n2,"say ""hi"""\r\n3,plain\r\n';
    const { items, mistakes } = await reading('a.csv', csv, readCsvRows);
    expect(items).toEqual([
      { line: 2, fields: { id: '1', name: 'a\nb\n\nc' } },
      { line: 7, fields: { id: '2', name: 'say "hi"' } },
      { line: 8, fields: { id: '3', name: 'plain' } },
    ]);
    expect(mistakes).toEqual([]);
  });

  test('go on after a broken one, so that an open quote costs one row', async () => {
    const csv = 'id,name\n1,ok\n2,"open\n3,"two\nlines"\n4,x"y\n5,short,by\n6\n7,ok\n';
    const { items, mistakes } = await reading('a.csv', csv, readCsvRows);
    expect(items.map((row) => row.fields.id)).toEqual(['1', '3', '7']);
    expect(mistakes).toEqual([
      '3: a quote is opened and never closed',
      '6: a quote is opened and never closed',
      '7: 3 fields where the header has 2',
      '8: 1 fields where the header has 2',
    ]);
  });

  test('are separated by what the header is separated by', async () => {
    const rows = async (csv: string) => (await reading('a.csv', csv, readCsvRows)).items.map((row) => row.fields);
    expect(await rows('id;name\n1;a, b\n')).toEqual([{ id: '1', name: 'a, b' }]);
    expect(await rows('id\tname\n1\ta, "b"\n')).toEqual([{ id: '1', name: 'a, "b"' }]);
    expect(await rows('id,"a;b;c"\n1,x\n')).toEqual([{ id: '1', 'a;b;c': 'x' }]);
  });

  test('are what a spreadsheet writes: its delimiter first, empty cells to the right and below', async () => {
    const { items, mistakes } = await reading('a.csv', 'sep=;\r\nid;name\r\n1;a;;\r\n;\r\n2;b\r\n', readCsvRows);
    expect(items.map((row) => [row.line, row.fields.name])).toEqual([
      [3, 'a'],
      [5, 'b'],
    ]);
    expect(mistakes).toEqual([]);
  });

  test('a column named twice is a mistake', async () => {
    expect((await reading('a.csv', 'id,id\n1,2\n', readCsvRows)).mistakes).toEqual(['1: column "id" appears twice']);
  });

  test('any values written with quotes are read back', async () => {
    const value = fc.string({ unit: fc.constantFrom(...'ab",;\n\t 手') });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 8 }), async (rows) => {
        const quoted = rows.map((row, at) =>
          [String(at), ...row].map((each) => `"${each.replaceAll('"', '""')}"`).join(','),
        );
        const { items, mistakes } = await reading('a.csv', `id,a,b\n${quoted.join('\n')}\n`, readCsvRows);
        expect(mistakes).toEqual([]);
        expect(items.map(({ fields }) => [fields.a, fields.b])).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });
});

describe('JSON rows', () => {
  test('of lines: blank ones are passed over, malformed ones reported', async () => {
    const { items, mistakes } = await reading(
      'a.jsonl',
      '\ufeff{"id":1}\n\n{"id":2\n"text"\nnull\n{"id":3}',
      readJsonLines,
    );
    expect(items).toEqual([
      { line: 1, fields: { id: 1 } },
      { line: 6, fields: { id: 3 } },
    ]);
    expect(mistakes.map((each) => each.slice(0, 18))).toEqual([
      '3: malformed JSON:',
      '4: not a JSON obje',
      '5: not a JSON obje',
    ]);
  });

  test('of an array: with the line each starts on, whatever its strings hold', async () => {
    const json =
      '{"total": 2, "products": [\n {"id": "a]}\\"{", "n": [1, {"x": 2}]},\n\n {"id": "b"}\n], "next": [{"id": "no"}]}';
    const { items, mistakes } = await reading('a.json', json, readJsonArray);
    expect(items).toEqual([
      { line: 2, fields: { id: 'a]}"{', n: [1, { x: 2 }] } },
      { line: 4, fields: { id: 'b' } },
    ]);
    expect(mistakes).toEqual([]);
  });

  test('of an array that breaks off, or is none', async () => {
    expect((await reading('a.json', '[{"id": 1},\n{"id": 2', readJsonArray)).mistakes).toEqual([
      '2: the JSON array is not closed',
    ]);
    expect((await reading('a.json', '{"id": 1}', readJsonArray)).mistakes).toEqual(['1: no JSON array of products']);
    expect((await reading('a.json', '[{"id": 1},\n{"id": 2,}]', readJsonArray)).mistakes[0]).toMatch(
      /^2: malformed JSON/,
    );
  });

  test('of an array larger than a chunk are put together again', async () => {
    const all = Array.from({ length: 3000 }, (_, at) => ({ id: at, text: `${'长'.repeat(100)} } ] "` }));
    const { items } = await reading('a.json', JSON.stringify(all), readJsonArray);
    expect(items.map((row) => row.fields)).toEqual(all);
  });
});

describe('XML rows', () => {
  test('of Atom entries: links by their address, the first of several', async () => {
    const xml =
      '<feed xmlns="a" xmlns:g="b">\n<entry><g:id>1</g:id><title>A &amp; B</title><link href="https://x.example"/><g:color>red</g:color><g:color>blue</g:color></entry>\n</feed>';
    const { items, mistakes } = await reading('a.xml', xml, readXmlRows);
    expect(items).toEqual([{ line: 2, fields: { id: '1', title: 'A & B', link: 'https://x.example', color: 'red' } }]);
    expect(mistakes).toEqual([]);
  });

  test('an item that is not closed, and a file without items', async () => {
    expect(
      (await reading('a.xml', '<rss>\n<item><id>1</id>\n<item><id>2</id></item></rss>', readXmlRows)).mistakes,
    ).toEqual(['2: <item> is not closed']);
    expect((await reading('a.xml', '<html></html>', readXmlRows)).mistakes).toEqual([
      '1: no <item> or <entry> of a product feed in it',
    ]);
  });

  test('entities of the document’s own are not unfolded', async () => {
    const xml =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><rss><item><title>&b;</title></item></rss>';
    expect((await reading('a.xml', xml, readXmlRows)).items[0].fields).toEqual({ title: '&b;' });
  });
});
