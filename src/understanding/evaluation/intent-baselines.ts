import type { IntentExample } from '../intent/intent-classifier.ts';
import { labelsOf } from '../intent/intent-classifier.ts';
import type { FeatureScheme } from '../models/features.ts';
import { scoreVector, trainSvm } from '../models/svm.ts';
import { fitVectorizer, vectorize } from '../models/vector.ts';
import { highestOf } from './evaluation-row.ts';

/** Learns from examples and gives back a function that names a text's intent; undefined where the library is not installed. */
export type IntentBaseline = (
  examples: IntentExample[],
  language: 'en' | 'zh',
) => Promise<((text: string) => Promise<string>) | undefined>;

/** A plain linear SVM over TF-IDF of words 1-2 and characters 2-5. */
export function trainPlainSvm(examples: IntentExample[]): { names: string[]; score(text: string): Float32Array } {
  const names = [...new Set(examples.map((example) => example.intent))].sort();
  const texts = examples.map((example) => example.text);
  const scheme: FeatureScheme = {
    words: 2,
    characters: [2, 5],
    han: 3,
    pairs: 0,
    stems: false,
    bits: 17,
    maxLength: 2_000,
  };
  const vectorizer = fitVectorizer(texts, scheme);
  const model = trainSvm(
    texts.map((text) => vectorize(text, vectorizer)),
    labelsOf(examples, names),
    { classes: names.length, dimension: 2 ** scheme.bits },
  );
  const scores = new Float32Array(names.length);
  return {
    names,
    score(text) {
      scoreVector(vectorize(text, vectorizer), model, scores);
      return scores;
    },
  };
}

const plainSvm: IntentBaseline = async (examples) => {
  const { names, score } = trainPlainSvm(examples);
  return async (text) => names[highestOf(score(text))];
};

const nodeNlp: IntentBaseline = async (examples, language) => {
  const library = await optional('node-nlp');
  if (!library) return undefined;
  const { NlpManager } = library as { NlpManager: new (settings: object) => NlpManager };
  const manager = new NlpManager({ languages: [language], forceNER: false, autoSave: false, nlu: { log: false } });
  for (const { text, intent } of examples) manager.addDocument(language, text, intent);
  await manager.train();
  return async (text) => (await manager.process(language, text)).intent;
};

const natural: IntentBaseline = async (examples) => {
  const library = await optional('natural');
  if (!library) return undefined;
  const { BayesClassifier } = (library.default ?? library) as { BayesClassifier: new () => BayesClassifier };
  const classifier = new BayesClassifier();
  for (const { text, intent } of examples) classifier.addDocument(text, intent);
  classifier.train();
  return async (text) => classifier.classify(text);
};

/** The baselines by name; node-nlp trains for minutes on the larger sets, so a quick run leaves it out. */
export function intentBaselines(quick: boolean): Record<string, IntentBaseline> {
  return { 'plain linear SVM': plainSvm, 'natural (Bayes)': natural, ...(quick ? {} : { 'node-nlp': nodeNlp }) };
}

interface NlpManager {
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<void>;
  process(language: string, text: string): Promise<{ intent: string }>;
}

interface BayesClassifier {
  addDocument(text: string, intent: string): void;
  train(): void;
  classify(text: string): string;
}

/** A development dependency, or undefined where it is not installed. */
export async function optional(name: string): Promise<Record<string, unknown> | undefined> {
  // natural loads dotenv, which prints an advertisement into the rows.
  const { log } = console;
  console.log = () => {};
  try {
    return (await import(name)) as Record<string, unknown>;
  } catch {
    return undefined;
  } finally {
    console.log = log;
  }
}
