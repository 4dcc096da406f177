import type { Bot } from '../../bot.ts';
import type { Turn } from '../../conversation/turn-record.ts';
import type { IncomingEvent } from '../../customers/events/event.ts';
import { identityOf, receiveFrom, type Utterance } from './channels.ts';
import type { StoryClock } from './clock.ts';
import type { Person } from './person.ts';
import { lifeOf } from './scenes/life.ts';
import type { Deed, Step, Story } from './story.ts';

export interface PlayOptions {
  bot: Pick<Bot, 'inbox' | 'intake' | 'customers' | 'takeover' | 'clicksStored'>;
  people: readonly Person[];
  clock: StoryClock;
  from: Date;
  /** Nothing is played past it: who is in mid-sentence stays there. */
  to: Date;
  /** Resolves with the finished turn of that id. */
  finished(turnId: string): Promise<Turn>;
  onProgress?(done: number, total: number): void;
}

export interface Played {
  turns: number;
  events: number;
}

/** One person on their way through their story. */
interface Player {
  person: Person;
  story: Story;
  /** Messages and deeds so far: ids are made of them. */
  said: number;
  deeds: number;
  answer?: Turn;
  /** The turn before, for who and where. */
  last?: Turn;
  /** Time of the next step, in milliseconds. */
  next: number;
}

/** Stories told at once: while one waits for the store, others go on. They share nothing, so the order is all the same. */
const AT_ONCE = 16;
const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** Plays all stories, each message through the real inbox at its own time. */
export async function play({ bot, people, clock, from, to, finished, onProgress }: PlayOptions): Promise<Played> {
  const played: Played = { turns: 0, events: 0 };
  const waiting = people.map((person): Player => {
    return { person, story: lifeOf(person), said: 0, deeds: 0, next: from.getTime() };
  });
  let done = 0;
  async function lane(): Promise<void> {
    for (let player = waiting.shift(); player; player = waiting.shift()) {
      await playOut(player);
      done++;
      onProgress?.(done, people.length);
    }
  }
  onProgress?.(0, people.length);
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return played;

  async function playOut(player: Player): Promise<void> {
    while (player.next <= to.getTime()) {
      const at = new Date(player.next);
      player.person.now = at;
      const step = player.story.next(player.answer);
      player.answer = undefined;
      if (step.done) return;
      await clock.at(at, () => take(player, step.value, at));
    }
  }

  async function take(player: Player, step: Step, at: Date): Promise<void> {
    const { dice } = player.person;
    switch (step.kind) {
      case 'wait':
        player.next = Math.max(player.next, step.until.getTime());
        return;
      case 'say':
        await say(player, { text: step.text }, at);
        player.next += dice.between(20, 90) * SECOND_MS;
        return;
      case 'press':
        await say(player, { text: step.choice.text, choice: step.choice }, at);
        player.next += dice.between(6, 40) * SECOND_MS;
        return;
      case 'do':
        await act(player, step.deeds, at);
        return;
      case 'subscribe':
        if (player.last) await bot.customers.setConsent(player.last.customerId, 'marketing', true, 'checkout');
        return;
      case 'colleague':
        await takeOver(player, step);
    }
  }

  async function say(player: Player, words: Pick<Utterance, 'text' | 'choice'>, at: Date): Promise<void> {
    player.said++;
    const message = receiveFrom(player.person, { ...words, count: player.said, at });
    const answered = finished(`${message.channel}|${message.id}`);
    await bot.inbox.receive(message);
    // A turn that failed is never finished; then nothing is under way any more.
    player.answer = await Promise.race([answered, bot.inbox.idle().then(() => undefined)]);
    player.answer ??= await Promise.race([answered, undefined]);
    // It may have been a look at a product, which the next list heeds.
    await bot.clicksStored();
    player.last = player.answer ?? player.last;
    played.turns++;
  }

  /** Deeds of the future do not happen. */
  async function act(player: Player, deeds: readonly Deed[], at: Date): Promise<void> {
    const customer = identityOf(player.person);
    const events = deeds.map(({ afterMs = 0, ...deed }): IncomingEvent => {
      player.deeds++;
      const id = `demo-${player.person.number}-${player.deeds}`;
      return { ...deed, id, customer, at: new Date(at.getTime() + afterMs) };
    });
    const past = events.filter((event) => event.at <= to);
    if (past.length > 0) await bot.intake.take(past);
    played.events += past.length;
  }

  /** A person answers after a while; what the customer says to them the bot leaves alone. */
  async function takeOver(player: Player, step: Extract<Step, { kind: 'colleague' }>): Promise<void> {
    const { person, last } = player;
    if (!last) return;
    const { conversationId } = last;
    const colleague = { login: step.author, name: step.author };
    const written = player.next + person.dice.between(4, 50) * MINUTE_MS;
    const answered = written + person.dice.between(1, 10) * MINUTE_MS;
    player.next = answered;
    if (written > to.getTime()) return;
    await clock.at(new Date(written), async () => {
      await bot.takeover.take(conversationId, colleague);
      await bot.takeover.write(conversationId, colleague, step.text);
    });
    if (answered > to.getTime()) return;
    const at = new Date(answered);
    await clock.at(at, async () => {
      await say(player, { text: step.reaction }, at);
      await bot.takeover.handBack(conversationId);
    });
  }
}
