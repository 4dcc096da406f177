import { pino } from 'pino';
import { createTeamsChannel } from '../../../adapters/teams/index.ts';
import { createIssuer } from '../../adapters/teams/issuer.ts';
import { createHttpSink, type Recorded } from '../../support/http-sink.ts';
import { listening } from '../../support/listening.ts';
import { type ChannelHarness, describeChannel, type Seen } from './contract.ts';

const APP_ID = '00000000-0000-0000-0000-000000000042';

describeChannel('Teams', async (): Promise<ChannelHarness> => {
  let breakage: { status: number; body: object } | undefined;
  const sink = await createHttpSink(({ path }) => {
    if (path.endsWith('/token')) return { body: { access_token: 'bot-token', expires_in: 3600 } };
    return breakage ?? { body: { id: `m${sink.requests.length}` } };
  });
  const issuer = await createIssuer(APP_ID, () => `${sink.url}/`);
  const channel = createTeamsChannel({
    appId: APP_ID,
    appPassword: 'a-client-secret',
    issuer: issuer.options,
    loginUrl: sink.url,
    logger: pino({ level: 'silent' }),
  });
  const server = await listening(channel.router);

  async function post(key: string, more: object) {
    const activity = {
      type: 'message',
      id: key,
      serviceUrl: `${sink.url}/`,
      channelId: 'msteams',
      from: { id: '29:ann', name: 'Ann' },
      recipient: { id: `28:${APP_ID}` },
      conversation: { id: 'a:1', conversationType: 'personal' },
      ...more,
    };
    const { status } = await fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${issuer.token()}` },
      body: JSON.stringify(activity),
    });
    return { acknowledged: status === 200 };
  }

  return {
    channel,
    deliver(incoming) {
      if (incoming.kind === 'text') return post(incoming.key, { text: incoming.text });
      const { id, text } = incoming.choice;
      return post(incoming.key, { text, value: { choice: id } });
    },
    deliverFromBot: (key, text) => post(key, { text, from: { id: '28:another-bot' } }),
    async seen(count) {
      const posted = () => sink.requests.filter(({ body }) => body.type === 'message');
      await sink.until(() => posted().length >= count);
      return posted().map(read);
    },
    async drafts(count) {
      const streamed = () => sink.requests.filter(({ body }) => body.type === 'typing' && body.entities !== undefined);
      await sink.until(() => streamed().length >= count);
      return streamed().map(({ body }) => plain(String(body.text)));
    },
    async broken(how, address) {
      breakage =
        how === 'refused'
          ? { status: 403, body: { error: { code: 'MessageWritesBlocked' } } }
          : { status: 502, body: {} };
      return address;
    },
    async close() {
      await server.close();
      await sink.close();
      await issuer.sink.close();
    },
  };
});

/** What a person reads of one message: its text and every text of its card. */
function read({ body }: Recorded): Seen {
  const texts: string[] = [plain(String(body.text ?? ''))];
  const buttons: Seen['buttons'] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, text, title, data } = node as {
      type?: string;
      text?: string;
      title?: string;
      data?: { choice: string };
    };
    if (type === 'TextRun') texts.push(text ?? '');
    if (title !== undefined) texts.push(title);
    if (type === 'Action.Submit') buttons.push({ id: data?.choice ?? '', text: title ?? '' });
    else Object.values(node).forEach(visit);
  };
  visit(body.attachments);
  return { text: texts.join('\n'), buttons };
}

/** Teams' Markdown without its marks. */
function plain(markdown: string): string {
  return markdown
    .replace(/(?<!\\)\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(?<!\\)\*\*|(?<!\\)~~|(?<![\\\p{L}\p{N}])_(?=\S)|(?<=\S)(?<!\\)_(?![\p{L}\p{N}])/gu, '')
    .replace(/\\([\\`*_~[\]#|])/g, '$1')
    .replaceAll('\u200b', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
