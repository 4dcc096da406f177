import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createBot } from '../src/bot.ts';
import { loadConfig } from '../src/config.ts';
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
const START_TIMEOUT_MS = 60_000;

/** Turns per second and the turn's own time, with built-in models, the embedded store and durable writes, on the shop pack. */
export async function benchTurn(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-turn-'));
  try {
    const config = { ...loadConfig({}, ''), dataDir: folder };
    const built = await start(folder);
    const again = await start(folder);
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
    const megabytes = process.memoryUsage().rss / 2 ** 20;
    await bot.close();
    console.log(
      `  throughput        ${((CONVERSATIONS * ROUNDS) / seconds).toFixed(0)} turns/s, ${CONVERSATIONS} conversations at once`,
    );
    console.log(`  processor         ${processorMs.toFixed(2)} ms a turn, all threads`);
    console.log(`  turn's own time   ${line(own)} (understand to reply)`);
    console.log(`  alone, in all     ${line(whole)} (claim to sent and stored, one at a time)`);
    console.log(`  memory            ${megabytes.toFixed(0)} MB resident, bench included`);
    console.log(
      `  npm start         ${built.seconds.toFixed(1)} s with compiling and index building, ${again.seconds.toFixed(1)} s after that`,
    );
    if (again.megabytes) console.log(`  memory, started   ${again.megabytes.toFixed(0)} MB resident`);
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
  /** Resident then; absent where there is no /proc. */
  megabytes?: number;
}

function start(dataDir: string): Promise<Start> {
  const began = performance.now();
  const child = spawn(process.execPath, ['start.js'], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise<Start>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error('The bot did not start'));
    }, START_TIMEOUT_MS);
    child.stdout.once('data', () => {
      const seconds = (performance.now() - began) / 1000;
      const megabytes = residentMegabytes(child.pid!);
      clearTimeout(timer);
      child.once('exit', () => resolve({ seconds, megabytes }));
      child.kill('SIGTERM');
    });
  });
}

function residentMegabytes(pid: number): number | undefined {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return undefined;
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1]) / 1024;
}
