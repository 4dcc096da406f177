import { localize, type Pack } from '../knowledge/pack.ts';
import { intentName as phraseOf } from '../understanding/intent/intent-names.ts';
import type { ReplyLanguage } from '../understanding/understanding.ts';
import { intentName } from './words/terms.ts';

/** An intent in words; a pack's own is told by its question in the pack. */
export function intentTitle(intent: string, pack: Pack, language: ReplyLanguage): string {
  if (!pack.intents.some(({ name }) => name === intent)) return intentName(intent, language);
  const name = phraseOf(intent, pack)[language];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function categoryTitle(id: string, pack: Pack, language: ReplyLanguage): string {
  return localize(pack.categories.find((one) => one.id === id)?.name, language) || id;
}
