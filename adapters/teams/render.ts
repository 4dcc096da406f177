import { cardButtons, pictureAddress, shorten } from '../../src/conversation/delivery/degrade-card.ts';
import { type Dialect, renderMarkdown } from '../../src/conversation/delivery/degrade-markdown.ts';
import type { Choice, ProductCard, Reply, Table } from '../../src/replies/reply.ts';

/** learn.microsoft.com/microsoftteams/platform: message size, actions of a card. */
export const TEAMS_LIMITS = {
  /** Of the whole activity, counted as UTF-16. */
  bytes: 100 * 1024,
  /** Of one row; Teams shows up to 6, Microsoft's parser 5, a phone 3 side by side. */
  actions: 3,
  buttonText: 60,
};

type TextRun = {
  type: 'TextRun';
  text: string;
  weight?: 'Bolder';
  italic?: true;
  strikethrough?: true;
  isSubtle?: true;
};
type RichText = { type: 'RichTextBlock'; inlines: TextRun[]; spacing?: 'None' | 'Medium'; separator?: true };
type Image = { type: 'Image'; url: string; altText: string; size: 'Medium' };
type ColumnSet = { type: 'ColumnSet'; columns: { type: 'Column'; width: 'auto' | 'stretch'; items: CardElement[] }[] };
type Action =
  | { type: 'Action.Submit'; title: string; data: { choice: string; msteams: object } }
  | { type: 'Action.OpenUrl'; title: string; url: string };
type ActionSet = { type: 'ActionSet'; actions: Action[] };
type Container = { type: 'Container'; separator: boolean; spacing: 'Medium'; items: CardElement[] };
type CardElement = RichText | Image | ColumnSet | ActionSet | Container;

/** An Adaptive Card of version 1.5, the newest Teams shows everywhere. */
export interface AdaptiveCard {
  $schema: string;
  type: 'AdaptiveCard';
  version: '1.5';
  body: CardElement[];
  msteams: { width: 'Full' };
}

export interface TeamsPayload {
  type: 'message';
  text?: string;
  textFormat?: 'markdown';
  attachments?: { contentType: 'application/vnd.microsoft.card.adaptive'; content: AdaptiveCard }[];
  /** What notifications say. */
  summary?: string;
}

/** The Markdown that Teams shows in a text message: no headings, no tables, no HTML. */
const markdown: Dialect = {
  text: escapeTeams,
  strong: (inner) => lines(inner, (line) => `**${line}**`),
  em: (inner) => lines(inner, (line) => `_${line}_`),
  del: (inner) => lines(inner, (line) => `~~${line}~~`),
  code: (plain) => `\`${escapeHtml(plain.replaceAll('`', 'ˋ'))}\``,
  codeBlock: (plain) => `\`\`\`\n${escapeHtml(plain.replaceAll('```', 'ˋˋˋ'))}\n\`\`\``,
  link: (inner, href) =>
    `[${inner.replaceAll('\n', ' ')}](${href.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll(' ', '%20')})`,
  quote: (inner) => inner.replace(/^/gm, '> '),
  gap: '\u200b',
};

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Plain text that is neither markup nor a mention to Teams. */
export function escapeTeams(text: string): string {
  return escapeHtml(text).replace(/[\\`*_~[\]#|]/g, (sign) => `\\${sign}`);
}

/** Styles end with the line. */
function lines(inner: string, style: (line: string) => string): string {
  return inner
    .split('\n')
    .map((line) => (line.trim() === '' ? line : style(line.trim())))
    .join('\n');
}

/** A degraded and split reply as one Teams message: the text, and below it one card with everything else. */
export function renderTeams(reply: Reply): TeamsPayload {
  const { products = [], table, choices = [], language } = reply;
  const text = keepLines(renderMarkdown(reply.text, markdown));
  const body: CardElement[] = [
    ...products.map((card, index) => productContainer(card, language, index > 0)),
    ...(table ? tableContainers(table, products.length > 0) : []),
    ...choiceSets(choices),
  ];
  const content: AdaptiveCard = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    body,
    msteams: { width: 'Full' },
  };
  return {
    type: 'message',
    ...(text !== '' && { text, textFormat: 'markdown' }),
    ...(body.length > 0 && { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] }),
    ...(text === '' && products[0] && { summary: shorten(products[0].title, 200) }),
  };
}

/** A single line break is a space to Markdown, but not in code. */
function keepLines(text: string): string {
  return text
    .split(/(```[\s\S]*?```)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/(?<!\n)\n(?!\n)/g, '  \n')))
    .join('');
}

/** Rich text reads no Markdown: nothing needs escaping, and nothing a pack says can become markup. */
function rich(...inlines: (TextRun | undefined)[]): RichText[] {
  const shown = inlines.filter((run) => run !== undefined && run.text !== '') as TextRun[];
  return shown.length > 0 ? [{ type: 'RichTextBlock', inlines: shown, spacing: 'None' }] : [];
}

const run = (text: string, more: Omit<TextRun, 'type' | 'text'> = {}): TextRun => ({ type: 'TextRun', text, ...more });

function productContainer(card: ProductCard, language: Reply['language'], separator: boolean): Container {
  const details: CardElement[] = [
    ...rich(run(shorten(card.title, 200), { weight: 'Bolder' })),
    ...rich(run(card.price), card.listPrice ? run(` ${card.listPrice}`, { strikethrough: true }) : undefined),
    ...rich(run(shorten(card.reason, 300), { italic: true })),
    ...rich(run(shorten(card.facts.join(' · '), 400), { isSubtle: true })),
  ];
  const picture = pictureAddress(card.image);
  const actions = cardButtons(card, language).map(
    (button): Action =>
      'url' in button
        ? { type: 'Action.OpenUrl', title: button.text, url: button.url }
        : submit(button.id, button.text),
  );
  const columns: ColumnSet['columns'] = [
    ...(picture ? [{ type: 'Column' as const, width: 'auto' as const, items: [pictureOf(picture, card.title)] }] : []),
    { type: 'Column', width: 'stretch', items: details },
  ];
  return {
    type: 'Container',
    separator,
    spacing: 'Medium',
    items: [{ type: 'ColumnSet', columns }, ...(actions.length > 0 ? [{ type: 'ActionSet' as const, actions }] : [])],
  };
}

function pictureOf(url: string, title: string): Image {
  return { type: 'Image', url, altText: shorten(title, 200), size: 'Medium' };
}

/** One block a column, so that it stays readable on a phone. */
function tableContainers({ columns, rows }: Table, separated: boolean): Container[] {
  return columns.slice(1).map((name, column) => ({
    type: 'Container',
    separator: separated || column > 0,
    spacing: 'Medium',
    items: [
      ...rich(run(shorten(name, 200), { weight: 'Bolder' })),
      ...rows.flatMap((row) =>
        rich(run(`${row[0] ?? ''}: `, { isSubtle: true }), run(shorten(row[column + 1] ?? '', 300))),
      ),
    ],
  }));
}

function choiceSets(choices: readonly Choice[]): ActionSet[] {
  const actions = choices
    .filter(({ id, text }) => id !== '' && text.trim() !== '')
    .map(({ id, text }) => submit(id, text));
  const sets: ActionSet[] = [];
  for (let start = 0; start < actions.length; start += TEAMS_LIMITS.actions) {
    sets.push({ type: 'ActionSet', actions: actions.slice(start, start + TEAMS_LIMITS.actions) });
  }
  return sets;
}

/** Pressed, it shows in the chat as what the customer says, and sends us `value`. */
function submit(id: string, text: string): Action {
  const title = shorten(text, TEAMS_LIMITS.buttonText);
  return {
    type: 'Action.Submit',
    title,
    data: { choice: id, msteams: { type: 'messageBack', displayText: title, text: title, value: { choice: id } } },
  };
}
