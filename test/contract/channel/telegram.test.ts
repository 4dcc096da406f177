import { pino } from 'pino';
import { createTelegramChannel } from '../../../adapters/telegram/index.ts';
import { parseFragment } from '../../adapters/telegram/telegram-html.ts';
import { createHttpSink, type Recorded } from '../../support/http-sink.ts';
import { listening } from '../../support/listening.ts';
import { type ChannelHarness, describeChannel, type Seen } from './contract.ts';

const SECRET = 'a-webhook-secret';

describeChannel('Telegram', async (): Promise<ChannelHarness> => {
  let breakage: { status: number; body: object } | undefined;
  const sink = await createHttpSink(({ path }) => {
    if (path.endsWith('getMe')) return { body: { ok: true, result: { id: 42, is_bot: true, username: 'shop_bot' } } };
    if (path.includes('/send')) return breakage ?? { body: { ok: true, result: { message_id: sink.requests.length } } };
    return { body: { ok: true, result: true } };
  });
  const channel = createTelegramChannel({
    token: '42:AAtest',
    webhook: { publicUrl: 'https://shop.example', secret: SECRET },
    apiRoot: sink.url,
    logger: pino({ level: 'silent' }),
  });
  const server = await listening(channel.router!);
  const chat = { id: 7, type: 'private' };
  const ann = { id: 7, is_bot: false, first_name: 'Ann' };
  const ids = new Map<string, number>();
  const idOf = (key: string) => ids.get(key) ?? ids.set(key, ids.size + 1).size;

  async function post(key: string, update: object) {
    const { status } = await fetch(`${server.url}/telegram/webhook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET },
      body: JSON.stringify({ update_id: idOf(key), ...update }),
    });
    return { acknowledged: status === 200 };
  }

  return {
    channel,
    deliver(incoming) {
      const { key } = incoming;
      if (incoming.kind === 'text') {
        return post(key, { message: { message_id: idOf(key), date: 1, from: ann, chat, text: incoming.text } });
      }
      const { id, text } = incoming.choice;
      const reply_markup = { inline_keyboard: [[{ text, callback_data: id }]] };
      const message = { message_id: 900, date: 1, chat, text: 'Here', reply_markup };
      return post(key, { callback_query: { id: key, from: ann, chat_instance: '1', data: id, message } });
    },
    deliverFromBot: (key, text) =>
      post(key, { message: { message_id: idOf(key), date: 1, from: { ...ann, is_bot: true }, chat, text } }),
    async seen(count) {
      const posted = () => sink.requests.filter(({ path }) => /send(?:Message|Photo)$/.test(path));
      await sink.until(() => posted().length >= count);
      return posted().map(read);
    },
    async drafts(count) {
      const drafts = () => sink.requests.filter(({ path }) => path.endsWith('sendMessageDraft'));
      await sink.until(() => drafts().length >= count);
      return drafts().map(({ body }) => parseFragment(String(body.text)));
    },
    async broken(how, address) {
      const failure =
        how === 'refused'
          ? { error_code: 403, description: 'Forbidden: bot was blocked by the user' }
          : { error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 1 } };
      breakage = { status: failure.error_code, body: { ok: false, ...failure } };
      return address;
    },
    async close() {
      await server.close();
      await sink.close();
    },
  };
});

/** What a person reads of one message. */
function read({ body }: Recorded): Seen {
  const { text, caption, reply_markup } = body as {
    text?: string;
    caption?: string;
    reply_markup?: { inline_keyboard: { text: string; callback_data?: string }[][] };
  };
  const keys = reply_markup?.inline_keyboard.flat() ?? [];
  return {
    text: [parseFragment(text ?? caption ?? ''), ...keys.map((key) => key.text)].join('\n'),
    buttons: keys.flatMap((key) => (key.callback_data ? [{ id: key.callback_data, text: key.text }] : [])),
  };
}
