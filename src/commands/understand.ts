import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Command } from 'commander';
import { loadConfig } from '../config/load-config.ts';
import { messageOf } from '../errors.ts';
import { findPack } from '../knowledge/packs/find-pack.ts';
import { loadPack } from '../knowledge/packs/load-pack.ts';
import { vocabularyOf } from '../knowledge/packs/vocabulary.ts';
import { createProgress } from '../progress.ts';
import { createBuiltInUnderstander } from '../understanding/understander.ts';
import type { ScoredIntent, Understanding } from '../understanding/understanding.ts';
import { readMessages } from './understand-lines.ts';

interface UnderstandOptions {
  pack?: string;
}

const UPDATE_EVERY = 200;

await new Command('understand')
  .description('Read messages (lines, or JSONL with "text") and write what each says and feels, one JSON a line.')
  .argument('[file]', 'file of messages (default: standard input)')
  .option('--pack <name|folder|file>', 'the pack whose vocabulary and intents are read (default: the setting PACK)')
  .action(async (file: string | undefined, options: UnderstandOptions) => {
    try {
      await understand(file, options);
    } catch (error) {
      console.error(messageOf(error));
      process.exitCode = 1;
    }
  })
  .parseAsync();

async function understand(file: string | undefined, options: UnderstandOptions): Promise<void> {
  // A reader that has seen enough (`| head`) closes the pipe: that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const pack = await loadPack(findPack(options.pack ?? loadConfig().pack));
  const understander = createBuiltInUnderstander({ vocabulary: vocabularyOf(pack), packIntents: pack.intents });
  const total = file === undefined ? undefined : (await stat(file)).size;
  const input = file === undefined ? process.stdin : createReadStream(file);
  const progress = process.stderr.isTTY ? createProgress({ stream: process.stderr }) : undefined;

  let read = 0;
  let bad = 0;
  let bytes = 0;
  for await (const line of readMessages(
    counted(input, (count) => {
      bytes += count;
    }),
  )) {
    read++;
    if ('problem' in line) {
      bad++;
      process.stderr.write(`line ${line.number}: ${line.problem}, skipped\n`);
      continue;
    }
    const json = JSON.stringify(resultOf(line.text, understander.understand(line.text)));
    if (!process.stdout.write(`${json}\n`)) await once(process.stdout, 'drain');
    if (read % UPDATE_EVERY === 0) progress?.update(total ? 'bytes' : 'messages', total ? bytes : read, total ?? read);
  }
  progress?.stop();
  if (bad > 0) process.stderr.write(`${bad} of ${read} lines skipped\n`);
}

async function* counted(
  input: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of input) {
    onBytes(chunk.length);
    yield chunk;
  }
}

function resultOf(text: string, understanding: Understanding) {
  const { language, sentiment, intent, intents, filters, keywords } = understanding;
  const { label, score, confidence, angry, aspects } = sentiment;
  return {
    text,
    language,
    sentiment: {
      label,
      score: rounded(score),
      confidence: rounded(confidence),
      angry,
      aspects: aspects.map((aspect) => ({ ...aspect, score: rounded(aspect.score) })),
    },
    intents: intents.map(scored),
    intent: scored(intent),
    filters,
    keywords,
  };
}

function scored({ name, confidence }: ScoredIntent): ScoredIntent {
  return { name, confidence: rounded(confidence) };
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
