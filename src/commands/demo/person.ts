import { localize, type Pack, type Product } from '../../knowledge/pack.ts';
import { createRandom } from '../../understanding/models/random.ts';
import type { ReplyLanguage } from '../../understanding/understanding.ts';
import { DEMO_CHANNELS, type DemoChannel, type Speaker } from './channels.ts';
import type { Persona, Scene, Wish } from './personas/persona.ts';
import { createDice, type Dice } from './random.ts';
import { createVoice, type Voice } from './voice.ts';

/** A visit to come: what for, and about which product bought before. */
export interface Appointment {
  at: Date;
  scene: Scene | 'browse' | 'review' | 'late';
  about?: Product;
}

/** A made-up customer with a life of their own. */
export interface Person extends Speaker {
  persona: Persona;
  language: ReplyLanguage;
  pack: Pack;
  dice: Dice;
  voice: Voice;
  /** The time of the story, set by who plays it. */
  now: Date;
  agenda: Appointment[];
  bought: Product[];
  /** Whether the question about remembering was answered. */
  asked: boolean;
  /** What they have come for already. */
  had: Set<Wish>;
  /** Asked to be forgotten: nothing follows. */
  gone: boolean;
}

const DAY_MS = 86_400_000;
const CHANNELS: Record<ReplyLanguage, Record<DemoChannel, number>> = {
  en: { web: 4, slack: 2, telegram: 2, teams: 2 },
  zh: { web: 5, slack: 1, telegram: 2.5, teams: 1.5 },
};
const LOCALES: Record<ReplyLanguage, readonly string[]> = {
  en: ['en-US', 'en-US', 'en-GB', 'en-IE', 'en-AU'],
  zh: ['zh-CN', 'zh-CN', 'zh-CN', 'zh-CN', 'zh-CN', 'zh-TW', 'zh-HK'],
};
/** Hours of the day, UTC, at which people there are awake. */
const AWAKE: Record<ReplyLanguage, readonly [number, number]> = { en: [12, 26], zh: [0, 15] };

export interface CastOptions {
  pack: Pack;
  personas: readonly Persona[];
  customers: number;
  seed: number;
  from: Date;
  to: Date;
}

/** Draws everyone: the same people for the same seed, at times between `from` and `to`. */
export function castPeople({ pack, personas, customers, seed, from, to }: CastOptions): Person[] {
  const weights = Object.fromEntries(personas.map(({ id, weight }) => [id, weight]));
  return Array.from({ length: customers }, (_, index) => {
    const number = index + 1;
    const dice = createDice(createRandom(seed * 1_000_003 + number * 7_919));
    const language: ReplyLanguage = dice.chance(0.5) ? 'en' : 'zh';
    const wanted = dice.weighted(weights);
    const persona = personas.find(({ id }) => id === wanted)!;
    const locale = dice.pick(LOCALES[language]);
    const traditional = locale === 'zh-TW' || locale === 'zh-HK';
    const channel = dice.weighted(CHANNELS[language]);
    return {
      number,
      name: nameOf(language, dice),
      locale,
      channel: DEMO_CHANNELS.includes(channel) ? channel : 'web',
      persona,
      language,
      pack,
      dice,
      voice: createVoice({ pack, language, traditional, dice }),
      now: from,
      agenda: agendaOf(persona, language, dice, from, to),
      bought: [],
      asked: false,
      had: new Set(),
      gone: false,
    };
  });
}

function agendaOf(persona: Persona, language: ReplyLanguage, dice: Dice, from: Date, to: Date): Appointment[] {
  const days = (to.getTime() - from.getTime()) / DAY_MS;
  const visits = dice.between(...persona.visits);
  const agenda: Appointment[] = [];
  for (let visit = 0; visit < visits; visit++) {
    const scene = visit === 0 && dice.chance(0.7) ? 'shop' : dice.weighted({ shop: 1, ...persona.scenes });
    agenda.push({ at: timeIn(language, dice, from, days), scene });
    if (dice.chance(0.5)) agenda.push({ at: timeIn(language, dice, from, days), scene: 'browse' });
  }
  return agenda.filter(({ at }) => at < to);
}

/** Some waking hour of some day. */
function timeIn(language: ReplyLanguage, dice: Dice, from: Date, days: number): Date {
  const [wake, sleep] = AWAKE[language];
  const hour = wake + (sleep - wake) * Math.sqrt(dice.roll());
  return new Date(from.getTime() + Math.floor(dice.roll() * days) * DAY_MS + (hour - from.getUTCHours()) * 3_600_000);
}

/** Adds a visit so many days from now. */
export function later(person: Person, days: number, scene: Appointment['scene'], about?: Product): void {
  const at = new Date(person.now.getTime() + days * DAY_MS);
  person.agenda.push({ at, scene, ...(about && { about }) });
}

/** What they call a product bought before: its kind, as one does. */
export function thingOf(person: Person, product: Product | undefined): string {
  const bought = product ?? person.bought.at(-1);
  const category = person.pack.categories.find(({ id }) => id === bought?.category);
  const plain =
    category && (person.language === 'zh' ? category.name.zh : singular(category.synonyms, category.name.en));
  if (plain) return plain;
  return bought ? localize(bought.name, person.language) : person.language === 'zh' ? '东西' : 'thing';
}

/** "phone" of "Phones": the pack's first Latin synonym is how people say it. */
function singular(synonyms: readonly string[], name: string | undefined): string | undefined {
  return synonyms.find((word) => /^[a-z][a-z -]+$/.test(word)) ?? name?.toLowerCase();
}

const NAMES: Record<ReplyLanguage, { first: readonly string[]; last: readonly string[] }> = {
  en: {
    first:
      'Emma Liam Olivia Noah Ava James Sophie Oliver Grace Ethan Chloe Lucas Hannah Jack Mia Henry Ella Leo Ruby Max Nora Sam Zoe Adam Ivy Ben Priya Omar Aisha Diego Ines Tomas Freya Callum Maeve Marcus Leila Jonas Tara Felix'.split(
        ' ',
      ),
    last: 'Carter Hughes Bennett Murphy Walsh Patel Novak Rossi Meyer Larsen Khan Silva Okafor Fraser Doyle Reed Barnes Quinn Hart Lowe Santos Weber Moreau Blake'.split(
      ' ',
    ),
  },
  zh: {
    first:
      '梓涵 浩然 雨桐 子轩 欣怡 宇航 诗涵 俊杰 思远 佳宁 晓敏 建国 丽华 志强 美玲 文博 静怡 海涛 雅婷 国庆 小雨 明哲 婉清 鹏飞 慧敏 晨曦 立新 秀英 一诺 嘉豪'.split(
        ' ',
      ),
    last: '王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 林 郭 何 高 罗'.split(' '),
  },
};

function nameOf(language: ReplyLanguage, dice: Dice): string {
  const { first, last } = NAMES[language];
  return language === 'zh' ? dice.pick(last) + dice.pick(first) : `${dice.pick(first)} ${dice.pick(last)}`;
}
