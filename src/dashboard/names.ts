import { localize, type Pack } from '../knowledge/pack.ts';
import { intentName as phraseOf } from '../understanding/intent/intent-names.ts';
import type { ReplyLanguage } from '../understanding/understanding.ts';
import { intentName, isTelling } from './words/terms.ts';

/** An intent in words; a pack's own is told by its question in the pack. */
export function intentTitle(intent: string, pack: Pack, language: ReplyLanguage): string {
  if (!pack.intents.some(({ name }) => name === intent)) return intentName(intent, language);
  const name = phraseOf(intent, pack)[language];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function categoryTitle(id: string, pack: Pack, language: ReplyLanguage): string {
  return localize(pack.categories.find((one) => one.id === id)?.name, language) || id;
}

/** Names one after another. */
export const listed = (names: readonly string[], language: ReplyLanguage): string =>
  names.join(language === 'zh' ? '、' : ', ');

/** What was wanted, at most so many, in words; politeness and what was not understood only where there is nothing else. */
export function wantedText(intents: readonly string[], most: number, pack: Pack, language: ReplyLanguage): string {
  const telling = intents.filter(isTelling);
  const shown = (telling.length > 0 ? telling : intents).slice(0, most);
  return listed(
    shown.map((id) => intentTitle(id, pack, language)),
    language,
  );
}
