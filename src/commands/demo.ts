import '../preflight.ts';
import { Command, InvalidArgumentError } from 'commander';
import { pino } from 'pino';
import { loadConfig } from '../config/load-config.ts';
import { messageOf } from '../errors.ts';
import { createProgress } from '../progress.ts';
import { describeDemo } from './demo/summary.ts';
import { type DemoOptions, removeDemo, runDemo } from './demo/world.ts';

interface Options {
  customers: number;
  days: number;
  seed: number;
  pack?: string;
  clear?: boolean;
}

await new Command('demo')
  .description(
    'Fill the store with SIMULATED customers: their chats on all channels, what they did in the shop, their segments.',
  )
  .option('--customers <n>', 'how many', wholeNumber(1, 5000), 240)
  .option('--days <n>', 'how many days back the story begins', wholeNumber(1, 730), 90)
  .option('--seed <n>', 'another seed tells another story', wholeNumber(0, 1e9), 1)
  .option('--pack <name|folder>', 'the business (default: the setting PACK)')
  .option('--clear', 'remove all simulated customers and everything of them')
  .action(async ({ clear, pack, ...story }: Options) => {
    const loaded = loadConfig();
    const progress = createProgress({ stream: process.stderr });
    const options: DemoOptions = {
      ...story,
      config: { ...loaded, pack: pack ?? loaded.pack },
      logger: pino({ level: 'error' }, pino.destination(2)),
      onProgress: progress.update,
    };
    try {
      process.stdout.write(await (clear ? cleared(options) : played(options)));
    } catch (error) {
      process.stderr.write(`${messageOf(error)}\n`);
      process.exitCode = 1;
    } finally {
      progress.stop();
    }
  })
  .parseAsync();

async function played(options: DemoOptions): Promise<string> {
  const started = performance.now();
  const { bot, turns, events, replaced } = await runDemo(options);
  const seconds = Math.round((performance.now() - started) / 1000);
  const text = await describeDemo(bot, options.config);
  await bot.close();
  const instead = replaced > 0 ? `, in place of ${replaced} of an earlier demo` : '';
  return `\n${options.customers} simulated customers${instead}: ${turns} messages and ${events} events over ${options.days} days, in ${seconds} s\n\n${text}\n`;
}

async function cleared(options: DemoOptions): Promise<string> {
  const { customers, records } = await removeDemo(options);
  return `\n${customers} simulated customers removed, ${records} records in all; real data was left alone\n`;
}

function wholeNumber(least: number, most: number) {
  return (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`A whole number from ${least} to ${most}.`);
  };
}
