import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from '../src/paths.ts';
import { createIssuer } from '../test/adapters/teams/issuer.ts';
import { CREDENTIALS, createPlatform, type Platform, type PlatformName } from '../test/support/platform-events.ts';
import type { BenchBotOptions } from './channels-bot.ts';

/** An echo bot in a process of its own, and the platform before it: events go in, replies come out at a sink. */
export interface BenchBot {
  /** Posts the next event; resolves with the milliseconds to its acknowledgement. */
  post(): Promise<number>;
  /** Open loop: an event is due whether or not the one before was acknowledged. */
  rated(perSecond: number, events: number): Promise<number[]>;
  /** Closed loop: so many events over so many connections; resolves with the events a second. */
  flatOut(events: number): Promise<number>;
  /** Whether events are answered, too, or only acknowledged. */
  answer(answering: boolean): Promise<void>;
  /** Share of the events since `answer(true)` that a reply came for, once no more come. */
  replied(): Promise<number>;
  /** Heap in use after a collection, and processor time since the start. */
  usage(): Promise<{ heapMb: number; cpuMs: number }>;
  stop(): Promise<void>;
}

export const CONVERSATIONS = 200;
export const CONNECTIONS = 16;
const KEEP_ALIVE_MS = 120_000;
/** With no reply for so long, no more will come. */
const QUIET_SECONDS = 10;

export async function startBenchBot(channel: PlatformName, kind: BenchBotOptions['kind']): Promise<BenchBot> {
  let platform: Platform | undefined;
  let replies = 0;
  const sink = createServer((incoming, outgoing) => {
    incoming.resume();
    if (/chat\.postMessage|sendMessage$|\/v3\/conversations\//.test(incoming.url ?? '')) replies += 1;
    outgoing.setHeader('content-type', 'application/json');
    outgoing.end(JSON.stringify(platform?.answer({ path: incoming.url ?? '' }) ?? {}));
  });
  // Connections outlast the turns of the other bot.
  sink.keepAliveTimeout = KEEP_ALIVE_MS;
  await once(sink.listen(0, '127.0.0.1'), 'listening');
  const platformUrl = `http://127.0.0.1:${(sink.address() as AddressInfo).port}`;
  const issuer = await createIssuer(CREDENTIALS.teamsAppId, () => `${platformUrl}/`);
  const events = createPlatform(channel, { token: issuer.token(), serviceUrl: `${platformUrl}/` });
  platform = events;
  const { child, port } = await startProcess({ channel, kind, platformUrl, issuer: issuer.options });
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  let sent = 0;
  let since = { sent: 0, replies: 0 };
  let answering = true;

  const post = () => postOnce(port, agent, events.request(nextEvent(sent++)));

  async function ask(what: string): Promise<{ heapMb: number; cpuMs: number }> {
    child.send(what);
    const [usage] = (await once(child, 'message')) as [{ heapMb: number; cpuMs: number }];
    return usage;
  }

  /** Replies may lag far behind acknowledgements, more so on a machine that does much else. */
  async function settled(): Promise<void> {
    const awaited = () => answering && replies - since.replies < sent - since.sent;
    for (
      let [before, quiet] = [replies, 0];
      awaited() && quiet < QUIET_SECONDS;
      quiet = replies === before ? quiet + 1 : 0
    ) {
      before = replies;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }

  return {
    post,
    async rated(perSecond, count) {
      const latencies: Promise<number>[] = [];
      const began = performance.now();
      for (let index = 0; index < count; index++) {
        const wait = began + (index * 1000) / perSecond - performance.now();
        if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
        latencies.push(post());
      }
      return Promise.all(latencies);
    },
    async flatOut(count) {
      let left = count;
      const began = performance.now();
      await Promise.all(
        Array.from({ length: CONNECTIONS }, async () => {
          while (left-- > 0) await post();
        }),
      );
      return count / ((performance.now() - began) / 1000);
    },
    async answer(wanted) {
      await settled();
      answering = wanted;
      await ask(answering ? 'answer' : 'acknowledge');
      since = { sent, replies };
    },
    async replied() {
      await settled();
      return (replies - since.replies) / (sent - since.sent);
    },
    usage: () => ask('usage'),
    async stop() {
      child.kill('SIGKILL');
      agent.destroy();
      sink.closeAllConnections();
      sink.close();
      await issuer.sink.close();
    },
  };
}

const nextEvent = (index: number) => ({
  conversation: 1 + (index % CONVERSATIONS),
  number: 1 + Math.floor(index / CONVERSATIONS),
});

/** Throws when the event is refused. */
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

async function startProcess(options: BenchBotOptions): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(join(projectRoot, 'bench/channels-bot.ts'), [JSON.stringify(options)], {
    execArgv: ['--import', 'tsx', '--expose-gc'],
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { child, port };
}
