import { Converter } from 'opencc-js/cn2t';
import type { Pack } from '../../knowledge/pack.ts';
import type { ReplyLanguage } from '../../understanding/understanding.ts';
import { DOMAIN_LINES } from './lines/domains.ts';
import { en, type LineKey } from './lines/en.ts';
import { zh } from './lines/zh.ts';
import type { Lines } from './personas/persona.ts';
import type { Dice } from './random.ts';
import { drawTyping, typed } from './typing.ts';

/** How one person says things: in their language, in their hand, seldom the same twice. */
export interface Voice {
  line(key: LineKey, slots?: Record<string, string>): string;
  /** `undefined` when every line was said before and `once` is asked for. */
  pick(lines: Lines, slots?: Record<string, string>): string;
  unsaid(lines: Lines | undefined, slots?: Record<string, string>): string | undefined;
  /** "first", "第一个". */
  nth(position: number): string;
  /** An amount as this person says it: "150 bucks", "一千以内" without the 以内. */
  amount(value: number): string;
}

const BUILT_IN: Record<ReplyLanguage, Record<LineKey, readonly string[]>> = { en, zh };
const ORDINALS: Record<ReplyLanguage, readonly string[]> = {
  en: ['first', 'second', 'third'],
  zh: ['第一个', '第二个', '第三个'],
};

export interface VoiceOptions {
  pack: Pick<Pack, 'domain' | 'currency' | 'exchange'>;
  language: ReplyLanguage;
  traditional: boolean;
  dice: Dice;
}

export function createVoice({ pack, language, traditional, dice }: VoiceOptions): Voice {
  const typing = drawTyping(dice.roll, traditional);
  const said = new Set<string>();
  const own = DOMAIN_LINES[pack.domain];

  function say(line: string, slots: Record<string, string> = {}): string {
    said.add(line);
    const words = line.replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? '').trim();
    return typed(words, typing, dice.roll, traditionalise);
  }

  function fresh(lines: readonly string[]): string | undefined {
    const left = lines.filter((line) => !said.has(line));
    return left.length > 0 ? dice.pick(left) : undefined;
  }

  return {
    line(key, slots) {
      const lines = own?.[key]?.[language] ?? BUILT_IN[language][key];
      return say(fresh(lines) ?? dice.pick(lines), slots);
    },
    pick: (lines, slots) => say(fresh(lines[language]) ?? dice.pick(lines[language]), slots),
    unsaid(lines, slots) {
      const line = lines && fresh(lines[language]);
      return line === undefined ? undefined : say(line, slots);
    },
    nth: (position) => ORDINALS[language][position] ?? ORDINALS[language][0]!,
    amount: (value) => amountIn(language, value, pack, dice),
  };
}

function amountIn(language: ReplyLanguage, value: number, { currency, exchange }: VoiceOptions['pack'], dice: Dice) {
  const round = rounded(value);
  if (language === 'en') {
    if (currency !== 'USD') return `${round}`;
    return dice.pick([`$${round}`, `$${round}`, `${round}`, `${round} dollars`, `${round} bucks`]);
  }
  if (currency === 'CNY') return dice.pick([`${round}`, `${round}元`, `${round}块`]);
  if (exchange?.CNY === undefined || dice.chance(0.15)) return dice.pick([`${round}美元`, `${round}刀`]);
  const yuan = rounded(value * exchange.CNY);
  const thousands = '零一两三四五六七八九'[yuan / 1000];
  if (yuan % 1000 === 0 && thousands !== undefined && dice.chance(0.5)) return `${thousands}千`;
  return dice.pick([`${yuan}`, `${yuan}元`, `${yuan}块`, `${yuan}块钱`]);
}

/** As people round: to tens, fifties or hundreds. */
function rounded(value: number): number {
  const unit = value < 60 ? 5 : value < 200 ? 10 : value < 1000 ? 50 : 100;
  return Math.max(unit, Math.round(value / unit) * unit);
}

let converter: { convert(text: string): string } | undefined;

/** opencc-js builds its dictionary with the first text. */
function traditionalise(text: string): string {
  converter ??= { convert: Converter({ from: 'cn', to: 'tw' }) };
  return converter.convert(text);
}
