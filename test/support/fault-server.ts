import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of our own that fails in ways aimock does not: raw answers, cut and stalled streams. */
export interface FaultServer {
  url: string;
  requests(): number;
  /** How requests are answered from now on; an answer may be left open. */
  answer(respond: (response: ServerResponse, body: { stream?: boolean; tools?: unknown[] }) => void): void;
  stop(): Promise<void>;
}

export async function startFaultServer(): Promise<FaultServer> {
  let respond: Parameters<FaultServer['answer']>[0] = (response) => response.end('{}');
  let requests = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      requests += 1;
      respond(response, JSON.parse(Buffer.concat(parts).toString() || '{}'));
    });
    request.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests: () => requests,
    answer(next) {
      requests = 0;
      respond = next;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A whole answer in the Chat Completions form. */
export function completion(message: object, finish = 'stop'): string {
  return JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'test-model',
    choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason: finish }],
  });
}

/** One event of a streamed answer. */
export function chunk(delta: object, finish: string | null = null): string {
  return `data: ${JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'test-model',
    choices: [{ index: 0, delta, finish_reason: finish }],
  })}\n\n`;
}

export function json(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}
