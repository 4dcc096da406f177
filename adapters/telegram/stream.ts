import type { ReplyStream } from '../../src/conversation/channel.ts';
import { isAppError } from '../../src/errors.ts';
import { type Call, refusalOf } from './api.ts';
import type { TelegramAddress } from './parse.ts';
import { renderTelegram, type TelegramPayload } from './render.ts';

export interface TelegramStreamOptions {
  call: Call;
  address: TelegramAddress;
  post(payload: TelegramPayload): Promise<{ message_id: number }>;
  /** Whether this server and chat take drafts; turned off when it says that it does not know them. */
  drafts: { known: boolean };
}

/** core.telegram.org/bots/faq: about one message a second in a chat, edits included. */
const EVERY_MS = 1_100;

/**
 * A text that grows in a private chat: as a draft, which goes when the message comes (core.telegram.org/bots/api#sendmessagedraft),
 * or on a server that has none, as a message that is edited.
 */
export function createTelegramStream({ call, address, post, drafts }: TelegramStreamOptions): ReplyStream {
  const chat = { chat_id: address.chatId };
  const draftId = 1 + Math.floor(Math.random() * (2 ** 31 - 2));
  let messageId: number | undefined;

  async function draft(text: string): Promise<boolean> {
    if (!drafts.known || messageId !== undefined) return false;
    const thread = address.threadId === undefined ? {} : { message_thread_id: address.threadId };
    try {
      await call('sendMessageDraft', { ...chat, ...thread, draft_id: draftId, text, parse_mode: 'HTML' });
      return true;
    } catch (error) {
      if (!isAppError(error, 'DELIVERY_REFUSED') || error.details?.blocked === true) throw error;
      drafts.known = false;
      return false;
    }
  }

  async function edit({ text, keyboard }: TelegramPayload): Promise<void> {
    const markup = keyboard && { reply_markup: { inline_keyboard: keyboard } };
    const shown = { text, parse_mode: 'HTML', link_preview_options: { is_disabled: true } };
    await call('editMessageText', { ...chat, message_id: messageId, ...shown, ...markup }).catch((error) => {
      if (!/not modified/i.test(refusalOf(error))) throw error;
    });
  }

  return {
    everyMs: EVERY_MS,
    async update(text) {
      const payload = renderTelegram({ text, language: 'en', by: '' });
      if (await draft(payload.text)) return;
      if (messageId === undefined) messageId = (await post(payload)).message_id;
      else await edit(payload);
    },
    async finish(reply) {
      const payload = renderTelegram(reply);
      // A picture can't take a text's place.
      if (messageId !== undefined && payload.photo) {
        await call('deleteMessage', { ...chat, message_id: messageId });
        messageId = undefined;
      }
      if (messageId === undefined) return { messageIds: [String((await post(payload)).message_id)] };
      await edit(payload);
      return { messageIds: [String(messageId)] };
    },
    async fail() {
      // A draft goes by itself.
      if (messageId !== undefined) await call('deleteMessage', { ...chat, message_id: messageId });
    },
  };
}
