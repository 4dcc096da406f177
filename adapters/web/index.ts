import { randomUUID } from 'node:crypto';
import type { Router } from 'express';
import type { Logger } from 'pino';
import type { Channel, ChannelCapabilities, OnMessage } from '../../src/conversation/channel.ts';
import { deliveryFailed, deliveryRefused } from '../../src/conversation/delivery/delivery-error.ts';
import type { Reply } from '../../src/replies/reply.ts';
import { createHistory, type PastTurn } from './history.ts';
import { parseMarkdown } from './markdown.ts';
import type { Shop } from './page.ts';
import { type WebAddress, webAddressSchema } from './parse.ts';
import { createRateLimit } from './rate.ts';
import { renderReply } from './render.ts';
import { createRooms } from './rooms.ts';
import { createRoutes } from './routes.ts';
import { createSession } from './session.ts';

export interface WebOptions {
  /** Signs the cookie that tells who a visitor is. */
  sessionSecret: string;
  /** Customers reach us over https: cookies are sent on nothing else. */
  secure: boolean;
  shop: Shop;
  /** The last turns of a conversation, oldest first. */
  history(conversationId: string): Promise<PastTurn[]>;
  /** The pack's pictures. */
  imagesFolder?: string;
  logger: Logger;
  now?(): Date;
}

const CAPABILITIES: ChannelCapabilities = {
  cards: true,
  choices: true,
  tables: true,
  streaming: true,
  typing: true,
  maxTextLength: 100_000,
  maxChoices: 12,
  ownPictures: true,
};
/** Of one visitor: nobody types faster, a script does. */
const MESSAGES = { burst: 20, perSecond: 2 };
const BEAT_MS = 20_000;
/** Ten times a second looks like writing. */
const DRAFT_EVERY_MS = 100;

/** The shop's own chat page. A visitor is a signed cookie; all pages of one visitor show the same conversation. */
export function createWebChannel(options: WebOptions): Channel & { router: Router } {
  const { sessionSecret, secure, shop, history, imagesFolder, logger, now = () => new Date() } = options;
  const nowMs = () => now().getTime();
  const rooms = createRooms({ now: nowMs });
  let onMessage: OnMessage | undefined;
  let beating: NodeJS.Timeout | undefined;

  function open(address: unknown): WebAddress {
    const parsed = webAddressSchema.safeParse(address);
    if (!parsed.success) throw deliveryRefused('web', 'not an address of this channel');
    if (!onMessage) throw deliveryFailed('web', 'the channel is stopped');
    return parsed.data;
  }

  /** A page that is closed reads the reply from the history when it opens again. */
  function post({ visitor, to }: WebAddress, id: string, reply: Reply): void {
    rooms.publish(visitor, 'reply', { id, to, at: now(), reply: renderReply(reply) }, { to });
  }

  return {
    name: 'web',
    capabilities: CAPABILITIES,
    router: createRoutes({
      session: createSession({ secret: sessionSecret, secure }),
      rooms,
      limit: createRateLimit({ ...MESSAGES, now: nowMs }),
      history: createHistory({ turns: history, capabilities: CAPABILITIES }),
      shop,
      imagesFolder,
      secure,
      logger,
      now,
      receiver: () => onMessage,
    }),
    async start(receive) {
      onMessage = receive;
      beating = setInterval(rooms.beat, BEAT_MS);
      beating.unref();
    },
    async stop() {
      onMessage = undefined;
      clearInterval(beating);
      rooms.close();
    },
    async send(address, reply) {
      const id = randomUUID();
      post(open(address), id, reply);
      return { messageIds: [id] };
    },
    standing: (address, id) => ({ ...(address as WebAddress), to: id }) satisfies WebAddress,
    async typing(address) {
      rooms.publish(open(address).visitor, 'typing', {}, { lasting: false });
    },
    async stream(address) {
      const { visitor, to } = open(address);
      const id = randomUUID();
      const show = (name: string, data: object) => rooms.publish(visitor, name, { id, ...data }, { lasting: false });
      return {
        everyMs: DRAFT_EVERY_MS,
        update: async (text, state) => show('draft', { body: parseMarkdown(text), state }),
        async finish(reply) {
          post(open({ visitor, to }), id, reply);
          return { messageIds: [id] };
        },
        fail: async () => show('undraft', {}),
      };
    },
  };
}
