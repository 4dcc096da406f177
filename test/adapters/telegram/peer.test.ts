import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import pino from 'pino';
import telegramTestApi from 'telegram-test-api';
import { createTelegramChannel } from '../../../adapters/telegram/index.ts';
import { createDelivery } from '../../../src/conversation/delivery/delivery.ts';
import { createStreaming } from '../../../src/conversation/delivery/streaming.ts';
import type { IncomingMessage } from '../../../src/conversation/message.ts';
import type { Reply } from '../../../src/replies/reply.ts';
import { listening } from '../../support/listening.ts';

// The package's types say `default`; what Node loads is the class itself.
const TelegramServer = telegramTestApi as unknown as typeof telegramTestApi.default;
const TOKEN = '4242:AAtest';
const logger = pino({ level: 'silent' });

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** telegram-test-api with our channel on it, answering each message by its words. */
async function setUp(webhook = false) {
  const peer = new TelegramServer({ port: await freePort(), host: '127.0.0.1' });
  await peer.start();
  closing.push(() => peer.stop());
  const received: IncomingMessage[] = [];
  const channel = createTelegramChannel({
    token: TOKEN,
    apiRoot: peer.config.apiURL,
    logger,
    ...(webhook && { webhook: { publicUrl: 'http://placeholder', secret: 'a-secret-word' } }),
  });
  closing.push(channel.stop);
  const seen = new Set<string>();
  const receive = async (message: IncomingMessage) => {
    if (seen.has(message.id)) return;
    seen.add(message.id);
    received.push(message);
    const reply: Reply = {
      text: `**You said** ${message.text || message.action?.kind}`,
      language: 'en',
      by: 'built-in',
      choices: [{ id: 'cheaper', text: 'Cheaper' }],
    };
    void channel.send(message.address, reply);
  };
  await channel.start(receive);
  return { peer, channel, received, client: peer.getClient(TOKEN, { timeout: 5000, interval: 20 }) };
}

describe('Telegram against telegram-test-api', () => {
  test('long polling: a message, its reply with a button, and the button pressed', async () => {
    const { client, received } = await setUp();
    await client.sendMessage(client.makeMessage('a lamp <3, please'));
    const { result } = await client.getUpdates();
    expect(result[0].message).toMatchObject({
      text: '<b>You said</b> a lamp &lt;3, please',
      parse_mode: 'HTML',
      reply_markup: { inline_keyboard: [[{ text: 'Cheaper', callback_data: 'cheaper' }]] },
    });
    await client.sendCallback(client.makeCallbackQuery('cheaper', { message: { message_id: 1 } }));
    await client.getUpdates();
    expect(received.map(({ text, action }) => [text, action?.kind])).toEqual([
      ['a lamp <3, please', undefined],
      ['', 'choice'],
    ]);
  });

  test('long polling: /start with a campaign', async () => {
    const { client, received } = await setUp();
    await client.sendCommand(client.makeCommand('/start autumn24'));
    await client.getUpdates();
    expect(received[0].action).toEqual({ kind: 'start', payload: 'autumn24' });
  });

  test('webhook: the peer posts to us (through a door that adds the secret it does not send)', async () => {
    const { peer, channel, client, received } = await setUp(true);
    const server = await listening(channel.router!);
    closing.push(server.close);
    const door = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', async () => {
        const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': 'a-secret-word' };
        const answer = await fetch(`${server.url}/telegram/webhook`, {
          method: 'POST',
          headers,
          body: Buffer.concat(chunks),
        });
        response.writeHead(answer.status).end(await answer.text());
      });
    });
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise((resolve) => door.close(resolve)));
    peer.setWebhook({ url: `http://127.0.0.1:${(door.address() as AddressInfo).port}` }, TOKEN);
    await client.sendMessage(client.makeMessage('你好'));
    expect((await client.getUpdates()).result[0].message.text).toBe('<b>You said</b> 你好');
    expect(received).toHaveLength(1);
  });

  test('where there is no streaming, a reply being written arrives once and whole', async () => {
    const { channel, client } = await setUp();
    const channels = new Map([[channel.name, channel]]);
    const delivery = createDelivery({ channels, logger });
    const live = createStreaming({ channels, delivery, logger }).open('telegram', { chatId: 1, private: true });
    live.update('Half a');
    expect(await live.finish({ text: 'Half a sentence, whole.', language: 'en', by: 'test' })).toMatchObject({
      status: 'sent',
      messageIds: [expect.any(String)],
    });
    const { result } = await client.getUpdates();
    expect(result.map(({ message }) => message.text)).toEqual(['Half a sentence, whole.']);
  });

  test('a bot that writes first reaches the chat by the stored address', async () => {
    const { channel, client } = await setUp();
    await channel.send(JSON.parse(JSON.stringify({ chatId: 1, private: true })), {
      text: '补货了',
      language: 'zh',
      by: 'built-in',
    });
    expect((await client.getUpdates()).result[0].message.text).toBe('补货了');
  });
});
