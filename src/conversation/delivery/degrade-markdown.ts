import { Marked, type Token, type Tokens } from 'marked';

/** How a platform writes what Markdown says. `text` and the code functions get plain text and escape it; the others get rendered text. */
export interface Dialect {
  text(plain: string): string;
  strong(inner: string): string;
  em(inner: string): string;
  del(inner: string): string;
  code(plain: string): string;
  codeBlock(plain: string): string;
  link(inner: string, href: string): string;
  quote(inner: string): string;
  /** Set between a letter and styled text that touches it, where the platform would else not see the style. */
  gap?: string;
}

/** A line of the platform's dividing rule. */
const RULE = '———';

/** Markdown as every channel reads it. `**价格：**39元` is no emphasis to CommonMark, whose rule looks for spaces; to a Chinese reader it is. */
export const markdown = new Marked({
  gfm: true,
  extensions: [
    {
      name: 'strong',
      level: 'inline',
      start: (src) => src.indexOf('**'),
      tokenizer(src) {
        const match = /^\*\*(?!\s)((?:[^*\n\\]|\\.|\*(?!\*)){1,1000}?)(?<!\s)\*\*(?!\*)/.exec(src);
        if (!match) return undefined;
        return { type: 'strong', raw: match[0], text: match[1], tokens: this.lexer.inlineTokens(match[1]) };
      },
    },
  ],
});

/** Markdown in a platform's dialect. HTML in it is text; links lead to http(s) only; tables become lists. */
export function renderMarkdown(text: string, dialect: Dialect): string {
  return blocks(markdown.lexer(text), dialect, 0);
}

function blocks(tokens: Token[], dialect: Dialect, depth: number): string {
  return tokens
    .filter(({ type }) => type !== 'space' && type !== 'def')
    .map((token) => block(token, dialect, depth))
    .filter((part) => part !== '')
    .join(depth === 0 ? '\n\n' : '\n');
}

function block(token: Tokens.Generic, dialect: Dialect, depth: number): string {
  switch (token.type) {
    case 'heading':
      return styled(dialect.strong, inline(withoutStrong(token.tokens ?? []), dialect));
    case 'paragraph':
    case 'text':
      return token.tokens ? inline(token.tokens, dialect) : dialect.text(token.text);
    case 'code':
      return dialect.codeBlock(token.text);
    case 'blockquote':
      return dialect.quote(blocks(token.tokens ?? [], dialect, depth));
    case 'list':
      return list(token as Tokens.List, dialect, depth);
    case 'table':
      return table(token as Tokens.Table, dialect);
    case 'hr':
      return RULE;
    default:
      return dialect.text(token.raw.trim());
  }
}

function list({ items, ordered, start }: Tokens.List, dialect: Dialect, depth: number): string {
  const indent = '   '.repeat(depth);
  return items
    .map((item, index) => {
      const sign = ordered ? `${Number(start || 1) + index}.` : '•';
      const box = item.task ? (item.checked ? '☑ ' : '☐ ') : '';
      const body = blocks(
        item.tokens.filter(({ type }) => type !== 'checkbox'),
        dialect,
        depth + 1,
      );
      return `${indent}${sign} ${box}${body}`;
    })
    .join('\n');
}

/** One line a row, the column's name before each value. */
function table({ header, rows }: Tokens.Table, dialect: Dialect): string {
  const names = header.map(({ tokens }) => inline(tokens, dialect));
  return rows
    .map((cells) => {
      const [first = '', ...rest] = cells.map(({ tokens }) => inline(tokens, dialect));
      const values = rest.map((value, column) => (names[column + 1] ? `${names[column + 1]}: ${value}` : value));
      return `• ${[styled(dialect.strong, first), ...values].filter((part) => part !== '').join(' · ')}`;
    })
    .join('\n');
}

const STYLED = new Set(['strong', 'em', 'del', 'codespan']);

function inline(tokens: Token[], dialect: Dialect): string {
  let result = '';
  let afterStyle = false;
  for (const token of tokens) {
    const part = span(token, dialect);
    if (part === '') continue;
    const isStyled = STYLED.has(token.type);
    const touches =
      (isStyled && /[\p{L}\p{N}]$/u.test(result)) || (afterStyle && !isStyled && /^[\p{L}\p{N}]/u.test(part));
    result += touches ? `${dialect.gap ?? ''}${part}` : part;
    afterStyle = isStyled;
  }
  return result;
}

function span(token: Tokens.Generic, dialect: Dialect): string {
  const inner = () => inline(token.tokens ?? [], dialect);
  switch (token.type) {
    case 'strong':
      return styled(dialect.strong, inner());
    case 'em':
      return styled(dialect.em, inner());
    case 'del':
      return styled(dialect.del, inner());
    case 'codespan':
      return dialect.code(token.text);
    case 'br':
      return '\n';
    case 'link':
      return token.raw === token.text ? bareLink(token.text, dialect) : link(inner(), token.href, dialect);
    case 'image':
      return link(dialect.text(token.text), token.href, dialect);
    case 'text':
      return token.tokens ? inner() : dialect.text(token.text);
    case 'escape':
      return dialect.text(token.text);
    default:
      return dialect.text(token.raw);
  }
}

function link(inner: string, href: string, dialect: Dialect): string {
  return isWebAddress(href) ? dialect.link(inner, href) : inner;
}

/** An address in running text ends where Chinese begins. */
function bareLink(raw: string, dialect: Dialect): string {
  const end = raw.search(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u);
  const address = end < 0 ? raw : raw.slice(0, end);
  const rest = end < 0 ? '' : dialect.text(raw.slice(end));
  return `${isWebAddress(address) ? dialect.link(dialect.text(address), address) : dialect.text(address)}${rest}`;
}

function isWebAddress(href: string): boolean {
  return /^https?:\/\//i.test(href) && URL.canParse(href);
}

function styled(style: (inner: string) => string, inner: string): string {
  return inner.trim() === '' ? inner : style(inner);
}

function withoutStrong(tokens: Token[]): Token[] {
  return tokens.flatMap((token) => (token.type === 'strong' ? (token.tokens ?? []) : [token]));
}
