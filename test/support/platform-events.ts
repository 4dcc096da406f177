import { createHmac } from 'node:crypto';
import type { Recorded } from './http-sink.ts';

/** What stands for the platforms' credentials in tests and benches. */
export const CREDENTIALS = {
  slackSecret: 'test-signing-secret',
  telegramSecret: 'a-webhook-secret',
  teamsAppId: '00000000-0000-0000-0000-000000000042',
};

export type PlatformName = 'slack' | 'telegram' | 'teams';

/** A message of a person in a room. */
export interface Event {
  conversation: number;
  number: number;
}

/** How a platform posts an event, and what of our calls is a reply. */
export interface Platform {
  request(event: Event): { path: string; headers: Record<string, string>; body: string };
  replyOf(request: Pick<Recorded, 'path' | 'body'>): { conversation: string; text: string } | undefined;
  answer(request: Pick<Recorded, 'path'>): object;
}

export const wordsOf = ({ conversation, number }: Event) => `room ${conversation} says ${number}`;
const idOf = ({ conversation, number }: Event) => conversation * 1_000 + number;

const slack: Platform = {
  request(event) {
    const body = JSON.stringify({
      type: 'event_callback',
      event_id: `Ev${idOf(event)}`,
      event: {
        type: 'message',
        channel: `D${event.conversation}`,
        channel_type: 'im',
        user: `U${event.conversation}`,
        text: wordsOf(event),
        ts: `${idOf(event)}.1`,
      },
    });
    const timestamp = String(Math.floor(Date.now() / 1000));
    const hash = createHmac('sha256', CREDENTIALS.slackSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    const headers = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${hash}` };
    return { path: '/slack/events', headers, body };
  },
  replyOf: ({ path, body }) =>
    path.endsWith('chat.postMessage') ? { conversation: String(body.channel), text: String(body.text) } : undefined,
  answer: ({ path }) =>
    path.endsWith('auth.test') ? { ok: true, user_id: 'U0BOT' } : { ok: true, ts: '1.1', user: { real_name: 'Ann' } },
};

const telegram: Platform = {
  request(event) {
    const person = { id: event.conversation, is_bot: false, first_name: 'Ann' };
    const chat = { id: event.conversation, type: 'private' };
    const message = { message_id: event.number, date: 1, from: person, chat, text: wordsOf(event) };
    return {
      path: '/telegram/webhook',
      headers: { 'x-telegram-bot-api-secret-token': CREDENTIALS.telegramSecret },
      body: JSON.stringify({ update_id: idOf(event), message }),
    };
  },
  replyOf: ({ path, body }) =>
    path.endsWith('sendMessage') ? { conversation: String(body.chat_id), text: String(body.text) } : undefined,
  answer: () => ({ ok: true, result: { id: 42, message_id: 1, username: 'shop_bot' } }),
};

const teams = (token: string, serviceUrl: string): Platform => ({
  request: (event) => ({
    path: '/api/messages',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({
      type: 'message',
      id: String(event.number),
      serviceUrl,
      channelId: 'msteams',
      from: { id: `29:${event.conversation}` },
      recipient: { id: `28:${CREDENTIALS.teamsAppId}` },
      conversation: { id: `a:${event.conversation}`, conversationType: 'personal' },
      text: wordsOf(event),
    }),
  }),
  replyOf: ({ body }) =>
    body.type === 'message'
      ? { conversation: String((body.conversation as { id: string }).id), text: String(body.text) }
      : undefined,
  answer: ({ path }) => (path.endsWith('/token') ? { access_token: 't', expires_in: 3600 } : { id: 'm' }),
});

/** The platform of that name; Teams' requests carry the token. */
export function createPlatform(
  name: PlatformName,
  { token, serviceUrl }: { token: string; serviceUrl: string },
): Platform {
  if (name === 'teams') return teams(token, serviceUrl);
  return name === 'slack' ? slack : telegram;
}
