import type { Router } from 'express';
import type { Logger } from 'pino';
import type { Channel, OnMessage } from '../../src/conversation/channel.ts';
import { pauseFor } from '../../src/conversation/delivery/pacing.ts';
import { createKeyedQueue } from '../../src/conversation/order.ts';
import { AppError, isAppError, messageOf } from '../../src/errors.ts';
import { createTelegramApi, refusalOf } from './api.ts';
import { parseUpdate, type TelegramAddress } from './parse.ts';
import { poll } from './poll.ts';
import { renderTelegram, type TelegramPayload } from './render.ts';
import { createTelegramStream } from './stream.ts';
import { ALLOWED_UPDATES } from './update.ts';
import { createWebhookRouter, WEBHOOK_PATH } from './webhook.ts';

export interface TelegramOptions {
  token: string;
  /** Absent = long polling. `publicUrl` without a slash at its end. */
  webhook?: { publicUrl: string; secret: string };
  logger: Logger;
  /** Another Bot API server: a local one, or a test's. */
  apiRoot?: string;
  now?(): Date;
  sleep?(ms: number): Promise<void>;
}

/** How often starting is tried again while Telegram can't be reached. */
const START_AGAIN_MS = 15_000;

/** Telegram, by webhook or by long polling. */
export function createTelegramChannel(options: TelegramOptions): Channel & { router?: Router } {
  const { token, webhook, logger, apiRoot, now = () => new Date(), sleep = pauseFor } = options;
  const { call, readFile } = createTelegramApi({ token, apiRoot });
  // A bot's id is the first part of its token; its name is learnt on starting.
  const bot: { id: number; username?: string } = { id: Number(token.split(':')[0]) };
  const order = createKeyedQueue();
  const stopping = new AbortController();
  const drafts = { known: true };
  let onMessage: OnMessage | undefined;
  let polling = Promise.resolve();

  async function take(raw: unknown): Promise<void> {
    const message = parseUpdate(raw, { bot, readFile, now });
    if (!message) return;
    if (!onMessage) throw new AppError('STORE_UNAVAILABLE', 'Telegram has not been started');
    const receive = onMessage;
    await order.run(message.conversationId, () => receive(message));
    if (message.action?.kind === 'choice') {
      const id = message.id.slice('callback:'.length);
      call('answerCallbackQuery', { callback_query_id: id }).catch(() => logger.debug('a pressed button turns on'));
    }
  }

  async function connect(): Promise<void> {
    const me = (await call('getMe', {})) as { id: number; username?: string };
    Object.assign(bot, { id: me.id, username: me.username });
    if (webhook) {
      const url = `${webhook.publicUrl}${WEBHOOK_PATH}`;
      await call('setWebhook', { url, secret_token: webhook.secret, allowed_updates: ALLOWED_UPDATES });
    } else {
      await call('deleteWebhook', {});
      polling = poll({ call, take, logger, signal: stopping.signal, sleep });
    }
  }

  /** A wrong token ends the start; a network that is down does not. */
  async function connectOrLater(): Promise<void> {
    try {
      await connect();
    } catch (error) {
      if (isAppError(error, 'DELIVERY_REFUSED')) {
        const setting = webhook && refusalOf(error).includes('webhook') ? 'PUBLIC_URL' : 'TELEGRAM_BOT_TOKEN';
        throw new AppError('CONFIG_INVALID', `${setting}: Telegram refused it (${refusalOf(error)})`);
      }
      logger.warn({ error: messageOf(error) }, 'Telegram could not be reached; trying again');
      sleep(START_AGAIN_MS)
        .then(() => (stopping.signal.aborted ? undefined : connectOrLater()))
        .catch((reason) => logger.error({ error: messageOf(reason) }, 'Telegram is not connected'));
    }
  }

  async function post(address: TelegramAddress, payload: TelegramPayload): Promise<{ message_id: number }> {
    const { text, plain, photo, keyboard } = payload;
    const to = {
      chat_id: address.chatId,
      ...(address.threadId !== undefined && { message_thread_id: address.threadId }),
      ...(keyboard && { reply_markup: { inline_keyboard: keyboard } }),
    };
    try {
      const sent = photo
        ? await call('sendPhoto', { ...to, photo, caption: text, parse_mode: 'HTML' })
        : await call('sendMessage', { ...to, text, parse_mode: 'HTML', link_preview_options: { is_disabled: true } });
      return sent as { message_id: number };
    } catch (error) {
      const description = refusalOf(error);
      const migrated = isAppError(error) ? error.details?.migrateTo : undefined;
      if (typeof migrated === 'number' && migrated !== address.chatId) {
        return post({ ...address, chatId: migrated }, payload);
      }
      if (photo && isPictureFault(description)) return post(address, { ...payload, photo: undefined });
      if (/can't parse entities/i.test(description))
        return (await call('sendMessage', { ...to, text: plain })) as { message_id: number };
      throw error;
    }
  }

  return {
    name: 'telegram',
    capabilities: {
      cards: true,
      choices: true,
      tables: false,
      streaming: true,
      typing: true,
      maxTextLength: 3_900,
      maxChoices: 8,
      maxCards: 1,
    },
    // core.telegram.org/bots/faq: about 1 a second in a chat with short bursts, 20 a minute in a group, 30 a second over all.
    pace: {
      overall: { burst: 10, perSecond: 25 },
      of(address) {
        const { chatId, private: isPrivate } = address as TelegramAddress;
        return { key: String(chatId), burst: 5, perSecond: isPrivate ? 1 : 1 / 4 };
      },
    },
    ...(webhook && { router: createWebhookRouter({ secret: webhook.secret, take, logger }) }),
    async start(receive) {
      onMessage = receive;
      await connectOrLater();
    },
    async stop() {
      stopping.abort();
      await polling;
      onMessage = undefined;
      await order.idle();
    },
    async send(address, reply) {
      const sent = await post(address as TelegramAddress, renderTelegram(reply));
      return { messageIds: [String(sent.message_id)] };
    },
    isPrivate: (address) => (address as TelegramAddress).private,
    async typing(address) {
      const { chatId, threadId } = address as TelegramAddress;
      await call('sendChatAction', { chat_id: chatId, message_thread_id: threadId, action: 'typing' });
    },
    async stream(address) {
      const to = address as TelegramAddress;
      // A group's 20 messages a minute are too few to grow before its eyes.
      return to.private
        ? createTelegramStream({ call, address: to, post: (payload) => post(to, payload), drafts })
        : undefined;
    },
  };
}

/** Telegram's words for a picture it could not fetch or read. */
function isPictureFault(description: string): boolean {
  return /photo|image|picture|http url|web ?page|file identifier|wrong type|media/i.test(description);
}
