import type { Attachment, Author, IncomingMessage } from '../../src/conversation/message.ts';
import { type TelegramFile, type TelegramMessage, type TelegramUser, type Update, updateSchema } from './update.ts';

/** Where Telegram messages go. */
export interface TelegramAddress {
  chatId: number;
  /** A topic of a forum. */
  threadId?: number;
  private: boolean;
}

export interface ParseContext {
  bot: { id: number; username?: string };
  readFile(fileId: string, maxBytes: number): Promise<Uint8Array>;
  now(): Date;
}

const CHANNEL = 'telegram';

/** An update as a message, or undefined when it is nothing a customer says or does, or is malformed. */
export function parseUpdate(raw: unknown, context: ParseContext): IncomingMessage | undefined {
  const parsed = updateSchema.safeParse(raw);
  if (!parsed.success) return undefined;
  const update = parsed.data;
  const message =
    (update.message && parseMessage(update.message, context)) ??
    (update.edited_message && parseEdit(update.edited_message, context)) ??
    parseCallback(update, context) ??
    parseMembership(update, context);
  return message && { ...message, raw };
}

function parseMessage(message: TelegramMessage, context: ParseContext): IncomingMessage | undefined {
  if (!message.from || message.chat.type === 'channel' || !saysSomething(message)) return undefined;
  const { text, mentioned } = withoutMention(message, context.bot);
  const command = /^\/([A-Za-z0-9_]+)(?:@\w+)?(?:\s+([\s\S]*))?$/.exec(text);
  const starts = command?.[1].toLowerCase() === 'start';
  const payload = starts && /^[A-Za-z0-9_-]{1,64}$/.test(command[2] ?? '') ? command[2] : undefined;
  return {
    ...envelope(message, message.from, context),
    id: `${message.chat.id}:${message.message_id}`,
    text: starts ? '' : command ? [command[1], command[2]].filter(Boolean).join(' ') : text,
    attachments: attachmentsOf(message, context),
    ...(starts && { action: { kind: 'start' as const, ...(payload && { payload }) } }),
    isDirect: message.chat.type === 'private' || mentioned || message.reply_to_message?.from?.id === context.bot.id,
  };
}

function parseEdit(message: TelegramMessage, context: ParseContext): IncomingMessage | undefined {
  const parsed = parseMessage(message, context);
  return parsed && { ...parsed, id: `${parsed.id}:edited:${message.edit_date ?? 0}`, action: { kind: 'edited' } };
}

function parseCallback({ callback_query: query }: Update, context: ParseContext): IncomingMessage | undefined {
  if (!query?.message || !query.data) return undefined;
  const pressed = query.message.reply_markup?.inline_keyboard.flat().find((key) => key.callback_data === query.data);
  return {
    ...envelope(query.message, query.from, context),
    id: `callback:${query.id}`,
    text: pressed?.text ?? '',
    attachments: [],
    action: { kind: 'choice', id: query.data, ...(pressed && { text: pressed.text }) },
    isDirect: true,
  };
}

/** Blocked, or put into or out of a group. Unblocking is told by the message that follows it. */
function parseMembership(update: Update, context: ParseContext): IncomingMessage | undefined {
  const change = update.my_chat_member;
  if (!change) return undefined;
  const isPrivate = change.chat.type === 'private';
  const isOut = ['kicked', 'left'].includes(change.new_chat_member.status);
  const wasOut = ['kicked', 'left'].includes(change.old_chat_member.status);
  if (isOut === wasOut || (isPrivate && !isOut)) return undefined;
  const kind = isPrivate ? 'blocked' : isOut ? 'left' : 'joined';
  return {
    ...envelope({ chat: change.chat }, change.from, context),
    id: `member:${change.chat.id}:${update.update_id}`,
    text: '',
    attachments: [],
    action: { kind },
    isDirect: true,
  };
}

function envelope(
  { chat, is_topic_message, message_thread_id }: Pick<TelegramMessage, 'chat'> & Partial<TelegramMessage>,
  from: TelegramUser,
  context: ParseContext,
) {
  const threadId = is_topic_message ? message_thread_id : undefined;
  const address: TelegramAddress = {
    chatId: chat.id,
    ...(threadId !== undefined && { threadId }),
    private: chat.type === 'private',
  };
  return {
    channel: CHANNEL,
    conversationId: [CHANNEL, chat.id, threadId].filter((part) => part !== undefined).join(':'),
    author: authorOf(from),
    receivedAt: context.now(),
    address,
  };
}

function authorOf({ id, is_bot, first_name, last_name, username, language_code }: TelegramUser): Author {
  const name = [first_name, last_name].filter(Boolean).join(' ') || username;
  return {
    id: String(id),
    ...(name && { name }),
    ...(language_code && { locale: language_code }),
    isBot: is_bot,
  };
}

/** Service messages (a title changed, a member came) say nothing. */
function saysSomething(message: TelegramMessage): boolean {
  const { text, caption, sticker, location, contact, poll } = message;
  const said = [text, caption, sticker, location, contact, poll].some((part) => part !== undefined);
  return said || filesOf(message).length > 0;
}

function withoutMention(message: TelegramMessage, bot: ParseContext['bot']): { text: string; mentioned: boolean } {
  let text = message.text ?? message.caption ?? message.sticker?.emoji ?? '';
  const name = `@${bot.username ?? ''}`.toLowerCase();
  let mentioned = false;
  const entities = [...(message.entities ?? message.caption_entities ?? [])].sort((a, b) => b.offset - a.offset);
  for (const { type, offset, length, user } of entities) {
    const said = text.slice(offset, offset + length).toLowerCase();
    if (type === 'bot_command' && said.endsWith(name) && bot.username) mentioned = true;
    if ((type === 'mention' && said === name) || (type === 'text_mention' && user?.id === bot.id)) {
      mentioned = true;
      text = `${text.slice(0, offset)}${text.slice(offset + length)}`;
    }
  }
  return { text: text.replace(/[^\S\n]{2,}/g, ' ').trim(), mentioned };
}

function filesOf({ photo, voice, audio, document, animation, video, video_note }: TelegramMessage) {
  const files: { file: TelegramFile; kind: Attachment['kind'] }[] = [];
  const largest = photo?.at(-1);
  if (largest) files.push({ file: { mime_type: 'image/jpeg', ...largest }, kind: 'image' });
  if (voice) files.push({ file: { mime_type: 'audio/ogg', ...voice }, kind: 'audio' });
  if (audio) files.push({ file: audio, kind: 'audio' });
  // An animation comes with a document of the same file.
  for (const file of [animation ?? document, video, video_note]) if (file) files.push({ file, kind: kindOf(file) });
  return files;
}

function kindOf({ mime_type = '' }: TelegramFile): Attachment['kind'] {
  if (mime_type.startsWith('image/')) return 'image';
  return mime_type.startsWith('audio/') ? 'audio' : 'file';
}

function attachmentsOf(message: TelegramMessage, { readFile }: ParseContext): Attachment[] {
  return filesOf(message).map(({ file, kind }) => ({
    kind,
    ...(file.file_name && { name: file.file_name }),
    ...(file.mime_type && { mimeType: file.mime_type }),
    ...(file.file_size !== undefined && { sizeBytes: file.file_size }),
    read: (maxBytes) => readFile(file.file_id, maxBytes),
  }));
}
