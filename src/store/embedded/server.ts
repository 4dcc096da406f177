import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CODES, toFailure } from './failure.ts';
import type { Document } from './query.ts';
import { createFramer, encodeReply, parseRequest, type Request } from './wire.ts';

/** What a socket's address holds on every Unix (sun_path has 104 to 108 bytes). */
const MAX_SOCKET_PATH = 103;

/** A listening server; drivers connect to `uri`. */
export interface WireServer {
  uri: string;
  close(): Promise<void>;
}

/**
 * Serves the wire protocol on a Unix socket that only this user can reach, in `folder` where its path is short enough, or
 * on a loopback port where there are no such sockets (Windows). Commands of one connection are answered in order.
 */
export async function serve(folder: string, execute: (command: Document) => Promise<Document>): Promise<WireServer> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    attend(socket, execute);
  });
  const { host, remove } = await listen(server, folder);
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

async function listen(server: Server, folder: string): Promise<{ host: string; remove(): void }> {
  const open = (...where: [string] | [number, string]): Promise<void> =>
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
    await open(0, '127.0.0.1');
    return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, remove: () => {} };
  }
  const own = join(resolve(folder), 'engine.sock');
  const isShort = Buffer.byteLength(own) <= MAX_SOCKET_PATH;
  // mkdtemp makes a folder of mode 0700.
  const elsewhere = isShort ? undefined : mkdtempSync(join(tmpdir(), 'chat-marketing-'));
  const path = elsewhere ? join(elsewhere, 'engine.sock') : own;
  // One that a killed process left behind: the folder is ours now.
  rmSync(path, { force: true });
  await open(path);
  chmodSync(path, 0o600);
  return { host: encodeURIComponent(path), remove: () => rmSync(elsewhere ?? path, { recursive: true, force: true }) };
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
