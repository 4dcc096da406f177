import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A shop of two lamps in a folder of its own: indexed in no time. `stock` is the first one's. */
export async function writeSmallPack(stock = 4, folder?: string): Promise<string> {
  const place = folder ?? (await mkdtemp(join(tmpdir(), 'small-pack-')));
  await writeFile(
    join(place, 'pack.yaml'),
    'id: small\nname: {en: Small shop, zh: 小店}\ndomain: shop\ncurrency: USD\ncategories:\n  - {id: lamp, name: {en: Lamps, zh: 灯}, synonyms: [lamp, 台灯]}\n',
  );
  await writeFile(
    join(place, 'products.csv'),
    `id,name_en,name_zh,category,price,stock
lamp-a,Aurelia reading lamp,奥蕾阅读灯,lamp,40,${stock}
lamp-b,Borea floor lamp,博雷落地灯,lamp,120,2
`,
  );
  return place;
}
