import type { Response } from 'express';

/** One thing told to a page. */
export interface PageEvent {
  id: string;
  name: string;
  /** One line of JSON. */
  data: string;
}

/** A page that falls so far behind is cut off; it comes back and resumes. */
const MOST_UNREAD_BYTES = 512 * 1024;

/** One open page, as Server-Sent Events (html.spec.whatwg.org/multipage/server-sent-events.html). */
export interface EventStream {
  send(event: PageEvent): void;
  /** Moves the page's last event id on, telling it nothing. */
  skip(id: string): void;
  /** Keeps proxies from closing a quiet stream. */
  beat(): void;
  end(): void;
}

export function openEventStream(response: Response): EventStream {
  response.status(200).set({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();

  function write(text: string): void {
    if (response.writableEnded || response.destroyed) return;
    response.write(text);
    if (response.writableLength > MOST_UNREAD_BYTES) response.destroy();
  }

  write('retry: 1500\n\n');
  return {
    send: ({ id, name, data }) => write(`id: ${id}\nevent: ${name}\ndata: ${data}\n\n`),
    skip: (id) => write(`id: ${id}\n\n`),
    beat: () => write(': beat\n\n'),
    end: () => response.end(),
  };
}
