import type { Token, Tokens } from 'marked';
import { markdown } from '../../src/conversation/delivery/degrade-markdown.ts';

export type MarkTag =
  | 'p'
  | 'strong'
  | 'em'
  | 'del'
  | 'code'
  | 'pre'
  | 'ul'
  | 'ol'
  | 'li'
  | 'a'
  | 'blockquote'
  | 'br'
  | 'hr'
  | 'table'
  | 'tr'
  | 'th'
  | 'td';

/** Text, or an element the page makes of it. The page never gets HTML. */
export type MarkNode = string | { tag: MarkTag; children: MarkNode[]; href?: string; start?: number };

/** Markdown as a tree of few elements. HTML in it is text; links lead to http(s) only; pictures become links. */
export function parseMarkdown(text: string): MarkNode[] {
  return blocks(markdown.lexer(text));
}

function blocks(tokens: Token[]): MarkNode[] {
  return tokens.filter(({ type }) => !['space', 'def', 'checkbox'].includes(type)).map(block);
}

function block(token: Tokens.Generic): MarkNode {
  switch (token.type) {
    case 'heading':
      return element('p', [element('strong', spans(token.tokens))]);
    case 'paragraph':
      return element('p', spans(token.tokens));
    case 'text':
      return token.tokens ? element('p', spans(token.tokens)) : token.text;
    case 'code':
      return element('pre', [element('code', [token.text])]);
    case 'blockquote':
      return element('blockquote', blocks(token.tokens ?? []));
    case 'list':
      return list(token as Tokens.List);
    case 'table':
      return table(token as Tokens.Table);
    case 'hr':
      return element('hr', []);
    default:
      return element('p', [token.raw.trim()]);
  }
}

function list({ ordered, start, items }: Tokens.List): MarkNode {
  const children = items.map((item) => element('li', itemContent(item)));
  return ordered ? { tag: 'ol', children, ...(start !== '' && start !== 1 && { start }) } : element('ul', children);
}

/** A tight item's text stands in the item itself. */
function itemContent({ tokens, task, checked }: Tokens.ListItem): MarkNode[] {
  const box = task ? [checked ? '☑ ' : '☐ '] : [];
  const content = tokens.filter(({ type }) => type !== 'space' && type !== 'checkbox');
  return [
    ...box,
    ...content.flatMap((token) =>
      token.type === 'text' ? spans('tokens' in token ? token.tokens : [token]) : [block(token)],
    ),
  ];
}

function table({ header, rows }: Tokens.Table): MarkNode {
  const row = (tag: 'th' | 'td', cells: Tokens.TableCell[]) =>
    element(
      'tr',
      cells.map((cell) => element(tag, spans(cell.tokens))),
    );
  return element('table', [row('th', header), ...rows.map((cells) => row('td', cells))]);
}

function spans(tokens: Token[] = []): MarkNode[] {
  return tokens.flatMap(span);
}

function span(token: Tokens.Generic): MarkNode[] {
  switch (token.type) {
    case 'strong':
    case 'em':
    case 'del':
      return [element(token.type, spans(token.tokens))];
    case 'codespan':
      return [element('code', [token.text])];
    case 'br':
      return [element('br', [])];
    case 'link':
      return token.raw === token.text ? bareLink(token.text) : link(spans(token.tokens), token.href);
    case 'image':
      return link([token.text || token.href], token.href);
    case 'text':
      return token.tokens ? spans(token.tokens) : lines(token.text);
    case 'escape':
      return [token.text];
    default:
      return [token.raw];
  }
}

/** People's line breaks are kept. */
function lines(text: string): MarkNode[] {
  return text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [element('br', []), line]));
}

function link(children: MarkNode[], href: string): MarkNode[] {
  const isWeb = /^https?:\/\//i.test(href) && URL.canParse(href);
  return isWeb ? [{ tag: 'a', href: new URL(href).href, children }] : children;
}

/** An address in running text ends where Chinese begins. */
function bareLink(raw: string): MarkNode[] {
  const end = raw.search(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u);
  const address = end < 0 ? raw : raw.slice(0, end);
  return [...link([address], address), ...(end < 0 ? [] : [raw.slice(end)])];
}

function element(tag: MarkTag, children: MarkNode[]): MarkNode {
  return { tag, children };
}
