import { afterEach, describe, expect, test } from '@jest/globals';
import pino from 'pino';
import { createTelegramChannel, type TelegramOptions } from '../../../adapters/telegram/index.ts';
import { createDelivery } from '../../../src/conversation/delivery/delivery.ts';
import type { IncomingMessage } from '../../../src/conversation/message.ts';
import type { Reply } from '../../../src/replies/reply.ts';
import { type Answer, createHttpSink, type Recorded } from '../../support/http-sink.ts';
import { listening } from '../../support/listening.ts';
import { createSkippingClock } from '../../support/virtual-clock.ts';

const TOKEN = '4242:AAtest-token-of-no-bot';
const SECRET = 'a-webhook-secret';
const dm = { chatId: 501, private: true };
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
const ok = (result: unknown): Answer => ({ body: { ok: true, result } });
const no = (status: number, description: string, parameters?: object): Answer => ({
  status,
  body: { ok: false, error_code: status, description, parameters },
});

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** The channel before a stub of the Bot API that answers as told, else with what the method gives. */
async function setUp(
  answers: (request: Recorded, sink: Recorded[]) => Answer | undefined = () => undefined,
  more: Partial<TelegramOptions> = {},
) {
  const logged: string[] = [];
  const sink = await createHttpSink((request) => {
    const told = answers(request, sink.requests);
    if (told) return told;
    if (methodOf(request) === 'getMe')
      return ok({ id: 4242, is_bot: true, first_name: 'Shop', username: 'lamp_shop_bot' });
    if (methodOf(request) === 'getUpdates') return ok([]);
    if (methodOf(request).startsWith('send')) return ok({ message_id: sink.requests.length });
    return ok(true);
  });
  closing.push(sink.close);
  const logger = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
  const channel = createTelegramChannel({ token: TOKEN, apiRoot: sink.url, logger, ...more });
  closing.push(channel.stop);
  const received: IncomingMessage[] = [];
  const delivery = createDelivery({ channels: new Map([['telegram', channel]]), logger, ...createSkippingClock() });
  return {
    sink,
    channel,
    received,
    logged,
    delivery,
    receive: async (message: IncomingMessage) => void received.push(message),
  };
}

const webhook = { publicUrl: 'https://shop.example', secret: SECRET };
const hello = (id: number, text = 'hello', chat = 501) => ({
  update_id: id,
  message: {
    message_id: id,
    date: 1,
    from: { id: chat, is_bot: false, first_name: 'Mei' },
    chat: { id: chat, type: 'private' },
    text,
  },
});

async function setUpWebhook(...parameters: Parameters<typeof setUp>) {
  const world = await setUp(parameters[0], { webhook, ...parameters[1] });
  await world.channel.start(world.receive);
  const server = await listening(world.channel.router!);
  closing.push(server.close);
  const post = (body: string, headers: Record<string, string> = { 'x-telegram-bot-api-secret-token': SECRET }) =>
    fetch(`${server.url}/telegram/webhook`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
  return { ...world, post };
}

describe('Telegram by webhook, against a stub', () => {
  test('tells Telegram where it is, with the secret and only the updates it reads', async () => {
    const { sink } = await setUpWebhook();
    expect(sink.requests.find((request) => methodOf(request) === 'setWebhook')?.body).toEqual({
      url: 'https://shop.example/telegram/webhook',
      secret_token: SECRET,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    });
  });

  test('takes an update with the secret; without it, or with another, nothing is read', async () => {
    const { post, received } = await setUpWebhook();
    const body = JSON.stringify(hello(1));
    expect((await post(body, {})).status).toBe(401);
    for (const secret of ['', 'wrong', `${SECRET}x`, SECRET.slice(0, -1), SECRET.toUpperCase()]) {
      expect((await post(body, { 'x-telegram-bot-api-secret-token': secret })).status).toBe(401);
    }
    expect(received).toEqual([]);
    expect((await post(body)).status).toBe(200);
    expect(received).toMatchObject([{ id: '501:1', text: 'hello' }]);
  });

  test('malformed or unknown bodies are neither answered nor sent again', async () => {
    const { post, received } = await setUpWebhook();
    expect((await post('{')).status).toBe(400);
    for (const body of ['{}', '[]', '{"update_id":1}', '{"update_id":"1","message":{}}']) {
      expect((await post(body)).status).toBe(200);
    }
    expect(received).toEqual([]);
  });

  test('is acknowledged only once the message is durably taken', async () => {
    const { post, channel } = await setUpWebhook();
    await channel.start(async () => {
      throw new Error('store is down');
    });
    expect((await post(JSON.stringify(hello(1)))).status).toBe(500);
  });

  test('messages of one conversation are taken in order, those of others do not wait', async () => {
    const { post, channel } = await setUpWebhook();
    const order: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await channel.start(async ({ id }) => {
      if (id === '501:1') await held;
      order.push(id);
    });
    const first = post(JSON.stringify(hello(1)));
    const second = post(JSON.stringify(hello(2)));
    await post(JSON.stringify(hello(3, 'other', 777)));
    expect(order).toEqual(['777:3']);
    release();
    await Promise.all([first, second]);
    expect(order).toHaveLength(3);
  });

  test('a pressed button stops turning', async () => {
    const { post, sink, received } = await setUpWebhook();
    const message = {
      ...hello(1).message,
      reply_markup: { inline_keyboard: [[{ text: 'More', callback_data: 'more' }]] },
    };
    const from = hello(1).message.from;
    await post(
      JSON.stringify({ update_id: 9, callback_query: { id: '77', from, chat_instance: '1', data: 'more', message } }),
    );
    expect(received[0].action).toEqual({ kind: 'choice', id: 'more', text: 'More' });
    await sink.until((requests) => requests.some((request) => methodOf(request) === 'answerCallbackQuery'));
    expect(sink.requests.at(-1)?.body).toEqual({ callback_query_id: '77' });
  });
});

describe('Telegram by long polling, against a stub', () => {
  test('confirms an update only when it is stored, and asks again from the one that failed', async () => {
    const offsets: unknown[] = [];
    let failing = true;
    const { channel, sink } = await setUp(
      (request) => {
        if (methodOf(request) !== 'getUpdates') return undefined;
        const offset = Number(request.body.offset);
        offsets.push(offset);
        return ok([hello(10), hello(11), hello(12)].filter(({ update_id }) => update_id >= offset));
      },
      { sleep: async () => undefined },
    );
    const stored: string[] = [];
    await channel.start(async ({ id }) => {
      if (id === '501:11' && failing) {
        failing = false;
        throw new Error('store is down');
      }
      stored.push(id);
    });
    await sink.until(() => offsets.includes(13));
    await channel.stop();
    expect(offsets.slice(0, 3)).toEqual([0, 11, 13]);
    expect(stored).toEqual(['501:10', '501:12', '501:11', '501:12']);
  });

  test('waits as long as Telegram says and goes on after a server fault', async () => {
    const slept: number[] = [];
    let asked = 0;
    const { channel, sink, receive, received } = await setUp(
      (request) => {
        if (methodOf(request) !== 'getUpdates') return undefined;
        asked += 1;
        if (asked === 1) return no(429, 'Too Many Requests', { retry_after: 7 });
        if (asked === 2) return no(502, 'Bad Gateway');
        return ok(asked === 3 ? [hello(1)] : []);
      },
      { sleep: async (ms) => void slept.push(ms) },
    );
    await channel.start(receive);
    await sink.until(() => asked > 4);
    await channel.stop();
    expect(slept.slice(0, 2)).toEqual([7000, 2000]);
    expect(received).toHaveLength(1);
  });

  test('a wrong token fails the start and names the setting', async () => {
    const { channel, receive } = await setUp(() => no(401, 'Unauthorized'));
    await expect(channel.start(receive)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('TELEGRAM_BOT_TOKEN'),
    });
  });

  test('a network that is down does not fail the start', async () => {
    let failures = 1;
    const { channel, receive, sink } = await setUp(
      (request) => (methodOf(request) === 'getMe' && failures-- > 0 ? no(502, 'Bad Gateway') : undefined),
      { sleep: async () => undefined },
    );
    await channel.start(receive);
    await sink.until((requests) => requests.some((request) => methodOf(request) === 'getUpdates'));
  });
});

describe('sending to Telegram, against a stub', () => {
  test('text, then each card as a photo, the choices under the last', async () => {
    const { delivery, sink } = await setUp();
    const outcome = await delivery.send(
      'telegram',
      dm,
      say('**Two** lamps', { products: [card, card], choices: [{ id: 'more', text: 'More' }] }),
    );
    expect(outcome).toMatchObject({ status: 'sent', messageIds: ['1', '2', '3'] });
    expect(sink.requests.map(methodOf)).toEqual(['sendMessage', 'sendPhoto', 'sendPhoto']);
    expect(sink.requests[0].body).toEqual({
      chat_id: 501,
      text: '<b>Two</b> lamps',
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    });
    expect(sink.requests[1].body).toMatchObject({
      photo: card.image,
      caption: expect.stringContaining('<b>Lamp</b>'),
      parse_mode: 'HTML',
    });
    expect(sink.requests[2].body.reply_markup).toEqual({
      inline_keyboard: [[{ text: 'Details', callback_data: 'details:l1' }], [{ text: 'More', callback_data: 'more' }]],
    });
  });

  test('a picture Telegram cannot fetch becomes text, markup it cannot read becomes plain', async () => {
    const { delivery, sink } = await setUp((request) => {
      if (methodOf(request) === 'sendPhoto') return no(400, 'Bad Request: failed to get HTTP URL content');
      if (request.body.parse_mode && String(request.body.text).startsWith('a'))
        return no(400, "Bad Request: can't parse entities: x");
      return undefined;
    });
    expect(await delivery.send('telegram', dm, say('', { products: [card] }))).toMatchObject({
      status: 'sent',
      attempts: 1,
    });
    expect(sink.requests.map(methodOf)).toEqual(['sendPhoto', 'sendMessage']);
    expect(await delivery.send('telegram', dm, say('a **b**'))).toMatchObject({ status: 'sent', attempts: 1 });
    expect(sink.requests.at(-1)?.body).toEqual({ chat_id: 501, text: 'a b' });
  });

  test.each([
    [403, 'Forbidden: bot was blocked by the user', true],
    [403, 'Forbidden: user is deactivated', true],
    [400, 'Bad Request: chat not found', undefined],
    [400, 'Bad Request: message is too long', undefined],
  ])('%i %s is for good', async (status, description, blocked) => {
    const { delivery, sink } = await setUp(() => no(status, description));
    const outcome = await delivery.send('telegram', dm, say('x'));
    expect(outcome).toMatchObject({ status: 'refused', attempts: 1 });
    expect(outcome.blocked).toBe(blocked);
    expect(sink.requests).toHaveLength(1);
  });

  test('429 and 5xx are tried again', async () => {
    const { delivery } = await setUp((_, all) =>
      all.length === 1
        ? no(429, 'Too Many Requests', { retry_after: 1 })
        : all.length === 2
          ? no(500, 'Internal')
          : undefined,
    );
    expect(await delivery.send('telegram', { ...dm, chatId: 9 }, say('x'))).toMatchObject({
      status: 'sent',
      attempts: 3,
    });
  });

  test('a group that became a supergroup is followed', async () => {
    const { channel, sink } = await setUp((request) =>
      request.body.chat_id === -5
        ? no(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -1005 })
        : undefined,
    );
    await channel.send({ chatId: -5, private: false }, say('x'));
    expect(sink.requests.map(({ body }) => body.chat_id)).toEqual([-5, -1005]);
  });

  test('shows that it types, in the right topic', async () => {
    const { channel, sink } = await setUp();
    await channel.typing?.({ chatId: -5, threadId: 7, private: false });
    expect(sink.requests[0].body).toEqual({ chat_id: -5, message_thread_id: 7, action: 'typing' });
  });

  test('a file is read only up to the size asked for', async () => {
    const { channel, received, sink, receive } = await setUp((request) => {
      if (methodOf(request) === 'getFile') return ok({ file_id: 'v', file_path: 'voice/1.oga' });
      if (request.path === `/file/bot${TOKEN}/voice/1.oga`) return { body: Buffer.alloc(5000) };
      if (methodOf(request) !== 'getUpdates' || request.body.offset !== 0) return undefined;
      return ok([
        { ...hello(1), message: { ...hello(1).message, voice: { file_id: 'v', file_unique_id: 'v', duration: 1 } } },
      ]);
    });
    await channel.start(receive);
    await sink.until(() => received.length > 0);
    const voice = received[0].attachments[0];
    expect((await voice.read?.(6000))?.byteLength).toBe(5000);
    const refused = await voice.read?.(4999).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({ code: 'INPUT_INVALID' });
    expect(JSON.stringify(refused, Object.getOwnPropertyNames(refused))).not.toContain(TOKEN);
  });

  test('the token is in no error and no log line', async () => {
    const { delivery, channel, logged } = await setUp(() => no(400, 'Bad Request: chat not found'));
    const refused = await channel.send(dm, say('x')).then(
      () => undefined,
      (error: unknown) => error,
    );
    await delivery.send('telegram', dm, say('secret text of a customer'));
    const down = createTelegramChannel({
      token: TOKEN,
      apiRoot: 'http://127.0.0.1:1',
      logger: pino({ level: 'silent' }),
    });
    const failed = await down.send(dm, say('x')).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failed).toMatchObject({ code: 'DELIVERY_FAILED' });
    const everything =
      [refused, failed].map((error) => JSON.stringify(error, Object.getOwnPropertyNames(error))).join() + logged.join();
    expect(everything).not.toContain(TOKEN.split(':')[1]);
    expect(everything).not.toContain('secret text');
  });
});
