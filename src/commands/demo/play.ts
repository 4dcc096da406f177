import type { Bot } from '../../bot.ts';
import type { Turn } from '../../conversation/turn-record.ts';
import type { IncomingEvent } from '../../customers/events/event.ts';
import { identityOf, receiveFrom } from './channels.ts';
import type { Person } from './person.ts';
import { lifeOf } from './scenes/life.ts';
import type { Deed, Step, Story } from './story.ts';

/** The time that the bot goes by: the story's while it is played, then the real one. */
export interface StoryClock {
  now(): Date;
  set(at: Date): void;
  /** From now on the real time. */
  release(): void;
}

export function createStoryClock(): StoryClock {
  let told: Date | undefined;
  return {
    now: () => told ?? new Date(),
    set(at) {
      told = at;
    },
    release() {
      told = undefined;
    },
  };
}

export interface PlayOptions {
  bot: Pick<Bot, 'inbox' | 'intake' | 'customers' | 'outcomes' | 'takeover' | 'settled'>;
  people: readonly Person[];
  clock: StoryClock;
  from: Date;
  /** Nothing is played past it: who is in mid-sentence stays there. */
  to: Date;
  /** The turn that answered the last message. */
  lastTurn(): Turn | undefined;
  onProgress?(day: number, days: number): void;
}

export interface Played {
  turns: number;
  events: number;
}

/** One person on their way through their story. */
interface Player {
  person: Person;
  story: Story;
  /** Messages so far: ids are made of it. */
  said: number;
  deeds: number;
  answer?: Turn;
  /** The turn before, for who and where. */
  last?: Turn;
  next: number;
}

const DAY_MS = 86_400_000;
const SECOND_MS = 1000;

/** Plays all stories at once, in the order of their time, each message through the real inbox. */
export async function play({ bot, people, clock, from, to, lastTurn, onProgress }: PlayOptions): Promise<Played> {
  const played: Played = { turns: 0, events: 0 };
  const players = people.map((person): Player => {
    return { person, story: lifeOf(person), said: 0, deeds: 0, next: from.getTime() };
  });
  const days = Math.round((to.getTime() - from.getTime()) / DAY_MS);
  let day = -1;
  while (players.length > 0) {
    const index = earliest(players);
    const player = players[index]!;
    if (player.next > to.getTime()) {
      players.splice(index, 1);
      continue;
    }
    const at = new Date(player.next);
    clock.set(at);
    player.person.now = at;
    const today = Math.floor((player.next - from.getTime()) / DAY_MS);
    if (today !== day) onProgress?.(today, days);
    day = today;
    const { done, value } = player.story.next(player.answer);
    player.answer = undefined;
    if (done) players.splice(index, 1);
    else await take(player, value, at);
  }
  onProgress?.(days, days);
  return played;

  async function take(player: Player, step: Step, at: Date): Promise<void> {
    const { dice } = player.person;
    switch (step.kind) {
      case 'wait':
        player.next = Math.max(player.next, step.until.getTime());
        return;
      case 'say':
      case 'press':
        await say(
          player,
          step.kind === 'say' ? { text: step.text } : { text: step.choice.text, choice: step.choice },
          at,
        );
        player.next += dice.between(step.kind === 'say' ? 20 : 6, 90) * SECOND_MS;
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

  async function say(player: Player, words: Pick<Parameters<typeof receiveFrom>[1], 'text' | 'choice'>, at: Date) {
    player.said++;
    const message = receiveFrom(player.person, { ...words, count: player.said, at });
    await bot.inbox.receive(message);
    // A press may be a click, from which the ranking learns: the next turn must find it learnt, each time the story is played.
    await (words.choice ? bot.settled() : bot.inbox.idle());
    player.answer = lastTurn();
    player.last = player.answer;
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
    await bot.outcomes.settled();
    played.events += past.length;
  }

  /** A person answers after a while; what the customer says to them the bot leaves alone. */
  async function takeOver(player: Player, step: Extract<Step, { kind: 'colleague' }>): Promise<void> {
    const { person, last } = player;
    const { dice } = person;
    if (!last) return;
    const { conversationId } = last;
    const waited = player.next + dice.between(4, 50) * 60 * SECOND_MS;
    if (waited > to.getTime()) return;
    clock.set(new Date(waited));
    const colleague = { login: step.author, name: step.author };
    await bot.takeover.take(conversationId, colleague);
    await bot.takeover.write(conversationId, colleague, step.text);
    const answered = new Date(waited + dice.between(1, 10) * 60 * SECOND_MS);
    player.next = answered.getTime();
    if (answered <= to) {
      clock.set(answered);
      await say(player, { text: step.reaction }, answered);
      await bot.takeover.handBack(conversationId);
    }
  }
}

function earliest(players: readonly Player[]): number {
  let best = 0;
  for (let index = 1; index < players.length; index++) if (players[index]!.next < players[best]!.next) best = index;
  return best;
}
