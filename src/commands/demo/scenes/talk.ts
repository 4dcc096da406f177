import type { Turn } from '../../../conversation/turn-record.ts';
import type { Product } from '../../../knowledge/pack.ts';
import type { LineKey } from '../lines/en.ts';
import type { Person } from '../person.ts';
import type { Story } from '../story.ts';

export function* say(text: string): Story<Turn | undefined> {
  return yield { kind: 'say', text };
}

export function* sayLine(person: Person, key: LineKey, slots?: Record<string, string>): Story<Turn | undefined> {
  return yield { kind: 'say', text: person.voice.line(key, slots) };
}

/** Presses the button of that id where the reply has one; else says the words. */
export function* pressOr(turn: Turn | undefined, id: string, text: string): Story<Turn | undefined> {
  const choice = turn?.reply?.choices?.find((one) => one.id === id);
  return yield choice ? { kind: 'press', choice } : { kind: 'say', text };
}

/** Whether the reply asks about this (erase, consent, handoff): its yes button is there. */
export function asks(turn: Turn | undefined, about: string): boolean {
  return turn?.reply?.choices?.some(({ id }) => id === `${about}:yes`) ?? false;
}

/** Says yes or no to being remembered, once; some press, some write, some do not react. */
export function* answerConsent(person: Person, turn: Turn | undefined): Story<Turn | undefined> {
  if (!asks(turn, 'consent') || person.asked) return turn;
  const { dice, voice, persona } = person;
  person.asked = true;
  if (dice.chance(0.12)) return turn;
  const yes = dice.chance(persona.consent);
  const words = voice.line(yes ? 'consentYes' : 'consentNo');
  if (dice.chance(0.6)) yield* pressOr(turn, yes ? 'consent:yes' : 'consent:no', words);
  else yield* say(words);
  return turn;
}

/** Says yes or no to a person taking over; a yes is answered by one, who then gives the chat back. */
export function* answerHandoff(person: Person, turn: Turn | undefined, wanted: number): Story<boolean> {
  if (!asks(turn, 'handoff')) return false;
  const { dice, voice } = person;
  const yes = dice.chance(wanted);
  const words = voice.line(yes ? 'personYes' : 'personNo');
  const answered = dice.chance(0.5) ? yield* pressOr(turn, `handoff:${yes ? 'yes' : 'no'}`, words) : yield* say(words);
  if (answered?.reply?.handoff) yield* colleague(person);
  return yes;
}

const COLLEAGUES = {
  en: {
    author: 'Mia',
    lines: [
      'Hello, this is Mia from customer care. I have read your messages and am looking into it right now. You will have a solution by e-mail today.',
      'Hi, Mia here. Sorry for the trouble! I have arranged it for you and sent the details to your e-mail address.',
      'Hello, Mia speaking. I have asked the team in charge and will write to you here as soon as I know more, tomorrow at the latest.',
    ],
  },
  zh: {
    author: '小林',
    lines: [
      '您好，我是客服小林。您的情况我看过了，正在处理，今天之内会把解决方案发到您的邮箱。',
      '您好，我是小林。给您添麻烦了！已经为您安排好，详情发到您邮箱了。',
      '您好，小林为您服务。我已经联系负责的同事，最迟明天在这里回复您。',
    ],
  },
};

/** In most cases a person of the business writes; some wait still. */
export function* colleague({ dice, language, voice }: Person): Story {
  if (dice.chance(0.25)) return;
  const { author, lines } = COLLEAGUES[language];
  yield { kind: 'colleague', author, text: dice.pick(lines), reaction: voice.line('calmer') };
}

/** The products a reply shows, in order. */
export function shownIn({ pack }: Person, turn: Turn | undefined): Product[] {
  const ids = (turn?.reply?.products ?? []).map(({ productId }) => productId);
  return ids.flatMap((id) => pack.products.find((product) => product.id === id) ?? []);
}
