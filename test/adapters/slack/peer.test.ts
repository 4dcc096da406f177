import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import pino from 'pino';
import { createSlackChannel } from '../../../adapters/slack/index.ts';
import type { Channel } from '../../../src/conversation/channel.ts';
import { createDelivery } from '../../../src/conversation/delivery/delivery.ts';
import { createStreaming } from '../../../src/conversation/delivery/streaming.ts';
import type { IncomingMessage } from '../../../src/conversation/message.ts';
import type { Reply } from '../../../src/replies/reply.ts';
import { freePort, hasLocalSlack, type LocalSlack, startLocalSlack } from './local-slack.ts';

const logger = pino({ level: 'silent' });
const card = {
  productId: 'l1',
  title: 'Lamp',
  price: '$3',
  reason: 'Bright',
  facts: ['red'],
  url: 'https://x.example/l1',
};

describe.each(['events', 'socket'] as const)('Slack against local-slack, by %s', (mode) => {
  const peerTest = hasLocalSlack ? test : test.skip;
  let slack: LocalSlack;
  let channel: Channel;
  let server: Server | undefined;
  const received: IncomingMessage[] = [];
  const seen = new Set<string>();
  const last = () => received.at(-1);

  beforeAll(async () => {
    if (!hasLocalSlack) return;
    const port = await freePort();
    slack = await startLocalSlack(mode, mode === 'events' ? `http://127.0.0.1:${port}/slack/events` : '');
    const common = { botToken: 'xoxb-test-token', apiUrl: slack.apiUrl, logger };
    const made =
      mode === 'events'
        ? createSlackChannel({ ...common, signingSecret: 'test-signing-secret' })
        : createSlackChannel({ ...common, appToken: 'xapp-test-token' });
    if (made.router) {
      server = createServer(express().use(made.router));
      await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
    }
    channel = made;
    await channel.start(async (message) => {
      if (seen.has(message.id) || message.author.isBot || !message.isDirect) return;
      seen.add(message.id);
      received.push(message);
      const reply: Reply = {
        text: `**Heard** ${message.text}`,
        language: 'en',
        by: 'built-in',
        products: [card],
        choices: [{ id: 'cheaper', text: 'Cheaper' }],
      };
      void channel.send(message.address, reply);
    });
  }, 30_000);

  afterAll(async () => {
    await channel?.stop();
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
    await slack?.close();
  });

  /** The direct chat with Alice. */
  async function chat(): Promise<string> {
    const answer = await fetch(`${slack.apiUrl}conversations.open`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-test-token' },
      body: new URLSearchParams({ users: 'U01ALICE' }),
    });
    return ((await answer.json()) as { channel: { id: string } }).channel.id;
  }

  peerTest('a direct message is answered with text, a card and buttons, and a pressed button comes back', async () => {
    const dm = await chat();
    await slack.control('message', { channel: dm, user: 'U01ALICE', text: '有没有 <3 的灯' });
    await slack.until(dm, (messages) => messages.some(({ text }) => text.startsWith('*Heard* 有没有 &lt;3 的灯')));
    expect(last()).toMatchObject({ conversationId: `slack:${dm}`, author: { id: 'U01ALICE', name: 'Alice Anderson' } });
    const reply = (await slack.messages(dm)).find(({ user }) => user === 'U0BOT');
    expect(reply?.blocks).toHaveLength(4);
    const action = {
      type: 'button',
      action_id: 'choice:0',
      value: 'cheaper',
      text: { type: 'plain_text', text: 'Cheaper' },
    };
    await slack.control('interact', { channel: dm, messageTs: reply?.ts, user: 'U01ALICE', action });
    await slack.until(dm, (messages) => messages.some(({ text }) => text.startsWith('*Heard* Cheaper')));
    expect(last()?.action).toEqual({ kind: 'choice', id: 'cheaper', text: 'Cheaper' });
  });

  peerTest('in a room only a mention is answered, once, in its thread', async () => {
    const before = received.length;
    await slack.control('message', { channel: 'C01GEN', user: 'U02BOB', text: 'nice weather' });
    const { message } = (await slack.control('message', {
      channel: 'C01GEN',
      user: 'U02BOB',
      text: '<@U0BOT> a lamp',
    })) as { message: { ts: string } };
    const answers = async () => (await slack.messages('C01GEN')).filter(({ user }) => user === 'U0BOT');
    await slack.until('C01GEN', (messages) => messages.some(({ user }) => user === 'U0BOT'));
    expect(await answers()).toMatchObject([{ thread_ts: message.ts }]);
    await slack.control('message', {
      channel: 'C01GEN',
      user: 'U02BOB',
      text: '<@U0BOT> and red',
      thread_ts: message.ts,
    });
    await slack.until('C01GEN', (messages) => messages.filter(({ user }) => user === 'U0BOT').length === 2);
    expect(received.slice(before).map(({ conversationId, text }) => [conversationId, text])).toEqual([
      [`slack:C01GEN:${message.ts}`, 'a lamp'],
      [`slack:C01GEN:${message.ts}`, 'and red'],
    ]);
    expect(await answers()).toHaveLength(2);
  });

  peerTest('an edited message is told as such', async () => {
    const dm = await chat();
    const { message } = (await slack.control('message', { channel: dm, user: 'U01ALICE', text: 'a red lamp' })) as {
      message: { ts: string };
    };
    await slack.until(dm, () => last()?.text === 'a red lamp');
    await slack.control('edit-message', { channel: dm, ts: message.ts, user: 'U01ALICE', text: 'a blue lamp' });
    await slack.until(dm, () => last()?.action?.kind === 'edited');
    expect(last()).toMatchObject({ text: 'a blue lamp', id: expect.stringContaining(':edited:') });
  });

  peerTest('a slash command is answered in the direct chat', async () => {
    const dm = await chat();
    await slack.control('command', { channel: 'C01GEN', user: 'U01ALICE', command: '/shop', text: 'a green lamp' });
    await slack.until(dm, (messages) => messages.some(({ text }) => text.includes('a green lamp')));
    expect(last()).toMatchObject({ conversationId: `slack:${dm}`, text: 'a green lamp' });
  });

  peerTest('the Home tab is filled', async () => {
    await slack.control('open-home', { user: 'U01ALICE' });
    const dm = await chat();
    let log: unknown[] = [];
    await slack.until(dm, () => {
      void slack.log().then((entries) => {
        log = entries;
      });
      return JSON.stringify(log).includes('views.publish');
    });
    expect(JSON.stringify(log)).toContain('Messages');
  });

  peerTest('an uploaded picture is read through the token, up to the size asked for', async () => {
    const dm = await chat();
    const form = new FormData();
    form.set('channel', dm);
    form.set('user', 'U01ALICE');
    form.set('text', 'like this one');
    form.append('file', new Blob([Buffer.alloc(1500)], { type: 'image/png' }), 'lamp.png');
    await slack.upload(form);
    await slack.until(dm, () => last()?.attachments.length === 1);
    const [picture] = last()?.attachments ?? [];
    expect(picture).toMatchObject({ kind: 'image', name: 'lamp.png', sizeBytes: 1500 });
    expect((await picture.read?.(2000))?.byteLength).toBe(1500);
    await expect(picture.read?.(1000)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  peerTest('where there is no streaming, a reply being written arrives once and whole', async () => {
    const dm = await chat();
    const channels = new Map([[channel.name, channel]]);
    const live = createStreaming({ channels, delivery: createDelivery({ channels, logger }), logger }).open('slack', {
      channelId: dm,
      threadTs: (await slack.messages(dm))[0]?.ts,
    });
    live.update('Half a');
    const { status, messageIds } = await live.finish({ text: 'Half a sentence, whole.', language: 'en', by: 'test' });
    expect([status, messageIds.length]).toEqual(['sent', 1]);
    const arrived = (await slack.messages(dm)).filter(({ text }) => String(text).startsWith('Half a'));
    expect(arrived.map(({ text }) => text)).toEqual(['Half a sentence, whole.']);
  });

  peerTest('a bot that writes first reaches the chat by the stored address', async () => {
    const dm = await chat();
    await channel.send({ channelId: dm }, { text: '补货了', language: 'zh', by: 'built-in' });
    expect((await slack.messages(dm)).at(-1)).toMatchObject({ user: 'U0BOT', text: '补货了' });
  });
});
