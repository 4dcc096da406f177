import { expect, test } from '@jest/globals';
import { findPack, packNames } from '../../../src/knowledge/packs/find-pack.ts';
import { mistakesIn } from './pack-folder.ts';

test.each(packNames())('the pack %s has no mistake', async (name) => {
  expect(await mistakesIn(findPack(name))).toEqual([]);
});
