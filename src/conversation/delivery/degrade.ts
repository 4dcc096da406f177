import type { ProductCard, Reply, Table } from '../../replies/reply.ts';
import type { ChannelCapabilities } from '../channel.ts';

/** The reply as a channel of these capabilities can show it: what it can't show becomes Markdown text. */
export function degrade(reply: Reply, capabilities: ChannelCapabilities): Reply {
  const { products, table, choices, sources, ...rest } = reply;
  const parts = [reply.text];
  if (products?.length && !capabilities.cards) parts.push(products.map(cardText).join('\n'));
  if (table && !capabilities.tables) parts.push(tableText(table));
  if (sources?.length) parts.push(sourceText(reply));
  const shown = choices?.slice(0, capabilities.maxChoices);
  if (shown?.length && !capabilities.choices) parts.push(shown.map(({ text }) => `[${text}]`).join(' '));
  return {
    ...rest,
    text: parts.filter((part) => part !== '').join('\n\n'),
    ...(capabilities.cards && products && { products }),
    ...(capabilities.tables && table && { table }),
    ...(capabilities.choices && shown && { choices: shown }),
  };
}

function cardText(card: ProductCard, index: number): string {
  const price = card.listPrice ? `${card.price} (~~${card.listPrice}~~)` : card.price;
  const head = [`${index + 1}. **${card.title}**`, price].filter((part) => part !== '').join(' · ');
  return [head, card.reason, card.facts.join(' · ')].filter((line) => line !== '').join('\n   ');
}

/** One block a column, so that it stays readable on a phone. */
function tableText({ columns, rows }: Table): string {
  return columns
    .slice(1)
    .map((name, column) => [`**${name}**`, ...rows.map((row) => `- ${row[0]}: ${row[column + 1]}`)].join('\n'))
    .join('\n\n');
}

function sourceText({ sources = [], language }: Reply): string {
  const titles = [...new Set(sources.map(({ title }) => title))];
  return `_${language === 'zh' ? '来源：' : 'Source: '}${titles.join(language === 'zh' ? '、' : ', ')}_`;
}
