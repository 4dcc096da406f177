import { z } from 'zod';
import type { Attachment, IncomingMessage } from '../../src/conversation/message.ts';
import { type Activity, type TeamsAttachment, tenantOf } from './activity.ts';

/** Where Teams messages go. */
export interface TeamsAddress {
  serviceUrl: string;
  conversationId: string;
  /** Ours, as Teams calls it. */
  botId: string;
  tenantId?: string;
  personal: boolean;
}

export interface ParseContext {
  readFile(file: { url: string; serviceUrl: string }, maxBytes: number): Promise<Uint8Array>;
  now(): Date;
}

const CHANNEL = 'teams';
const FILE_INFO = 'application/vnd.microsoft.teams.file.download.info';
const IMAGE_NAME = /\.(?:png|jpe?g|gif|webp|bmp|heic)$/i;
const AUDIO_NAME = /\.(?:mp3|m4a|ogg|oga|opus|wav|aac)$/i;

/** An authenticated activity as a message, or undefined when it is nothing a customer says or does. */
export function parseActivity(activity: Activity, context: ParseContext): IncomingMessage | undefined {
  const message = parse(activity, context);
  return message && { ...message, raw: activity };
}

function parse(activity: Activity, context: ParseContext): IncomingMessage | undefined {
  switch (activity.type) {
    case 'message':
      return parseMessage(activity, context);
    case 'messageUpdate': {
      const edited = parseMessage(activity, context);
      const at = activity.timestamp ?? '';
      return edited && { ...edited, id: `${edited.id}:edited:${at}`, action: { kind: 'edited' } };
    }
    case 'conversationUpdate':
      return parseMembers(activity, context);
    case 'installationUpdate':
      return parseInstallation(activity, context);
    default:
      return undefined;
  }
}

function parseMessage(activity: Activity, context: ParseContext): IncomingMessage | undefined {
  if (!activity.id) return undefined;
  const { text, mentioned } = withoutMention(activity);
  const attachments = attachmentsOf(activity, context);
  const choice = choiceOf(activity.value);
  if (text === '' && attachments.length === 0 && !choice && !mentioned) return undefined;
  return {
    ...envelope(activity, context),
    id: `${activity.conversation.id}:${activity.id}`,
    text,
    attachments,
    ...(choice && { action: { kind: 'choice', id: choice, ...(text && { text }) } }),
    isDirect: isPersonal(activity) || mentioned || choice !== undefined,
  };
}

/** Added comes both as a changed conversation and as an installation: both have the same id, so that it is greeted once. */
function parseMembers(activity: Activity, context: ParseContext): IncomingMessage | undefined {
  const isUs = ({ id }: { id: string }) => id === activity.recipient.id;
  if (activity.membersAdded?.some(isUs)) return arrival('joined', 'joined', activity, context);
  if (activity.membersRemoved?.some(isUs)) return arrival('left', `left:${activity.id}`, activity, context);
  return undefined;
}

function parseInstallation(activity: Activity, context: ParseContext): IncomingMessage | undefined {
  if (activity.action?.startsWith('add')) return arrival('joined', 'joined', activity, context);
  if (!activity.action?.startsWith('remove')) return undefined;
  return arrival(isPersonal(activity) ? 'blocked' : 'left', `removed:${activity.id}`, activity, context);
}

function arrival(
  kind: 'joined' | 'left' | 'blocked',
  id: string,
  activity: Activity,
  context: ParseContext,
): IncomingMessage {
  return {
    ...envelope(activity, context),
    id: `${activity.conversation.id}:${id}`,
    text: '',
    attachments: [],
    action: { kind },
    isDirect: true,
  };
}

function envelope(activity: Activity, context: ParseContext) {
  const { from, recipient, conversation, serviceUrl } = activity;
  const locale = activity.locale ?? activity.entities?.find(({ type }) => type === 'clientInfo')?.locale;
  const tenantId = tenantOf(activity);
  const address: TeamsAddress = {
    serviceUrl,
    conversationId: conversation.id,
    botId: recipient.id,
    ...(tenantId && { tenantId }),
    personal: isPersonal(activity),
  };
  return {
    channel: CHANNEL,
    conversationId: `${CHANNEL}:${conversation.id}`,
    author: {
      // The directory's id is the same in every chat; Teams' own is not.
      id: from.aadObjectId ?? from.id,
      ...(from.name && { name: from.name }),
      ...(locale && { locale }),
      isBot: from.role === 'bot' || from.id === recipient.id || from.id.startsWith('28:'),
    },
    receivedAt: context.now(),
    address,
  };
}

function isPersonal({ conversation: { conversationType } }: Activity): boolean {
  return conversationType === 'personal';
}

function withoutMention({ text, entities = [], recipient }: Activity): { text: string; mentioned: boolean } {
  let rest = text;
  let mentioned = false;
  for (const { type, text: said, mentioned: who } of entities) {
    if (type !== 'mention' || who?.id !== recipient.id) continue;
    mentioned = true;
    if (said) rest = rest.replaceAll(said, ' ');
  }
  return { text: readable(rest), mentioned };
}

/** Teams' text as a person reads it. */
function readable(text: string): string {
  return text
    .replace(/<at[^>]*>([^<]*)<\/at>/gi, '@$1')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/[^\S\n]{2,}/g, ' ')
    .trim();
}

/** What our buttons send back: see CHOICE_KEY in render.ts. */
const choiceValue = z.object({ choice: z.string().min(1) });

function choiceOf(value: unknown): string | undefined {
  const parsed = choiceValue.safeParse(value);
  return parsed.success ? parsed.data.choice : undefined;
}

const fileInfo = z.object({ downloadUrl: z.string(), fileType: z.string().optional() });

function attachmentsOf({ attachments = [], serviceUrl }: Activity, { readFile }: ParseContext): Attachment[] {
  return attachments.flatMap((attachment): Attachment[] => {
    const url = addressOf(attachment);
    if (!url) return [];
    const { name, contentType } = attachment;
    const read = (maxBytes: number) => readFile({ url, serviceUrl }, maxBytes);
    const mimeType = contentType === FILE_INFO || contentType.endsWith('/*') ? undefined : contentType;
    return [{ kind: kindOf(attachment), ...(name && { name }), ...(mimeType && { mimeType }), read }];
  });
}

/** Cards and the HTML twin of the text are no files. */
function addressOf({ contentType, contentUrl, content }: TeamsAttachment): string | undefined {
  if (contentType === FILE_INFO) {
    const parsed = fileInfo.safeParse(content);
    return parsed.success ? parsed.data.downloadUrl : undefined;
  }
  return /^(?:image|audio|video)\//.test(contentType) ? contentUrl : undefined;
}

function kindOf({ contentType, name = '' }: TeamsAttachment): Attachment['kind'] {
  if (contentType.startsWith('image/') || IMAGE_NAME.test(name)) return 'image';
  if (contentType.startsWith('audio/') || AUDIO_NAME.test(name)) return 'audio';
  return 'file';
}
