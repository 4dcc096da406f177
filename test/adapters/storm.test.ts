import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { projectRoot } from '../../src/paths.ts';
import type { ChannelProcessOptions } from '../support/channel-process.ts';
import { createHttpSink } from '../support/http-sink.ts';
import { CREDENTIALS, createPlatform, type Event, type Platform, wordsOf } from '../support/platform-events.ts';
import { freePort } from './slack/local-slack.ts';
import { createIssuer } from './teams/issuer.ts';

/** Per channel; a multiple of the conversations. */
const EVENTS = Number(process.env.STORM_EVENTS ?? 3000);
const CONVERSATIONS = 200;
/** Every so many events, the platform delivers one three times. */
const REPEATED_EVERY = 20;
/** What a machine that does much else may need. */
jest.setTimeout(Math.max(180_000, EVENTS * 200));

function startProcess(options: ChannelProcessOptions): Promise<ChildProcess> {
  const script = join(projectRoot, 'test/support/channel-process.ts');
  const child = fork(script, [JSON.stringify(options)], { execArgv: ['--import', 'tsx'], cwd: projectRoot });
  return new Promise((resolve, reject) => {
    const early = (code: number | null) => reject(new Error(`the process ended with ${code}`));
    child.once('exit', early);
    child.once('message', () => {
      child.off('exit', early);
      resolve(child);
    });
  });
}

const ended = (child: ChildProcess) => new Promise<void>((resolve) => child.once('exit', () => resolve()));

describe.each(['slack', 'telegram', 'teams'] as const)('a storm of events by %s', (channel) => {
  test('each is answered, in order, with the process killed once in the middle', async () => {
    const folder = mkdtempSync(join(tmpdir(), `storm-${channel}-`));
    let platform: Platform | undefined;
    const replies = new Map<string, string[]>();
    let answered = 0;
    const sink = await createHttpSink((request) => {
      const reply = platform?.replyOf(request);
      if (reply) {
        answered += 1;
        replies.set(reply.conversation, [...(replies.get(reply.conversation) ?? []), reply.text]);
      }
      return { body: platform?.answer(request) };
    });
    const issuer = await createIssuer(CREDENTIALS.teamsAppId, () => `${sink.url}/`);
    const made = createPlatform(channel, { token: issuer.token(), serviceUrl: `${sink.url}/` });
    platform = made;
    const port = await freePort();
    const options = { channel, port, folder, platformUrl: sink.url, issuer: issuer.options, aheadMs: 0 };
    let child = await startProcess(options);

    /** Posts until it is acknowledged, as platforms do. */
    async function post(event: Event): Promise<void> {
      const { path, headers, body } = made.request(event);
      for (;;) {
        const status = await fetch(`http://127.0.0.1:${port}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body,
          signal: AbortSignal.timeout(10_000),
        }).then(
          (response) => response.status,
          () => 0,
        );
        if (status === 200) return;
        await new Promise((resolve) => setTimeout(resolve, 800));
      }
    }

    let posted = 0;
    let restarts = 0;
    async function killAndRestart(): Promise<void> {
      const gone = ended(child);
      child.kill('SIGKILL');
      await gone;
      child = await startProcess({ ...options, aheadMs: 120_000 });
      restarts += 1;
    }

    const perConversation = EVENTS / CONVERSATIONS;
    try {
      let killing: Promise<void> | undefined;
      await Promise.all(
        Array.from({ length: CONVERSATIONS }, async (_, conversation) => {
          for (let number = 1; number <= perConversation; number++) {
            const event = { conversation: conversation + 1, number };
            await post(event);
            posted += 1;
            if (posted === EVENTS / 2) killing = killAndRestart();
            if (posted % REPEATED_EVERY === 0) await Promise.all([post(event), post(event)]);
          }
        }),
      );
      await killing;
      await sink.until(() => [...replies.values()].every((texts) => new Set(texts).size === perConversation));
    } finally {
      const gone = ended(child);
      child.kill('SIGKILL');
      await gone;
      await sink.close();
      await issuer.sink.close();
      rmSync(folder, { recursive: true, force: true });
    }

    expect(replies.size).toBe(CONVERSATIONS);
    for (const [conversation, texts] of replies) {
      const room = conversation.replace(/^\D+/, '');
      const expected = Array.from({ length: perConversation }, (_, index) =>
        wordsOf({ conversation: Number(room), number: index + 1 }),
      );
      // In order, whatever was sent again after the kill.
      expect([...new Set(texts)]).toEqual(expected);
    }
    expect(restarts).toBe(1);
    // Twice only what was on its way out when the process was killed: at most one a conversation.
    expect(answered - EVENTS).toBeLessThanOrEqual(CONVERSATIONS);
  });
});
