import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CODES, toFailure } from './failure.ts';
import type { Document } from './query.ts';
import { createFramer, encodeReply, parseRequest, type Request } from './wire.ts';

/** A listening server; drivers connect to `uri`. */
export interface WireServer {
  uri: string;
  close(): Promise<void>;
}

/**
 * Serves the wire protocol on a Unix socket that only this user can reach, or on a loopback port where there are no such
 * sockets (Windows). Commands of one connection are answered in order.
 */
export async function serve(execute: (command: Document) => Promise<Document>): Promise<WireServer> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    attend(socket, execute);
  });
  const { host, remove } = await listen(server);
  return {
    uri: `mongodb://${host}/marketing?directConnection=true`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
      remove();
    },
  };
}

async function listen(server: Server): Promise<{ host: string; remove(): void }> {
  const start = (...where: [string] | [number, string]): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      const done = () => {
        server.off('error', reject);
        resolve();
      };
      if (where.length === 1) server.listen(where[0], done);
      else server.listen(where[0], where[1], done);
    });
  if (process.platform === 'win32') {
    await start(0, '127.0.0.1');
    return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, remove: () => {} };
  }
  // mkdtemp makes a folder of mode 0700; a path under the data folder might be too long for a socket (107 bytes).
  const folder = mkdtempSync(join(tmpdir(), 'chat-marketing-'));
  const path = join(folder, 's.sock');
  await start(path);
  return { host: encodeURIComponent(path), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function attend(socket: Socket, execute: (command: Document) => Promise<Document>): void {
  const frame = createFramer();
  let last = Promise.resolve();
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    let messages: Buffer[];
    try {
      messages = frame(chunk);
    } catch {
      socket.destroy();
      return;
    }
    for (const message of messages) last = last.then(() => answer(message));
  });

  const answer = async (message: Buffer): Promise<void> => {
    let request: Pick<Request, 'id' | 'opcode'> & { silent?: boolean } = { id: message.readInt32LE(4), opcode: 2013 };
    let reply: Document;
    try {
      const parsed = parseRequest(message);
      request = parsed;
      reply = { ...(await execute(parsed.command)), ok: 1 };
    } catch (error) {
      const { codeName, message: errmsg, details } = toFailure(error);
      reply = { ok: 0, errmsg, code: CODES[codeName], codeName, ...details };
    }
    if (!request.silent && socket.writable) socket.write(encodeReply(request, reply));
  };
}
