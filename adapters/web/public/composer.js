import { draft, keepDraft } from './outbox.js';

/**
 * The box the visitor writes in. `onSend` gets what was written, trimmed and not empty.
 * @param {{ onSend(text: string): void, onInput(): void }} handlers
 */
export function createComposer({ onSend, onInput }) {
  const form = /** @type {HTMLFormElement} */ (document.getElementById('composer'));
  const box = /** @type {HTMLTextAreaElement} */ (document.getElementById('text'));

  function grow() {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight}px`;
    form.classList.toggle('filled', box.value.trim() !== '');
  }

  /** @param {string} text */
  function set(text) {
    box.value = text;
    keepDraft(text);
    grow();
  }

  box.addEventListener('input', () => {
    keepDraft(box.value);
    grow();
    onInput();
  });
  box.addEventListener('keydown', (event) => {
    // Enter that chooses a word of an input method (keyCode 229 in Safari) sends nothing.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (text === '') return box.focus();
    set('');
    onSend(text);
  });
  // What was written before this script came stays.
  set(box.value || draft());

  return {
    /** Puts a text that was not sent back, above what was written since. @param {string} text */
    giveBack: (text) => set([text, box.value].filter((part) => part !== '').join('\n')),
    /** Where a keyboard is drawn on the screen, focus would raise it over the answer. */
    focus() {
      if (window.matchMedia('(hover: hover) and (pointer: fine)').matches) box.focus();
      else document.getElementById('scroller')?.focus({ preventScroll: true });
    },
  };
}
