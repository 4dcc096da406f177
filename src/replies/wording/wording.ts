import type { Pack } from '../../knowledge/pack.ts';
import type { ReplyLanguage } from '../../understanding/understanding.ts';
import { en, type WordingKey } from './en.ts';
import { zh } from './zh.ts';

export type { WordingKey } from './en.ts';

/** Words one key; variables fill `{name}`, a missing one is left empty. */
export type Say = (key: WordingKey, variables?: Record<string, string | number>) => string;

const BUILT_IN: Record<ReplyLanguage, Record<WordingKey, readonly string[]>> = { en, zh };

/** The wording of one language with the pack's overrides; `seed` picks among variants, the same for the same seed. */
export function createSay(pack: Pick<Pack, 'wording'>, language: ReplyLanguage, seed: string): Say {
  const own = pack.wording[language] ?? {};
  return (key, variables = {}) => {
    const variants = own[key] ?? BUILT_IN[language][key];
    const variant = variants[variants.length > 1 ? hash(seed + key) % variants.length : 0] ?? '';
    return variant.replace(/\{(\w+)\}/g, (_, name: string) => String(variables[name] ?? ''));
  };
}

/** FNV-1a over UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
