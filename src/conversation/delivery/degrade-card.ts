import type { ProductCard, Reply } from '../../replies/reply.ts';

/** What a card's button does: goes back to us with an id, or opens a page. */
export type CardButton = { text: string } & ({ id: string } | { url: string });

/** Platforms carry at least so much with a button (Telegram's `callback_data`), in bytes. */
export const BUTTON_ID_BYTES = 64;

const WORDS = {
  en: { details: 'Details', open: 'View' },
  zh: { details: '详情', open: '查看商品' },
};

/** A card's buttons: more about it (unless its id is too long to be carried), and its page where it has one. */
export function cardButtons(card: ProductCard, language: Reply['language']): CardButton[] {
  const words = WORDS[language];
  const id = `details:${card.productId}`;
  const page = webAddress(card.url);
  return [
    ...(Buffer.byteLength(id) <= BUTTON_ID_BYTES ? [{ text: words.details, id }] : []),
    ...(page ? [{ text: words.open, url: page }] : []),
  ];
}

/** The address if a customer's device can open it. */
export function webAddress(address: string | undefined): string | undefined {
  return address && /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address).href : undefined;
}

/** A picture's address if a chat platform can fetch and show it: none of them shows SVG. */
export function pictureAddress(image: string | undefined): string | undefined {
  const address = webAddress(image);
  return address && !/\.svg$/i.test(new URL(address).pathname) ? address : undefined;
}

/** At most `max` UTF-16 code units, an ellipsis included, with no character cut. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    if (kept.length + segment.length > max - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
