import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Bot, createBot } from '../../src/bot.ts';
import { type Config, loadConfig } from '../../src/config.ts';
import type { Channel } from '../../src/conversation/channel.ts';
import type { IncomingMessage } from '../../src/conversation/message.ts';
import type { Turn } from '../../src/conversation/turn-record.ts';
import type { Product } from '../../src/knowledge/pack.ts';

/** The whole bot on a demo pack, with built-in models and a store of its own, spoken to without a channel. */
export interface TestBot {
  bot: Bot;
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

export async function startTestBot(pack: string, settings: Partial<Config> = {}): Promise<TestBot> {
  const folder = await mkdtemp(join(tmpdir(), 'bot-'));
  const channel: Channel = {
    name: 'test',
    capabilities: {
      cards: true,
      choices: true,
      tables: true,
      streaming: false,
      typing: false,
      maxTextLength: 100_000,
      maxChoices: 9,
    },
    start: async () => undefined,
    stop: async () => undefined,
    send: async () => ({ messageIds: ['sent'] }),
  };
  const bot = await createBot({
    config: { ...loadConfig({}, ''), pack, dataDir: folder, ...settings },
    logger: pino({ level: 'silent' }),
    channels: new Map([['test', channel]]),
  });
  let people = 0;
  let messages = 0;
  return {
    bot,
    indexFolder: join(folder, 'index', bot.pack.id),
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
