import { Parser } from 'htmlparser2';

export const DROPPED = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'svg', 'head']);
export const BLOCKS = new Set([
  'p',
  'div',
  'br',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'section',
  'article',
  'blockquote',
  'hr',
]);

/** Whether a text holds tags or entities, rather than a mere "<" or "&". */
export function hasHtml(text: string): boolean {
  return /<\/?[a-z][a-z\d-]*(\s[^<>]*)?\/?>|<!--|&(#\d+|#x[\da-f]+|[a-z]+);/i.test(text);
}

/** The readable text of an HTML fragment: scripts and styles dropped, blocks on lines of their own. */
export function htmlToText(html: string): string {
  let text = '';
  let dropped = 0;
  const parser = new Parser({
    onopentag(name) {
      if (DROPPED.has(name)) dropped += 1;
      if (BLOCKS.has(name)) text += '\n';
    },
    ontext(data) {
      if (dropped === 0) text += data;
    },
    onclosetag(name) {
      if (DROPPED.has(name)) dropped -= 1;
      if (BLOCKS.has(name) && name !== 'br') text += '\n';
      else if (name === 'td' || name === 'th') text += ' ';
    },
  });
  parser.end(html);
  return tidy(text);
}

/** One space between words, at most one empty line. */
export function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
