import { rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { type Bot, createBot } from '../../src/bot.ts';
import type { Config } from '../../src/config/config.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import type { Channel, DraftState } from '../../src/conversation/channel.ts';
import type { IncomingMessage } from '../../src/conversation/message.ts';
import type { Turn } from '../../src/conversation/turn-record.ts';
import type { Product } from '../../src/knowledge/pack.ts';
import type { Reply } from '../../src/replies/reply.ts';

/** The whole bot on a demo pack, with built-in models and a store of its own, spoken to without a channel. */
export interface TestBot {
  bot: Bot;
  /** Every reply as the channel got it. */
  sent: readonly Reply[];
  /** A new customer in a new conversation. */
  customer(): Speaker;
  /** Where its index is. */
  indexFolder: string;
  close(): Promise<void>;
}

export interface Speaker {
  conversationId: string;
  /** Says something and resolves with the finished turn. */
  say(text: string, parts?: Partial<IncomingMessage>): Promise<Turn>;
  /** Presses the button of the last reply that has this id. */
  press(id: string): Promise<Turn>;
}

/** Indexes of demo packs that this test file has built: the next bot begins with a copy. */
const builtIndexes = new Map<string, string>();

/** What a test may have otherwise: settings, a log to read, what the channel shows while a reply is written. */
export interface TestBotOptions extends Partial<Config> {
  logger?: Logger;
  onDraft?(text: string, state: DraftState): void;
}

export async function startTestBot(
  pack: string,
  { logger = pino({ level: 'silent' }), onDraft, ...settings }: TestBotOptions = {},
): Promise<TestBot> {
  const folder = await mkdtemp(join(tmpdir(), 'bot-'));
  const sent: Reply[] = [];
  const channel: Channel = {
    name: 'test',
    capabilities: {
      cards: true,
      choices: true,
      tables: true,
      streaming: onDraft !== undefined,
      typing: false,
      maxTextLength: 100_000,
      maxChoices: 9,
    },
    start: async () => undefined,
    stop: async () => undefined,
    send: async (_, reply) => {
      sent.push(reply);
      return { messageIds: ['sent'] };
    },
    ...(onDraft && {
      stream: async () => ({
        everyMs: 0,
        update: async (text: string, state: DraftState) => onDraft(text, state),
        finish: async (reply: Reply) => {
          sent.push(reply);
          return { messageIds: ['sent'] };
        },
        fail: async () => undefined,
      }),
    }),
  };
  const known = builtIndexes.get(pack);
  if (known) await cp(known, join(folder, 'index', pack), { recursive: true });
  const bot = await createBot({
    config: { ...loadConfig({ TIME_ZONE: 'UTC' }, ''), pack, dataDir: folder, ...settings },
    logger,
    channels: new Map([['test', channel]]),
  });
  const indexFolder = join(folder, 'index', bot.pack.id);
  // A pack by its path is a test's own, which it changes.
  if (!known && pack === bot.pack.id) {
    const kept = await mkdtemp(join(tmpdir(), 'bot-index-'));
    await cp(indexFolder, kept, { recursive: true });
    builtIndexes.set(pack, kept);
    process.once('exit', () => rmSync(kept, { recursive: true, force: true }));
  }
  let people = 0;
  let messages = 0;
  return {
    bot,
    sent,
    indexFolder,
    customer() {
      people += 1;
      const userId = `customer-${people}`;
      const conversationId = `test:${userId}`;
      const say: Speaker['say'] = async (text, parts = {}) => {
        messages += 1;
        const id = parts.id ?? String(messages);
        await bot.inbox.receive({
          id,
          channel: 'test',
          conversationId,
          author: { id: userId, isBot: false },
          text,
          attachments: [],
          isDirect: true,
          receivedAt: new Date(),
          address: {},
          ...parts,
        });
        await bot.inbox.idle();
        return (await bot.store.turns.get(`test|${id}`)) ?? goneTurn(id);
      };
      return { conversationId, say, press: (id) => say('', { action: { kind: 'choice', id } }) };
    },
    async close() {
      await bot.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The products a turn showed, in order. */
export function shownBy(turn: Turn, { bot }: TestBot): Product[] {
  return (turn.reply?.products ?? []).map(({ productId }) => bot.retriever.product(productId)!);
}

function goneTurn(id: string): never {
  throw new Error(`Turn ${id} is not in the store`);
}
