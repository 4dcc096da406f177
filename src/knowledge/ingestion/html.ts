import { Parser } from 'htmlparser2';
import { BLOCKS, DROPPED, tidy } from './html-text.ts';
import { type Block, type DocumentReader, toSections } from './section.ts';
import { readText } from './text-file.ts';

/** Parts of a page that are about the page, not about the subject. */
const PAGE_PARTS = new Set(['nav', 'footer', 'form', 'button', 'select']);

/** HTML by its headings; scripts, styles, navigation and forms are dropped. */
export const readHtml: DocumentReader = async (source, report) => toSections(blocksOf(await readText(source, report)));

function blocksOf(html: string): Block[] {
  const blocks: Block[] = [];
  let text = '';
  let from: number | undefined;
  let dropped = 0;
  let depth = 0;
  const lineAt = createLineFinder(html);
  const flush = () => {
    const tidied = tidy(text);
    if (tidied !== '' && depth > 0)
      blocks.push({ kind: 'heading', depth, text: tidied.replaceAll('\n', ' '), line: lineAt(from ?? 0) });
    else if (tidied !== '') blocks.push({ kind: 'text', text: tidied, line: lineAt(from ?? 0) });
    text = '';
    from = undefined;
  };
  const parser = new Parser({
    onopentag(name) {
      if (DROPPED.has(name) || PAGE_PARTS.has(name)) dropped += 1;
      const heading = /^h([1-6])$/.exec(name);
      if (heading !== null) {
        flush();
        depth = Number(heading[1]);
      } else if (name === 'p' || name === 'table') flush();
      else if (name === 'li') text += '\n- ';
      else if (BLOCKS.has(name)) text += '\n';
    },
    ontext(data) {
      if (dropped > 0) return;
      if (data.trim() !== '') from ??= parser.startIndex;
      text += data;
    },
    onclosetag(name) {
      if (DROPPED.has(name) || PAGE_PARTS.has(name)) dropped -= 1;
      if (/^h[1-6]$/.test(name)) {
        flush();
        depth = 0;
      } else if (name === 'td' || name === 'th') text += ' | ';
      else if (BLOCKS.has(name)) text += '\n';
    },
  });
  parser.end(html);
  flush();
  return blocks;
}

/** Lines of growing places in a text, without counting from its start each time. */
function createLineFinder(text: string): (index: number) => number {
  let at = 0;
  let line = 1;
  return (index) => {
    for (; at < index; at += 1) if (text[at] === '\n') line += 1;
    return line;
  };
}
