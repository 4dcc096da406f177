/** The conversation on the screen: what is added, and what of it is in sight. */
import { dayLine } from './view.js';

const NEAR_END_PX = 120;
/** What stays visible above a reply that is taller than the screen. */
const ABOVE_REPLY_PX = 104;

export function createLog() {
  const log = /** @type {HTMLElement} */ (document.getElementById('log'));
  const scroller = /** @type {HTMLElement} */ (document.getElementById('scroller'));
  const newest = /** @type {HTMLElement} */ (document.getElementById('newest'));
  let lastDay = '';
  let following = true;

  const distance = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;

  /** @param {ScrollBehavior} [behavior] */
  function toEnd(behavior = 'auto') {
    scroller.scrollTo({ top: scroller.scrollHeight, behavior });
    newest.hidden = true;
  }

  scroller.addEventListener('scroll', () => {
    following = distance() < NEAR_END_PX;
    if (following) newest.hidden = true;
  });
  newest.addEventListener('click', () => {
    toEnd();
    scroller.focus({ preventScroll: true });
  });
  new ResizeObserver(() => {
    if (following) toEnd('instant');
  }).observe(scroller);

  /**
   * @param {HTMLElement} message
   * @param {string} [at]
   */
  function put(message, at) {
    const date = at === undefined ? new Date() : new Date(at);
    if (date.toDateString() !== lastDay) log.append(dayLine(date));
    lastDay = date.toDateString();
    // The typing sign stays last.
    const typing = message.classList.contains('own') ? null : log.querySelector('.typing');
    if (typing) typing.before(message);
    else log.append(message);
  }

  return {
    /** @param {string} id @returns {HTMLElement | null} */
    find: (id) => log.querySelector(`[data-id="${CSS.escape(id)}"]`),
    /** The reply that is being written. @returns {HTMLElement | null} */
    draft: () => log.querySelector('.draft'),
    put,
    /** Adds what the visitor said: always in sight. @param {HTMLElement} message @param {string} [at] */
    putOwn(message, at) {
      put(message, at);
      following = true;
      toEnd();
    },
    /** Adds a reply and shows its beginning, unless the visitor is reading further up. @param {HTMLElement} message @param {string} [at] */
    putReply(message, at) {
      const inSight = following;
      put(message, at);
      if (!inSight) newest.hidden = false;
      else scroller.scrollTo({ top: Math.min(scroller.scrollHeight, message.offsetTop - ABOVE_REPLY_PX) });
    },
    /** Shows the sign that the bot writes, at the end. @param {HTMLElement} sign */
    putTyping(sign) {
      log.append(sign);
      if (following) toEnd();
    },
    toEnd,
    isFollowing: () => following,
    /** Replaces everything; nothing of it is read out. @param {() => void} fill */
    refill(fill) {
      log.setAttribute('aria-live', 'off');
      log.replaceChildren();
      lastDay = '';
      fill();
      toEnd('instant');
      following = true;
      requestAnimationFrame(() => log.setAttribute('aria-live', 'polite'));
    },
    /** Buttons of an earlier reply no longer fit what was said since. @param {Node} message */
    dropChoicesBefore(message) {
      for (const choices of log.querySelectorAll('.choices')) {
        if (choices.compareDocumentPosition(message) & Node.DOCUMENT_POSITION_FOLLOWING) choices.remove();
      }
    },
  };
}
