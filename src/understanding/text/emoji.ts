/** Emoji sequences (with joiners, skin tones, flags); a run of pictographs is matched one at a time. */
const EMOJI =
  /\p{Regional_Indicator}{2}|(?![™®©])\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?){0,6}/gu;
/** Faces typed with the keyboard, and WeChat's bracketed names ("[微笑]"). */
const EMOTICON =
  /(?<![\p{L}\d])(?:[:;=]['’]?-?[)(DPpOo/|]|<3|[Tt]_[Tt]|\^_?\^|-_-|>_<|QAQ|orz)(?![\p{L}\d])|\[[\u4e00-\u9fff]{1,4}\]/gu;
const MAYBE = /[^\0-\u2000]|[:;=^_<]|QAQ|orz|\[/;
const MOST = 50;

/** Emoji and emoticons in the order written, at most 50: a signal of how the writer feels. */
export function emojiOf(text: string): string[] {
  if (!MAYBE.test(text)) return [];
  const found: { at: number; emoji: string }[] = [];
  for (const pattern of [EMOJI, EMOTICON]) {
    let count = 0;
    for (const match of text.matchAll(pattern)) {
      found.push({ at: match.index, emoji: match[0] });
      if (++count === MOST) break;
    }
  }
  return found
    .sort((a, b) => a.at - b.at)
    .slice(0, MOST)
    .map((one) => one.emoji);
}
