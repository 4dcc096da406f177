import '../preflight.ts';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { pino } from 'pino';
import { type Bot, createBot } from '../bot.ts';
import { loadConfig } from '../config/load-config.ts';
import type { DialogueState } from '../conversation/dialogue/dialogue.ts';
import type { IncomingMessage } from '../conversation/message.ts';
import type { Turn } from '../conversation/turn-record.ts';
import { isAppError, messageOf } from '../errors.ts';
import type { Line } from '../replies/agent/scene.ts';

/** What differs between a logged turn and the same message answered today. */
export interface Change {
  turn: string;
  message: string;
  /** Each differing thing as [then, now]. */
  route?: [string, string];
  intent?: [string, string];
  products?: [string[], string[]];
  text?: [string, string];
}

export interface ReplayReport {
  turns: number;
  changes: Change[];
  tokens: number;
}

/** Turns of one conversation read at once; older ones only give the state. */
const TURNS_READ = 500;

/**
 * Runs logged turns again with today's prompts, models and pack, conversation by conversation from its first turn on, and tells
 * what comes out otherwise. Nothing is sent, kept or learnt; customers are taken as they are now.
 */
export async function replay(
  bot: Bot,
  { since, limit, conversationId }: { since: Date; limit: number; conversationId?: string },
  onChange: (change: Change) => void = () => undefined,
): Promise<ReplayReport> {
  const report: ReplayReport = { turns: 0, changes: [], tokens: 0 };
  for (const id of await conversationsSince(bot, since, limit, conversationId)) {
    let dialogue: DialogueState | undefined;
    const lines: Line[] = [];
    for (const logged of await bot.store.turns.recent(id, TURNS_READ)) {
      const customer = await bot.customers.get(logged.customerId);
      if (!customer || logged.route === 'silent' || logged.proactive) continue;
      const again = await bot.rehearse({ message: messageOfTurn(logged), customer, dialogue, lines: lines.slice(-12) });
      dialogue = again.dialogue;
      lines.push({ by: 'customer', text: logged.message.text });
      if (again.turn.reply) lines.push({ by: 'bot', text: again.turn.reply.text });
      const { inputTokens = 0, outputTokens = 0 } = again.turn.cost ?? {};
      report.tokens += inputTokens + outputTokens;
      if (logged.receivedAt < since) continue;
      report.turns += 1;
      const change = compare(logged, again.turn);
      if (!change) continue;
      report.changes.push(change);
      onChange(change);
    }
  }
  return report;
}

async function conversationsSince(bot: Bot, since: Date, limit: number, only?: string): Promise<string[]> {
  if (only !== undefined) return [only];
  const found = new Set<string>();
  let cursor: string | undefined;
  let seen = 0;
  do {
    const page = await bot.store.turns.find({ from: since }, { limit: 200, cursor });
    for (const { conversationId } of page.items.slice(0, limit - seen)) found.add(conversationId);
    seen += page.items.length;
    cursor = page.next;
  } while (cursor !== undefined && seen < limit);
  return [...found];
}

function messageOfTurn({ message, channel, conversationId, receivedAt }: Turn): IncomingMessage {
  return { ...message, channel, conversationId, receivedAt, isDirect: true };
}

/** undefined = the same answer. Wording that varies by turn does not: a turn keeps its id, and so its variants. */
function compare(then: Turn, now: Turn): Change | undefined {
  const change: Change = { turn: then.id, message: then.message.text.slice(0, 200) };
  const productsOf = (turn: Turn) => (turn.reply?.products ?? []).map(({ productId }) => productId);
  const [before, after] = [productsOf(then), productsOf(now)];
  if (then.route !== now.route) change.route = [then.route ?? 'none', now.route ?? 'none'];
  if (then.intent !== now.intent) change.intent = [then.intent ?? 'none', now.intent ?? 'none'];
  if (before.join() !== after.join()) change.products = [before, after];
  if (then.reply?.text !== now.reply?.text) change.text = [then.reply?.text ?? '', now.reply?.text ?? ''];
  return Object.keys(change).length > 2 ? change : undefined;
}

function print({ turn, message, route, intent, products, text }: Change): void {
  const line = (name: string, [then, now]: [unknown, unknown]) => `  ${name}: ${then} -> ${now}`;
  const parts = [`${turn}  ${JSON.stringify(message)}`];
  if (route) parts.push(line('route', route));
  if (intent) parts.push(line('intent', intent));
  if (products) parts.push(line('products', [products[0].join(', ') || '-', products[1].join(', ') || '-']));
  if (text) parts.push(`  - ${text[0].replaceAll('\n', ' ')}`, `  + ${text[1].replaceAll('\n', ' ')}`);
  process.stdout.write(`${parts.join('\n')}\n`);
}

interface Options {
  since: string;
  limit: string;
  conversation?: string;
  json?: boolean;
}

async function main(): Promise<void> {
  const command = new Command('replay')
    .description("Runs logged turns again with today's prompts and models and prints what changed; sends nothing")
    .requiredOption('--since <date>', 'turns received from then on, e.g. 2026-11-01')
    .option('--limit <n>', 'turns looked at, newest first', '200')
    .option('--conversation <id>', 'only this conversation')
    .option('--json', 'one JSON object a line')
    .parse();
  const options = command.opts<Options>();
  const since = new Date(options.since);
  const limit = Number.parseInt(options.limit, 10);
  if (Number.isNaN(since.getTime())) throw new Error(`--since: ${JSON.stringify(options.since)} is no date`);
  if (!(limit > 0)) throw new Error('--limit must be a number above 0');
  const logger = pino({ level: 'warn' }, pino.destination(2));
  const bot = await createBot({ config: loadConfig(), logger, channels: new Map() });
  try {
    const show = options.json ? (change: Change) => process.stdout.write(`${JSON.stringify(change)}\n`) : print;
    const request = { since, limit, conversationId: options.conversation };
    const { turns, changes, tokens } = await replay(bot, request, show);
    const count = (key: keyof Change) => changes.filter((change) => change[key] !== undefined).length;
    process.stderr.write(
      `${turns} turns, ${changes.length} changed: route ${count('route')}, intent ${count('intent')}, products ${count('products')}, text ${count('text')}; ${tokens} tokens\n`,
    );
  } finally {
    await bot.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error) => {
    process.stderr.write(`${isAppError(error) ? messageOf(error) : (error as Error).stack}\n`);
    process.exit(1);
  });
}
