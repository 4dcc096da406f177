import type { Turn } from '../../../conversation/turn-record.ts';
import type { Product } from '../../../knowledge/pack.ts';
import { SERVICE } from '../lines/service.ts';
import { later, type Person } from '../person.ts';
import type { Wish } from '../personas/persona.ts';
import type { Story } from '../story.ts';
import { answerConsent, pressOr, say, sayLine, shownIn } from './talk.ts';

const MINUTE_MS = 60_000;

/** Looks for something: asks, narrows, asks about what is shown, and buys, thinks it over or gives up. */
export function* shop(person: Person): Story {
  const { persona, dice, voice } = person;
  const wish = nextWish(person);
  const most = wish.budget && Math.round(wish.budget[0] + dice.roll() * (wish.budget[1] - wish.budget[0]));
  const slots: Record<string, string> = most === undefined ? {} : { max: voice.amount(most) };
  if (dice.chance(0.3)) yield* sayLine(person, 'hello');

  const opener = voice.pick(wish.open, slots);
  let turn = yield* say(opener);
  let budgetSaid = slots.max !== undefined && opener.includes(slots.max);
  let shown = shownIn(person, turn);
  let misses = 0;

  for (let left = persona.patience; left > 0; left--) {
    turn = yield* answerConsent(person, turn);
    const now = shownIn(person, turn);
    if (now.length > 0 && turn?.route !== 'product_question') shown = now;
    if (shown.length === 0 || turn?.unanswered) {
      misses++;
      if (misses > 1 || dice.chance(0.3)) {
        yield* sayLine(person, 'giveUp');
        return;
      }
      const again = voice.unsaid(wish.open, slots);
      turn = again === undefined ? yield* sayLine(person, 'misread') : yield* say(again);
      shown = shownIn(person, turn);
      continue;
    }

    const fitting = shown.findIndex(
      ({ price, stock }) => stock !== 0 && (price === null || price <= (most ?? 1e9) * 1.1),
    );
    if (left <= 2) {
      yield* decide(person, fitting, shown);
      return;
    }
    if (fitting < 0) {
      const useBudget = !budgetSaid && dice.chance(0.6);
      budgetSaid ||= useBudget;
      turn = yield* useBudget ? sayLine(person, 'budget', slots) : sayLine(person, 'cheaper');
      continue;
    }
    const move = dice.weighted({
      budget: budgetSaid || most === undefined ? 0 : 2,
      refine: wish.refine ? 1.6 : 0,
      ask: 2,
      details: 0.8,
      compare: shown.length > 1 ? 0.7 : 0,
      more: 0.6,
      cheaper: 0.5,
      dislike: shown[0]?.brand ? 0.35 : 0,
      why: 0.15,
      service: 0.5,
      decide: left < persona.patience ? 1.4 : 0,
    });
    if (move === 'decide') {
      yield* decide(person, fitting, shown);
      return;
    }
    if (move === 'budget') budgetSaid = true;
    turn = yield* saying(move, person, wish, slots, shown, turn);
  }
}

function* saying(
  move: 'budget' | 'refine' | 'ask' | 'details' | 'compare' | 'more' | 'cheaper' | 'dislike' | 'why' | 'service',
  person: Person,
  wish: Wish,
  slots: Record<string, string>,
  shown: readonly Product[],
  turn: Turn | undefined,
): Story<Turn | undefined> {
  const { voice, dice, pack } = person;
  const position = dice.between(0, shown.length - 1);
  const nth = voice.nth(position);
  switch (move) {
    case 'ask':
      return yield* say(voice.unsaid(wish.ask, { nth }) ?? voice.line('ask', { nth }));
    case 'refine':
      return yield* say(voice.unsaid(wish.refine) ?? voice.line('more'));
    case 'details':
      return yield* pressOr(turn, `details:${shown[position]?.id}`, voice.line('ask', { nth }));
    case 'cheaper':
    case 'more':
    case 'compare':
      return yield* dice.chance(0.4) ? pressOr(turn, move, voice.line(move)) : sayLine(person, move);
    case 'dislike': {
      const brand = shown[position]?.brand ?? '';
      return yield* sayLine(person, 'dislike', { brand: brandIn(person, brand) });
    }
    case 'service':
      return yield* say(voice.pick(SERVICE[pack.domain]));
    default:
      return yield* sayLine(person, move, slots);
  }
}

/** A brand as people of that language write it: the Chinese product names begin with it. */
function brandIn({ language, pack }: Person, brand: string): string {
  if (language === 'en') return brand;
  const name = pack.products.find((product) => product.brand === brand)?.name.zh ?? brand;
  return name.split(' ')[0] ?? brand;
}

/** Takes the best that fits, or puts it off. */
function* decide(person: Person, fitting: number, shown: readonly Product[]): Story {
  const { dice, persona, voice } = person;
  const product = shown[fitting];
  if (product === undefined || !dice.chance(persona.buys)) {
    if (product && dice.chance(0.4)) {
      yield { kind: 'do', deeds: [{ type: 'view', productId: product.id, afterMs: 2 * MINUTE_MS }] };
    }
    yield* sayLine(person, dice.chance(0.8) ? 'leave' : 'giveUp');
    return;
  }
  if (dice.chance(0.75)) yield* sayLine(person, 'take', { nth: voice.nth(fitting) });
  yield* buy(person, product, dice.between(2, 40) * MINUTE_MS);
  if (dice.chance(0.5)) yield* sayLine(person, 'thanks');
  if (dice.chance(0.3)) yield { kind: 'subscribe' };
}

/** Looks at it, puts it into the cart and pays; what comes of it follows on other days. */
export function* buy(person: Person, product: Product, afterMs: number): Story {
  const { dice, persona } = person;
  const productId = product.id;
  const value = product.price ?? undefined;
  yield {
    kind: 'do',
    deeds: [
      { type: 'view', productId, afterMs: afterMs / 2 },
      { type: 'cart', productId, afterMs: afterMs * 0.8, ...(value !== undefined && { value }) },
      { type: 'purchase', productId, afterMs, quantity: 1, ...(value !== undefined && { value }) },
    ],
  };
  person.bought.push(product);
  if (dice.chance(persona.letDown)) {
    later(person, dice.between(4, 14), dice.chance(0.3) ? 'late' : 'complaint', product);
    if (dice.chance(0.5)) later(person, dice.between(8, 20), 'review', product);
    return;
  }
  if (dice.chance(0.2)) later(person, dice.between(1, 4), 'order');
  if (dice.chance(0.45)) later(person, dice.between(5, 25), 'review', product);
  if (dice.chance(0.08)) later(person, dice.between(5, 20), 'praise', product);
}

/** What they have not come for yet. */
function nextWish({ persona, had, dice }: Person): Wish {
  const open = persona.wishes.filter((wish) => !had.has(wish));
  const wish = dice.pick(open.length > 0 ? open : persona.wishes);
  had.add(wish);
  return wish;
}
