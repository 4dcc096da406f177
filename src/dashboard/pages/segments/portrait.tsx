import { localize, type Pack } from '../../../knowledge/pack.ts';
import type { Portrait, PortraitFigure } from '../../../segments/portrait.ts';
import type { Strategy } from '../../../segments/segment.ts';
import type { ReplyLanguage } from '../../../understanding/understanding.ts';
import { formatHour, formatMoney, formatNumber, formatShare } from '../../format.ts';
import { categoryTitle, intentTitle, listed } from '../../names.ts';
import type { View } from '../../view.tsx';
import { channelName, isTelling } from '../../words/terms.ts';
import { words } from './words.ts';

const MONEY: readonly PortraitFigure[] = ['spent', 'perPurchase', 'price'];
const CONTENT = 0.15;

/** A figure as people read it. */
export function figureText(
  figure: PortraitFigure,
  value: number | undefined,
  pack: Pack,
  language: ReplyLanguage,
): string {
  if (value === undefined) return words[language].unknown;
  if (MONEY.includes(figure)) return formatMoney(value, pack.currency, language);
  if (figure === 'marketing') return formatShare(value, language);
  return formatNumber(value, language, figure === 'mood' ? 2 : 1);
}

export function ownFigure(portrait: Portrait | undefined, figure: PortraitFigure): number | undefined {
  const found = portrait?.figures[figure];
  return found && found.known > 0 ? found.mean : undefined;
}

/** A mood as a word. */
export function moodWord(mood: number | undefined, language: ReplyLanguage): string {
  const t = words[language];
  if (mood === undefined) return t.unknown;
  return mood >= CONTENT ? t.moods.good : mood <= -CONTENT ? t.moods.bad : t.moods.middling;
}

/** The first names of a list of shares. */
export function topNames(
  shares: readonly [string, number][] | undefined,
  nameOf: (id: string) => string,
  language: ReplyLanguage,
  most = 3,
): string {
  const names = (shares ?? []).filter(([, share]) => share > 0).slice(0, most);
  if (names.length === 0) return words[language].unknown;
  return listed(
    names.map(([id]) => nameOf(id)),
    language,
  );
}

/** What they write about: politeness and what was not understood is no subject. */
export function topicNames(
  intents: Portrait['intents'] | undefined,
  nameOf: (id: string) => string,
  language: ReplyLanguage,
  most?: number,
): string {
  return topNames(
    intents?.filter(([id]) => isTelling(id)),
    nameOf,
    language,
    most,
  );
}

/** Names of what a portrait lists. */
export function namers(
  pack: Pack,
  product: (id: string) => { name: Parameters<typeof localize>[0] } | undefined,
  language: ReplyLanguage,
) {
  return {
    category: (id: string) => categoryTitle(id, pack, language),
    intent: (id: string) => intentTitle(id, pack, language),
    product: (id: string) => localize(product(id)?.name, language) || id,
    channel: (id: string) => channelName(id, language),
  };
}

/** A strategy in one line. */
export function strategyText(
  { tone, offers, categories, channel, hour }: Strategy,
  pack: Pack,
  { language, timeZone }: Pick<View, 'language' | 'timeZone'>,
): string {
  const t = words[language];
  const parts = [
    t.tones[tone],
    t.offerings[offers],
    listed(
      categories.map((id) => categoryTitle(id, pack, language)),
      language,
    ),
    channel === undefined ? '' : channelName(channel, language),
    hour === undefined ? '' : formatHour(hour, timeZone),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
