import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import pino from 'pino';
import { createSlackChannel } from '../../../adapters/slack/index.ts';
import { createDelivery } from '../../../src/conversation/delivery/delivery.ts';
import type { IncomingMessage } from '../../../src/conversation/message.ts';
import type { Reply } from '../../../src/replies/reply.ts';
import { type Answer, createHttpSink, type Recorded } from '../../support/http-sink.ts';
import { listening } from '../../support/listening.ts';
import { createSkippingClock } from '../../support/virtual-clock.ts';

const TOKEN = 'xoxb-1-secret-of-no-bot';
const SECRET = 'test-signing-secret';
const say = (text: string, more: Partial<Reply> = {}): Reply => ({ text, language: 'en', by: 'built-in', ...more });
const card = {
  productId: 'l1',
  title: 'Lamp',
  price: '$3',
  reason: 'Bright',
  facts: [],
  image: 'https://x.example/l.jpg',
};
const methodOf = ({ path }: Recorded) => path.split('/').at(-1) ?? '';
const no = (error: string, status = 200, headers = {}): Answer => ({ status, headers, body: { ok: false, error } });

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** The channel by HTTP events, before a stub of the Web API that answers as told. */
async function setUp(answers: (request: Recorded) => Answer | undefined = () => undefined) {
  const sink = await createHttpSink((request) => {
    const told = answers(request);
    if (told) return told;
    switch (methodOf(request)) {
      case 'auth.test':
        return { body: { ok: true, user_id: 'U0BOT' } };
      case 'users.info':
        return { body: { ok: true, user: { real_name: 'Ann Lee', locale: 'zh-CN', profile: {} } } };
      case 'conversations.open':
        return { body: { ok: true, channel: { id: 'D7' } } };
      default:
        return { body: { ok: true, ts: `1.${sink.requests.length}` } };
    }
  });
  closing.push(sink.close);
  const logged: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
  const channel = createSlackChannel({
    botToken: TOKEN,
    signingSecret: SECRET,
    apiUrl: `${sink.url}/api/`,
    logger,
    sleep: async () => undefined,
  });
  closing.push(channel.stop);
  const received: IncomingMessage[] = [];
  await channel.start(async (message) => void received.push(message));
  const server = await listening(channel.router!);
  closing.push(server.close);
  const delivery = createDelivery({ channels: new Map([['slack', channel]]), logger, ...createSkippingClock() });
  const calls = (method: string) => sink.requests.filter((request) => methodOf(request) === method);
  const send = (reply: Reply) => delivery.send('slack', { channelId: 'D1' }, reply);
  const post = (body: string, headers: Record<string, string> = signed(body), type = 'application/json') =>
    fetch(`${server.url}/slack/events`, { method: 'POST', body, headers: { 'content-type': type, ...headers } });
  return { channel, sink, received, logged, delivery, send, post, calls };
}

function signed(body: string, { secret = SECRET, at = Date.now() } = {}): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${hash}` };
}

const hello = (text = 'hello', ts = '1.1') =>
  JSON.stringify({
    type: 'event_callback',
    team_id: 'T1',
    event_id: `Ev${ts}`,
    event: { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', text, ts, event_ts: ts },
  });

describe('Slack by HTTP events, against a stub', () => {
  test('takes a signed event and asks for the name and language of its author once', async () => {
    const { post, received, calls } = await setUp();
    expect((await post(hello())).status).toBe(200);
    expect((await post(hello('more', '1.2'))).status).toBe(200);
    expect(received).toMatchObject([
      { id: 'D1:1.1', author: { id: 'U1', name: 'Ann Lee', locale: 'zh-CN' } },
      { id: 'D1:1.2' },
    ]);
    expect(calls('users.info')).toHaveLength(1);
  });

  test('refuses what is unsigned, forged, stale, or signed for another body', async () => {
    const { post, received } = await setUp();
    const body = hello();
    const stale = signed(body, { at: Date.now() - 6 * 60_000 });
    const unknown = signed(body);
    for (const headers of [
      {},
      signed(body, { secret: 'another-secret' }),
      stale,
      signed(hello('other')),
      { ...unknown, 'x-slack-signature': 'v0=' },
      { ...unknown, 'x-slack-signature': unknown['x-slack-signature'].slice(0, -2) },
      { ...unknown, 'x-slack-request-timestamp': 'soon' },
      { ...stale, 'x-slack-request-timestamp': unknown['x-slack-request-timestamp'] },
    ]) {
      expect((await post(body, headers)).status).toBe(401);
    }
    expect(received).toEqual([]);
  });

  test('a replayed event has the same id, by which the inbox knows it', async () => {
    const { post, received } = await setUp();
    const headers = signed(hello());
    await post(hello(), headers);
    await post(hello(), { ...headers, 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' });
    expect(new Set(received.map(({ id }) => id))).toEqual(new Set(['D1:1.1']));
  });

  test('answers the challenge of the set-up', async () => {
    const { post } = await setUp();
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 'z' });
    expect(await (await post(body)).json()).toEqual({ challenge: 'abc' });
    expect((await post(body, {})).status).toBe(401);
  });

  test('is acknowledged only once the message is durably taken', async () => {
    const { post, channel } = await setUp();
    await channel.start(async () => {
      throw new Error('store is down');
    });
    expect((await post(hello())).status).toBe(500);
  });

  test('malformed and unknown bodies are acknowledged and not read', async () => {
    const { post, received } = await setUp();
    expect((await post('{')).status).toBe(400);
    for (const body of ['{}', '{"type":"event_callback"}', '{"type":"view_closed","user":{"id":"U1"}}']) {
      expect((await post(body)).status).toBe(200);
    }
    expect(received).toEqual([]);
  });

  test('a slash command and a pressed button come as forms', async () => {
    const { post, received } = await setUp();
    const form = 'application/x-www-form-urlencoded';
    const command = new URLSearchParams({
      command: '/shop',
      text: 'a lamp',
      user_id: 'U1',
      channel_id: 'C9',
      trigger_id: '1.2.3',
    }).toString();
    const answer = await post(command, signed(command), form);
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    const payload = {
      type: 'block_actions',
      user: { id: 'U1' },
      channel: { id: 'D1' },
      container: { message_ts: '1.5' },
      actions: [{ action_id: 'choice:0', action_ts: '2.1', value: 'more', text: { text: 'More' } }],
    };
    const press = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    expect((await post(press, signed(press), form)).status).toBe(200);
    expect(received).toMatchObject([
      { conversationId: 'slack:D7', text: 'a lamp' },
      { conversationId: 'slack:D1', action: { kind: 'choice', id: 'more', text: 'More' } },
    ]);
  });

  test('the Home tab shows the way to the chat', async () => {
    const { post, calls, received, sink } = await setUp();
    await post(
      JSON.stringify({
        type: 'event_callback',
        event_id: 'E',
        event: { type: 'app_home_opened', tab: 'home', user: 'U1', channel: 'D1', event_ts: '1.1' },
      }),
    );
    await sink.until(() => calls('views.publish').length > 0);
    expect(calls('views.publish')[0].body).toMatchObject({ user_id: 'U1' });
    expect(received).toEqual([]);
  });

  test('a name that does not come in time holds up nothing', async () => {
    const { post, received } = await setUp((request) =>
      methodOf(request) === 'users.info' ? no('user_not_found') : undefined,
    );
    await post(hello());
    expect(received[0].author).toEqual({ id: 'U1', isBot: false });
  });
});

describe('sending to Slack, against a stub', () => {
  test('one message with blocks, that pings and previews nothing', async () => {
    const { send, calls } = await setUp();
    expect(await send(say('**Hi** <!channel>', { products: [card] }))).toMatchObject({ status: 'sent', attempts: 1 });
    expect(calls('chat.postMessage')).toHaveLength(1);
    const { body, headers } = calls('chat.postMessage')[0];
    expect(headers.authorization).toBe(`Bearer ${TOKEN}`);
    expect(body).toMatchObject({
      channel: 'D1',
      text: expect.stringContaining('*Hi* &lt;!channel&gt;'),
      parse: 'none',
      link_names: 'false',
      unfurl_links: 'false',
    });
    expect(JSON.parse(String(body.blocks))).toHaveLength(3);
  });

  test('a reply in a thread stays in the thread', async () => {
    const { channel, calls } = await setUp();
    await channel.send({ channelId: 'C1', threadTs: '1.5' }, say('x'));
    expect(calls('chat.postMessage')[0].body).toMatchObject({ channel: 'C1', thread_ts: '1.5' });
  });

  test('a picture Slack cannot fetch costs the picture, blocks it refuses cost the blocks', async () => {
    const { send, calls } = await setUp(({ body }) =>
      String(body.blocks).includes('image_url') ? no('invalid_blocks') : undefined,
    );
    expect(await send(say('Hi', { products: [card] }))).toMatchObject({ status: 'sent', attempts: 1 });
    expect(calls('chat.postMessage')).toHaveLength(2);
    const refusing = await setUp(({ body }) => (body.blocks ? no('invalid_blocks') : undefined));
    expect(await refusing.send(say('Hi', { products: [card] }))).toMatchObject({ status: 'sent' });
    expect(refusing.calls('chat.postMessage').at(-1)?.body).not.toHaveProperty('blocks');
  });

  test.each([
    ['channel_not_found', true],
    ['is_archived', true],
    ['user_disabled', true],
    ['msg_too_long', undefined],
    ['invalid_auth', undefined],
  ])('%s is for good', async (reason, blocked) => {
    const { send, calls } = await setUp((request) =>
      methodOf(request) === 'chat.postMessage' ? no(reason) : undefined,
    );
    const outcome = await send(say('x'));
    expect([outcome.status, outcome.blocked]).toEqual(['refused', blocked]);
    expect(calls('chat.postMessage')).toHaveLength(1);
  });

  test('429 is obeyed, faults are tried again', async () => {
    const answers = [no('ratelimited', 429, { 'retry-after': '1' }), no('', 503), no('internal_error')];
    const { send } = await setUp((request) => (methodOf(request) === 'chat.postMessage' ? answers.shift() : undefined));
    expect(await send(say('x'))).toMatchObject({ status: 'sent', attempts: 4 });
  });

  test('a file is read with the token from Slack, and from nowhere else', async () => {
    const { post, received, sink } = await setUp((request) =>
      request.path === '/files/a.png' ? { body: Buffer.alloc(3000) } : undefined,
    );
    const withFile = (url: string, ts: string) =>
      JSON.stringify({
        type: 'event_callback',
        event_id: ts,
        event: {
          type: 'message',
          subtype: 'file_share',
          channel: 'D1',
          user: 'U1',
          text: '',
          ts,
          files: [{ mimetype: 'image/png', url_private: url }],
        },
      });
    await post(withFile(`${sink.url}/files/a.png`, '1.1'));
    expect((await received[0].attachments[0].read?.(3000))?.byteLength).toBe(3000);
    await expect(received[0].attachments[0].read?.(2999)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    const before = sink.requests.length;
    for (const url of [
      sink.url.replace('127.0.0.1', 'localhost'),
      'https://slack.com.evil.example/a',
      'http://files.slack.com/a',
      'nonsense',
    ]) {
      await post(withFile(url, `2.${url.length}`));
      const { read } = received.at(-1)?.attachments[0] ?? {};
      await expect((async () => read?.(1000))()).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    }
    expect(sink.requests).toHaveLength(before);
  });

  test('a wrong token fails the start and names the setting', async () => {
    const refusing = await createHttpSink(() => no('invalid_auth'));
    closing.push(refusing.close);
    const refused = createSlackChannel({
      botToken: TOKEN,
      signingSecret: SECRET,
      apiUrl: `${refusing.url}/api/`,
      logger: pino({ level: 'silent' }),
    });
    await expect(refused.start(async () => undefined)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('SLACK_BOT_TOKEN'),
    });
  });

  test('neither token nor customer text is in an error or a log line', async () => {
    const { send, channel, logged } = await setUp((request) =>
      methodOf(request) === 'chat.postMessage' ? no('channel_not_found') : undefined,
    );
    await send(say('secret text of a customer'));
    const error = await channel.send({ channelId: 'D1' }, say('secret text of a customer')).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    const everything = JSON.stringify(error, Object.getOwnPropertyNames(error)) + logged.join();
    expect(everything).not.toContain('xoxb');
    expect(everything).not.toContain('secret text');
  });
});
