import { type CardButton, cardButtons } from '../../src/conversation/delivery/degrade-card.ts';
import { picturePath } from '../../src/conversation/delivery/pictures.ts';
import type { Choice, ProductCard, Reply, Table } from '../../src/replies/reply.ts';
import { type MarkNode, parseMarkdown } from './markdown.ts';

/** A card as the page shows it; `image` is an address the page may load. */
export interface CardView {
  title: string;
  price: string;
  listPrice?: string;
  reason: string;
  facts: string[];
  image?: string;
  buttons: CardButton[];
}

/** A reply as the page shows it: nothing in it is HTML. */
export interface ReplyView {
  language: Reply['language'];
  body: MarkNode[];
  cards: CardView[];
  table?: Table;
  choices: Choice[];
}

export function renderReply(reply: Reply): ReplyView {
  return {
    language: reply.language,
    body: parseMarkdown(reply.text),
    cards: (reply.products ?? []).map((card) => renderCard(card, reply.language)),
    ...(reply.table && { table: reply.table }),
    choices: reply.choices ?? [],
  };
}

function renderCard(card: ProductCard, language: Reply['language']): CardView {
  const { title, price, listPrice, reason, facts } = card;
  const image = imageAddress(card.image);
  return {
    title,
    price,
    ...(listPrice && { listPrice }),
    reason,
    facts,
    ...(image && { image }),
    buttons: cardButtons(card, language),
  };
}

/** A picture of the pack, or one on the web; what the page's policy forbids (http) is left out. */
function imageAddress(image: string | undefined): string | undefined {
  if (!image) return undefined;
  if (/^https:\/\//i.test(image)) return URL.canParse(image) ? new URL(image).href : undefined;
  return picturePath(image);
}
