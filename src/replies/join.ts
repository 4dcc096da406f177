import type { Reply } from './reply.ts';

const MOST_CHOICES = 6;

/** One reply out of several about the same message: texts in order, the rest put together. */
export function joinReplies(replies: readonly Reply[]): Reply {
  const [first, ...others] = replies;
  if (others.length === 0) return first;
  const all = <K extends 'products' | 'sources' | 'choices'>(key: K) =>
    replies.flatMap((reply) => (reply[key] ?? []) as never[]) as NonNullable<Reply[K]>;
  const choices = all('choices');
  const products = all('products');
  const sources = all('sources');
  return {
    ...first,
    text: replies.map(({ text }) => text).join('\n\n'),
    table: replies.find(({ table }) => table)?.table,
    handoff: replies.find(({ handoff }) => handoff)?.handoff,
    ...(products.length > 0 && { products }),
    ...(sources.length > 0 && { sources }),
    ...(choices.length > 0 && {
      choices: choices
        .filter((choice, index) => choices.findIndex(({ id }) => id === choice.id) === index)
        .slice(0, MOST_CHOICES),
    }),
  };
}
