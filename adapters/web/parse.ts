import { z } from 'zod';
import { BUTTON_ID_BYTES } from '../../src/conversation/delivery/degrade-card.ts';
import type { IncomingMessage } from '../../src/conversation/message.ts';
import { AppError } from '../../src/errors.ts';

/** Where a reply to a visitor goes. `to` is the message it answers, so that a page never shows one reply twice. */
export const webAddressSchema = z.object({ visitor: z.string().min(1), to: z.string().optional() });
export type WebAddress = z.infer<typeof webAddressSchema>;

const bodySchema = z.object({
  /** Made by the page; sent again with the same id when the page does not know whether it arrived. */
  id: z.uuid(),
  text: z.string(),
  choice: z.string().min(1).max(BUTTON_ID_BYTES).optional(),
  /** Of the page's address; a strange one costs the attribution, not the message. */
  campaign: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional()
    .catch(undefined),
});

export interface PostContext {
  visitor: string;
  /** BCP 47. */
  locale: string;
  receivedAt: Date;
}

/** The conversation of a visitor. */
export function conversationOf(visitor: string): string {
  return `web:${visitor}`;
}

/** A posted body as a message. Throws INPUT_INVALID. */
export function parsePost(body: unknown, { visitor, locale, receivedAt }: PostContext): IncomingMessage {
  const parsed = bodySchema.safeParse(body);
  const text = parsed.success ? readable(parsed.data.text) : '';
  if (!parsed.success || (text.trim() === '' && parsed.data.choice === undefined)) {
    throw new AppError(
      'INPUT_INVALID',
      'A message is {"id": a UUID, "text": what was said, "choice"?: a button\'s id}.',
    );
  }
  const { id, choice, campaign } = parsed.data;
  return {
    id,
    channel: 'web',
    conversationId: conversationOf(visitor),
    author: { id: visitor, locale, isBot: false },
    text,
    attachments: [],
    ...(choice !== undefined && { action: { kind: 'choice', id: choice, text } }),
    ...(campaign !== undefined && { campaign }),
    isDirect: true,
    receivedAt,
    address: { visitor, to: id } satisfies WebAddress,
  };
}

/** Without control characters and half characters, which no store keeps faithfully. */
function readable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '').replace(/\p{Surrogate}/gu, '\ufffd');
}
