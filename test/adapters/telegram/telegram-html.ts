const TAGS = new Set(['b', 'i', 's', 'code', 'pre', 'a', 'blockquote']);

/** Reads Telegram's HTML as its server does: throws on an unknown or unclosed tag, a stray `<`, an unknown entity. Returns the text. */
export function parseFragment(html: string): string {
  const open: string[] = [];
  let text = '';
  for (const [piece] of html.matchAll(/<[^>]*>|[^<]+|</g)) {
    if (!piece.startsWith('<')) {
      if (/&(?!(?:lt|gt|amp|quot);)/.test(piece)) throw new Error(`entity in ${piece}`);
      text += piece.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
      continue;
    }
    const tag = /^<(\/?)([a-z]+)(?: href="[^"<>]*")?>$/.exec(piece);
    if (!tag || !TAGS.has(tag[2])) throw new Error(`tag ${piece}`);
    if (tag[1] === '') {
      if (tag[2] === 'blockquote' && open.includes('blockquote')) throw new Error('nested blockquote');
      open.push(tag[2]);
    } else if (open.pop() !== tag[2]) throw new Error(`unbalanced ${piece}`);
  }
  if (open.length > 0) throw new Error(`unclosed ${open}`);
  return text;
}
