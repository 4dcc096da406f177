import type { Pack } from '../../knowledge/pack.ts';
import type { Filters } from '../../understanding/understanding.ts';

/** Words of refusal that may stand before a thing, with what may stand between. */
const REFUSED_BEFORE =
  /(?:\b(?:not?|without|except|skip|avoid|anything but|other than|rather not|don'?t (?:want|like)|hate)(?:\s+(?:the|any|a|an|in|to|for|from))*\s*|(?:不要|不想要?|不去|别去?|除了|不喜欢|讨厌|排除)[去要有是的]?)$/i;

/** What is refused in so many words, though it is no key word: 不要拼图. */
const DIRECTLY =
  /(?:^|[，,。\s])(?:不要|不想要|别要)(?!太|那么|这么|很|再|超)([\u4e00-\u9fff]{2,6}?)(?:的|了|吧|啊)*(?=$|[，,。])/;

/** A refused key word with what tells it from others of its kind ("plush" of "plush toy") and its singular. */
function formsOf(keyword: string): string[] {
  const telling = /^([a-z-]{4,}) [a-z]+$/i.exec(keyword)?.[1];
  const singular = /^[a-z]{3,}[^s]s$/i.test(keyword) ? keyword.slice(0, -1) : undefined;
  return [keyword, telling, singular].filter((form) => form !== undefined);
}

/** The key words of a text that are refused in it: "not the Maldives", "不要羽绒的"; of "not a plush toy" what tells it from other toys, too. */
export function refusedWords(text: string, keywords: readonly string[]): string[] {
  const lower = text.toLowerCase();
  const refused = keywords.filter((keyword) => {
    const at = lower.indexOf(keyword.toLowerCase());
    return at > 0 && REFUSED_BEFORE.test(lower.slice(0, at));
  });
  const direct = DIRECTLY.exec(lower)?.slice(1) ?? [];
  return [...new Set([...refused.flatMap(formsOf), ...direct])];
}

/** Whether a word names a value that is refused already: as a limit, it needs no search for the word. */
export function isValueOf(
  word: string,
  refused: Filters['attributesExclude'],
  { attributes }: Pick<Pack, 'attributes'>,
): boolean {
  return Object.entries(refused ?? {}).some(([id, values]) =>
    attributes
      .find((one) => one.id === id)
      ?.values.some(
        (value) =>
          values.includes(value.id) &&
          [value.name.en, value.name.zh, ...value.synonyms].some((name) => name?.toLowerCase() === word.toLowerCase()),
      ),
  );
}
