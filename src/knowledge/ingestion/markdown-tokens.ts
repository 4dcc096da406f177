import { marked, type Token, type Tokens } from 'marked';
import { messageOf } from '../../errors.ts';
import type { Report } from './report.ts';
import { readText, type SourceFile } from './text-file.ts';

/** A top-level Markdown token with the line it starts on. */
export interface LocatedToken {
  token: Token;
  /** 1-based. */
  line: number;
}

/** The top-level tokens of a Markdown file; front matter and comments are left out. */
export async function readMarkdownTokens(source: SourceFile, report: Report): Promise<LocatedToken[]> {
  const markdown = await readText(source, report);
  try {
    return lex(markdown);
  } catch (error) {
    // Quotes or lists nested by the thousand exhaust the stack.
    report.mistake(source.file, 1, `not readable as Markdown: ${messageOf(error)}`);
    return [];
  }
}

function lex(markdown: string): LocatedToken[] {
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
