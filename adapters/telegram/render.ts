import {
  BUTTON_ID_BYTES,
  type CardButton,
  cardButtons,
  pictureAddress,
  shorten,
} from '../../src/conversation/delivery/degrade-card.ts';
import { type Dialect, renderMarkdown } from '../../src/conversation/delivery/degrade-markdown.ts';
import type { Choice, ProductCard, Reply } from '../../src/replies/reply.ts';

/** core.telegram.org/bots/api#sendmessage and #sendphoto: lengths after the markup is read, in UTF-16 code units. */
export const TELEGRAM_LIMITS = { text: 4_096, caption: 1_024, buttonText: 64 };

type Key = { text: string; callback_data: string } | { text: string; url: string };

/** One call of Telegram's. `plain` is sent in place of `text` where Telegram can't read the markup. */
export interface TelegramPayload {
  /** HTML. */
  text: string;
  plain: string;
  /** Makes it a photo with the text as its caption. */
  photo?: string;
  keyboard?: Key[][];
}

/** Telegram's HTML (core.telegram.org/bots/api#html-style). */
const html: Dialect = {
  text: escapeHtml,
  strong: (inner) => `<b>${inner}</b>`,
  em: (inner) => `<i>${inner}</i>`,
  del: (inner) => `<s>${inner}</s>`,
  code: (plain) => `<code>${escapeHtml(plain)}</code>`,
  codeBlock: (plain) => `<pre>${escapeHtml(plain)}</pre>`,
  link: (inner, href) => `<a href="${escapeHtml(href)}">${inner}</a>`,
  // Quotes in quotes are refused.
  quote: (inner) => `<blockquote>${inner.replace(/<\/?blockquote>/g, '')}</blockquote>`,
};

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The text a customer sees of Telegram's HTML. */
export function visibleText(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** A degraded and split reply (text, or one card) as one Telegram message. */
export function renderTelegram(reply: Reply): TelegramPayload {
  const card = reply.products?.[0];
  const content = card ? renderCard(card) : renderText(reply.text);
  const buttons = card ? [cardButtons(card, reply.language).map(keyOf)] : [];
  const keyboard = [...buttons, ...choiceRows(reply.choices ?? [])].filter((row) => row.length > 0);
  return { ...content, ...(keyboard.length > 0 && { keyboard }) };
}

function renderText(markdown: string): Pick<TelegramPayload, 'text' | 'plain'> {
  const text = renderMarkdown(markdown, html);
  // A table that grew into a list may have become too long; what was written never is.
  if (visibleText(text).length > TELEGRAM_LIMITS.text) return { text: escapeHtml(markdown), plain: markdown };
  return { text, plain: visibleText(text) };
}

function renderCard(card: ProductCard): Pick<TelegramPayload, 'text' | 'plain' | 'photo'> {
  const photo = pictureAddress(card.image);
  const lines = (reason: string, facts: string) => {
    const listPrice = card.listPrice ? ` <s>${escapeHtml(card.listPrice)}</s>` : '';
    return [
      `<b>${escapeHtml(shorten(card.title, 200))}</b>`,
      card.price && `${escapeHtml(card.price)}${listPrice}`,
      reason && `<i>${escapeHtml(reason)}</i>`,
      escapeHtml(facts),
    ]
      .filter((line) => line !== '')
      .join('\n');
  };
  const text = lines(shorten(card.reason, 300), shorten(card.facts.join(' · '), 400));
  return { text, plain: visibleText(text), ...(photo && { photo }) };
}

function keyOf(button: CardButton): Key {
  const text = shorten(button.text, TELEGRAM_LIMITS.buttonText);
  return 'url' in button ? { text, url: button.url } : { text, callback_data: button.id };
}

/** Two short choices share a row. A choice whose id Telegram can't carry stays out; its text can still be written. */
function choiceRows(choices: readonly Choice[]): Key[][] {
  const rows: Key[][] = [];
  let open: Key[] | undefined;
  for (const choice of choices) {
    const bytes = Buffer.byteLength(choice.id);
    if (bytes === 0 || bytes > BUTTON_ID_BYTES) continue;
    const key = keyOf(choice);
    if (open && widthOf(key) <= HALF_ROW) {
      open.push(key);
      open = undefined;
    } else {
      rows.push([key]);
      open = widthOf(key) <= HALF_ROW ? rows[rows.length - 1] : undefined;
    }
  }
  return rows;
}

/** Letters that fit half of a phone's width. */
const HALF_ROW = 16;

function widthOf({ text }: Key): number {
  return [...text].reduce((width, sign) => width + (/[\p{Script=Han}\uff00-\uffef]/u.test(sign) ? 2 : 1), 0);
}
