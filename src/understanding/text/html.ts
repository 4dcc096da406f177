import { Tokenizer } from 'htmlparser2';

const TAG_NAMES =
  'a|abbr|article|b|big|blockquote|body|br|button|center|code|dd|del|div|dl|dt|em|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark|meta|nav|noscript|ol|p|pre|s|script|section|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|thead|title|tr|u|ul|video';
/** A whole known tag: "price <b 300" and "<3" are no HTML. */
const WHOLE_TAG = `/?(?:${TAG_NAMES})(?:\\s+[a-z/][^<>]*|\\s*/?)>|!--|!doctype\\b`;
const TAG = new RegExp(`<(?:${WHOLE_TAG})`, 'i');
const BARE_BRACKET = new RegExp(`<(?!${WHOLE_TAG})`, 'gi');
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,9});/i;
const BLOCK =
  /^(?:address|article|blockquote|br|dd|div|dl|dt|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|td|th|tr|ul)$/i;
const SILENT = /^(?:script|style|head|noscript|svg)$/i;

/** The text a reader of the HTML would see, blocks on their own lines; text without tags or entities comes back as it is. */
export function stripHtml(text: string): string {
  if (!TAG.test(text) && !ENTITY.test(text)) return text;
  const html = text.replace(BARE_BRACKET, '&lt;');
  const parts: string[] = [];
  let silent = 0;
  const say = (run: string) => {
    if (silent === 0) parts.push(run);
  };
  const nothing = () => {};
  // The tokenizer alone: the parser above it keeps a stack whose cost is quadratic in the depth of unclosed tags.
  const tokenizer = new Tokenizer(
    { decodeEntities: true, xmlMode: false },
    {
      ontext: (start, end) => say(html.slice(start, end)),
      ontextentity: (code) => say(String.fromCodePoint(code)),
      onopentagname: (start, end) => {
        const name = html.slice(start, end);
        if (SILENT.test(name)) silent++;
        else if (BLOCK.test(name)) say('\n');
      },
      onclosetag: (start, end) => {
        const name = html.slice(start, end);
        if (SILENT.test(name)) silent = Math.max(0, silent - 1);
        else if (BLOCK.test(name)) say('\n');
      },
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return parts.join('').replaceAll('\u00a0', ' ');
}
