import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Recorded {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  /** Parsed when it is JSON or a form. */
  body: Record<string, unknown>;
  raw: string;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body: unknown;
}

/** A stub platform on a free loopback port: records every request and answers as told. */
export async function createHttpSink(answer: (request: Recorded) => Answer | Promise<Answer>) {
  const requests: Recorded[] = [];
  const waiting: { matches(requests: Recorded[]): boolean; resolve(): void }[] = [];
  const look = () => {
    for (const entry of [...waiting]) if (entry.matches(requests)) entry.resolve();
  };
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const raw = Buffer.concat(chunks).toString();
    const request: Recorded = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      headers: incoming.headers,
      body: parse(raw, incoming.headers['content-type'] ?? ''),
      raw,
    };
    requests.push(request);
    look();
    const { status = 200, headers = {}, body } = await answer(request);
    // What `answer` noted counts, too.
    look();
    const isBytes = body instanceof Uint8Array;
    outgoing.writeHead(status, {
      'content-type': isBytes ? 'application/octet-stream' : 'application/json',
      ...headers,
    });
    outgoing.end(isBytes ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    /** Resolves once the requests so far satisfy the condition. */
    until(matches: (requests: Recorded[]) => boolean): Promise<void> {
      if (matches(requests)) return Promise.resolve();
      return new Promise((resolve) => {
        waiting.push({ matches, resolve });
      });
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export type HttpSink = Awaited<ReturnType<typeof createHttpSink>>;

function parse(raw: string, type: string): Record<string, unknown> {
  try {
    if (type.includes('json')) return JSON.parse(raw);
    if (type.includes('urlencoded')) return Object.fromEntries(new URLSearchParams(raw));
  } catch {
    return {};
  }
  return {};
}
