import { decodeIntentClassifier } from '../intent/classifier-file.ts';
import type { IntentClassifier } from '../intent/intent-classifier.ts';
import type { SentimentClassifier } from '../sentiment/classifier.ts';
import { decodeSentimentClassifier } from '../sentiment/classifier-file.ts';
import { readModel } from './model-store.ts';

export const INTENT_FILE = 'intent.bin';
export const SENTIMENT_FILE = 'sentiment.bin';

/** The shipped classifier of the base intents. @throws AppError MODEL_FILE_INVALID */
export function loadIntentClassifier(folder?: string): IntentClassifier {
  return decodeIntentClassifier(readModel(INTENT_FILE, folder), INTENT_FILE);
}

/** The shipped sentiment classifier. @throws AppError MODEL_FILE_INVALID */
export function loadSentimentClassifier(folder?: string): SentimentClassifier {
  return decodeSentimentClassifier(readModel(SENTIMENT_FILE, folder), SENTIMENT_FILE);
}
