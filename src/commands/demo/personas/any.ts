import type { Pack, PackCategory } from '../../../knowledge/pack.ts';
import { FINANCE } from './finance.ts';
import type { Persona, Wish } from './persona.ts';
import { HOME } from './shop-home.ts';
import { MORE } from './shop-more.ts';
import { TECH } from './shop-tech.ts';
import { TRAVEL } from './travel.ts';

const KNOWN: Record<Pack['domain'], readonly Persona[]> = {
  shop: [...HOME, ...TECH, ...MORE],
  travel: TRAVEL,
  finance: FINANCE,
  other: [],
};

/** Fewer wishes that a pack can serve than this, and its own categories are asked for. */
const LEAST_WISHES = 6;

/** The personas whose wishes the pack has goods for; of a pack they do not know, people who ask for its categories. */
export function personasFor(pack: Pack): Persona[] {
  const stocked = new Set(pack.products.map(({ category }) => category));
  const fitting = KNOWN[pack.domain]
    .map((persona) => ({ ...persona, wishes: persona.wishes.filter(({ category }) => stocked.has(category)) }))
    .filter(({ wishes }) => wishes.length > 0);
  const wishes = fitting.reduce((sum, persona) => sum + persona.wishes.length, 0);
  return wishes >= LEAST_WISHES ? fitting : strangers(pack, stocked);
}

/** Three manners of people, with wishes made of the names of the pack's categories. */
function strangers(pack: Pack, stocked: ReadonlySet<string>): Persona[] {
  const wishes = pack.categories.filter(({ id }) => stocked.has(id)).map((category) => wishFor(category, pack));
  const common = { wishes: wishes.length > 0 ? wishes : [ANYTHING], visits: [1, 4] } as const;
  return [
    {
      ...common,
      id: 'buyer',
      weight: 2,
      patience: 6,
      buys: 0.5,
      consent: 0.85,
      letDown: 0.1,
      scenes: { service: 0.6 },
    },
    {
      ...common,
      id: 'doubter',
      weight: 1,
      patience: 4,
      buys: 0.3,
      consent: 0.6,
      letDown: 0.5,
      scenes: { complaint: 1 },
    },
    {
      ...common,
      id: 'guarded',
      weight: 0.5,
      patience: 4,
      buys: 0.3,
      consent: 0.1,
      letDown: 0.2,
      scenes: { privacy: 2 },
    },
  ];
}

const ANYTHING: Wish = { category: '', open: { en: ['what do you have?'], zh: ['你们有什么'] } };

function wishFor({ id, name }: PackCategory, { products }: Pack): Wish {
  const prices = products.flatMap(({ category, price }) => (category === id && price !== null ? [price] : []));
  const sorted = prices.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;
  const en = (name.en ?? name.zh ?? id).toLowerCase();
  const zh = name.zh ?? name.en ?? id;
  return {
    category: id,
    ...(sorted.length > 2 && { budget: [at(0.3), at(0.8)] as const }),
    open: {
      en: [`I'm looking for ${en}`, `what ${en} do you have?`, `${en}, please`],
      zh: [`想看看${zh}`, `${zh}有推荐的吗`, `有什么${zh}`],
    },
  };
}
