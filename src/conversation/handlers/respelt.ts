import type { TurnContext, TurnParts } from '../context.ts';
import { kindsUnder } from '../dialogue/fitting-limits.ts';

/**
 * The context as if the words were spelt as the search read them, where that tells more of what is wanted: a "gamign laptop" is of a
 * kind of its own. Undefined where it tells nothing new.
 */
export function respelt(
  context: TurnContext,
  corrections: readonly [written: string, read: string][],
  { understander, pack, now }: Pick<TurnParts, 'understander' | 'pack' | 'now'>,
): TurnContext | undefined {
  const { understanding } = context;
  let { text } = understanding.clean;
  for (const [written, read] of corrections) text = replaced(text, written, read);
  if (text === understanding.clean.text) return undefined;
  const { category } = understanding.filters;
  const { filters, keywords, clean } = understander.understand(text, {
    now: now(),
    fallbackLanguage: context.language,
  });
  const narrower =
    filters.category !== category &&
    filters.category !== undefined &&
    (category === undefined || kindsUnder(category, pack.categories).has(filters.category));
  const more = Object.keys(filters).length > Object.keys(understanding.filters).length;
  if ((!narrower && !more) || (category !== undefined && filters.category !== category && !narrower)) return undefined;
  return { ...context, understanding: { ...understanding, filters, keywords, clean } };
}

function replaced(text: string, written: string, read: string): string {
  const at = text.toLowerCase().indexOf(written.toLowerCase());
  return at < 0 ? text : text.slice(0, at) + read + text.slice(at + written.length);
}
