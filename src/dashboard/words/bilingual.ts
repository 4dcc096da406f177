import type { ReplyLanguage } from '../../understanding/understanding.ts';

/** The shape of one language's words, with literal texts widened so that the other language may differ. */
type Wording<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parameters: infer P) => string
      ? (...parameters: P) => string
      : Wording<T[K]>;
};

/** The words of one page in both languages: the compiler holds their keys and parameters equal. */
export function bilingual<const T>(en: T, zh: Wording<NoInfer<T>>): Record<ReplyLanguage, Wording<T>> {
  return { en: en as Wording<T>, zh };
}
