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
