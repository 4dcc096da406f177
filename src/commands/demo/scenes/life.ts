import type { Product } from '../../../knowledge/pack.ts';
import type { Person } from '../person.ts';
import type { Deed, Story } from '../story.ts';
import { chat, complaint, deals, order, praise, privacy, service, unmet } from './care.ts';
import { buy, shop } from './shop.ts';

const MINUTE_MS = 60_000;

/** Everything a person does, visit by visit; what they buy brings further visits. */
export function* lifeOf(person: Person): Story {
  while (person.agenda.length > 0 && !person.gone) {
    person.agenda.sort((a, b) => a.at.getTime() - b.at.getTime());
    const { at, scene, about } = person.agenda.shift()!;
    yield { kind: 'wait', until: at };
    yield* SCENES[scene](person, about);
  }
}

const SCENES: Record<Person['agenda'][number]['scene'], (person: Person, about?: Product) => Story> = {
  shop,
  service,
  order: (person) => order(person),
  late: (person) => order(person, true),
  complaint,
  privacy,
  praise,
  chat,
  deals,
  unmet,
  browse,
  review,
};

/** On the shop's own pages: looks around, sometimes buys. */
function* browse(person: Person): Story {
  const { dice, persona, pack } = person;
  const kinds = new Set(persona.wishes.map(({ category }) => category));
  const near = pack.products.filter(({ category, stock }) => kinds.has(category) && stock !== 0);
  const products = near.length > 0 ? near : pack.products;
  const seen = Array.from({ length: dice.between(1, 5) }, () => dice.pick(products));
  const deeds: Deed[] = seen.map(({ id }, index) => ({ type: 'view', productId: id, afterMs: index * 2 * MINUTE_MS }));
  if (dice.chance(0.2)) deeds.push({ type: 'search', text: dice.pick([...kinds]), afterMs: MINUTE_MS });
  if (dice.chance(0.1)) deeds.push({ type: 'campaign_click' });
  if (dice.chance(0.08)) deeds.push({ type: 'social', productId: seen[0]!.id, afterMs: 12 * MINUTE_MS });
  const last = seen.at(-1)!;
  if (dice.chance(0.3)) deeds.push({ type: 'cart', productId: last.id, afterMs: 15 * MINUTE_MS });
  yield { kind: 'do', deeds };
  if (dice.chance(persona.buys * 0.35)) yield* buy(person, last, 20 * MINUTE_MS);
}

/** Writes what it is like, after some days. */
function* review(person: Person, about?: Product): Story {
  const { dice, persona, voice } = person;
  if (about === undefined) return;
  const stars = dice.chance(persona.letDown) ? dice.between(1, 2) : dice.chance(0.2) ? 3 : dice.between(4, 5);
  const text = voice.line(stars < 3 ? 'reviewBad' : stars === 3 ? 'reviewMixed' : 'reviewGood');
  yield { kind: 'do', deeds: [{ type: 'review', productId: about.id, value: stars, text }] };
}
