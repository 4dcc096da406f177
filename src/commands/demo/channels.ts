import { parseBody } from '../../../adapters/slack/parse.ts';
import { activitySchema } from '../../../adapters/teams/activity.ts';
import { parseActivity } from '../../../adapters/teams/parse.ts';
import { parseUpdate } from '../../../adapters/telegram/parse.ts';
import { parsePost } from '../../../adapters/web/parse.ts';
import type { Channel, ChannelCapabilities } from '../../conversation/channel.ts';
import type { IncomingMessage } from '../../conversation/message.ts';
import type { Choice } from '../../replies/reply.ts';

export const DEMO_CHANNELS = ['web', 'slack', 'telegram', 'teams'] as const;
export type DemoChannel = (typeof DEMO_CHANNELS)[number];

/** Who speaks: the number is unique in the demo, and every platform id is made from it. */
export interface Speaker {
  number: number;
  name: string;
  /** BCP 47. */
  locale: string;
  channel: DemoChannel;
}

/** What is said, or which button is pressed. `count` numbers a speaker's messages from 1. */
export interface Utterance {
  count: number;
  at: Date;
  text: string;
  choice?: Choice;
}

const APP_ID = '28:00000000-0000-0000-0000-00000000d310';
const BOT = { id: 7_310_000_000, username: 'demo_shop_bot' };
const readFile = () => Promise.reject(new Error('Nobody sends files in the demo'));

/** The platform's own event of an utterance, read by the platform's own parser. */
export function receiveFrom(speaker: Speaker, utterance: Utterance): IncomingMessage {
  const message = PARSED[speaker.channel](speaker, utterance);
  if (message === undefined) throw new Error(`The parser of ${speaker.channel} saw no message`);
  // Of Slack and the web page the channel itself knows the name.
  return { ...message, author: { ...message.author, name: speaker.name, locale: speaker.locale } };
}

/** Who the customer is on their channel: the identity that their events carry. */
export function identityOf({ channel, number }: Speaker): { channel: DemoChannel; userId: string } {
  const userIds = {
    web: guid(number),
    slack: slackId('U', number),
    telegram: String(telegramId(number)),
    teams: guid(number),
  };
  return { channel, userId: userIds[channel] };
}

const PARSED: Record<DemoChannel, (speaker: Speaker, utterance: Utterance) => IncomingMessage | undefined> = {
  web({ number, locale }, { count, at, text, choice }) {
    const body = { id: guid(number, count), text: choice?.text ?? text, ...(choice && { choice: choice.id }) };
    return parsePost(body, { visitor: guid(number), locale, receivedAt: at });
  },
  slack({ number }, { count, at, text, choice }) {
    // Slack's time stamps tell messages apart, so they are the demo's own and not of the clock: a second run repeats them.
    const ts = `${1_600_000_000 + number * 1_000 + count}.000100`;
    const [user, channel] = [slackId('U', number), slackId('D', number)];
    const body = choice
      ? {
          type: 'block_actions',
          team: { id: 'T0DEMO000' },
          user: { id: user },
          channel: { id: channel },
          container: { type: 'message', message_ts: ts, channel_id: channel },
          actions: [
            {
              type: 'button',
              action_id: `choice:${choice.id}`,
              action_ts: ts,
              value: choice.id,
              text: { type: 'plain_text', text: choice.text },
            },
          ],
        }
      : {
          type: 'event_callback',
          team_id: 'T0DEMO000',
          api_app_id: 'A0DEMO000',
          event_id: `Ev${number}x${count}`,
          event_time: Math.floor(at.getTime() / 1000),
          event: {
            type: 'message',
            channel,
            channel_type: 'im',
            user,
            text: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
            ts,
            team: 'T0DEMO000',
          },
        };
    return parseBody(body, { botUserId: 'U0DEMOBOT', readFile, now: () => at });
  },
  telegram({ number, name, locale }, { count, at, text, choice }) {
    const [first_name = name, ...rest] = name.split(' ');
    const from = {
      id: telegramId(number),
      is_bot: false,
      first_name,
      ...(rest.length > 0 && { last_name: rest.join(' ') }),
      language_code: locale.toLowerCase(),
    };
    const chat = { id: from.id, type: 'private', first_name };
    const date = Math.floor(at.getTime() / 1000);
    const update_id = number * 1_000 + count;
    const update = choice
      ? {
          update_id,
          callback_query: {
            id: `${update_id}`,
            from,
            chat_instance: '-1',
            data: choice.id,
            message: {
              message_id: count,
              date,
              from: { ...BOT, is_bot: true, first_name: 'Shop' },
              chat,
              reply_markup: { inline_keyboard: [[{ text: choice.text, callback_data: choice.id }]] },
            },
          },
        }
      : { update_id, message: { message_id: count, date, from, chat, text } };
    return parseUpdate(update, { bot: BOT, readFile, now: () => at });
  },
  teams({ number, name, locale }, { count, at, text, choice }) {
    const activity = activitySchema.parse({
      type: 'message',
      id: `demo-${number}-${count}`,
      timestamp: at.toISOString(),
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      channelId: 'msteams',
      from: { id: `29:demo-${number}`, name, aadObjectId: guid(number) },
      recipient: { id: APP_ID, name: 'Shop' },
      conversation: { id: `a:demo-${number}`, conversationType: 'personal', tenantId: guid(0) },
      text: choice?.text ?? text,
      locale,
      entities: [{ type: 'clientInfo', locale }],
      ...(choice && { value: { choice: choice.id } }),
    });
    return parseActivity(activity, { readFile, now: () => at });
  },
};

/** A version 4 UUID that says whose and, with `count`, which message it is. */
function guid(number: number, count = 0): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  return `de300000-0000-4000-8000-${hex(number, 7)}${hex(count, 5)}`;
}

const slackId = (kind: 'U' | 'D', number: number) => `${kind}0DEMO${String(number).padStart(5, '0')}`;
const telegramId = (number: number) => 9_000_000_000 + number;

const CAPABILITIES: Record<DemoChannel, ChannelCapabilities> = {
  web: capabilities({ tables: true, maxTextLength: 100_000, maxChoices: 12 }),
  slack: capabilities({ tables: false, maxTextLength: 4_000, maxChoices: 10, maxCards: 5 }),
  telegram: capabilities({ tables: false, maxTextLength: 3_900, maxChoices: 8, maxCards: 1 }),
  teams: capabilities({ tables: true, maxTextLength: 8_000, maxChoices: 9, maxCards: 5 }),
};

function capabilities(own: Pick<ChannelCapabilities, 'tables' | 'maxTextLength' | 'maxChoices' | 'maxCards'>) {
  return { cards: true, choices: true, streaming: false, typing: false, ...own };
}

/** The channels, with a sender that keeps nothing: the turn's record holds what was said. No network is touched. */
export function createSilentChannels(): Map<string, Channel> {
  let sent = 0;
  return new Map(
    DEMO_CHANNELS.map((name) => [
      name,
      {
        name,
        capabilities: CAPABILITIES[name],
        start: async () => undefined,
        stop: async () => undefined,
        send: async () => ({ messageIds: [`demo-${++sent}`] }),
      },
    ]),
  );
}
