import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from '../../src/conversation/message.ts';
import type { Choice } from '../../src/replies/reply.ts';

export interface LineContext {
  userId: string;
  /** The buttons of the last reply, pressed by their number. */
  choices: readonly Choice[];
  receivedAt: Date;
}

/** A typed line as a message; undefined for an empty one. */
export function parseLine(line: string, { userId, choices, receivedAt }: LineContext): IncomingMessage | undefined {
  const text = line.trim();
  if (text === '') return undefined;
  const choice = /^[1-9]$/.test(text) ? choices[Number(text) - 1] : undefined;
  return {
    id: randomUUID(),
    channel: 'console',
    conversationId: `console:${userId}`,
    author: { id: userId, isBot: false },
    text: choice?.text ?? text,
    attachments: [],
    ...(choice && { action: { kind: 'choice', id: choice.id, text: choice.text } }),
    isDirect: true,
    receivedAt,
    address: userId,
  };
}
