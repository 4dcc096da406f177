import type { Product } from '../../../knowledge/pack.ts';
import { SERVICE } from '../lines/service.ts';
import { type Person, thingOf } from '../person.ts';
import type { Story } from '../story.ts';
import { answerConsent, answerHandoff, asks, colleague, pressOr, say, sayLine } from './talk.ts';

const PLACED_DAYS_AGO = 14;

/** One or two questions about the business. */
export function* service(person: Person): Story {
  const { dice, voice, pack } = person;
  if (dice.chance(0.35)) yield* sayLine(person, 'hello');
  for (let questions = dice.between(1, 2); questions > 0; questions--) {
    const turn = yield* say(voice.pick(SERVICE[pack.domain]));
    if (yield* answerHandoff(person, turn, 0.4)) return;
  }
  if (dice.chance(0.6)) yield* sayLine(person, 'thanks');
}

/** Where is it? With the number at hand, or not. */
export function* order(person: Person, late = false): Story {
  const { dice, pack, now } = person;
  if (dice.chance(0.2)) yield* sayLine(person, 'hello');
  let turn = yield* sayLine(person, 'orderAsk');
  const today = now.toISOString().slice(0, 10);
  const since = new Date(now.getTime() - PLACED_DAYS_AGO * 86_400_000).toISOString().slice(0, 10);
  const known = pack.orders.filter(({ placedAt }) => placedAt >= since && placedAt <= today);
  if (known.length === 0 || dice.chance(0.15)) {
    turn = yield* sayLine(person, 'orderUnknown');
    if (!(yield* answerHandoff(person, turn, 0.7)) && dice.chance(0.5)) {
      turn = yield* sayLine(person, 'person');
      if (turn?.reply?.handoff) yield* colleague(person);
    }
    return;
  }
  yield* sayLine(person, 'orderNumber', { id: dice.pick(known).id });
  if (!late) {
    if (dice.chance(0.8)) yield* sayLine(person, 'orderGood');
    return;
  }
  turn = yield* sayLine(person, 'orderLate');
  yield* answerHandoff(person, turn, 0.6);
}

/** Something went wrong: gentle or furious, and what the bot does about it decides how it ends. */
export function* complaint(person: Person, about?: Product): Story {
  const { dice } = person;
  const thing = thingOf(person, about);
  const furious = dice.chance(0.45);
  let turn = yield* sayLine(person, furious ? 'angry' : 'mild', { thing });
  if (yield* answerHandoff(person, turn, furious ? 0.5 : 0.35)) {
    yield* sendBack(person, about);
    return;
  }
  if (furious && dice.chance(0.7)) {
    turn = yield* sayLine(person, 'angryMore');
    if (yield* answerHandoff(person, turn, 0.6)) {
      yield* sendBack(person, about);
      return;
    }
  }
  turn = yield* sayLine(person, 'refund');
  yield* sendBack(person, about);
  if (!(yield* answerHandoff(person, turn, 0.3)) && dice.chance(0.5)) yield* sayLine(person, 'calmer');
}

function* sendBack({ dice }: Person, about: Product | undefined): Story {
  if (about === undefined || !dice.chance(0.55)) return;
  const value = about.price ?? undefined;
  const afterMs = dice.between(1, 4) * 86_400_000;
  yield {
    kind: 'do',
    deeds: [{ type: 'return', productId: about.id, afterMs, ...(value !== undefined && { value }) }],
  };
}

/** What is known, why, and whether it can go. */
export function* privacy(person: Person): Story {
  const { dice, voice } = person;
  if (dice.chance(0.75)) yield* sayLine(person, 'known');
  if (dice.chance(0.4)) yield* sayLine(person, 'stopAds');
  if (dice.chance(0.3)) yield* sayLine(person, 'robot');
  if (!dice.chance(0.35)) return;
  const turn = yield* sayLine(person, 'erase');
  if (!asks(turn, 'erase')) return;
  const yes = dice.chance(0.7);
  const words = voice.line(yes ? 'consentYes' : 'consentNo');
  yield* dice.chance(0.5) ? pressOr(turn, yes ? 'erase:yes' : 'erase:no', words) : say(words);
  person.gone = yes;
}

export function* praise(person: Person, about?: Product): Story {
  yield* sayLine(person, 'praise', { thing: thingOf(person, about) });
  if (person.dice.chance(0.3)) yield* sayLine(person, 'bye');
}

/** Passes the time of day. */
export function* chat(person: Person): Story {
  const { dice } = person;
  yield* sayLine(person, 'hello');
  yield* sayLine(person, dice.pick(['chat', 'robot', 'offTopic'] as const));
  if (dice.chance(0.5)) yield* sayLine(person, 'bye');
}

/** What is reduced? */
export function* deals(person: Person): Story {
  const { dice } = person;
  const turn = yield* answerConsent(person, yield* sayLine(person, 'promo'));
  if (turn?.reply?.products && dice.chance(0.5)) yield* sayLine(person, 'more');
  yield* sayLine(person, dice.chance(0.5) ? 'thanks' : 'leave');
}

/** Wants what is not sold here. */
export function* unmet(person: Person): Story {
  const { dice } = person;
  const turn = yield* sayLine(person, 'unmet');
  if (yield* answerHandoff(person, turn, 0.2)) return;
  yield* sayLine(person, dice.chance(0.6) ? 'giveUp' : 'thanks');
}
