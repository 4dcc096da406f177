import { describe, expect, test } from '@jest/globals';
import { loadPack } from '../../../src/knowledge/packs/load-pack.ts';
import { vocabularyOf } from '../../../src/knowledge/packs/vocabulary.ts';
import { fixture, withFolder } from './pack-folder.ts';

describe('the vocabulary of a pack', () => {
  test('names categories in every language, widened by the synonym groups', async () => {
    const { categories } = vocabularyOf(await loadPack(fixture('harbour')));
    expect(categories.find((each) => each.id === 'phone')?.names).toEqual([
      'Phones',
      '手机',
      'smartphone',
      'mobile',
      '智能机',
      'handset',
    ]);
  });

  test('holds the built-in colours and the pack’s own', async () => {
    const { colors } = vocabularyOf(await loadPack(fixture('harbour')));
    expect(colors.find((each) => each.id === 'grey')?.names).toEqual(expect.arrayContaining(['grey', 'gray', '灰色']));
    expect(colors.find((each) => each.id === 'midnight')?.names).toEqual(['midnight blue', '午夜蓝', 'navy blue']);
  });

  test('gives numbers their units and enums their values', async () => {
    const { attributes } = vocabularyOf(await loadPack(fixture('harbour')));
    expect(attributes.find((each) => each.id === 'storage')).toMatchObject({
      type: 'number',
      units: ['GB', '内存', 'G'],
    });
    expect(attributes.find((each) => each.id === 'connection')?.values?.[0]).toEqual({
      id: 'wireless',
      names: ['wireless', '无线', 'bluetooth', '蓝牙'],
    });
  });

  test('calls products also by their short names, which several may share', async () => {
    const { products } = vocabularyOf(await loadPack(fixture('harbour')));
    const names = Object.fromEntries(products.map((each) => [each.id, each.names]));
    expect(names['aura-x2-128']).toEqual(['Aura X2 128GB', '灵光 X2 128GB', 'Aura X2', 'X2', '灵光 X2']);
    expect(names['aura-x2-256']).toEqual(expect.arrayContaining(['Aura X2', '灵光 X2']));
    expect(names['nova-5']).toEqual(['Nova 5', '新星 5']);
  });

  test('learns what a brand is called in the other language from the names of its products', async () => {
    const csv = `id,name_en,name_zh,brand
1,Tinghe TH-N300 wireless headphones,听荷 TH-N300 头戴蓝牙耳机,Tinghe
2,Tinghe Doze headband,听荷 Doze 睡眠眼罩,Tinghe
3,Larch Field 15 laptop,落叶松 Field 15 笔记本,Larch
`;
    const { brands, products } = vocabularyOf(await withFolder({ 'a.csv': csv }, loadPack));
    expect(brands).toEqual([
      { id: 'Tinghe', names: ['Tinghe', '听荷'] },
      { id: 'Larch', names: ['Larch'] },
    ]);
    expect(products[0].names).toEqual(expect.arrayContaining(['TH-N300', '听荷 TH-N300', 'TH-N300 头戴蓝牙耳机']));
    expect(products[1].names).toEqual(expect.arrayContaining(['Tinghe Doze', '听荷 Doze']));
    expect(products[1].names).not.toContain('Doze');
    expect(products[2].names).toContain('Field 15');
  });

  test.each([
    ['Larch Paper 5G 128GB', 'Paper 5G'],
    ['Larch Ink (black) cartridge 305', 'Ink cartridge 305'],
    ['Larch Wide 49 monitor, 27 inch', 'Wide 49'],
  ])('%s is also called %s', async (name, short) => {
    const { products } = vocabularyOf(
      await withFolder({ 'a.jsonl': JSON.stringify({ id: 1, name, brand: 'Larch' }) }, loadPack),
    );
    expect(products[0].names).toContain(short);
  });

  test('never calls a product by what names a brand, a category or a colour', async () => {
    const csv = 'id,name,brand,category\n1,Larch Kettles,Larch,Kettles\n2,Larch Black,Larch,Kettles\n';
    const { products } = vocabularyOf(await withFolder({ 'a.csv': csv }, loadPack));
    expect(products.map((each) => each.names)).toEqual([['Larch Kettles'], ['Larch Black']]);
  });

  test('leaves out the long titles of a catalogue, which no customer types', async () => {
    const csv = `id,title\n1,${'very '.repeat(20)}long title\n2,Short one\n`;
    const { products } = vocabularyOf(await withFolder({ 'a.csv': csv }, loadPack));
    expect(products.map((each) => each.id)).toEqual(['2']);
  });
});
