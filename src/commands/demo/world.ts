import { join } from 'node:path';
import type { Logger } from 'pino';
import { type Bot, createBot } from '../../bot.ts';
import type { Config } from '../../config/config.ts';
import type { Turn } from '../../conversation/turn-record.ts';
import { createSilentChannels } from './channels.ts';
import { clearDemo } from './clear.ts';
import { createStoryClock } from './clock.ts';
import { countAgain } from './figures.ts';
import { castPeople } from './person.ts';
import { personasFor } from './personas/any.ts';
import { type Played, play } from './play.ts';
import { demoSegments } from './rules.ts';

export interface DemoOptions {
  config: Config;
  logger: Logger;
  customers: number;
  days: number;
  seed: number;
  /** When the story ends. Default: now. */
  to?: Date;
  onProgress?(stage: string, done: number, total: number): void;
}

export interface DemoReport extends Played {
  bot: Bot;
  /** Customers of an earlier demo that were removed first. */
  replaced: number;
}

const DAY_MS = 86_400_000;

/** A bot all of whose records are marked as made up, without doors and without a language model: a demo costs nothing. */
function openDemoBot({ config, logger, onProgress }: DemoOptions, parts: Partial<Parameters<typeof createBot>[0]>) {
  return createBot({
    config: { ...config, llm: undefined },
    logger,
    channels: createSilentChannels(),
    onProgress,
    simulated: true,
    storeFolder: join(config.dataDir, 'store'),
    ...parts,
  });
}

/** Plays made-up customers, in place of those of an earlier run, and finds the segments. The caller closes the bot. Throws STORE_LOCKED. */
export async function runDemo(options: DemoOptions): Promise<DemoReport> {
  const { customers, seed, to = new Date(), onProgress } = options;
  const days = Math.min(options.days, options.config.retentionDays - 1);
  const from = new Date(Math.floor(to.getTime() / DAY_MS) * DAY_MS - days * DAY_MS);
  const clock = createStoryClock();
  const waiting = new Map<string, (turn: Turn) => void>();
  const onTurn = (turn: Turn) => {
    waiting.get(turn.id)?.(turn);
    waiting.delete(turn.id);
  };
  const bot = await openDemoBot(options, { now: clock.now, onTurn });
  try {
    const { customers: replaced } = await clearDemo(bot, (done, total) => onProgress?.('old demo', done, total));
    const people = castPeople({ pack: bot.pack, personas: personasFor(bot.pack), customers, seed, from, to });
    const finished = (id: string) => new Promise<Turn>((resolve) => waiting.set(id, resolve));
    const progress = (done: number, total: number) => onProgress?.('customers', done, total);
    const played = await play({ bot, people, clock, from, to, finished, onProgress: progress });
    await bot.settled();
    onProgress?.('segments', 0, 1);
    await findSegments(bot);
    onProgress?.('segments', 1, 1);
    await countAgain(
      bot,
      Array.from({ length: days + 1 }, (_, day) => new Date(from.getTime() + day * DAY_MS)),
    );
    return { bot, replaced, ...played };
  } catch (error) {
    await bot.close();
    throw error;
  }
}

async function findSegments({ segments, store, pack }: Bot): Promise<void> {
  const made = store.connection.collection<{ _id: string }>('segments');
  for (const draft of demoSegments(pack)) {
    const { id } = await segments.create(draft);
    await made.updateOne({ _id: id }, { $set: { simulated: true } });
  }
  await segments.refresh();
}

/** Removes what demos left. Throws STORE_LOCKED. */
export async function removeDemo(options: DemoOptions): Promise<{ customers: number; records: number }> {
  const bot = await openDemoBot(options, {});
  try {
    return await clearDemo(bot, (done, total) => options.onProgress?.('customers', done, total));
  } finally {
    await bot.close();
  }
}
