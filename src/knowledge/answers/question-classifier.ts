import { type QuantizedLinear, quantize, scoreQuantized } from '../../understanding/models/quantized.ts';
import { trainSvm } from '../../understanding/models/svm.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { FEATURES, featureVector, questionFeatures } from './question-features.ts';

/** Tells which FAQ entry a question is about, learnt from all its wordings: words, pairs, characters and what the lexicon knows. */
export interface QuestionClassifier {
  /** Entry ids by class. */
  ids: readonly string[];
  idf: Float32Array;
  linear: QuantizedLinear;
}

/** The class of what no entry answers. */
export const NO_ENTRY = '';

export interface AskedQuestion {
  text: string;
  id: string;
}

const EPOCHS = 10;
const SHARPNESS = 8;

/** Trains on wordings with the entry each asks for; the same wordings give the same classifier. */
export function trainQuestionClassifier(questions: readonly AskedQuestion[], lexicon: Lexicon): QuestionClassifier {
  const ids = [...new Set(questions.map(({ id }) => id))];
  const places = new Map(ids.map((id, place) => [id, place]));
  const features = questions.map(({ text }) => questionFeatures(text, lexicon));
  const idf = new Float32Array(FEATURES);
  for (const weights of features) for (const id of weights.keys()) idf[id]++;
  for (let id = 0; id < FEATURES; id++) idf[id] = Math.log((1 + questions.length) / (1 + idf[id]));
  const labels = Int32Array.from(questions, ({ id }) => places.get(id)!);
  const vectors = features.map((weights) => featureVector(weights, idf));
  return {
    ids,
    idf,
    linear: quantize(trainSvm(vectors, labels, { classes: ids.length, dimension: FEATURES, epochs: EPOCHS })),
  };
}

/** The chance of each entry, by class. */
export function classifyQuestion(text: string, { idf, linear }: QuestionClassifier, lexicon: Lexicon): Float64Array {
  const scores = scoreQuantized(featureVector(questionFeatures(text, lexicon), idf), linear);
  const highest = Math.max(...scores);
  const chances = Float64Array.from(scores, (score) => Math.exp(SHARPNESS * (score - highest)));
  const sum = chances.reduce((total, chance) => total + chance, 0);
  return chances.map((chance) => chance / sum);
}
