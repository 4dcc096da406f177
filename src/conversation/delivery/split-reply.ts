import type { Reply } from '../../replies/reply.ts';
import type { ChannelCapabilities } from '../channel.ts';
import { splitText } from './split.ts';

/**
 * The messages a degraded reply is sent as, in order, each within the channel's limits, so that one that fails is sent
 * again without the others. Cards stand below the last text, or each alone (`maxCards: 1`); choices come with the last.
 */
export function splitReply(reply: Reply, { maxTextLength, maxCards }: ChannelCapabilities): Reply[] {
  const { text, products = [], table, choices, handoff, ...rest } = reply;
  const messages: Reply[] = splitText(text, maxTextLength).map((part) => ({ ...rest, text: part }));
  if (table) {
    const last = messages.at(-1);
    if (last) last.table = table;
    else messages.push({ ...rest, text: '', table });
  }
  for (const cards of groups(products, maxCards ?? Math.max(1, products.length))) {
    const last = messages.at(-1);
    if (last && last.products === undefined && maxCards !== 1) last.products = cards;
    else messages.push({ ...rest, text: '', products: cards });
  }
  if (messages.length === 0) messages.push({ ...rest, text });
  const last = messages[messages.length - 1];
  if (choices?.length) last.choices = choices;
  if (handoff) last.handoff = handoff;
  return messages;
}

function groups<T>(items: readonly T[], size: number): T[][] {
  const result: T[][] = [];
  for (let start = 0; start < items.length; start += size) result.push(items.slice(start, start + size));
  return result;
}
