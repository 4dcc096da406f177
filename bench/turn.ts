import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createBot } from '../src/bot.ts';
import { loadConfig } from '../src/config/load-config.ts';
import type { Channel } from '../src/conversation/channel.ts';
import type { IncomingMessage } from '../src/conversation/message.ts';
import { projectRoot } from '../src/paths.ts';
import { quantile } from './quantile.ts';

const DIALOGUE = [
  'I want a phone',
  'under 400',
  'something cheaper',
  'what colours does the second one come in',
  'how long does delivery take',
  '我想买一个手机',
  '3000以内的',
  '有更便宜的吗',
  '第二个有什么颜色',
  '几天能到货',
];
const WARM_UP_ROUNDS = 20;
const CONVERSATIONS = 50;
const ROUNDS = 40;
/** Turns of the started process before its memory is read: twenty a visitor, which is what one may send at once. */
const SERVED = 1_000;
const START_TIMEOUT_MS = 60_000;

/** Turns per second and the turn's own time, with built-in models, the embedded store and durable writes, on the shop pack. */
export async function benchTurn(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-turn-'));
  try {
    const config = { ...loadConfig({}, ''), dataDir: folder };
    const built = await start(folder);
    const again = await start(folder, SERVED);
    const own: number[] = [];
    const channels = new Map<string, Channel>([['bench', benchChannel()]]);
    const bot = await createBot({
      config,
      logger: pino({ level: 'error' }),
      channels,
      storeFolder: join(folder, 'bench-store'),
      onTurn: ({ timings = {} }) => own.push(Object.values(timings).reduce((sum, ms) => sum + ms, 0)),
    });
    const play = async (rounds: number) => {
      for (let round = 0; round < rounds; round++) {
        const messages = Array.from({ length: CONVERSATIONS }, (_, room) => bot.inbox.receive(message(room, round)));
        await Promise.all(messages);
        await bot.inbox.idle();
      }
    };
    await play(WARM_UP_ROUNDS);
    own.length = 0;
    const began = performance.now();
    const usedBefore = process.cpuUsage();
    await play(ROUNDS);
    const used = process.cpuUsage(usedBefore);
    const seconds = (performance.now() - began) / 1000;
    const processorMs = (used.user + used.system) / 1000 / (CONVERSATIONS * ROUNDS);
    const whole: number[] = [];
    for (let round = 0; round < DIALOGUE.length * 30; round++) {
      const began = performance.now();
      await bot.inbox.receive(message(0, round));
      await bot.inbox.idle();
      whole.push(performance.now() - began);
    }
    await bot.close();
    console.log(
      `  throughput        ${((CONVERSATIONS * ROUNDS) / seconds).toFixed(0)} turns/s, ${CONVERSATIONS} conversations at once`,
    );
    console.log(`  processor         ${processorMs.toFixed(2)} ms a turn, all threads`);
    console.log(`  turn's own time   ${line(own)} (understand to reply)`);
    console.log(`  alone, in all     ${line(whole)} (claim to sent and stored, one at a time)`);
    console.log(
      `  npm start         ${built.seconds.toFixed(1)} s with compiling and index building, ${again.seconds.toFixed(1)} s after that`,
    );
    if (again.memory) {
      const { started, served } = again.memory;
      console.log(
        `  memory            ${started} MB resident when started, ${served} MB after ${SERVED} turns of the web chat`,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function line(times: number[]): string {
  return [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${quantile(times, share).toFixed(2)} ms`).join(', ');
}

let sent = 0;

function message(room: number, round: number): IncomingMessage {
  return benchMessage(String(room), DIALOGUE[round % DIALOGUE.length]);
}

/** The next message of a customer, who is alone in their room. */
export function benchMessage(room: string, text: string): IncomingMessage {
  sent += 1;
  return {
    id: String(sent),
    channel: 'bench',
    conversationId: `bench:${room}`,
    author: { id: `customer-${room}`, isBot: false },
    text,
    attachments: [],
    isDirect: true,
    receivedAt: new Date(),
    address: room,
  };
}

/** A channel that shows everything and sends nothing. */
export function benchChannel(): Channel {
  return {
    name: 'bench',
    capabilities: {
      cards: true,
      choices: true,
      tables: true,
      streaming: false,
      typing: false,
      maxTextLength: 100_000,
      maxChoices: 9,
    },
    start: async () => undefined,
    stop: async () => undefined,
    send: async () => ({ messageIds: ['1'] }),
  };
}

interface Start {
  /** From starting the process until it says where it listens. */
  seconds: number;
  /** Resident, in MB; absent where there is no /proc. */
  memory?: { started: number; served: number };
}

/** As `npm start` does it, in a process of its own, which then answers so many messages. */
async function start(dataDir: string, messages = 0): Promise<Start> {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  const began = performance.now();
  const child = spawn(process.execPath, scripts.start.split(' ').slice(1), {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stopped = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), START_TIMEOUT_MS);
  try {
    const said = await Promise.race([once(child.stdout, 'data').then(String), stopped.then(() => '')]);
    const url = /http:\/\/[\w.:]+/.exec(said)?.[0];
    if (!url) throw new Error('The bot did not start');
    const seconds = (performance.now() - began) / 1000;
    const started = residentMegabytes(child.pid!);
    if (messages > 0) await chat(url, messages);
    const served = residentMegabytes(child.pid!);
    return { seconds, ...(started && served && { memory: { started, served } }) };
  } finally {
    clearTimeout(timer);
    child.kill('SIGTERM');
    await stopped;
  }
}

/** Visitors of the web chat, each with one message after the other. */
async function chat(url: string, messages: number): Promise<void> {
  const visitors = await Promise.all(Array.from({ length: CONVERSATIONS }, () => openPage(url)));
  for (let sent = 0; sent < messages; sent += CONVERSATIONS) {
    const text = DIALOGUE[(sent / CONVERSATIONS) % DIALOGUE.length];
    await Promise.all(
      visitors.map(async (cookie) => {
        const body = JSON.stringify({ id: randomUUID(), text });
        const headers = { 'content-type': 'application/json', cookie };
        const { status } = await fetch(`${url}/chat/messages`, { method: 'POST', headers, body });
        if (status !== 202) throw new Error(`A message was answered with ${status}`);
      }),
    );
  }
}

async function openPage(url: string): Promise<string> {
  const response = await fetch(url);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

function residentMegabytes(pid: number): number | undefined {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return undefined;
  return Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1]) / 1024);
}
