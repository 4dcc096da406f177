import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { buildIndex } from '../src/knowledge/index/build-index.ts';
import { loadPack } from '../src/knowledge/packs/load-pack.ts';
import { startTestBot } from './support/bot.ts';

let folder: string;

const productFile = (price: number) => `id,name_en,name_zh,category,price,stock
lamp-a,Aurelia reading lamp,奥蕾阅读灯,lamp,${price},4
lamp-b,Borea floor lamp,博雷落地灯,lamp,120,2
`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'small-pack-'));
  await writeFile(
    join(folder, 'pack.yaml'),
    'id: small\nname: {en: Small shop, zh: 小店}\ndomain: shop\ncurrency: USD\ncategories:\n  - {id: lamp, name: {en: Lamps, zh: 灯}, synonyms: [lamp, 台灯]}\n',
  );
  await writeFile(join(folder, 'products.csv'), productFile(40));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the running bot', () => {
  test('takes up a rebuilt index: new prices, new products, nothing restarted', async () => {
    const shop = await startTestBot(folder);
    const ann = shop.customer();
    expect((await ann.say('show me lamps')).reply?.products?.map(({ price }) => price)).toContain('$40');

    await writeFile(join(folder, 'products.csv'), `${productFile(35)}lamp-c,Cirrus desk lamp,卷云台灯,lamp,60,1\n`);
    const before = shop.bot.retriever.info.version;
    await buildIndex(await loadPack(folder), { folder: shop.indexFolder });
    while (shop.bot.retriever.info.version === before) await new Promise((resolve) => setImmediate(resolve));

    const lamps = await shop.customer().say('show me lamps');
    expect(lamps.reply?.products?.map(({ price }) => price)).toEqual(expect.arrayContaining(['$35', '$60']));
    expect(lamps.grounding?.violations).toEqual([]);
    await shop.close();
  }, 60_000);

  test('works for a shop of one product with nothing else', async () => {
    await rm(join(folder, 'pack.yaml'));
    await writeFile(join(folder, 'products.csv'), 'id,name\nonly,Brass bell\n');
    const shop = await startTestBot(folder);
    const bell = await shop.customer().say('do you have a bell?');
    expect(bell.reply?.products?.map(({ title }) => title)).toEqual(['Brass bell']);
    expect(await shop.customer().say('how long does delivery take')).toMatchObject({ unanswered: true });
    await shop.close();
  }, 60_000);
});
