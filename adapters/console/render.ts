import type { Reply } from '../../src/replies/reply.ts';

/** A reply as terminal text: Markdown marks taken off, buttons numbered. */
export function renderReply({ text, choices = [] }: Reply): string {
  const plain = text
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/~~(.+?)~~/g, '$1')
    .replace(/(^|\s)_(.+?)_(?=\s|$)/gm, '$1$2')
    .replace(/\[([^\]]+)\]\((\S+?)\)/g, '$1 ($2)');
  const buttons = choices.map((choice, index) => `[${index + 1}] ${choice.text}`).join('  ');
  return buttons === '' ? plain : `${plain}\n\n${buttons}`;
}
