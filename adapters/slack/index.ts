import { type App, ExpressReceiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import type { Router } from 'express';
import type { Logger } from 'pino';
import type { Channel, OnMessage } from '../../src/conversation/channel.ts';
import { pauseFor } from '../../src/conversation/delivery/pacing.ts';
import type { IncomingMessage } from '../../src/conversation/message.ts';
import { createKeyedQueue } from '../../src/conversation/order.ts';
import { AppError, isAppError, messageOf } from '../../src/errors.ts';
import { createSlackApi, toBoltLogger } from './api.ts';
import { openedHome, parseBody, parseCommand, type SlackAddress } from './parse.ts';
import { createPeople } from './people.ts';
import { renderHome, renderSlack, type SlackPayload, withoutPictures } from './render.ts';
import { canStream, createSlackStream } from './stream.ts';

export type SlackOptions = {
  botToken: string;
  logger: Logger;
  /** Another Web API: a test's. Ends with a slash. */
  apiUrl?: string;
  now?(): Date;
  sleep?(ms: number): Promise<void>;
} & ({ signingSecret: string } | { appToken: string });

export const EVENTS_PATH = '/slack/events';
const START_AGAIN_MS = 15_000;
const SLOWEST_MS = 30_000;
/** Answers to a token that is wrong or was taken back. */
const TOKEN_REFUSED = new Set(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired']);

/**
 * Slack, by signed HTTP events or by Socket Mode. Bolt's receivers verify, parse and acknowledge; its App, which acknowledges
 * an event before anyone has stored it, is not used.
 */
export function createSlackChannel(options: SlackOptions): Channel & { router?: Router } {
  const { botToken, logger, apiUrl, now = () => new Date(), sleep = pauseFor } = options;
  const { call, readFile } = createSlackApi({ token: botToken, apiUrl, logger });
  const people = createPeople({ call });
  const order = createKeyedQueue();
  const streams = { known: true };
  let botUserId: string | undefined;
  let onMessage: OnMessage | undefined;
  let stopped = false;

  async function messageFrom(body: unknown): Promise<IncomingMessage | undefined> {
    const command = parseCommand(body);
    if (command) return command.toMessage(await people.chatWith(command.userId), now());
    return parseBody(body, { botUserId: botUserId ?? authorizedBot(body), readFile, now });
  }

  async function take(body: unknown): Promise<void> {
    const message = await messageFrom(body);
    if (!message) return;
    if (!onMessage) throw new AppError('STORE_UNAVAILABLE', 'Slack has not been started');
    const receive = onMessage;
    await order.run(message.conversationId, async () => {
      const known = message.isDirect && !message.author.isBot ? await people.find(message.author.id) : {};
      await receive({ ...message, author: { ...message.author, ...known } });
    });
  }

  async function showHome(userId: string): Promise<void> {
    await call('views.publish', { user_id: userId, view: renderHome() }).catch((error) =>
      logger.debug({ error: messageOf(error) }, 'the Home tab stays empty'),
    );
  }

  const bolt = {
    async processEvent({ body, ack }: ReceiverEvent) {
      await take(body);
      await ack();
      const visitor = openedHome(body);
      if (visitor) await showHome(visitor);
    },
  } as unknown as App;

  const boltLogger = toBoltLogger(logger);
  const http = 'signingSecret' in options ? httpReceiver(options.signingSecret) : undefined;
  const socket = 'appToken' in options ? socketReceiver(options.appToken) : undefined;

  function httpReceiver(signingSecret: string): ExpressReceiver {
    const receiver = new ExpressReceiver({
      signingSecret,
      endpoints: EVENTS_PATH,
      logger: boltLogger,
      // A late acknowledgement does no harm: Slack has sent the event again, and it is known by its id.
      unhandledRequestTimeoutMillis: SLOWEST_MS,
      async processEventErrorHandler({ error, response }) {
        logger.error({ error: messageOf(error) }, 'a Slack event could not be stored');
        if (!response.headersSent) response.writeHead(500).end();
        return true;
      },
    });
    receiver.init(bolt);
    return receiver;
  }

  function socketReceiver(appToken: string): SocketModeReceiver {
    const installerOptions = { clientOptions: { ...(apiUrl && { slackApiUrl: apiUrl }), logger: boltLogger } };
    const receiver = new SocketModeReceiver({ appToken, logger: boltLogger, installerOptions });
    receiver.init(bolt);
    return receiver;
  }

  /** A wrong token ends the start; a network that is down does not. */
  async function connect(): Promise<void> {
    try {
      botUserId = String((await call('auth.test', {})).user_id);
      await socket?.start();
    } catch (error) {
      const reason = isAppError(error) ? String(error.details?.reason) : socketRefusal(error);
      if (TOKEN_REFUSED.has(reason)) {
        const setting = isAppError(error) ? 'SLACK_BOT_TOKEN' : 'SLACK_APP_TOKEN';
        throw new AppError('CONFIG_INVALID', `${setting}: Slack refused it (${reason})`);
      }
      logger.warn({ error: isAppError(error) ? messageOf(error) : reason }, 'Slack could not be reached; trying again');
      sleep(START_AGAIN_MS)
        .then(() => (stopped ? undefined : connect()))
        .catch((failure) => logger.error({ error: messageOf(failure) }, 'Slack is not connected'));
    }
  }

  /** Posts a message, or writes over the one of that `ts`. */
  async function write({ channelId, threadTs }: SlackAddress, payload: SlackPayload, ts?: string): Promise<string> {
    const quiet = { unfurl_links: false, unfurl_media: false, parse: 'none', link_names: false };
    try {
      const { ts: written } = ts
        ? await call('chat.update', { channel: channelId, ts, blocks: [], ...payload, ...quiet })
        : await call('chat.postMessage', {
            channel: channelId,
            ...(threadTs && { thread_ts: threadTs }),
            ...payload,
            ...quiet,
          });
      return String(written);
    } catch (error) {
      if (!payload.blocks || !isBlockFault(error)) throw error;
      const simpler = withoutPictures(payload);
      const same = JSON.stringify(simpler) === JSON.stringify(payload);
      return write({ channelId, threadTs }, same ? { text: payload.text } : simpler, ts);
    }
  }

  return {
    name: 'slack',
    capabilities: {
      cards: true,
      choices: true,
      tables: false,
      streaming: true,
      typing: true,
      maxTextLength: 4_000,
      maxChoices: 10,
      maxCards: 5,
    },
    // docs.slack.dev/apis/web-api/rate-limits: one message a second a channel, and "several hundred" a minute over all.
    pace: {
      overall: { burst: 40, perSecond: 20 },
      of: (address) => ({ key: (address as SlackAddress).channelId, burst: 4, perSecond: 1 }),
    },
    ...(http && { router: http.router as Router }),
    async start(receive) {
      stopped = false;
      onMessage = receive;
      await connect();
    },
    async stop() {
      if (!stopped) await socket?.stop();
      stopped = true;
      onMessage = undefined;
      await order.idle();
    },
    async send(address, reply) {
      return { messageIds: [await write(address as SlackAddress, renderSlack(reply))] };
    },
    isPrivate: (address) => (address as SlackAddress).channelId.startsWith('D'),
    async typing(address) {
      const { channelId, threadTs } = address as SlackAddress;
      // Slack shows it in the threads of its assistant view only.
      if (!threadTs || !channelId.startsWith('D')) return;
      await call('assistant.threads.setStatus', { channel_id: channelId, thread_ts: threadTs, status: '…' });
    },
    async stream(address) {
      const to = address as SlackAddress;
      if (!streams.known || !canStream(to)) return undefined;
      return createSlackStream({ call, address: to, streams, write: (payload, ts) => write(to, payload, ts) });
    },
  };
}

/** Each event names the bot it was sent to. */
function authorizedBot(body: unknown): string | undefined {
  const { authorizations } = (body ?? {}) as { authorizations?: { user_id?: string; is_bot?: boolean }[] };
  return Array.isArray(authorizations) ? authorizations.find((entry) => entry?.is_bot)?.user_id : undefined;
}

function isBlockFault(error: unknown): boolean {
  return isAppError(error, 'DELIVERY_REFUSED') && /block/.test(String(error.details?.reason));
}

function socketRefusal(error: unknown): string {
  return (error as { data?: { error?: string } }).data?.error ?? 'network';
}
