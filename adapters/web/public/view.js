/** @import { CardView, Choice, ReplyView } from './page-data.js' */
import { element, linkTo, markdownNodes } from './dom.js';
import { pageData } from './page-data.js';

const { words, language } = pageData;
const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const calendar = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
const htmlLanguage = { en: 'en', zh: 'zh-CN' };

/** @param {string | undefined} at */
function timeOf(at) {
  const date = at === undefined ? new Date() : new Date(at);
  return element('time', { datetime: date.toISOString() }, clock.format(date));
}

/** @param {string} who */
const author = (who) => element('span', { class: 'unseen' }, `${who}: `);

/**
 * A line between two days.
 * @param {Date} date
 */
export function dayLine(date) {
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(date).setHours(0, 0, 0, 0)) / 86_400_000);
  const name = days === 0 ? words.today : days === 1 ? words.yesterday : calendar.format(date);
  return element('p', { class: 'day' }, element('span', {}, name));
}

/**
 * What the visitor said.
 * @param {{ id: string, text: string, at?: string }} message
 */
export function ownMessage({ id, text, at }) {
  const bubble = element('p', { class: 'bubble', dir: 'auto' }, author(words.you), text);
  return element(
    'article',
    { class: 'message own', 'data-id': id },
    bubble,
    element('p', { class: 'meta' }, timeOf(at)),
  );
}

/**
 * Shows how sending a message stands, with a button to try again where it failed.
 * @param {HTMLElement} message
 * @param {'sending' | 'sent' | 'failed'} state
 * @param {{ at?: string, retry?: () => void }} [more]
 */
export function showState(message, state, { at, retry } = {}) {
  const meta = message.querySelector('.meta');
  message.dataset.state = state;
  if (state === 'sent') meta?.replaceChildren(timeOf(at));
  if (state === 'sending') meta?.replaceChildren(words.sending);
  if (state !== 'failed') return;
  const button = element('button', { class: 'retry', type: 'button' }, words.retry);
  button.addEventListener('click', () => retry?.());
  meta?.replaceChildren(element('span', { role: 'status' }, words.notSent), ' ', button);
}

/**
 * What the bot said. `press` is called with a button's id and text.
 * @param {{ id: string, reply: ReplyView, at?: string, starters?: boolean }} message
 * @param {(choice: Choice) => void} press
 */
export function botMessage({ id, reply, at, starters = false }, press) {
  const made = element('article', { class: 'message bot', 'data-id': id, lang: htmlLanguage[reply.language] });
  if (reply.body.length > 0)
    made.append(element('div', { class: 'bubble' }, author(words.bot), ...markdownNodes(reply.body)));
  if (reply.table) made.append(tableOf(reply.table));
  if (reply.cards.length > 0) {
    made.append(
      element(
        'ul',
        { class: 'cards' },
        ...reply.cards.map((card) => element('li', { class: 'card' }, ...cardOf(card, press))),
      ),
    );
  }
  if (!starters) made.append(element('p', { class: 'meta' }, timeOf(at)));
  if (reply.choices.length > 0) made.append(choicesOf(reply.choices, press));
  return made;
}

/** A reply while it is being written: only the finished one is read out. @param {string} id */
export function draftMessage(id) {
  const bubble = element('div', { class: 'bubble' });
  const made = element('article', { class: 'message bot draft', 'data-id': id, 'aria-hidden': 'true' });
  made.append(bubble, element('p', { class: 'meta' }));
  return made;
}

/**
 * @param {HTMLElement} draft
 * @param {import('./page-data.js').MarkNode[]} body
 * @param {'writing' | 'checking'} state
 */
export function updateDraft(draft, body, state) {
  draft.dataset.state = state;
  draft.querySelector('.bubble')?.replaceChildren(...markdownNodes(body));
  draft.querySelector('.meta')?.replaceChildren(state === 'checking' ? words.checking : words.writing);
}

/** The sign that the bot is at work. */
export function typingSign() {
  const dots = element('span', { class: 'dots', 'aria-hidden': 'true' }, element('i'), element('i'), element('i'));
  return element(
    'div',
    { class: 'message bot typing' },
    element('div', { class: 'bubble' }, element('span', { class: 'unseen' }, words.typing), dots),
  );
}

/**
 * @param {Choice[]} choices
 * @param {(choice: Choice) => void} press
 */
function choicesOf(choices, press) {
  const buttons = choices.map((choice) => {
    const button = element('button', { type: 'button', class: 'choice' }, choice.text);
    button.addEventListener('click', () => press(choice));
    return button;
  });
  return element('div', { class: 'choices', role: 'group', 'aria-label': words.starters }, ...buttons);
}

/**
 * @param {CardView} card
 * @param {(choice: Choice) => void} press
 * @returns {Node[]}
 */
function cardOf(card, press) {
  const picture = element('div', { class: 'picture', 'aria-hidden': 'true' }, [...card.title][0] ?? '');
  if (card.image) {
    const image = element('img', { src: card.image, alt: '', decoding: 'async' });
    image.addEventListener('load', () => picture.replaceChildren(image), { once: true });
  }
  const text = element('div', { class: 'card-text' }, element('h2', {}, card.title));
  if (card.price) {
    const price = element('p', { class: 'price' }, element('strong', {}, card.price));
    if (card.listPrice) {
      price.append(' ', element('s', {}, element('span', { class: 'unseen' }, `${words.listPrice} `), card.listPrice));
    }
    text.append(price);
  }
  if (card.reason) text.append(element('p', { class: 'reason' }, card.reason));
  if (card.facts.length > 0)
    text.append(element('ul', { class: 'facts' }, ...card.facts.map((fact) => element('li', {}, fact))));
  const buttons = card.buttons.map((button) => cardButton(button, card, press));
  return [picture, text, element('div', { class: 'card-buttons' }, ...buttons)];
}

/**
 * Pressing "Details" says the product's name.
 * @param {import('./page-data.js').CardButton} button
 * @param {CardView} card
 * @param {(choice: Choice) => void} press
 */
function cardButton({ text, id, url }, card, press) {
  const about = element('span', { class: 'unseen' }, `: ${card.title}${url ? ` (${words.opensPage})` : ''}`);
  if (url) return linkTo(url, [text, about]);
  const made = element('button', { type: 'button' }, text, about);
  made.addEventListener('click', () => press({ id: id ?? '', text: card.title }));
  return made;
}

/** @param {{ columns: string[], rows: string[][] }} table */
function tableOf({ columns, rows }) {
  const head = element(
    'tr',
    {},
    ...columns.map((name) => (name ? element('th', { scope: 'col' }, name) : element('td'))),
  );
  const body = rows.map(([name = '', ...values]) =>
    element('tr', {}, element('th', { scope: 'row' }, name), ...values.map((value) => element('td', {}, value))),
  );
  const table = element('table', {}, element('thead', {}, head), element('tbody', {}, ...body));
  return element('div', { class: 'wide', tabindex: '0', role: 'group', 'aria-label': words.table }, table);
}
