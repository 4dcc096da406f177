import { ROUTES } from '../../../conversation/turn-record.ts';
import { VISIT_FLAGS } from '../../../conversation/visits/visit.ts';
import { localize, type Pack } from '../../../knowledge/pack.ts';
import type { Segment } from '../../../segments/segment.ts';
import { ASPECTS, BASE_INTENTS, type ReplyLanguage } from '../../../understanding/understanding.ts';
import type { Option } from '../../layout/form.tsx';
import { intentTitle } from '../../names.ts';
import { aspectName, channelName, flagName, routeName, terms } from '../../words/terms.ts';

/** What the filters offer, in words. */
export interface FilterOptions {
  moods: Option[];
  about: Option[];
  intents: Option[];
  routes: Option[];
  channels: Option[];
  segments: Option[];
  products: Option[];
  flags: Option[];
}

const KNOWN_CHANNELS = ['web', 'slack', 'telegram', 'teams', 'console'];

export function filterOptions(parts: {
  language: ReplyLanguage;
  pack: Pack;
  segments: readonly Segment[];
  channels: Iterable<string>;
}): FilterOptions {
  const { language, pack, segments, channels } = parts;
  const named = (ids: Iterable<string>, name: (id: string) => string): Option[] =>
    [...ids].map((value) => ({ value, text: name(value) }));
  return {
    moods: named(['angry', 'negative', 'neutral', 'positive'], (id) => terms[language].moods[id as 'angry']),
    about: named(
      ASPECTS.filter((aspect) => aspect !== 'other'),
      (id) => aspectName(id, language),
    ),
    intents: intentOptions(pack, language),
    routes: named(ROUTES, (id) => routeName(id, language)),
    channels: named(new Set([...channels, ...KNOWN_CHANNELS]), (id) => channelName(id, language)),
    segments: segments
      .filter(({ status }) => status !== 'gone')
      .map(({ id, name }) => ({ value: id, text: name[language] })),
    products: pack.products
      .map(({ id, name }) => ({ value: id, text: localize(name, language) }))
      .sort((a, b) => a.text.localeCompare(b.text)),
    flags: named(VISIT_FLAGS, (id) => flagName(id as (typeof VISIT_FLAGS)[number], language)),
  };
}

/** Every intent the bot knows: the base ones and the pack's own. */
export function intentOptions(pack: Pack, language: ReplyLanguage): Option[] {
  const ids = [...BASE_INTENTS, ...pack.intents.map(({ name }) => name)];
  return ids.map((value) => ({ value, text: intentTitle(value, pack, language) }));
}
