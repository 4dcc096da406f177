import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from '../src/paths.ts';
import { createIssuer } from '../test/adapters/teams/issuer.ts';
import { CREDENTIALS, createPlatform, type Platform, type PlatformName } from '../test/support/platform-events.ts';
import type { BenchBotOptions } from './channels-bot.ts';
import { quantile } from './quantile.ts';

const CONVERSATIONS = 200;
const RATE = 200;
const RATED_SECONDS = 8;
const CONNECTIONS = 16;
const FLAT_OUT_EVENTS = 4_000;
const MEMORY_EVENTS = 50_000;

/**
 * Acknowledging events: our adapter and delivery beside the platform library's bare echo bot, each in a process of its own,
 * one after the other. The store is not among them (see the section `store`).
 */
export async function benchChannels({ large = false }: { large?: boolean } = {}): Promise<void> {
  console.log(`  at ${RATE} events/s over ${CONVERSATIONS} conversations, then flat out on ${CONNECTIONS} connections`);
  for (const name of ['slack', 'telegram', 'teams'] as const) {
    const bare = await measure(name, 'bare', false);
    const ours = await measure(name, 'ours', large);
    for (const [kind, { p50, p99, perSecond, replies }] of [
      ['bare', bare],
      ['ours', ours],
    ] as const) {
      console.log(
        `  ${name.padEnd(9)}${kind.padEnd(5)} ack p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms  ${perSecond.toFixed(0)} acks/s  ${(100 * replies).toFixed(1)}% replied`,
      );
    }
    console.log(
      `  ${name.padEnd(9)}added p50 ${(ours.p50 - bare.p50).toFixed(1)} ms  throughput ${((100 * ours.perSecond) / bare.perSecond).toFixed(0)}% of bare${ours.heap}`,
    );
  }
}

interface Figures {
  p50: number;
  p99: number;
  perSecond: number;
  /** Share of the events that a reply came for. */
  replies: number;
  heap: string;
}

async function measure(name: PlatformName, kind: BenchBotOptions['kind'], memory: boolean): Promise<Figures> {
  let platform: Platform | undefined;
  let replies = 0;
  const sink = createServer((incoming, outgoing) => {
    incoming.resume();
    if (/chat\.postMessage|sendMessage$|\/v3\/conversations\//.test(incoming.url ?? '')) replies += 1;
    outgoing.setHeader('content-type', 'application/json');
    outgoing.end(JSON.stringify(platform?.answer({ path: incoming.url ?? '' }) ?? {}));
  });
  await once(sink.listen(0, '127.0.0.1'), 'listening');
  const platformUrl = `http://127.0.0.1:${(sink.address() as AddressInfo).port}`;
  const issuer = await createIssuer(CREDENTIALS.teamsAppId, () => `${platformUrl}/`);
  const events = createPlatform(name, { token: issuer.token(), serviceUrl: `${platformUrl}/` });
  platform = events;
  const bot = await start({ channel: name, kind, platformUrl, issuer: issuer.options });
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  let sent = 0;
  const post = () => postOnce(bot.port, agent, events.request(nextEvent(sent++)));

  try {
    await flatOut(post, 500);
    const latencies = await rated(post);
    const began = performance.now();
    await flatOut(post, FLAT_OUT_EVENTS);
    const perSecond = FLAT_OUT_EVENTS / ((performance.now() - began) / 1000);
    await settled(() => replies);
    const answered = replies / sent;
    let heap = '';
    if (memory) {
      await flatOut(post, MEMORY_EVENTS / 5);
      await settled(() => replies);
      const before = await bot.heapMb();
      await flatOut(post, MEMORY_EVENTS);
      await settled(() => replies);
      const after = await bot.heapMb();
      heap = `  heap over ${MEMORY_EVENTS} events ${before.toFixed(1)} -> ${after.toFixed(1)} MB`;
    }
    return { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), perSecond, replies: answered, heap };
  } finally {
    bot.process.kill('SIGKILL');
    agent.destroy();
    sink.closeAllConnections();
    sink.close();
    await issuer.sink.close();
  }
}

const nextEvent = (index: number) => ({
  conversation: 1 + (index % CONVERSATIONS),
  number: 1 + Math.floor(index / CONVERSATIONS),
});

/** Open loop: an event is due whether or not the one before was acknowledged. */
async function rated(post: () => Promise<number>): Promise<number[]> {
  const latencies: Promise<number>[] = [];
  const began = performance.now();
  for (let index = 0; index < RATE * RATED_SECONDS; index++) {
    const due = began + (index * 1000) / RATE;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    latencies.push(post());
  }
  return Promise.all(latencies);
}

async function flatOut(post: () => Promise<number>, events: number): Promise<void> {
  let left = events;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (left-- > 0) await post();
    }),
  );
}

/** Posts one event; returns the milliseconds to its acknowledgement. Throws when it is refused. */
function postOnce(
  port: number,
  agent: Agent,
  { path, headers, body }: ReturnType<Platform['request']>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path,
        agent,
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
      },
      (response) => {
        response.resume();
        response.once('end', () => {
          if (response.statusCode === 200) resolve(performance.now() - began);
          else reject(new Error(`${path} answered ${response.statusCode}`));
        });
      },
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

/** Waits until the replies that are still on their way have come. */
async function settled(count: () => number): Promise<void> {
  for (let before = -1; before !== count(); ) {
    before = count();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

async function start(
  options: BenchBotOptions,
): Promise<{ process: ChildProcess; port: number; heapMb(): Promise<number> }> {
  const child = fork(join(projectRoot, 'bench/channels-bot.ts'), [JSON.stringify(options)], {
    execArgv: ['--import', 'tsx', '--expose-gc'],
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    process: child,
    port,
    async heapMb() {
      child.send('heap');
      const [{ heapMb }] = (await once(child, 'message')) as [{ heapMb: number }];
      return heapMb;
    },
  };
}
