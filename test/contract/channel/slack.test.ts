import { createHmac } from 'node:crypto';
import { pino } from 'pino';
import { createSlackChannel } from '../../../adapters/slack/index.ts';
import { createHttpSink, type Recorded } from '../../support/http-sink.ts';
import { listening } from '../../support/listening.ts';
import { type ChannelHarness, describeChannel, type Seen } from './contract.ts';

const SECRET = 'test-signing-secret';

describeChannel('Slack', async (): Promise<ChannelHarness> => {
  let breakage: { status: number; body: object } | undefined;
  const sink = await createHttpSink(({ path }) => {
    if (path.endsWith('auth.test')) return { body: { ok: true, user_id: 'U0BOT' } };
    if (path.endsWith('users.info')) return { body: { ok: true, user: { real_name: 'Ann', profile: {} } } };
    return breakage ?? { body: { ok: true, ts: `1.${sink.requests.length}` } };
  });
  const channel = createSlackChannel({
    botToken: 'xoxb-test',
    signingSecret: SECRET,
    apiUrl: `${sink.url}/api/`,
    logger: pino({ level: 'silent' }),
  });
  const server = await listening(channel.router!);

  async function post(body: string, type = 'application/json') {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = `v0=${createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex')}`;
    const headers = { 'content-type': type, 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature };
    const { status } = await fetch(`${server.url}/slack/events`, { method: 'POST', body, headers });
    return { acknowledged: status === 200 };
  }

  function standing(): Message[] {
    const messages = new Map<string, Message>();
    for (const [index, request] of sink.requests.entries()) apply(messages, request, `1.${index + 1}`);
    return [...messages.values()];
  }

  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const say = (key: string, text: string, author: object) =>
    post(
      JSON.stringify({
        type: 'event_callback',
        event_id: `Ev-${key}`,
        event: {
          type: 'message',
          channel: 'D1',
          channel_type: 'im',
          thread_ts: '1.0',
          text: escaped(text),
          ts: `1.${key}`,
          ...author,
        },
      }),
    );

  return {
    channel,
    deliver(incoming) {
      if (incoming.kind === 'text') return say(incoming.key, incoming.text, { user: 'U1' });
      const { id, text } = incoming.choice;
      const payload = {
        type: 'block_actions',
        user: { id: 'U1' },
        channel: { id: 'D1' },
        container: { message_ts: '1.0' },
        actions: [{ action_id: 'choice:0', action_ts: incoming.key, value: id, text: { text } }],
      };
      const form = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
      return post(form, 'application/x-www-form-urlencoded');
    },
    deliverFromBot: (key, text) => say(key, text, { user: 'U9', bot_id: 'B9' }),
    async seen(count) {
      await sink.until(() => standing().filter(({ done }) => done).length >= count);
      return standing().flatMap(({ done, markdown, blocks }) => (done ? [read(markdown, blocks)] : []));
    },
    async drafts(count) {
      const grown = () => sink.requests.filter(({ path }) => /(?:start|append)Stream$/.test(path));
      await sink.until(() => grown().length >= count);
      let text = '';
      return grown().map(({ body }) => {
        text += String(body.markdown_text);
        return plain(text);
      });
    },
    async broken(how, address) {
      breakage =
        how === 'refused'
          ? { status: 200, body: { ok: false, error: 'channel_not_found' } }
          : { status: 503, body: { ok: false } };
      return address;
    },
    async close() {
      await server.close();
      await sink.close();
    },
  };
});

interface Block {
  text?: { text: string };
  elements?: { text: { text: string }; value?: string }[];
}

interface Message {
  done: boolean;
  /** What was streamed. */
  markdown: string;
  blocks: Block[];
}

/** What one call does to the messages of the channel. */
function apply(messages: Map<string, Message>, { path, body }: Recorded, newTs: string): void {
  const ts = String(body.ts ?? newTs);
  const blocks = typeof body.blocks === 'string' ? (JSON.parse(body.blocks) as Block[]) : [];
  const markdown = `${messages.get(ts)?.markdown ?? ''}${body.markdown_text ?? ''}`;
  if (/chat\.(?:postMessage|update)$/.test(path)) messages.set(ts, { done: true, markdown: '', blocks });
  if (/chat\.(?:start|append)Stream$/.test(path)) messages.set(ts, { done: false, markdown, blocks: [] });
  if (path.endsWith('chat.stopStream')) messages.set(ts, { done: true, markdown, blocks });
  if (path.endsWith('chat.delete')) messages.delete(ts);
}

/** What a person reads of streamed Markdown and blocks. */
function read(markdown: string, blocks: Block[]): Seen {
  const buttons = blocks.flatMap(({ elements = [] }) => elements);
  const texts = [...blocks.map(({ text }) => text?.text ?? ''), ...buttons.map(({ text }) => text.text)];
  return {
    text: [
      plain(markdown),
      plain(texts.join('\n'))
        .replace(/<https?:[^|>]*\|([^>]*)>/g, '$1')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&'),
    ]
      .filter((text) => text !== '')
      .join('\n'),
    buttons: buttons.flatMap(({ text, value }) => (value ? [{ id: value, text: text.text }] : [])),
  };
}

function plain(text: string): string {
  return text.replaceAll('\u200b', '').replaceAll('**', '');
}
