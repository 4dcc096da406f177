const EVENTS = ['history', 'message', 'reply', 'draft', 'undraft', 'typing'];
/** A hidden page gives its connection back: a browser has only six for all pages of a site. */
const HIDDEN_MS = 60_000;
const LONGEST_PAUSE_MS = 20_000;

/**
 * Listens to the server for as long as the page is open, and comes back after every loss.
 * @param {{ onEvent(name: string, data: any): void, onState(state: 'open' | 'lost' | 'expired'): void }} handlers
 */
export function connect({ onEvent, onState }) {
  let lastId = '';
  let failures = 0;
  /** @type {EventSource | undefined} */
  let source;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let again;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let hiding;

  function open() {
    clearTimeout(again);
    source?.close();
    const opened = new EventSource(`/chat/events${lastId && `?after=${encodeURIComponent(lastId)}`}`);
    source = opened;
    for (const name of EVENTS) {
      opened.addEventListener(name, (event) => {
        lastId = event.lastEventId || lastId;
        onEvent(name, JSON.parse(event.data));
      });
    }
    opened.onopen = () => {
      failures = 0;
      onState('open');
    };
    opened.onerror = () => {
      if (source !== opened) return;
      onState('lost');
      if (opened.readyState === EventSource.CLOSED) openLater();
    };
  }

  /** The browser has given up: the server refused. */
  async function openLater() {
    const status = await fetch('/chat/history').then(
      (response) => response.status,
      () => 0,
    );
    if (status === 401) return onState('expired');
    failures += 1;
    const pause = Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** failures);
    clearTimeout(again);
    again = setTimeout(open, pause * (0.5 + Math.random() / 2));
  }

  window.addEventListener('online', open);
  window.addEventListener('offline', () => onState('lost'));
  document.addEventListener('visibilitychange', () => {
    clearTimeout(hiding);
    if (document.hidden) hiding = setTimeout(() => source?.close(), HIDDEN_MS);
    else if (source?.readyState === EventSource.CLOSED) open();
  });
  open();
}
