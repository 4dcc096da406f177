import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Bot, createBot } from '../src/bot.ts';
import type { LlmSettings } from '../src/config/config.ts';
import { loadConfig } from '../src/config/load-config.ts';
import type { Turn } from '../src/conversation/turn-record.ts';
import { projectRoot } from '../src/paths.ts';
import { DIALOGUES } from './dialogues.ts';
import { quantile } from './quantile.ts';
import { benchChannel, benchMessage } from './turn.ts';

const ROUNDS = 4;

/** What a language model adds to a turn beside its own time (a local server without delay), and how often it need not be asked. */
export async function benchLlm(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-llm-'));
  const { url, server } = await startServer();
  try {
    const built = await played(folder, 'built-in');
    const asked = await played(folder, 'model', settingsOf(url));
    const [own, withModel] = [built, asked].map((turns) => turns.filter(worded).map(timeOf));
    const p50 = (times: number[]) => quantile(times, 0.5);
    const added = p50(withModel) - p50(own);
    console.log(`  built-in turn     p50 ${p50(own).toFixed(2)} ms, p95 ${quantile(own, 0.95).toFixed(2)} ms`);
    console.log(
      `  with the model    p50 ${p50(withModel).toFixed(2)} ms, p95 ${quantile(withModel, 0.95).toFixed(2)} ms: +${added.toFixed(2)} ms p50 (asked: <= 15)`,
    );
    const once = asked.slice(0, DIALOGUES.flat().length);
    const spared = once.filter(({ llm }) => llm?.analysis === 'spared');
    const saved = spared.reduce((sum, { llm }) => sum + (llm?.savedTokens ?? 0), 0);
    const share = ((100 * spared.length) / once.filter(({ llm }) => llm?.analysis).length).toFixed(1);
    console.log(
      `  cascade           ${share}% of ${once.length} messages in ${DIALOGUES.length} dialogues need no analysis by the model: ${spared.length} calls and about ${saved} tokens saved`,
    );
  } finally {
    server.kill('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  }
}

/** Turns whose reply a model may word, so that both sides are the same kind of work. */
const worded = ({ route }: Turn) => ['recommend', 'answer', 'compare', 'product_question'].includes(route ?? '');

const timeOf = ({ timings = {} }: Turn) => Object.values(timings).reduce((sum, ms) => sum + ms, 0);

async function played(folder: string, name: string, llm?: LlmSettings): Promise<Turn[]> {
  const turns: Turn[] = [];
  const bot: Bot = await createBot({
    config: { ...loadConfig({}, ''), dataDir: folder, ...(llm && { llm }) },
    logger: pino({ level: 'error' }),
    channels: new Map([['bench', benchChannel()]]),
    storeFolder: join(folder, name),
    onTurn: (turn) => turns.push(turn),
  });
  // The first round warms up; the cascade is counted on it, timings on the others.
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, dialogue] of DIALOGUES.entries()) {
      for (const text of dialogue) {
        await bot.inbox.receive(benchMessage(`${name}-${round}-${index}`, text));
        await bot.inbox.idle();
      }
    }
  }
  await bot.close();
  return turns;
}

function settingsOf(url: string): LlmSettings {
  return {
    endpoints: [{ model: 'model', fastModel: 'fast', baseUrl: `${url}/v1` }],
    replyTimeoutMs: 15_000,
    limits: { perTurn: 1e9, perCustomerDay: 1e9, perDay: 1e9 },
    prices: { input: 0, output: 0 },
  };
}

function startServer(): Promise<{ url: string; server: ChildProcess }> {
  const server = spawn(process.execPath, ['--import', 'tsx', 'bench/model-server.ts'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.stdout!.once('data', (data: Buffer) => resolve({ url: String(data).trim(), server }));
  });
}
