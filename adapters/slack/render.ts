import { cardButtons, pictureAddress, shorten } from '../../src/conversation/delivery/degrade-card.ts';
import { type Dialect, renderMarkdown } from '../../src/conversation/delivery/degrade-markdown.ts';
import { splitText } from '../../src/conversation/delivery/split.ts';
import type { Choice, ProductCard, Reply } from '../../src/replies/reply.ts';

/** docs.slack.dev/reference/block-kit/blocks; `allBlocks` is undocumented (bolt-js#2509) and `text` is cut by Slack above. */
export const SLACK_LIMITS = {
  blocks: 50,
  section: 3_000,
  actions: 25,
  buttonText: 75,
  value: 2_000,
  actionId: 255,
  altText: 2_000,
  imageUrl: 3_000,
  allBlocks: 13_000,
  text: 40_000,
};

/** Marks the buttons that are ours to answer. */
export const CHOICE_ACTION = 'choice:';
const LINK_ACTION = 'link:';

type Mrkdwn = { type: 'mrkdwn'; text: string; verbatim: true };
type PlainText = { type: 'plain_text'; text: string; emoji: true };
type Image = { type: 'image'; image_url: string; alt_text: string };
type Button = { type: 'button'; action_id: string; text: PlainText; value?: string; url?: string };
type SectionBlock = { type: 'section'; text: Mrkdwn; accessory?: Image };
type ActionsBlock = { type: 'actions'; elements: Button[] };
export type Block = SectionBlock | ActionsBlock;

/** Arguments of chat.postMessage; `text` is what notifications and screen readers say. */
export interface SlackPayload {
  text: string;
  blocks?: Block[];
}

/** Slack sees `*bold*` only between spaces or signs; an empty space makes it so within Chinese. */
const EMPTY_SPACE = '\u200b';

/** Slack's mrkdwn (docs.slack.dev/messaging/formatting-message-text). */
const mrkdwn: Dialect = {
  text: escapeMrkdwn,
  strong: (inner) => lines(inner, (line) => `*${line}*`),
  em: (inner) => lines(inner, (line) => `_${line}_`),
  del: (inner) => lines(inner, (line) => `~${line}~`),
  code: (plain) => `\`${escapeEntities(plain.replaceAll('`', 'ˋ'))}\``,
  codeBlock: (plain) => `\`\`\`\n${escapeEntities(plain.replaceAll('```', 'ˋˋˋ'))}\n\`\`\``,
  link: (inner, href) =>
    `<${escapeEntities(href).replaceAll('|', '%7C')}|${inner.replaceAll('|', '¦').replaceAll('\n', ' ')}>`,
  quote: (inner) => inner.replace(/^/gm, '&gt; '),
  gap: EMPTY_SPACE,
};

function escapeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Plain text that neither pings, links nor styles: a sign at a word's edge that has a partner in its line is loosened. */
export function escapeMrkdwn(text: string): string {
  const loosened = text
    .split('\n')
    .map((line) =>
      line.replace(/(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])/gu, (sign) =>
        line.indexOf(sign) === line.lastIndexOf(sign) ? sign : `${sign}${EMPTY_SPACE}`,
      ),
    );
  return escapeEntities(loosened.join('\n'));
}

/** Styles end with the line. */
function lines(inner: string, style: (line: string) => string): string {
  return inner
    .split('\n')
    .map((line) => (line.trim() === '' ? line : style(line.trim())))
    .join('\n');
}

/** A degraded and split reply as one Slack message. */
export function renderSlack(reply: Reply): SlackPayload {
  const cards = reply.products ?? [];
  const blocks: Block[] = [
    ...sections(reply.text),
    ...cards.flatMap((card, index) => cardBlocks(card, reply.language, index)),
    ...choiceBlocks(reply.choices ?? []),
  ].slice(0, SLACK_LIMITS.blocks);
  const text = [renderMarkdown(reply.text, mrkdwn), ...cards.map(cardText)].filter((part) => part !== '').join('\n\n');
  const shown = shorten(text, SLACK_LIMITS.text);
  return JSON.stringify(blocks).length <= SLACK_LIMITS.allBlocks && blocks.length > 0
    ? { text: shown, blocks }
    : { text: shown };
}

/** The same without pictures: Slack refuses a whole message for one picture it can't fetch. */
export function withoutPictures({ text, blocks }: SlackPayload): SlackPayload {
  const plain = blocks?.map((block) => (block.type === 'section' ? { type: block.type, text: block.text } : block));
  return { text, ...(plain && { blocks: plain }) };
}

/** The Home tab: it only shows the way to the chat. */
export function renderHome(): { type: 'home'; blocks: SectionBlock[] } {
  const words = 'Ask me anything in the *Messages* tab.\n有什么想找的，请在 *消息* 标签页里告诉我。';
  return { type: 'home', blocks: [section(words)] };
}

function sections(markdown: string): SectionBlock[] {
  const rendered = (part: string, length: number): string[] => {
    const text = renderMarkdown(part, mrkdwn);
    if (text.length <= SLACK_LIMITS.section) return [text];
    if (length < 200) return [shorten(text, SLACK_LIMITS.section)];
    return splitText(part, Math.floor(length / 2)).flatMap((half) => rendered(half, Math.floor(length / 2)));
  };
  return splitText(markdown, SLACK_LIMITS.section)
    .flatMap((part) => rendered(part, SLACK_LIMITS.section))
    .filter((text) => text.trim() !== '')
    .map(section);
}

/** `verbatim`: Slack turns no @here or #name in it into a ping or a link. */
function section(text: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
}

function cardText(card: ProductCard): string {
  const price = card.listPrice
    ? `${escapeMrkdwn(card.price)} ~${escapeMrkdwn(card.listPrice)}~`
    : escapeMrkdwn(card.price);
  return [
    `*${escapeMrkdwn(shorten(card.title, 200))}*`,
    price,
    card.reason && `_${escapeMrkdwn(shorten(card.reason.replaceAll('\n', ' '), 300))}_`,
    escapeMrkdwn(shorten(card.facts.join(' · '), 400)),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function cardBlocks(card: ProductCard, language: Reply['language'], index: number): Block[] {
  const picture = pictureAddress(card.image);
  const fits = picture && picture.length <= SLACK_LIMITS.imageUrl;
  const accessory: Image | undefined = fits
    ? { type: 'image', image_url: picture, alt_text: shorten(card.title, SLACK_LIMITS.altText) }
    : undefined;
  const buttons = cardButtons(card, language).map(({ text, ...target }, position): Button => {
    if ('url' in target) return { ...button(text, `${LINK_ACTION}${index}:${position}`), url: target.url };
    return { ...button(text, `${CHOICE_ACTION}${index}:${position}`), value: target.id };
  });
  const text = section(cardText(card));
  return [
    { ...text, ...(accessory && { accessory }) },
    ...(buttons.length > 0 ? [{ type: 'actions' as const, elements: buttons }] : []),
  ];
}

function choiceBlocks(choices: readonly Choice[]): ActionsBlock[] {
  const elements = choices
    .slice(0, SLACK_LIMITS.actions)
    .filter(({ id, text }) => id !== '' && id.length <= SLACK_LIMITS.value && text.trim() !== '')
    .map(({ id, text }, index) => ({ ...button(text, `${CHOICE_ACTION}${index}`), value: id }));
  return elements.length > 0 ? [{ type: 'actions', elements }] : [];
}

function button(text: string, actionId: string): Button {
  const label: PlainText = { type: 'plain_text', text: shorten(text, SLACK_LIMITS.buttonText), emoji: true };
  return { type: 'button', action_id: actionId, text: label };
}
