import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { loadConfig } from '../config/load-config.ts';
import { allCorrections } from '../conversation/corrections.ts';
import { messageOf } from '../errors.ts';
import { createStore } from '../store/store.ts';
import { loadBaseExamples } from '../understanding/intent/base-examples.ts';
import { encodeIntentClassifier } from '../understanding/intent/classifier-file.ts';
import { trainIntentClassifier } from '../understanding/intent/train-intent.ts';
import { INTENT_FILE, SENTIMENT_FILE } from '../understanding/models/built-in.ts';
import { readCorrections } from '../understanding/models/corrections.ts';
import { openDatasets } from '../understanding/models/datasets.ts';
import { modelsFolder, readModel, writeModels } from '../understanding/models/model-store.ts';
import { encodeSentimentClassifier } from '../understanding/sentiment/classifier-file.ts';
import { trainSentiment } from '../understanding/sentiment/train-sentiment.ts';

const program = new Command('train')
  .description('Train the built-in models of intent and sentiment; the same data gives the same bytes.')
  .option(
    '--data <dir>',
    'folder of public data sets (see docs/MODELS.md); without it the model of sentiment stays as it is',
  )
  .option(
    '--corrections [file]',
    "your team's corrections, downloaded from the dashboard; without a file, from the store",
  )
  .option('--out <dir>', 'folder to write to', modelsFolder)
  .addOption(new Option('--only <model>', 'train one model, leave the other as it is').choices(['intent', 'sentiment']))
  .option('--seed <number>', 'seed of everything random', Number, 1)
  .action(train);

interface TrainOptions {
  data?: string;
  corrections?: string | true;
  out: string;
  only?: 'intent' | 'sentiment';
  seed: number;
}

async function train({ data, corrections, out, only, seed }: TrainOptions): Promise<void> {
  const started = performance.now();
  const say = (text: string) =>
    process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1)} s  ${text}\n`);
  if (data === undefined && corrections === undefined) program.error('give --data, --corrections or both');
  const corrected = readCorrections(await correctionLines(corrections));
  const { intents, sentiments, ofPacks } = corrected;
  if (corrections) say(`corrections: ${intents.length} intents, ${sentiments.en.length + sentiments.zh.length} moods`);
  for (const [name, count] of ofPacks) say(`left out: ${count} of ${name}, which belong into the pack's intents.yaml`);

  const files = { [INTENT_FILE]: readModel(INTENT_FILE), [SENTIMENT_FILE]: readModel(SENTIMENT_FILE) };
  if (only !== 'sentiment') {
    say('intent ...');
    // Corrections come last, so that the same data without them gives the same order of examples.
    const intent = trainIntentClassifier([...loadBaseExamples('train'), ...intents], { seed });
    files[INTENT_FILE] = encodeIntentClassifier(intent);
  }
  if (data !== undefined && only !== 'intent') {
    say('sentiment ...');
    const options = { data: openDatasets(data), addedWords: publicLexicon(), corrected: sentiments, seed };
    files[SENTIMENT_FILE] = encodeSentimentClassifier(trainSentiment(options));
  }
  writeModels(files, out);
  say(`written to ${out}`);
}

async function correctionLines(corrections: string | true | undefined): Promise<string[]> {
  if (corrections === undefined) return [];
  if (corrections !== true) return readFileSync(corrections, 'utf8').split('\n');
  const { mongodbUri, dataDir } = loadConfig();
  const store = await createStore({ mongodbUri, folder: join(dataDir, 'store') });
  const lines: string[] = [];
  for await (const one of allCorrections(store.connection)) lines.push(JSON.stringify(one));
  await store.close();
  return lines;
}

/** The VADER lexicon (MIT), a development dependency: training reads it, the shipped model keeps what it needs. */
function publicLexicon(): [string, number][] {
  const path = createRequire(import.meta.url).resolve('vader-sentiment/vader_lexicon.txt');
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([word, valence]): [string, number] => [word, Number(valence)])
    .filter(([word, valence]) => word.length > 1 && !/\s/.test(word) && Number.isFinite(valence));
}

program.parseAsync().catch((error) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
});
