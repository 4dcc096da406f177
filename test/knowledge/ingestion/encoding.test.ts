import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { detectEncoding } from '../../../src/knowledge/ingestion/encoding.ts';
import { readLines, readText } from '../../../src/knowledge/ingestion/text-file.ts';
import { withFolder } from '../packs/pack-folder.ts';
import { reading } from './source.ts';

const detect = (bytes: Uint8Array) => withFolder({ file: bytes }, (folder) => detectEncoding(`${folder}/file`));

const SIMPLIFIED = 'id,name\n1,蓝牙耳机 降噪\n2,智能手机，价格三千元以内\n';
const TRADITIONAL = 'id,name\n1,藍牙耳機 降噪\n2,我們的退貨政策是三十天內可以退貨\n';
const WESTERN = 'id,name\n1,Théière émaillée – crème\n2,Bügeleisen “groß” 20€\n';

describe('the encoding of a file is found', () => {
  test.each([
    ['utf-8', SIMPLIFIED, Buffer.from(SIMPLIFIED)],
    ['utf-8', SIMPLIFIED, Buffer.from(`\ufeff${SIMPLIFIED}`)],
    ['utf-8', WESTERN, Buffer.from(WESTERN)],
    ['utf-16le', SIMPLIFIED, iconv.encode(SIMPLIFIED, 'utf-16', { addBOM: true })],
    ['utf-16le', SIMPLIFIED, iconv.encode(SIMPLIFIED, 'utf-16le')],
    ['utf-16be', SIMPLIFIED, iconv.encode(`\ufeff${SIMPLIFIED}`, 'utf-16be')],
    ['utf-16be', SIMPLIFIED, iconv.encode(SIMPLIFIED, 'utf-16be')],
    ['gb18030', SIMPLIFIED, iconv.encode(SIMPLIFIED, 'gbk')],
    ['gb18030', 'id,name\n1,手机\n', iconv.encode('id,name\n1,手机\n', 'gbk')],
    ['big5', TRADITIONAL, iconv.encode(TRADITIONAL, 'big5')],
    ['windows-1252', WESTERN, iconv.encode(WESTERN, 'win1252')],
    ['windows-1252', 'caf\u00e9\n', iconv.encode('caf\u00e9\n', 'win1252')],
  ])('%s, and its text read right: %#', async (name, text, bytes) => {
    expect(await detect(bytes)).toEqual({ name, brokenLines: [] });
    const read = await reading('a.csv', bytes, async (source, report) => [await readText(source, report)]);
    expect(read.items).toEqual([text]);
    expect(read.warnings).toHaveLength(name === 'utf-8' ? 0 : 1);
  });
});

describe('broken UTF-8 is told from another encoding', () => {
  test.each([
    ['a cut Chinese character', [...Buffer.from('id\n手机\n'), 0xe6, 0x89, 0x0a, ...Buffer.from('ok\n')], [3]],
    ['bytes that no text has', [...Buffer.from('id\nok\nCaf'), 0xff, 0xfe, 0x0a], [3]],
    ['a lead byte without its trail', [...Buffer.from('id\nCaf'), 0xc3, 0x28, 0x0a], [2]],
    ['one bad byte among French words', [...Buffer.from('été\nhiver\nno'), 0xeb, ...Buffer.from('l\n')], [3]],
    ['two broken lines', [0x31, 0xe6, 0x0a, ...Buffer.from('手机手机\n'), 0xe6, 0x89, 0x0a], [1, 3]],
  ])('%s', async (_name, bytes, brokenLines) => {
    expect(await detect(Buffer.from(bytes))).toEqual({ name: 'utf-8', brokenLines });
  });

  test('also past the first megabytes of a feed', async () => {
    const line = Buffer.from('1,a line of plain text that goes on for a while\n');
    const bytes = Buffer.concat([...Array.from({ length: 60_000 }, () => line), Buffer.from([0xe6, 0x89, 0x0a])]);
    expect(await detect(bytes)).toEqual({ name: 'utf-8', brokenLines: [60_001] });
  });
});

test('a character is not torn where two chunks of the file meet', async () => {
  const text = '手'.repeat(300_000);
  const { items } = await reading('a.csv', text, readLines);
  expect(items).toEqual([text]);
});

test('a line that would not fit in memory is refused, not read', async () => {
  const { mistakes } = await reading('a.csv', `ok\n${'x'.repeat(9 << 20)}`, readLines);
  expect(mistakes).toEqual(['2: a line longer than 8388608 characters']);
});
