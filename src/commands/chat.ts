import '../preflight.ts';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { pino } from 'pino';
import { CONSOLE_CAPABILITIES, createConsoleChannel } from '../../adapters/console/index.ts';
import { parseLine } from '../../adapters/console/parse.ts';
import { renderReply } from '../../adapters/console/render.ts';
import { type Bot, createBot } from '../bot.ts';
import { loadConfig } from '../config/load-config.ts';
import type { Channel } from '../conversation/channel.ts';
import { degrade } from '../conversation/delivery/degrade.ts';
import type { Turn } from '../conversation/turn-record.ts';
import { isAppError, messageOf } from '../errors.ts';
import { createProgress } from '../progress.ts';

interface ChatOptions {
  script?: string;
  json?: boolean;
  pack?: string;
}

await new Command('chat')
  .description('Talk to the bot in the terminal, or play a dialogue from a file.')
  .option('--script <file>', 'play a dialogue: one message a line, in a store of its own')
  .option('--json', "write each turn's record as one line of JSON")
  .option('--pack <name|folder>', 'the business (default: the setting PACK)')
  .action(async (options: ChatOptions) => {
    try {
      await (options.script === undefined ? talk(options) : play(options.script, options));
    } catch (error) {
      process.stderr.write(`${messageOf(error)}\n`);
      process.exitCode = 1;
    }
  })
  .parseAsync();

/** Types and reads until the input ends. */
async function talk(options: ChatOptions): Promise<void> {
  const channels = new Map<string, Channel>();
  const onTurn = options.json ? (turn: Turn) => process.stdout.write(`${JSON.stringify(turn)}\n`) : undefined;
  const { bot, cleanUp } = await openBot(options, channels, onTurn);
  const output = options.json ? process.stderr : process.stdout;
  const channel = createConsoleChannel({ input: process.stdin, output, userId: userInfo().username });
  channels.set(channel.name, channel);
  await channel.start(bot.inbox.receive);
  await channel.closed;
  await bot.close();
  cleanUp();
}

/** Plays a dialogue in order and writes each turn, on a store that is thrown away. */
async function play(file: string, options: ChatOptions): Promise<void> {
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  const channels = new Map<string, Channel>();
  let last: Turn | undefined;
  const { bot, cleanUp } = await openBot(
    options,
    channels,
    (turn) => {
      last = turn;
    },
    true,
  );
  const channel = silentChannel();
  channels.set(channel.name, channel);
  for (const line of lines) {
    const choices = last?.reply?.choices ?? [];
    const message = parseLine(line, { userId: 'script', choices, receivedAt: new Date() });
    if (message === undefined) continue;
    await bot.inbox.receive(message);
    await bot.inbox.idle();
    if (options.json) process.stdout.write(`${JSON.stringify(last)}\n`);
    else
      process.stdout.write(
        `> ${line.trim()}\n\n${last?.reply ? renderReply(degrade(last.reply, channel.capabilities)) : ''}\n\n`,
      );
  }
  await bot.close();
  cleanUp();
}

/** A channel that delivers nothing: the turn's record is what is wanted. */
function silentChannel(): Channel {
  return {
    name: 'console',
    capabilities: CONSOLE_CAPABILITIES,
    start: async () => undefined,
    stop: async () => undefined,
    send: async () => ({ messageIds: [] }),
  };
}

/** The bot on the configured store; on one of its own for a script, or when the store is another process's. */
async function openBot(
  options: ChatOptions,
  channels: Map<string, Channel>,
  onTurn: ((turn: Turn) => void) | undefined,
  ownStore = false,
): Promise<{ bot: Bot; cleanUp: () => void }> {
  const loaded = loadConfig();
  const config = { ...loaded, pack: options.pack ?? loaded.pack, ...(ownStore && { mongodbUri: undefined }) };
  const logger = pino({ level: 'error' }, pino.destination(2));
  const progress = createProgress({ stream: process.stderr });
  const make = (storeFolder?: string) =>
    createBot({ config, logger, channels, onTurn, onProgress: progress.update, storeFolder });
  if (!ownStore) {
    try {
      return { bot: await make(), cleanUp: () => undefined };
    } catch (error) {
      if (!isAppError(error, 'STORE_LOCKED')) throw error;
      process.stderr.write('The bot is running in another process, so this chat is not kept.\n');
    }
  }
  const folder = mkdtempSync(join(tmpdir(), 'chat-'));
  return { bot: await make(folder), cleanUp: () => rmSync(folder, { recursive: true, force: true }) };
}
