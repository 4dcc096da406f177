import { renderMarkdown } from '../conversation/delivery/degrade-markdown.ts';

const same = (text: string): string => text;

/** Markdown of ours as plain lines, for where a reply is only read: marks go, words stay. */
export function plainText(markdown: string): string {
  return renderMarkdown(markdown, {
    text: same,
    strong: same,
    em: same,
    del: same,
    code: same,
    codeBlock: same,
    quote: same,
    link: (inner, href) => (inner === href ? href : `${inner} (${href})`),
  });
}
