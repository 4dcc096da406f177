import { marked, type Token, type Tokens } from 'marked';

/** A top-level Markdown token with the line it starts on. */
export interface LocatedToken {
  token: Token;
  /** 1-based. */
  line: number;
}

/** The top-level tokens of a Markdown text; front matter and comments are left out. */
export function lexMarkdown(markdown: string): LocatedToken[] {
  let line = 1;
  const frontMatter = /^---\n.*?\n---\n/s.exec(markdown)?.[0] ?? '';
  line += frontMatter.split('\n').length - 1;
  return marked.lexer(markdown.slice(frontMatter.length)).flatMap((token) => {
    const leading = /^\n*/.exec(token.raw)![0].length;
    const located = { token, line: line + leading };
    line += token.raw.split('\n').length - 1;
    return token.type === 'space' || (token.type === 'html' && token.raw.startsWith('<!--')) ? [] : [located];
  });
}

/** A heading's words, without emphasis and code marks. */
export function headingText(token: Token): string {
  return plainText((token as Tokens.Heading).text);
}

export function plainText(markdown: string): string {
  return markdown.replace(/(\*\*|__|`)/g, '').trim();
}
