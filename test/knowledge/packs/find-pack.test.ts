import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findPack, packNames } from '../../../src/knowledge/packs/find-pack.ts';
import { loadPack } from '../../../src/knowledge/packs/load-pack.ts';
import { packIdOf } from '../../../src/knowledge/packs/pack-id.ts';
import { fixture, withFolder } from './pack-folder.ts';

const files = { 'shop/pack.yaml': '', 'travel/pack.yaml': '', 'notes.txt': '' };

test.each([
  ['harbour', 'harbour'],
  ['feeds/titles', 'titles'],
  ['feeds/titles/catalogue.csv', 'catalogue'],
  ['feeds/json/products.json', 'json'],
])('the id of a pack is known before it is loaded: %s', async (path, id) => {
  expect(packIdOf(fixture(path))).toBe(id);
  expect((await loadPack(fixture(path))).id).toBe(id);
});

describe('finding a pack', () => {
  test('by its name, as a folder or as a file', async () => {
    await withFolder(files, async (folder) => {
      expect(findPack('shop', folder)).toBe(join(folder, 'shop'));
      expect(findPack(join(folder, 'travel'), folder)).toBe(join(folder, 'travel'));
      expect(findPack(join(folder, 'shop/pack.yaml'), folder)).toBe(join(folder, 'shop/pack.yaml'));
    });
  });

  test('names the known ones when there is none', async () => {
    await withFolder(files, async (folder) => {
      expect(packNames(folder)).toEqual(['shop', 'travel']);
      expect(() => findPack('shpo', folder)).toThrow(
        expect.objectContaining({ code: 'PACK_NOT_FOUND', message: expect.stringContaining('shop, travel') }),
      );
      expect(() => findPack('no/such/folder', folder)).toThrow(expect.objectContaining({ code: 'PACK_NOT_FOUND' }));
    });
  });
});
