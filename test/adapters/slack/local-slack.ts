import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../../src/paths.ts';

const BINARY = join(projectRoot, 'node_modules/local-slack-linux-x64/bin/local-slack');

/** Whether this machine has the peer: an optional binary for Linux on x64. */
export const hasLocalSlack = existsSync(BINARY) && process.platform === 'linux' && process.arch === 'x64';

export interface LocalSlack {
  apiUrl: string;
  control(action: string, body: object): Promise<Record<string, unknown>>;
  upload(form: FormData): Promise<void>;
  messages(
    channel: string,
  ): Promise<{ ts: string; user: string; text: string; blocks?: unknown[]; thread_ts?: string }[]>;
  /** Asks until the condition holds of the channel's messages. */
  until(channel: string, holds: (messages: Awaited<ReturnType<LocalSlack['messages']>>) => boolean): Promise<void>;
  log(): Promise<{ kind?: string; [key: string]: unknown }[]>;
  close(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts local-slack with a bot, two people and a room. */
export async function startLocalSlack(mode: 'events' | 'socket', requestUrl = ''): Promise<LocalSlack> {
  const folder = mkdtempSync(join(tmpdir(), 'local-slack-'));
  const config = {
    workspace: { name: 'Test', domain: 'test', teamId: 'T01TEST' },
    app: {
      appId: 'A01APP',
      botUserId: 'U0BOT',
      botName: 'shop',
      botToken: 'xoxb-test-token',
      appToken: 'xapp-test-token',
      signingSecret: 'test-signing-secret',
      mode,
      ...(requestUrl && { requestUrl }),
    },
    users: [
      { id: 'U01ALICE', name: 'alice', real_name: 'Alice Anderson' },
      { id: 'U02BOB', name: 'bob', real_name: 'Bob Brown' },
    ],
    channels: [{ id: 'C01GEN', name: 'general', members: ['U01ALICE', 'U02BOB', 'U0BOT'] }],
  };
  const file = join(folder, 'config.json');
  writeFileSync(file, JSON.stringify(config));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const process = spawn(BINARY, ['--config', file, '--port', String(port), '--base-host', '127.0.0.1'], {
    stdio: 'ignore',
  });
  await answering(`${url}/_control/state`);

  const read = async (path: string) => (await fetch(`${url}/_control/${path}`)).json();
  const messages: LocalSlack['messages'] = async (channel) =>
    ((await read(`messages/${channel}`)) as { messages: never }).messages;
  return {
    apiUrl: `${url}/api/`,
    messages,
    async control(action, body) {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${url}/_control/${action}`, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await answer.json()) as Record<string, unknown>;
    },
    async upload(form) {
      await fetch(`${url}/_control/upload`, { method: 'POST', body: form });
    },
    async until(channel, holds) {
      const end = Date.now() + 10_000;
      while (!holds(await messages(channel))) {
        if (Date.now() > end)
          throw new Error(`local-slack never showed it: ${JSON.stringify(await messages(channel))}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    log: async () => ((await read('log')) as { log: never }).log,
    async close() {
      await ended(process);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answering(url: string): Promise<void> {
  const end = Date.now() + 15_000;
  while (Date.now() < end) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('local-slack did not start');
}

function ended(process: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    process.once('exit', () => resolve());
    process.kill('SIGKILL');
  });
}
