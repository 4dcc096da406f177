import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Command } from 'commander';
import { loadBaseExamples } from '../understanding/intent/base-examples.ts';
import { encodeIntentClassifier } from '../understanding/intent/classifier-file.ts';
import { trainIntentClassifier } from '../understanding/intent/train-intent.ts';
import { INTENT_FILE, SENTIMENT_FILE } from '../understanding/models/built-in.ts';
import { openDatasets } from '../understanding/models/datasets.ts';
import { modelsFolder, writeModels } from '../understanding/models/model-store.ts';
import { encodeSentimentClassifier } from '../understanding/sentiment/classifier-file.ts';
import { trainSentiment } from '../understanding/sentiment/train-sentiment.ts';

const program = new Command('train')
  .description('Train the built-in models of intent and sentiment; the same data gives the same bytes.')
  .requiredOption('--data <dir>', 'folder of public data sets (see docs/MODELS.md)')
  .option('--out <dir>', 'folder to write to', modelsFolder)
  .option('--seed <number>', 'seed of everything random', Number, 1)
  .action((options: { data: string; out: string; seed: number }) => {
    const started = performance.now();
    const data = openDatasets(options.data);
    const say = (text: string) =>
      process.stderr.write(`${((performance.now() - started) / 1000).toFixed(1)} s  ${text}\n`);
    say('intent ...');
    const intent = trainIntentClassifier(loadBaseExamples('train'), { seed: options.seed });
    say('sentiment ...');
    const sentiment = trainSentiment({ data, addedWords: publicLexicon(), seed: options.seed });
    writeModels(
      { [INTENT_FILE]: encodeIntentClassifier(intent), [SENTIMENT_FILE]: encodeSentimentClassifier(sentiment) },
      options.out,
    );
    say(`written to ${options.out}`);
  });

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

program.parse();
