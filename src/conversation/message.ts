/** Who wrote a message, as the channel knows them. `id` is the platform's, unique within the channel. */
export interface Author {
  id: string;
  name?: string;
  /** BCP 47, e.g. 'zh-CN'. */
  locale?: string;
  isBot: boolean;
}

/** A file the customer sent. Nothing is read before `read` is called; it throws past `maxBytes`. */
export interface Attachment {
  kind: 'image' | 'audio' | 'file';
  name?: string;
  mimeType?: string;
  sizeBytes?: number;
  read?(maxBytes: number): Promise<Uint8Array>;
}

/** Something the customer did that is not text. */
export type Action =
  | { kind: 'choice' /** The Choice's id. */; id: string /** Its text, when the platform tells. */; text?: string }
  | { kind: 'start' /** Deep-link payload (campaign attribution). */; payload?: string }
  | { kind: 'edited' }
  | { kind: 'joined' }
  | { kind: 'left' }
  | { kind: 'blocked' };

/** One thing a customer said or did, whatever the channel. */
export interface IncomingMessage {
  /** Unique within the channel; the same id twice is the same message. */
  id: string;
  channel: string;
  /** `channel:room[:thread]`. */
  conversationId: string;
  author: Author;
  text: string;
  attachments: Attachment[];
  action?: Action;
  /** Of the link that the customer came by. */
  campaign?: string;
  /** A direct chat, or the bot was mentioned; otherwise the bot stays silent. */
  isDirect: boolean;
  receivedAt: Date;
  /** Where replies go: opaque to us, JSON only, stored so that the bot can write first. */
  address: unknown;
  /** The platform's own event, for debugging; never stored. */
  raw?: unknown;
}
