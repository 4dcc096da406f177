/** @import { Choice, Outgoing, ReplyView, TurnView } from './page-data.js' */
import { createComposer } from './composer.js';
import { connect } from './connection.js';
import { createLog } from './log.js';
import { forget, post, remember, unsent } from './outbox.js';
import { pageData } from './page-data.js';
import { botMessage, draftMessage, ownMessage, showState, typingSign, updateDraft } from './view.js';

const { words, greeting, maxBytes } = pageData;
const title = document.title;
/** A reply that has not come by then is looked for in the history: another server may have given it. */
const LOOK_AFTER_MS = 10_000;
const MOST_LOOKS = 6;

const log = createLog();
const composer = createComposer({ onSend: (text) => say({ text }), onInput: () => showNotice('') });
const sign = typingSign();
/** Told with the first message: what the visitor came by. */
let campaign = new URLSearchParams(location.search).get('campaign') ?? '';
/** @type {ReturnType<typeof setTimeout> | undefined} */
let looking;

/** @param {string} text */
function showNotice(text) {
  const notice = document.getElementById('notice');
  if (notice && notice.textContent !== text) notice.textContent = text;
}

/** @param {{ text: string, choice?: string }} what */
function say(what) {
  /** @type {Outgoing} */
  const message = { id: crypto.randomUUID?.() ?? randomId(), ...what, ...(campaign && { campaign }) };
  campaign = '';
  if (new TextEncoder().encode(JSON.stringify(message)).length > maxBytes) {
    composer.giveBack(message.text);
    return showNotice(words.tooLong);
  }
  remember(message);
  send(message);
}

/** @param {Choice} choice */
function press({ id, text }) {
  say({ text, choice: id });
  composer.focus();
}

/** Shows a message and sends it; one that is shown already is sent again. @param {Outgoing} message */
async function send(message) {
  const shown = log.find(message.id) ?? ownMessage(message);
  showState(shown, 'sending');
  showNotice('');
  if (!shown.isConnected) log.putOwn(shown);
  const outcome = await post(message);
  const current = log.find(message.id) ?? shown;
  switch (outcome.kind) {
    case 'sent':
      forget(message.id);
      log.dropChoicesBefore(current);
      showState(current, 'sent', outcome);
      if (current.dataset.answered === undefined) awaitReply();
      return;
    case 'failed':
    case 'expired':
      // It arrived after all: only the acknowledgement was lost.
      if (current.dataset.state === 'sent') return;
      if (outcome.kind === 'expired') showNotice(words.expired);
      return showState(current, 'failed', { retry: () => send(message) });
    default:
      forget(message.id);
      current.remove();
      composer.giveBack(message.text);
      showNotice(refusal(outcome));
  }
}

/** @param {{ kind: string, seconds?: number }} outcome */
function refusal({ kind, seconds }) {
  if (kind === 'too-fast') return words.tooFast.replace('{seconds}', String(seconds));
  return kind === 'too-long' ? words.tooLong : words.refused;
}

function awaitReply(looks = 0) {
  if (!log.draft()) log.putTyping(sign);
  lookLater(looks);
}

/** @param {number} looks */
function lookLater(looks) {
  clearTimeout(looking);
  looking = setTimeout(async () => {
    const history = await fetch('/chat/history')
      .then((response) => response.json())
      .catch(() => undefined);
    const last = history?.turns?.findLast((/** @type {TurnView} */ turn) => turn.text !== undefined);
    if (last?.reply && log.find(last.id)?.dataset.answered === undefined) showHistory(history);
    else if (last?.pending && looks < MOST_LOOKS) awaitReply(looks + 1);
    else stopTyping();
  }, LOOK_AFTER_MS);
}

function stopTyping() {
  clearTimeout(looking);
  sign.remove();
}

/** @param {{ turns: TurnView[] }} history */
function showHistory({ turns }) {
  const known = new Set(turns.map(({ id }) => id));
  stopTyping();
  log.refill(() => {
    log.put(botMessage({ id: 'greeting', reply: greeting, starters: true }, press), turns[0]?.at);
    for (const turn of turns) {
      const { id, text, at, reply } = turn;
      const own = text === undefined ? undefined : ownMessage({ id, text, at });
      const answer = reply && botMessage({ id: `${id}-reply`, reply, at }, press);
      if (own && answer) own.dataset.answered = '';
      for (const shown of [own, answer]) {
        if (!shown) continue;
        log.put(shown, at);
        log.dropChoicesBefore(shown);
      }
    }
  });
  if (turns.at(-1)?.pending) awaitReply();
  for (const message of unsent()) {
    if (known.has(message.id)) forget(message.id);
    else send(message);
  }
}

/** @param {{ id: string, text: string, at: string }} message */
function showMessage(message) {
  forget(message.id);
  const shown = log.find(message.id);
  if (shown) return showState(shown, 'sent', message);
  const own = ownMessage(message);
  log.putOwn(own, message.at);
  log.dropChoicesBefore(own);
  awaitReply();
}

/** @param {{ id: string, to?: string, reply: ReplyView, at: string }} message */
function showReply({ id, to, reply, at }) {
  const own = to === undefined ? null : log.find(to);
  if (own) own.dataset.answered = '';
  stopTyping();
  log.draft()?.remove();
  const shown = botMessage({ id, reply, at }, press);
  log.putReply(shown, at);
  log.dropChoicesBefore(shown);
  if (document.hidden) document.title = `● ${title}`;
}

/** @param {{ id: string, body: import('./page-data.js').MarkNode[], state: 'writing' | 'checking' }} draft */
function showDraft({ id, body, state }) {
  let shown = log.find(id);
  if (!shown) {
    log.draft()?.remove();
    sign.remove();
    shown = draftMessage(id);
    log.putReply(shown);
  }
  updateDraft(shown, body, state);
  // Should the server be lost meanwhile, the history tells how it ended.
  lookLater(0);
  if (log.isFollowing()) log.toEnd('instant');
}

function randomId() {
  // Pages served over plain http from another machine have no crypto.randomUUID.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) document.title = title;
});

/** @type {Record<string, (data: any) => void>} */
const show = {
  history: showHistory,
  message: showMessage,
  reply: showReply,
  draft: showDraft,
  undraft: () => log.draft()?.remove(),
  typing: () => awaitReply(),
};

log.put(botMessage({ id: 'greeting', reply: greeting, starters: true }, press));
connect({
  onEvent: (name, data) => show[name]?.(data),
  onState(state) {
    const offline = /** @type {HTMLElement} */ (document.getElementById('offline'));
    offline.textContent = state === 'lost' ? words.offline : state === 'expired' ? words.expired : '';
    if (state !== 'open') return;
    // What could not be sent meanwhile goes out by itself.
    for (const message of unsent()) if (log.find(message.id)?.dataset.state === 'failed') send(message);
  },
});
composer.focus();
