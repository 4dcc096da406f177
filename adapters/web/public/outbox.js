/** @import { Outgoing } from './page-data.js' */

const KEY = 'chat-outbox';
const DRAFT = 'chat-draft';

/**
 * What became of a message: taken; refused for good; too fast; the session is gone; or not known, so it may be sent again.
 * @typedef {{ kind: 'sent', at: string } | { kind: 'too-long' | 'refused' | 'expired' | 'failed' } | { kind: 'too-fast', seconds: number }} Outcome
 */

/** Messages that the server has not confirmed; they outlive a reload of this tab. @returns {Outgoing[]} */
export function unsent() {
  return read(KEY) ?? [];
}

/** @param {Outgoing} message */
export function remember(message) {
  write(KEY, [...unsent().filter(({ id }) => id !== message.id), message]);
}

/** @param {string} id */
export function forget(id) {
  write(
    KEY,
    unsent().filter((message) => message.id !== id),
  );
}

/** What stands in the box, unsent. @returns {string} */
export function draft() {
  return read(DRAFT) ?? '';
}

/** @param {string} text */
export function keepDraft(text) {
  write(DRAFT, text);
}

/**
 * Sends a message. The same id may be sent again at any time: it is answered once.
 * @param {Outgoing} message
 * @returns {Promise<Outcome>}
 */
export async function post(message) {
  try {
    const response = await fetch('/chat/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
    });
    if (response.ok) return { kind: 'sent', at: (await response.json()).at };
    if (response.status === 413) return { kind: 'too-long' };
    if (response.status === 429) return { kind: 'too-fast', seconds: Number(response.headers.get('retry-after')) || 1 };
    if (response.status === 401) return { kind: 'expired' };
    return { kind: response.status < 500 ? 'refused' : 'failed' };
  } catch {
    return { kind: 'failed' };
  }
}

/** @param {string} key */
function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} key
 * @param {unknown} value
 */
function write(key, value) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing loses unsent messages on reload, no more.
  }
}
