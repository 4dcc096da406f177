import { createRandom } from '../src/knowledge/embeddings/random.ts';
import type { Pack } from '../src/knowledge/pack.ts';

const BRANDS =
  'Vellomar Quorvane Xingpu Halvorsett Tinghe Cadenfell Pulsegrove Fotaryn Voltanne Keldrin Meshlark Gravenholt'.split(
    ' ',
  );
const KINDS = [
  'phone',
  'laptop',
  'monitor',
  'keyboard',
  'mouse',
  'headphones',
  'speaker',
  'camera',
  'printer',
  'router',
  'desk lamp',
  'office chair',
  'kettle',
  'air fryer',
  'vacuum cleaner',
  'backpack',
  'power bank',
  'projector',
  'usb hub',
  'memory card',
];
const TRAITS =
  'wireless portable compact gaming mechanical quiet rechargeable foldable waterproof slim ergonomic fast bright rugged smart mini curved adjustable silent digital'.split(
    ' ',
  );
const COLORS = 'black white red blue green silver grey gold'.split(' ');

const SYLLABLES = 'ba den ko mi ras tol ve pun gar sho lim wex dra fi nor cal tep zu hin mor'.split(' ');

/** Made-up words, the first ones much more frequent, as in any language. */
const WORDS = Array.from(
  { length: 4000 },
  (_, at) => SYLLABLES[at % 20] + SYLLABLES[Math.floor(at / 20) % 20] + SYLLABLES[Math.floor(at / 400) % 20],
);

/** A made-up catalogue: titles of some ten words with model numbers, descriptions of some thirty; the same for a count. */
export function syntheticPack(count: number): Pack {
  const random = createRandom(11);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const model = () =>
    `${String.fromCharCode(65 + Math.floor(random() * 26))}${String.fromCharCode(65 + Math.floor(random() * 26))}-${Math.floor(random() * 9000 + 1000)}`;
  const products = Array.from({ length: count }, (_, at) => {
    const brand = pick(BRANDS);
    const kind = pick(KINDS);
    const traits = Array.from({ length: 3 }, () => pick(TRAITS));
    return {
      id: `p${at}`,
      name: {
        en: `${brand} ${model()} ${traits[0]} ${traits[1]} ${kind} ${pick(COLORS)} ${Math.floor(random() * 512)}GB`,
      },
      description: {
        en: `A ${traits.join(', ')} ${kind} by ${brand}. ${Array.from({ length: 25 }, () => WORDS[Math.floor(WORDS.length * random() ** 4)]).join(' ')}`,
      },
      category: '',
      brand,
      price: Math.floor(random() * 900) + 9,
      currency: 'USD',
      stock: Math.floor(random() * 50),
      colors: [],
      sizes: [],
      attributes: {},
      tags: [],
    };
  });
  return {
    id: `synthetic-${count}`,
    folder: '',
    name: { en: 'Synthetic' },
    domain: 'shop',
    currency: 'USD',
    contact: {},
    categories: [],
    attributes: [],
    colors: [],
    products,
    faq: [],
    sections: [],
    intents: [],
    synonyms: [],
    wording: { en: {}, zh: {} },
    orders: [],
  };
}

/** Queries of one to three words on such a catalogue. */
export function syntheticQueries(count: number): string[] {
  const random = createRandom(5);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  return Array.from({ length: count }, () =>
    [...Array.from({ length: Math.floor(random() * 3) }, () => pick(TRAITS)), pick(KINDS)].join(' '),
  );
}
