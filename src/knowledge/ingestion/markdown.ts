import type { Token, Tokens } from 'marked';
import { hasHtml, htmlToText } from './html-text.ts';
import { headingText, readMarkdownTokens } from './markdown-tokens.ts';
import { type Block, type DocumentReader, toSections } from './section.ts';

/** Markdown by its headings; the text of a section stays Markdown, embedded HTML becomes text. */
export const readMarkdown: DocumentReader = async (source, report) => {
  const blocks = (await readMarkdownTokens(source, report)).map(({ token, line }): Block => {
    if (token.type === 'heading')
      return { kind: 'heading', depth: (token as Tokens.Heading).depth, text: headingText(token), line };
    return { kind: 'text', text: mayHoldHtml(token) && hasHtml(token.raw) ? htmlToText(token.raw) : token.raw, line };
  });
  return toSections(blocks);
};

const mayHoldHtml = (token: Token) => token.type === 'html' || token.type === 'paragraph';
