import type { Attachment, IncomingMessage } from '../../src/conversation/message.ts';
import {
  actionBodySchema,
  commandBodySchema,
  eventBodySchema,
  type SlackEvent,
  type SlackFile,
  type SlackMessage,
} from './body.ts';
import { CHOICE_ACTION } from './render.ts';

/** Where Slack messages go. */
export interface SlackAddress {
  channelId: string;
  threadTs?: string;
  /** Outside of direct chats: to whom a text may be shown while it is written. */
  reader?: { userId: string; teamId: string };
}

export interface ParseContext {
  /** Ours; unknown until Slack has been reached. */
  botUserId?: string;
  readFile(url: string, maxBytes: number): Promise<Uint8Array>;
  now(): Date;
}

const CHANNEL = 'slack';
/** Kinds of message a person writes; the others are notices of Slack's or bots' (docs.slack.dev/reference/events/message). */
const WRITTEN = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message']);

/** A request body as a message, or undefined when it is nothing a customer says or does, or is malformed. */
export function parseBody(raw: unknown, context: ParseContext): IncomingMessage | undefined {
  const parsed = eventBodySchema.safeParse(raw);
  if (!parsed.success) {
    const pressed = parseAction(raw, context);
    return pressed && { ...pressed, raw };
  }
  const { event, team_id: teamId } = parsed.data;
  const message = parseEvent(event, context);
  return message && { ...message, address: withReader(message, teamId), raw };
}

function withReader({ address, author }: IncomingMessage, teamId: string | undefined): SlackAddress {
  const to = address as SlackAddress;
  if (to.channelId.startsWith('D') || to.threadTs === undefined || teamId === undefined) return to;
  return { ...to, reader: { userId: author.id, teamId } };
}

/** A slash command's user and words: it is answered in the user's direct chat, whose id must be asked for. */
export function parseCommand(
  raw: unknown,
): { userId: string; toMessage(channelId: string, now: Date): IncomingMessage } | undefined {
  const parsed = commandBodySchema.safeParse(raw);
  if (!parsed.success) return undefined;
  const { command, text, user_id: userId, trigger_id } = parsed.data;
  return {
    userId,
    toMessage: (channelId, now) => ({
      ...envelope({ channelId }, userId, now),
      id: `command:${trigger_id}`,
      text: readable(text.trim() || command.slice(1)),
      attachments: [],
      isDirect: true,
      raw,
    }),
  };
}

/** Who opened the bot's Home tab, which is a page of ours and no message. */
export function openedHome(raw: unknown): string | undefined {
  const parsed = eventBodySchema.safeParse(raw);
  if (!parsed.success) return undefined;
  const { type, tab, user } = parsed.data.event;
  return type === 'app_home_opened' && tab === 'home' ? user : undefined;
}

function parseEvent(event: SlackEvent, context: ParseContext): IncomingMessage | undefined {
  switch (event.type) {
    case 'message':
      if (event.subtype === 'message_changed') return parseEdit(event, context);
      return WRITTEN.has(event.subtype) || event.bot_id ? parseWritten(event, context) : undefined;
    case 'app_mention':
      return parseWritten(event, context);
    case 'app_home_opened':
      // The id is the same every time, so that opening the tab greets once.
      return event.tab === 'messages' && event.channel && event.user
        ? arrival('joined', `joined:${event.channel}`, { channelId: event.channel }, event.user, context)
        : undefined;
    case 'assistant_thread_started':
      return parseThreadStart(event, context);
    case 'member_joined_channel':
      return event.user === context.botUserId && event.channel
        ? arrival(
            'joined',
            `joined:${event.channel}:${event.event_ts}`,
            { channelId: event.channel },
            event.inviter ?? event.channel,
            context,
          )
        : undefined;
    case 'channel_left':
    case 'group_left':
      return event.channel
        ? arrival(
            'left',
            `left:${event.channel}:${event.event_ts}`,
            { channelId: event.channel },
            event.channel,
            context,
          )
        : undefined;
    default:
      return undefined;
  }
}

/** The same message may come as `message` and as `app_mention`: both have the same id. */
function parseWritten(event: SlackEvent, context: ParseContext): IncomingMessage | undefined {
  const { channel: channelId, ts, user, bot_id } = event;
  if (!channelId || !ts || !(user ?? bot_id)) return undefined;
  const isChat = event.channel_type === 'im' || channelId.startsWith('D');
  const { text, mentioned } = withoutMention(event.text, context.botUserId, event.type === 'app_mention');
  const attachments = attachmentsOf(event.files, context);
  if (text === '' && attachments.length === 0 && !mentioned) return undefined;
  // In a room the answer opens a thread; in a direct chat it stands below the question.
  const threadTs = event.thread_ts ?? (isChat ? undefined : ts);
  const message = envelope({ channelId, ...(threadTs && { threadTs }) }, user ?? bot_id ?? '', context.now());
  const isBot = bot_id !== undefined || user === context.botUserId || user === 'USLACKBOT';
  return {
    ...message,
    author: { ...message.author, isBot },
    id: `${channelId}:${ts}`,
    text: readable(text),
    attachments,
    isDirect: isChat || mentioned,
  };
}

/** Slack also tells of changes that nobody wrote, such as a link's preview: those have no `edited`. */
function parseEdit({ channel, channel_type, message }: SlackEvent, context: ParseContext): IncomingMessage | undefined {
  if (!message?.edited) return undefined;
  const { edited, ...rest }: SlackMessage = message;
  const parsed = parseWritten({ ...rest, type: 'message', channel, channel_type }, context);
  return parsed && { ...parsed, id: `${parsed.id}:edited:${edited?.ts}`, action: { kind: 'edited' } };
}

function parseThreadStart({ assistant_thread: thread }: SlackEvent, context: ParseContext) {
  if (!thread) return undefined;
  const address = { channelId: thread.channel_id, threadTs: thread.thread_ts };
  return arrival('joined', `joined:${thread.channel_id}:${thread.thread_ts}`, address, thread.user_id, context);
}

function arrival(
  kind: 'joined' | 'left',
  id: string,
  address: SlackAddress,
  userId: string,
  context: ParseContext,
): IncomingMessage {
  return {
    ...envelope(address, userId, context.now()),
    id,
    text: '',
    attachments: [],
    action: { kind },
    isDirect: true,
  };
}

function parseAction(raw: unknown, context: ParseContext): IncomingMessage | undefined {
  const parsed = actionBodySchema.safeParse(raw);
  if (!parsed.success || !parsed.data.channel) return undefined;
  const { user, channel, container, message, actions } = parsed.data;
  const [{ action_id, action_ts, value, text }] = actions;
  const messageTs = container?.message_ts ?? message?.ts;
  // A link's button tells us too when it is pressed.
  if (!action_id.startsWith(CHOICE_ACTION) || value === undefined || messageTs === undefined) return undefined;
  const isChat = channel.id.startsWith('D');
  const threadTs = container?.thread_ts ?? message?.thread_ts ?? (isChat ? undefined : messageTs);
  return {
    ...envelope({ channelId: channel.id, ...(threadTs && { threadTs }) }, user.id, context.now()),
    id: `action:${channel.id}:${messageTs}:${user.id}:${action_ts ?? action_id}`,
    text: text ? readable(text.text) : '',
    attachments: [],
    action: { kind: 'choice', id: value, ...(text && { text: readable(text.text) }) },
    isDirect: true,
  };
}

function envelope(address: SlackAddress, userId: string, receivedAt: Date) {
  const { channelId, threadTs } = address;
  return {
    channel: CHANNEL,
    conversationId: [CHANNEL, channelId, threadTs].filter(Boolean).join(':'),
    author: { id: userId, isBot: false },
    receivedAt,
    address,
  };
}

function withoutMention(text: string, botUserId: string | undefined, isMention: boolean) {
  const mention = botUserId
    ? new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, 'g')
    : isMention
      ? /<@[UW][A-Z0-9]+(?:\|[^>]*)?>/
      : undefined;
  const without = mention ? text.replace(mention, ' ') : text;
  return {
    text: without.replace(/[^\S\n]{2,}/g, ' ').trim(),
    mentioned: isMention || without !== text,
  };
}

/** Slack's markup as a person reads it (docs.slack.dev/messaging/formatting-message-text). */
function readable(text: string): string {
  return text
    .replace(/<([^<>|]+)(?:\|([^<>]*))?>/g, (_, target: string, label?: string) => {
      if (target.startsWith('@')) return `@${label ?? target.slice(1)}`;
      if (target.startsWith('#')) return `#${label ?? target.slice(1)}`;
      if (target.startsWith('!')) return label ?? `@${target.slice(1).replace(/\^.*/, '')}`;
      const address = target.replace(/^(?:mailto|tel):/, '');
      return label && label !== address && !address.endsWith(`//${label}`) ? `${label} (${address})` : address;
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function attachmentsOf(files: readonly SlackFile[] = [], { readFile }: ParseContext): Attachment[] {
  return files.map(({ name, mimetype, size, url_private_download, url_private }) => {
    const url = url_private_download ?? url_private;
    return {
      kind: mimetype?.startsWith('image/') ? 'image' : mimetype?.startsWith('audio/') ? 'audio' : 'file',
      ...(name && { name }),
      ...(mimetype && { mimeType: mimetype }),
      ...(size !== undefined && { sizeBytes: size }),
      ...(url && { read: (maxBytes: number) => readFile(url, maxBytes) }),
    };
  });
}
