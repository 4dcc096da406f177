import type { ReplyLanguage } from '../../understanding/understanding.ts';
import type { Localized } from '../pack.ts';

/** The language of a text by its script: Chinese when it has at least one Chinese character for every two Latin words. */
export function languageOf(text: string): ReplyLanguage {
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (chinese === 0) return 'en';
  const words = text.match(/[\p{Script=Latin}]+/gu)?.length ?? 0;
  return chinese * 2 >= words ? 'zh' : 'en';
}

/** A text of unsaid language under its own. */
export function inItsLanguage(text: string): Localized {
  return text === '' ? {} : { [languageOf(text)]: text };
}
